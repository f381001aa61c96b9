import type * as z from 'zod'
import type { Ports } from '../../ports/index.ts'
import type { RulebookCache } from '../rulebooks.ts'
import type { Identify } from './who.ts'

/** A request to the operators' API as its callers hand it over: a Lambda behind API Gateway, or the local server. */
export interface ApiRequest {
  method: string
  /** Without the query, still percent-encoded. */
  path: string
  query: Readonly<Record<string, string | undefined>>
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  body: Uint8Array
  /** In AWS, the ARN that IAM knows the caller by. */
  caller?: string | undefined
}

/** A request that its sender may make. */
export interface AllowedRequest extends ApiRequest {
  /** Who makes it: the name that is written down. */
  by: string
}

export interface ApiResponse {
  status: number
  headers: Record<string, string>
  /** JSON. */
  body: string
}

/** Where the parts of a local run listen. */
export interface RunInfo {
  api: string
  /** The endpoint that takes `PutEvents`. */
  events: string
  /** The mail viewer. */
  mail: string
  bus: string
  local: true
}

/** What only a local run can do. Absent in AWS, where time is nobody's to move. Instants are epoch ms. */
export interface LocalControl {
  info(): RunInfo
  /** Sets the clock for what comes next. A store that already lives later keeps its time, and `note` says so. */
  begin(at: number): Promise<{ now: number; moved: boolean; note?: string }>
  /**
   * Moves the clock on to `to` in steps of at most 15 minutes, each once everything is quiet.
   * Comes back after about `timeoutMs` in any case: `reached` says whether it is there; ask again if not.
   */
  advance(to: number, timeoutMs: number): Promise<{ now: number; reached: boolean }>
  /** Waits until nothing is queued, in flight or due; at most about `timeoutMs`. */
  drain(timeoutMs: number): Promise<{ quiet: boolean }>
  /** Does something while no function is at work: what is under way ends first, what comes waits. */
  atRest<T>(work: () => Promise<T>): Promise<T>
}

/** The API announces nothing. */
export type ApiPorts = Omit<Ports, 'bus'>

export interface ApiContext {
  /** It announces nothing on the bus. */
  ports: ApiPorts
  rulebooks: RulebookCache
  /** The time decisions are made at, epoch ms. */
  now(): number
  identify: Identify
  /** The SES identity that mails are sent from; undefined: any sender will do. */
  mailIdentity?: string | undefined
  local?: LocalControl
}

/** The longest a request may wait for the pipeline: API Gateway gives up at 30 seconds. */
export const WAIT_AT_MOST_MS = 20_000

export interface Route {
  /** Does it need {@link LocalControl}? */
  local: boolean
  /** Bytes of body it takes at most. */
  bodyAtMost: number
  handle(input: Record<string, unknown>, request: AllowedRequest, context: ApiContext): Promise<ApiResponse>
}

const JSON_AT_MOST = 512 * 1024

/** A route whose input (path, query and JSON body together) is checked before it is handled. */
export function route<S extends z.ZodType>(
  input: S,
  handle: (input: z.output<S>, context: ApiContext, request: AllowedRequest) => Promise<ApiResponse>,
): Route {
  return {
    local: false,
    bodyAtMost: JSON_AT_MOST,
    handle: async (given, request, context) => {
      const parsed = input.safeParse(given)
      return parsed.success
        ? handle(parsed.data, context, request)
        : refuse(400, 'bad-request', ...problemOf(parsed.error))
    },
  }
}

/** A route that only a local run has. */
export function localRoute<S extends z.ZodType>(
  input: S,
  handle: (input: z.output<S>, context: ApiContext & { local: LocalControl }) => Promise<ApiResponse>,
): Route {
  const absent = refuse(
    404,
    'local-only',
    'only a Wingback on one machine can do this',
    'in AWS time is the wall clock, and a request is too short to count a whole table',
  )
  return {
    ...route(input, async (parsed, context) =>
      context.local ? handle(parsed, { ...context, local: context.local }) : absent,
    ),
    local: true,
  }
}

export function ok(value: unknown): ApiResponse {
  return { status: 200, headers: HEADERS, body: JSON.stringify(value) }
}

/** An answer that says what was wrong, and where known what to do. */
export function refuse(status: number, code: string, message: string, hint?: string, more: object = {}): ApiResponse {
  return { status, headers: HEADERS, body: JSON.stringify({ error: { code, message, hint, ...more } }) }
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** The first thing that is wrong, with its place, and where known what was meant. */
function problemOf(error: z.ZodError): [message: string, hint?: string] {
  const issue = error.issues[0]!
  const path = issue.path.join('.')
  return [path ? `${path}: ${issue.message}` : issue.message, issue.code === 'custom' ? issue.params?.hint : undefined]
}
