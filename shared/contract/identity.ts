import { shortHash } from '../standards/hash.ts'

/**
 * What an event is: its source, its type and its id, as producers number them (CloudEvents). Two systems may use one id,
 * and one system may use it for two types. Where an event comes in it is given the one name it has from then on.
 */

const NAMES_CHARS = 5
/** No id from a producer holds it, and it comes before all that ids hold: names are in the order of their ids. */
export const MARK = '!'

/** The name of an airline's event: `<id>!<hash of source and type>`, so that it is still found by its id. */
export function nameOf(source: string, type: string, id: string): string {
  return `${id}${MARK}${shortHash([source, type], NAMES_CHARS)}`
}

/** The producer's own id in an event's name. Wingback's own events are named by their ids, which are derived. */
export function idIn(name: string): string {
  return name.split(MARK, 1)[0]!
}

/** Raised when the same event would be read otherwise than before: prints of different contracts say nothing of each other. */
const CONTRACT = 'a'
const PRINT_CHARS = 5

/** Wingback's own: a derived id says that it is the same. */
export const OWN_PRINT = '------'

/**
 * The fingerprint of what an event says, as it is understood. What a redelivery may change does not count: the bus's id
 * and time, the order of fields, other writings of the same, and fields that nobody knows. Nor does whose it is, since a
 * merged card's events are sent on.
 */
export function printOf(event: Record<string, unknown>): string {
  const { id: _id, memberId: _memberId, ...content } = event
  return CONTRACT + shortHash(JSON.stringify(inOrder(content)), PRINT_CHARS)
}

/** Whether two fingerprints of one name say that different things were told under it. What is from before has none. */
export function isConflict(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a !== b
}

/** With the fields of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const fields = Object.entries(value).filter(([, each]) => each !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return fields.map(([name, each]) => [name, inOrder(each)])
}
