import type { AirlineEventType, Fault } from '../../contract/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { iso } from '../../standards/local-time.ts'
import type { Said, Silent } from '../connector.ts'
import { amiss, silence } from '../words.ts'
import { type ReadCell, readCell } from './cell.ts'
import { type Field, PLACE_IN_TEXT, type Terms } from './mapping.ts'

/** What stands at a place of a message, as text; empty where there is nothing. */
export type Cells = (place: string) => string

/** Which event is made, of which fields. */
export interface EventForm extends Terms {
  event: AirlineEventType
  fields: Readonly<Record<string, Field>>
  /** What makes its id, with places in braces. Absent: a hash of what it says. */
  id?: string | undefined
}

export type MadeEvent =
  | { ok: true; event: Said /** Fields that were left out. */; silent: Silent[] }
  | { ok: false; fault: Fault }

const HASH_CHARS = 22

/** Where in a message the thing stands of which an event is made. */
interface Whence {
  place: string
  /** Before the hash of an event that has no other id. */
  kind: string
  /** Dates the event where no field does. */
  receivedAt: number
}

/** Makes an event of the fields that a mapping names. */
export function makeEvent(cells: Cells, form: EventForm, { place, kind, receivedAt }: Whence): MadeEvent {
  const detail: Record<string, unknown> = {}
  const silent: Silent[] = []
  for (const [path, field] of Object.entries(form.fields)) {
    const read = valueIn(cells, field, form)
    if (read === undefined) continue
    if (read.ok) put(detail, path, read.value)
    else if (field.ifBad === 'leaveOut') silent.push(silence(place, 'leftOut', { what: faultOf(read, place).message }))
    else return { ok: false, fault: faultOf(read, place) }
  }
  const occurredAt = typeof detail.occurredAt === 'string' ? detail.occurredAt : iso(receivedAt)
  const id =
    form.id === undefined ? `${kind}:${shortHash(JSON.stringify(detail), HASH_CHARS)}` : idIn(form.id, cells, form)
  return { ok: true, event: { type: form.event, detail: { id, ...detail, occurredAt } }, silent }
}

type BadValue = Extract<ReadCell, { ok: false }> & { at: string }
type ReadValue = { ok: true; value: unknown } | BadValue

/** Undefined where the message says nothing of it. */
function valueIn(cells: Cells, field: Field, form: EventForm): ReadValue | undefined {
  const { at = '', sum, value, text } = field
  if (value !== undefined) return { ok: true, value }
  if (sum) return sumOf(cells, sum, field, form)
  const written = text === undefined ? cells(at) : filled(text, cells)
  if (written === '') return undefined
  const read = readCell(written, field, form)
  return read.ok ? read : { ...read, at: text ?? at }
}

function sumOf(cells: Cells, places: readonly string[], field: Field, form: EventForm): ReadValue {
  let sum = 0
  for (const at of places) {
    const text = cells(at)
    const read = text === '' ? { ok: true as const, value: 0 } : readCell(text, { as: 'number' }, form)
    if (!read.ok) return { ...read, at }
    sum += read.value as number
  }
  return { ok: true, value: field.as === 'money' ? { amount: sum, currency: field.currency } : sum }
}

/** `opening.flights`, `flights.0.from`: what stands within something else; a number is a place in a list. */
function put(detail: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.')
  let at = detail
  for (const [i, name] of names.slice(0, -1).entries()) {
    if (!Object.hasOwn(at, name)) at[name] = /^\d/.test(names[i + 1]!) ? [] : {}
    at = at[name] as Record<string, unknown>
  }
  at[names.at(-1)!] = value
}

/** Empty, if there is nothing at one of its places. */
function filled(form: string, cells: Cells): string {
  let isWhole = true
  const text = form.replace(PLACE_IN_TEXT, (_, place: string) => {
    const written = cells(place)
    isWhole &&= written !== ''
    return written
  })
  return isWhole ? text : ''
}

/** `ffp:{LOAD_TIME}:{MEMBER_NO}`, with dates as they are everywhere, and in letters that ids may have. */
function idIn(form: string, cells: Cells, terms: Terms): string {
  return form.replace(PLACE_IN_TEXT, (_, place: string) => {
    const text = cells(place)
    const date = readCell(text, { as: 'date' }, terms)
    return String(date.ok ? date.value : text).replace(/[^\w.:/#@+~=-]/g, '_')
  })
}

function faultOf({ at, is, said }: BadValue, place: string): Fault {
  return amiss('bad-field', `${place}, ${at}`, is, { field: at, said })
}
