import { idIn } from '../../contract/identity.ts'
import { shortHash } from '../../standards/hash.ts'
import { LIMITS, type Member } from './member.ts'
import type { SeenEvent } from './seen-event.ts'

/**
 * Redeliveries. Recent events are kept in the item by their names; what an event is looked up by when it may have
 * fallen out is its record. A cache that has never dropped anything as old as the event knows for sure.
 */

/** Few, because of the fingerprint beside it: what is taken for another event is a conflict, and not lost. */
const ID_CHARS = 8
const DELIVERY_CHARS = 5

/** An event that was accepted: its name, when it happened, under which delivery, and the fingerprint of what it says. */
export interface Accepted {
  id: string
  at: number
  delivery: string
  print: string
}

/** `new`: never seen. `ask`: the cache no longer reaches back so far, its record tells. Else: seen, under this delivery. */
export function recall(member: Member, eventId: string, at: number): SeenEvent | 'new' | 'ask' {
  const id = shortHash(eventId, ID_CHARS)
  const known = member.seen.find((event) => event.id === id) ?? knownFromBefore(member.seen, eventId)
  if (known) return known
  return at > member.seenFloor ? 'new' : 'ask'
}

/** Without a fingerprint, events were kept by their producer's id alone: of which type it was only the record tells. */
function knownFromBefore(seen: readonly SeenEvent[], eventId: string): SeenEvent | undefined {
  const old = seen.filter(({ print }) => print === undefined)
  if (old.length === 0) return undefined
  const id = shortHash(idIn(eventId), ID_CHARS)
  return old.find((event) => event.id === id)
}

/** Whether this is the very delivery that was accepted, come again. */
export function sameDelivery(event: SeenEvent, delivery: string): boolean {
  return event.delivery === shortHash(delivery, DELIVERY_CHARS)
}

/** Notes an accepted event. What falls out raises the floor. */
export function remember(member: Member, { id, at, delivery, print }: Accepted): Pick<Member, 'seen' | 'seenFloor'> {
  const noted = { id: shortHash(id, ID_CHARS), at: toSecond(at), delivery: shortHash(delivery, DELIVERY_CHARS), print }
  return bound([...member.seen, noted], member.seenFloor)
}

/** Up to the second, which is enough for the floor, and never below it. */
function toSecond(at: number): number {
  return Math.ceil(at / 1000) * 1000
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
