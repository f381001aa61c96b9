import { shortHash } from '../standards/hash.ts'

/**
 * What identifies an event: its source, its type and its id, as its producer numbers it (CloudEvents). Two systems may use
 * the same id, and one system may use it for two types. Each event is given one name as it comes in, and keeps it.
 */

const NAMES_CHARS = 5
/** No producer's id contains it, and it sorts before every character of an id, so that names are in the order of their ids. */
export const MARK = '!'

/** The name of an airline's event: `<id>!<hash of source and type>`, so that it can still be found by its id. */
export function nameOf(source: string, type: string, id: string): string {
  return `${id}${MARK}${shortHash([source, type], NAMES_CHARS)}`
}

/** The producer's own id in an event's name. Wingback's own events have their (derived) id as their name. */
export function idIn(name: string): string {
  return name.split(MARK, 1)[0]!
}

/**
 * To be changed when the same event would be read differently than before: fingerprints of different contracts cannot be
 * compared.
 */
const CONTRACT = 'a'
const PRINT_CHARS = 5

/** The fingerprint of Wingback's own events: a derived id already means the same content. */
export const OWN_PRINT = '------'

/**
 * The fingerprint of an event's content, as it is understood. It ignores what a redelivery may change: the bus's id and
 * time, the order of fields, other spellings of the same value, unknown fields. It ignores the card too, because a merged
 * card's events are sent on.
 */
export function printOf(event: Record<string, unknown>): string {
  const { id: _id, memberId: _memberId, ...content } = event
  return CONTRACT + shortHash(JSON.stringify(inOrder(content)), PRINT_CHARS)
}

/** Whether two fingerprints of one name mean different content. Events from before fingerprints existed have none. */
export function isConflict(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a !== b
}

/** The value with the fields of every object sorted. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const fields = Object.entries(value).filter(([, each]) => each !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return fields.map(([name, each]) => [name, inOrder(each)])
}
