import type { Fault } from '../../contract/index.ts'
import { decode } from '../../standards/encoding.ts'
import { DEPTH_AT_MOST, isTooDeep } from '../../standards/json.ts'
import { amiss } from '../words.ts'

const BYTES_AT_MOST = 10 * 1024 * 1024
const THINGS_AT_MOST = 10_000
/** Of one thing. */
const CELLS_AT_MOST = 5_000

/** What stands where in one thing of a message: by path, such as `detail.payload.Priority`, as text. */
export type Thing = ReadonlyMap<string, string>

export interface Placed {
  place: string
  read: { ok: true; thing: Thing } | { ok: false; fault: Fault }
}

export type ReadThings = { ok: true; things: Placed[] } | { ok: false; fault: Fault }

/** The things that a message tells of: the message itself, what stands in a list of it, or what stands on each of its lines. */
export function readThings(bytes: Uint8Array, list: string | undefined): ReadThings {
  if (bytes.length > BYTES_AT_MOST)
    return bad(amiss('too-large', 'message', 'bytesTooMany', { bytes: bytes.length, most: BYTES_AT_MOST }))
  const { text } = decode(bytes)
  if (isTooDeep(text)) return bad(amiss('bad-json', 'message', 'tooDeep', { most: DEPTH_AT_MOST }))
  const whole = parsed(text)
  const lines = text.split('\n').map((line) => line.trim())
  const isByLine = whole === undefined && parsed(lines[0]!) !== undefined
  const found = isByLine ? thingsOfLines(lines) : thingsOf(whole, list)
  if (!Array.isArray(found)) return found
  return found.length > THINGS_AT_MOST
    ? bad(amiss('too-large', 'message', 'thingsTooMany', { count: found.length, most: THINGS_AT_MOST }))
    : { ok: true, things: found }
}

/** Many exports have one JSON a line. One that is cut off costs the others nothing. */
function thingsOfLines(lines: readonly string[]): Placed[] {
  return lines.flatMap((line, index) => (line === '' ? [] : [placed(parsed(line), `line ${index + 1}`)]))
}

function thingsOf(value: unknown, list: string | undefined): Placed[] | ReturnType<typeof bad> {
  if (value === undefined) return bad(amiss('bad-json', 'message', 'notJson'))
  if (list === undefined) {
    return Array.isArray(value) ? value.map((each, index) => placed(each, `${index + 1}`)) : [placed(value, 'message')]
  }
  const things = list
    .split('.')
    .reduce((at, name) => (Object.hasOwn(Object(at), name) ? Object(at)[name] : undefined), value)
  if (!Array.isArray(things)) return bad(amiss('not-this-kind', 'message', 'noList', { path: list }))
  return things.map((each, index) => placed(each, `${list} ${index + 1}`))
}

function placed(value: unknown, place: string): Placed {
  if (value === null || typeof value !== 'object' || value instanceof Written) {
    const fault = amiss('bad-json', place, 'notAnObject')
    return { place, read: { ok: false, fault } }
  }
  const cells = new Map<string, string>()
  if (fill(cells, value, '')) return { place, read: { ok: true, thing: cells } }
  return { place, read: bad(amiss('too-large', place, 'valuesTooMany', { most: CELLS_AT_MOST })) }
}

/** `false`, if there are more values than any real message has. */
function fill(cells: Map<string, string>, value: object, before: string): boolean {
  for (const [name, inner] of Object.entries(value)) {
    const path = `${before}${name}`
    if (inner instanceof Written) cells.set(path, inner.text)
    else if (typeof inner === 'object' && inner !== null) {
      if (!fill(cells, inner, `${path}.`)) return false
    } else if (inner !== null) cells.set(path, String(inner).trim())
    if (cells.size > CELLS_AT_MOST) return false
  }
  return true
}

/** A number as it is written: as a number, a card of 17 digits would lose its last ones. */
class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Undefined where it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && context?.source !== undefined ? new Written(context.source) : value,
    )
  } catch {
    return undefined
  }
}

function bad(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault }
}
