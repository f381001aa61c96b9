import { isSeq, parse, parseDocument, stringify } from 'yaml'
import { isMapping } from '../../../shared/domain/cursor.ts'

/** One thing a line, as a table shows it: `at: 3d later, event: booking.created`. */
export function linesOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(lineOf).join('\n')
  if (!isMapping(value)) return String(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner)}`)
    .join('\n')
}

/** The braces around a line are left out. */
function lineOf(item: unknown): string {
  const text = flow(item)
  return isMapping(item) ? text.replace(/^\{ ?(.*?) ?\}$/s, '$1') : text
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim()
}

/** Undefined while it cannot be read. A list of one word (`nothing`) is that word. */
export function readList(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 1 && /^[a-z]+$/.test(lines[0]!.trim())) return lines[0]!.trim()
  const items = lines.map((line) => readOne(`{ ${line.trim()} }`))
  return items.includes(undefined) ? undefined : items
}

export function readMapping(text: string): unknown {
  const document = parseDocument(text)
  if (document.errors.length > 0 || isSeq(document.contents)) return undefined
  const value: unknown = document.toJS()
  return value === null || isMapping(value) ? (value ?? {}) : undefined
}

function readOne(text: string): unknown {
  try {
    return parse(text) as unknown
  } catch {
    return undefined
  }
}
