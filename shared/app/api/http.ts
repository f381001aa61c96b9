import type * as z from 'zod'
import zhCN from 'zod/v4/locales/zh-CN.js'
import { type Language, languageFor } from '../../domain/texts/language.ts'
import { type Saying, sayIn } from '../../domain/texts/saying.ts'
import type { Ports } from '../../ports/index.ts'
import type { RulebookCache } from '../rulebooks.ts'
import type { Identify, WaysIn, Who } from './who.ts'

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
  /** In AWS, what the token of somebody at the console says. */
  claims?: Readonly<Record<string, unknown>> | undefined
}

/** A request that its sender may make. */
export interface AllowedRequest extends ApiRequest {
  /** Who makes it: the name that is written down. */
  by: string
  who: Who
  /** What its sender reads, by `Accept-Language`. */
  language: Language
}

export interface ApiResponse<T = unknown> {
  status: number
  headers: Record<string, string>
  /** JSON. */
  body: string
  /** Only a type: what the body says where the request was answered. The console's calls are typed by it. */
  says?: T
  /** What a refusal says, for readers of another language than the body's. */
  refusal?: Said
}

/** What was refused, in no language yet. */
interface Said {
  code: string
  message: Saying | string
  hint: Saying | string | undefined
  /** Further fields of the error. */
  more: (language: Language) => object
}

/** Where the parts of a local run listen. */
export interface RunInfo {
  /** The console, for a browser. */
  console: string
  api: string
  /** The endpoint that takes `PutEvents`. */
  events: string
  /** The mail viewer. */
  mail: string
  bus: string
  /** Folder in which messages of other systems are dropped, a folder each connector. */
  drop: string
  /** The URL of the queue that takes messages of other systems. */
  inbox: string
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

/** The API announces nothing, and of messages of other systems it only reads. */
export type ApiPorts = Omit<Ports, 'bus' | 'raw' | 'inbound' | 'helpDesk'> & { raw: Pick<Ports['raw'], 'get'> }

export interface ApiContext {
  /** It announces nothing on the bus. */
  ports: ApiPorts
  rulebooks: RulebookCache
  /** The time decisions are made at, epoch ms. */
  now(): number
  identify: Identify
  /** How people come by their rights; absent where everybody may do everything. */
  people?(): WaysIn
  /** The SES identity that mails are sent from; undefined: any sender will do. */
  mailIdentity?: string | undefined
  /** The address below which anybody sees the pictures of emails, ending with a slash; undefined: none can be uploaded. */
  picturesUrl?: string | undefined
  local?: LocalControl
}

/** The longest a request may wait for the pipeline: API Gateway gives up at 30 seconds. */
export const WAIT_AT_MOST_MS = 20_000

export interface Route {
  /** Does it need {@link LocalControl}? */
  local: boolean
  /** Path, query and JSON body together. */
  input: z.ZodType
  /** Bytes of body it takes at most. */
  bodyAtMost: number
  handle(input: Record<string, unknown>, request: AllowedRequest, context: ApiContext): Promise<ApiResponse>
}

/** Zod's own messages. */
const CHINESE = { error: zhCN().localeError }

const JSON_AT_MOST = 512 * 1024

/** An answer that says what was wrong. */
export type Refusal = ApiResponse<never>

/** A route with the types of what it takes and answers. */
export interface RouteOf<Input, Answer> extends Route {
  types?: { input: Input; answer: Answer }
}

type AnswerOf<R extends ApiResponse> = NonNullable<R['says']>

/** A route whose input (path, query and JSON body together) is checked before it is handled. */
export function route<S extends z.ZodType, R extends ApiResponse>(
  input: S,
  handle: (input: z.output<S>, context: ApiContext, request: AllowedRequest) => Promise<R>,
): RouteOf<z.input<S>, AnswerOf<R>> {
  return {
    local: false,
    input,
    bodyAtMost: JSON_AT_MOST,
    handle: async (given, request, context) => {
      const parsed = input.safeParse(given, request.language === 'zh-CN' ? CHINESE : undefined)
      return parsed.success
        ? handle(parsed.data, context, request)
        : refuse(400, 'bad-request', ...problemOf(parsed.error))
    },
  }
}

/** A route that only a local run has. */
export function localRoute<S extends z.ZodType, R extends ApiResponse>(
  input: S,
  handle: (input: z.output<S>, context: ApiContext & { local: LocalControl }) => Promise<R>,
): RouteOf<z.input<S>, AnswerOf<R>> {
  const absent = refuse(
    404,
    'local-only',
    ({ api }) => api.localOnly,
    ({ api }) => api.localOnlyHint,
  )
  return {
    ...route(input, async (parsed, context) =>
      context.local ? handle(parsed, { ...context, local: context.local }) : absent,
    ),
    local: true,
  }
}

export function ok<T>(value: T): ApiResponse<T> {
  return { status: 200, headers: HEADERS, body: JSON.stringify(value) }
}

/** An answer that says what was wrong, and where known what to do. */
export function refuse(
  status: number,
  code: string,
  message: Saying | string,
  hint?: Saying | string,
  more: (language: Language) => object = () => ({}),
): Refusal {
  const refusal = { code, message, hint, more }
  return { status, headers: HEADERS, body: bodyIn('en', refusal), refusal }
}

/** The same answer in the language that the request asks for. */
export function inLanguageOf({ headers }: Pick<ApiRequest, 'headers'>, response: ApiResponse): ApiResponse {
  const { refusal, ...answer } = response
  const language = languageAsked(headers)
  return refusal && language !== 'en' ? { ...answer, body: bodyIn(language, refusal) } : answer
}

/** The first of the languages that the reader accepts (browsers name the best one first) and that there is. */
export function languageAsked(headers: ApiRequest['headers']): Language {
  const accepted = (headers['accept-language'] ?? '').slice(0, ACCEPTED_AT_MOST).split(',')
  const known = accepted.map((each) => languageFor(each.split(';')[0]!.trim()))
  return known.find((each) => each !== undefined) ?? 'en'
}

const ACCEPTED_AT_MOST = 200

function bodyIn(language: Language, { code, message, hint, more }: Said): string {
  const said = (text: Saying | string) => sayIn(language, text)
  return JSON.stringify({ error: { code, message: said(message), hint: hint && said(hint), ...more(language) } })
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** The first thing that is wrong, with its place, and where known what was meant. */
function problemOf(error: z.ZodError): [message: string, hint?: string] {
  const issue = error.issues[0]!
  const path = issue.path.join('.')
  return [path ? `${path}: ${issue.message}` : issue.message, issue.code === 'custom' ? issue.params?.hint : undefined]
}
