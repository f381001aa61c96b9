import type { SetAsideCode } from '../../shared/contract/index.ts'
import { EVENT_BYTES_AT_MOST } from '../../shared/contract/index.ts'
import type { NotedReason } from '../../shared/contract/reason.ts'
import { sayIn } from '../../shared/domain/texts/saying.ts'
import { DEPTH_AT_MOST, isTooDeep, jsonOf } from '../../shared/standards/json.ts'
import { saveAsUtf8 } from '../files/save-as-utf8.ts'
import type { Line } from './lines.ts'

/** A line that can be put on the bus. */
export interface BusLine {
  line: Line
  source: string
  type: string
  /** JSON. */
  detail: string
  /** As EventBridge counts them. */
  bytes: number
  /** `occurredAt`, epoch ms, if readable. */
  at?: number | undefined
}

/** A line that cannot, and why: it is reported to Wingback, which sets it aside. */
export interface BadLine {
  line: Line
  code: SetAsideCode
  path: string
  message: string
  hint?: string | undefined
  /** The same by a code and values, for readers of other languages. */
  said?: NotedReason | undefined
}

export type ReadLine = { ok: true; entry: BusLine } | { ok: false; bad: BadLine }

/** The bus adds fields of its own. */
const BYTES_AT_MOST = EVENT_BYTES_AT_MOST - 1024

const SHAPE = 'a line is one event: {"Source": "airline.…", "DetailType": "…", "Detail": {…}}'

/** Reads a line as an entry of `PutEvents`. Whether the event itself is valid is for the pipeline to decide. */
export function readLine(line: Line): ReadLine {
  if (line.cut) return bad(line, 'too-large', '', 'the line is longer than 1 MB')
  if (line.probably) return bad(line, 'not-utf8', '', 'the line is not UTF-8', sayIn('en', saveAsUtf8(line.probably)))
  if (isTooDeep(line.text))
    return bad(line, 'unprocessable', '', `the line nests more than ${DEPTH_AT_MOST} levels deep`)
  const value = jsonOf(line.text)
  if (value === undefined) return bad(line, 'not-json', '', 'the line is not JSON', SHAPE)
  const { Source: source, DetailType: type, Detail: given } = (value ?? {}) as Record<string, unknown>
  if (!isName(source)) return bad(line, 'unprocessable', 'Source', 'Source: is missing or not a text', SHAPE)
  if (!isName(type)) return bad(line, 'unknown-type', 'DetailType', 'DetailType: is missing or not a text', SHAPE)
  const detail = typeof given === 'string' ? jsonOf(given) : given
  if (detail === null || typeof detail !== 'object' || Array.isArray(detail)) {
    return bad(line, 'unprocessable', 'Detail', 'Detail: is missing or not an object', SHAPE)
  }
  const text = typeof given === 'string' ? given : JSON.stringify(detail)
  const bytes = Buffer.byteLength(source) + Buffer.byteLength(type) + Buffer.byteLength(text)
  if (bytes > BYTES_AT_MOST)
    return bad(line, 'too-large', 'Detail', `the event has ${bytes} bytes, of at most ${BYTES_AT_MOST}`)
  return {
    ok: true,
    entry: { line, source, type, detail: text, bytes, at: instantOf((detail as Record<string, unknown>).occurredAt) },
  }
}

function bad(line: Line, code: SetAsideCode, path: string, message: string, hint?: string): ReadLine {
  return { ok: false, bad: { line, code, path, message, hint } }
}

/** What EventBridge accepts as a name. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 256
}

/** The years that the contract accepts. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

function instantOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return at >= EARLIEST && at < LATEST ? at : undefined
}
