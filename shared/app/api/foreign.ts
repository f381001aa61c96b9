import { type ApiRequest, type ApiResponse, refuse } from './http.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Guards a server on loopback against web pages: a page of another site, or of another port of this machine, that posts
 * to it (CSRF) or loads from it, and one whose name was rebound to 127.0.0.1. Answers the refusal, or undefined for a
 * request that may go on. Callers that are no browser (this command, SDKs, curl) say nothing of where they come from,
 * and name the loopback host.
 */
export function refuseForeign({ headers }: Pick<ApiRequest, 'headers'>): ApiResponse | undefined {
  const { host, origin } = headers
  const hostname = host === undefined ? undefined : urlOf(`http://${host}`)?.hostname
  if (hostname === undefined || !LOOPBACK.has(hostname)) {
    return refuse(403, 'foreign-host', 'this address answers to 127.0.0.1 and localhost only')
  }
  if ((origin !== undefined && urlOf(origin)?.host !== host) || isLoadedElsewhere(headers)) {
    return refuse(403, 'foreign-origin', 'requests from pages of other sites are refused')
  }
  return undefined
}

/** An image, a frame, a script of another page: it comes without `Origin`. A link that somebody follows is none of these. */
function isLoadedElsewhere(headers: ApiRequest['headers']): boolean {
  const site = headers['sec-fetch-site']
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return (site === 'cross-site' || site === 'same-site') && !isVisit
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
