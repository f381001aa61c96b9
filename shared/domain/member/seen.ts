import { shortHash } from '../hash.ts'
import { LIMITS, type Member, type SeenEvent } from './member.ts'

/**
 * Redeliveries. Recent event ids are kept in the item; what an event id is looked up by when it may have fallen out
 * is its record. A cache that has never dropped anything as old as the event knows for sure.
 */

const ID_CHARS = 10
const DELIVERY_CHARS = 5

/** `new`: never seen. `ask`: the cache no longer reaches back so far, its record tells. Else: seen, under this delivery. */
export function recall(member: Member, eventId: string, at: number): SeenEvent | 'new' | 'ask' {
  const id = shortHash(eventId, ID_CHARS)
  const known = member.seen.find((event) => event.id === id)
  if (known) return known
  return at > member.seenFloor ? 'new' : 'ask'
}

/** Whether this is the very delivery that was accepted, come again. */
export function sameDelivery(event: SeenEvent, delivery: string): boolean {
  return event.delivery === shortHash(delivery, DELIVERY_CHARS)
}

/** Notes an accepted event. What falls out raises the floor. */
export function remember(
  member: Member,
  eventId: string,
  at: number,
  delivery: string,
): Pick<Member, 'seen' | 'seenFloor'> {
  return bound(
    [...member.seen, { id: shortHash(eventId, ID_CHARS), at, delivery: shortHash(delivery, DELIVERY_CHARS) }],
    member.seenFloor,
  )
}

/** What two cards have seen, as one. */
export function unite(a: Member, b: Member): Pick<Member, 'seen' | 'seenFloor'> {
  const byId = new Map([...b.seen, ...a.seen].map((event) => [event.id, event]))
  return bound([...byId.values()], Math.max(a.seenFloor, b.seenFloor))
}

/**
 * What came first falls out first, and not what is oldest: what came last is not surely recorded yet, so nothing but
 * the cache knows of it.
 */
function bound(events: SeenEvent[], floor: number): Pick<Member, 'seen' | 'seenFloor'> {
  const dropped = events.slice(0, Math.max(0, events.length - LIMITS.seen))
  return { seen: events.slice(dropped.length), seenFloor: Math.max(floor, ...dropped.map((event) => event.at)) }
}
