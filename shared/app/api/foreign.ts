import { type ApiRequest, type ApiResponse, refuse } from './http.ts'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

/**
 * Guards a server on loopback against web pages: a page of another site, or of another port of this machine, that posts
 * to it (CSRF) or loads from it, and one whose name was rebound to 127.0.0.1. Answers the refusal, or undefined for a
 * request that may go on. Callers that are no browser (this command, SDKs, curl) say nothing of where they come from,
 * and name the loopback host.
 */
export function refuseForeign({ headers }: Pick<ApiRequest, 'headers'>): ApiResponse | undefined {
  const { host, origin } = headers
  if (host === undefined || !LOOPBACK.test(host)) {
    return refuse(403, 'foreign-host', ({ api }) => api.foreignHost)
  }
  if ((origin !== undefined && origin !== `http://${host}`) || isLoadedElsewhere(headers)) {
    return refuse(403, 'foreign-origin', ({ api }) => api.foreignOrigin)
  }
  return undefined
}

/** An image, a frame, a script of another page: it comes without `Origin`. A link that somebody follows is none of these. */
function isLoadedElsewhere(headers: ApiRequest['headers']): boolean {
  const site = headers['sec-fetch-site']
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return (site === 'cross-site' || site === 'same-site') && !isVisit
}
