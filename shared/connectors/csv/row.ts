import type { Fault } from '../../contract/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { iso } from '../../standards/local-time.ts'
import type { Said, Silent } from '../connector.ts'
import { cleaned, readCell } from './cell.ts'
import type { CsvMapping, Field } from './mapping.ts'

/** Cells by the names of their columns. */
export type Row = Readonly<Record<string, string | undefined>>

export type ReadRow =
  | { ok: true; event: Said /** Fields that were left out. */; silent: Silent[] }
  | { ok: false; fault: Fault }

const HASH_CHARS = 22

/** Makes an event of a row. `receivedAt` dates it where no column does. */
export function readRow(row: Row, place: string, mapping: CsvMapping, receivedAt: number): ReadRow {
  const detail: Record<string, unknown> = {}
  const silent: Silent[] = []
  for (const [path, how] of Object.entries(mapping.fields)) {
    const field: Field = typeof how === 'string' ? { column: how } : how
    const read = valueIn(row, field, mapping)
    if (read === undefined) continue
    if (read.ok) put(detail, path, read.value)
    else if (field.ifBad === 'leaveOut') silent.push({ place, why: `${read.column} is left out: ${read.message}` })
    else return { ok: false, fault: faultOf(read, place) }
  }
  const occurredAt = typeof detail.occurredAt === 'string' ? detail.occurredAt : iso(receivedAt)
  const id =
    mapping.id === undefined ? `csv:${shortHash(JSON.stringify(detail), HASH_CHARS)}` : filled(mapping.id, row, mapping)
  return { ok: true, event: { type: mapping.event, detail: { id, ...detail, occurredAt } }, silent }
}

type ReadValue =
  | { ok: true; value: unknown }
  | { ok: false; column: string; message: string; hint?: string | undefined }

/** Undefined where the cell says nothing. */
function valueIn(row: Row, field: Field, mapping: CsvMapping): ReadValue | undefined {
  const { column, columns, value } = field
  if (value !== undefined) return { ok: true, value }
  if (columns) return sumOf(row, columns, field, mapping)
  const text = cleaned(row[column ?? ''] ?? '', mapping)
  if (text === '') return undefined
  const read = readCell(text, field, mapping)
  return read.ok ? read : { ...read, column: column ?? '' }
}

function sumOf(row: Row, columns: readonly string[], field: Field, mapping: CsvMapping): ReadValue {
  let sum = 0
  for (const column of columns) {
    const text = cleaned(row[column] ?? '', mapping)
    const read = text === '' ? { ok: true as const, value: 0 } : readCell(text, { as: 'number' }, mapping)
    if (!read.ok) return { ...read, column }
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

/** `ffp:{LOAD_TIME}:{MEMBER_NO}`, with dates as they are everywhere. */
function filled(form: string, row: Row, mapping: CsvMapping): string {
  return form.replace(/\{([^}]{1,100})\}/g, (_, column: string) => {
    const text = cleaned(row[column] ?? '', mapping)
    const date = readCell(text, { as: 'date' }, mapping)
    return String(date.ok ? date.value : text).replace(/[^\w.:/#@+~=-]/g, '_')
  })
}

function faultOf({ column, message, hint }: Extract<ReadValue, { ok: false }>, place: string): Fault {
  return { code: 'bad-field', path: `${place}, ${column}`, message: `${column}: ${message}`, ...(hint && { hint }) }
}
