import { nearest } from '../../standards/nearest.ts'
import {
  type ApiContext,
  type ApiRequest,
  type ApiResponse,
  inLanguageOf,
  languageAsked,
  type Route,
  refuse,
} from './http.ts'
import { type Need, needs, type RouteName } from './rights.ts'
import { routes } from './routes.ts'
import type { Who } from './who.ts'

export { refuseForeign } from './foreign.ts'
export type { ApiContext, ApiRequest, ApiResponse } from './http.ts'

interface Matched {
  route: Route
  need: Need
  params: Record<string, string>
}

const table = Object.entries(routes as Record<string, Route>).map(([name, route]) => {
  const [method = '', path = ''] = name.split(' ')
  return { method, segments: path.split('/').slice(1), route, need: needs[name as RouteName] }
})

/**
 * Answers a request to the operators' API: the one entry for the Lambda and for the local server.
 * Throws only where a port does (something behind it is away): the caller answers 500 and logs, without the request.
 */
export async function handleApi(request: ApiRequest, context: ApiContext): Promise<ApiResponse> {
  return inLanguageOf(request, await answer(request, context))
}

async function answer(request: ApiRequest, context: ApiContext): Promise<ApiResponse> {
  const matched = match(request.method, request.path)
  if ('status' in matched) return matched
  const { route, need, params } = matched
  if (request.body.byteLength > route.bodyAtMost) {
    return refuse(413, 'too-large', ({ api }) => api.bodyTooLarge(route.bodyAtMost))
  }
  const body = bodyOf(request)
  if (!body.ok) return body.response
  const query = Object.fromEntries(Object.entries(request.query).filter(([, value]) => value !== undefined))
  const input: Record<string, unknown> = { ...query, ...body.value, ...params }
  const said = saidIn(input)
  if (said === null) return refuse(400, 'bad-request', ({ api }) => api.badName(NAME_AT_MOST))
  const who = context.identify(request, said)
  return (
    refusalOf(need, who) ??
    route.handle(input, { ...request, by: who.name, who, language: languageAsked(request.headers) }, context)
  )
}

const NAME_AT_MOST = 100

/** Who the request says it is from: undefined where it does not, null where that is no name. */
function saidIn({ by }: Record<string, unknown>): string | undefined | null {
  if (by === undefined) return undefined
  return typeof by === 'string' && by !== '' && by.length <= NAME_AT_MOST ? by : null
}

/** AWS has let the caller through to this route; here it is asked who they are and what their role is for. */
function refusalOf({ right, decides }: Need, who: Who): ApiResponse | undefined {
  if (right === 'local') return undefined
  if (decides && !who.isPerson) {
    return refuse(
      403,
      'nobody-known',
      ({ api }) => api.nobodyKnown(who.name),
      ({ api }) => api.nobodyKnownHint,
    )
  }
  const { rights } = who
  if (!rights || rights.includes(right)) return undefined
  return refuse(
    403,
    'no-right',
    ({ api }) => api.noRight(who.name, right),
    ({ api }) => api.rightsAre(rights.join(', ')),
  )
}

function match(method: string, path: string): Matched | ApiResponse {
  const segments = path.split('/').slice(1)
  const candidates = table.filter((each) => paramsOf(each.segments, segments))
  const found = candidates.find((each) => each.method === method)
  if (found) return { route: found.route, need: found.need, params: paramsOf(found.segments, segments)! }
  if (candidates.length > 0) {
    const allowed = candidates.map((each) => each.method).join(', ')
    const response = refuse(405, 'method-not-allowed', ({ api }) => api.methodNotAllowed(allowed))
    return { ...response, headers: { ...response.headers, allow: allowed } }
  }
  const meant = nearest(path.slice(0, 100), [...new Set(table.map((each) => `/${each.segments.join('/')}`))])
  return refuse(404, 'no-such-path', ({ api }) => api.noSuchPath, meant && (({ hints }) => hints.meant(meant)))
}

/**
 * The path's `{names}` with their values, where it fits. Its fixed parts are met as they are written, as the policies of
 * AWS meet them: an encoded letter must not lead to a route that they were not asked about.
 */
function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const given = segments[index]!
    if (part.startsWith('{')) params[part.slice(1, -1)] = decode(given)
    else if (part !== given) return undefined
  }
  return params
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

type Body = { ok: true; value: Record<string, unknown> } | { ok: false; response: ApiResponse }

/** The JSON body's fields. Other bodies (a gzip bundle) are their handler's to read. */
function bodyOf(request: ApiRequest): Body {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (request.body.byteLength === 0 || type === 'application/gzip') return { ok: true, value: {} }
  if (type !== 'application/json') {
    return { ok: false, response: refuse(415, 'not-json', ({ api }) => api.notJson) }
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body))
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return { ok: true, value: value as Record<string, unknown> }
    }
  } catch {
    // Not JSON: answered like any other value that is no object.
  }
  return { ok: false, response: refuse(400, 'bad-json', ({ api }) => api.badJson) }
}
