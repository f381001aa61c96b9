import { type ApiRequest, type ApiResponse, refuse } from './http.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Guards a server on loopback against web pages: a page of another site that posts to it (CSRF), or one whose name was
 * rebound to 127.0.0.1. Answers the refusal, or undefined for a request that may go on.
 * Callers that are no browser (this command, SDKs, curl) send no `Origin` and name the loopback host.
 */
export function refuseForeign(request: Pick<ApiRequest, 'headers'>): ApiResponse | undefined {
  const host = request.headers.host
  const hostname = host === undefined ? undefined : urlOf(`http://${host}`)?.hostname
  if (hostname === undefined || !LOOPBACK.has(hostname)) {
    return refuse(403, 'foreign-host', 'this address answers to 127.0.0.1 and localhost only')
  }
  const { origin } = request.headers
  if (origin !== undefined && urlOf(origin)?.host !== host) {
    return refuse(403, 'foreign-origin', 'requests from pages of other sites are refused')
  }
  return undefined
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
