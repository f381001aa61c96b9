import { nearest } from '../../standards/nearest.ts'
import { flownLeg, legAs, legOf, readLeg, type SuffixRule } from '../member/legs.ts'
import type { Member } from '../member/member.ts'

export type NamedFlight =
  | { ok: true; leg: string }
  | { ok: false; code: 'bad-flight' | 'unknown-flight'; message: string; hint?: string | undefined }

type Travels = Pick<Member, 'flights' | 'bookings' | 'disruptions' | 'complaints'>

/**
 * The flight that an agent names as a cause. A cause pays once by its name, so a slip of the hand would pay it twice:
 * where flights of the member are known it is one of them, unless the agent says that they know better.
 */
export function namedFlight(
  text: string,
  member: Travels,
  { unknownToo, ...suffix }: SuffixRule & { unknownToo: boolean },
): NamedFlight {
  const read = readLeg(text)
  if (!read.ok) return { ...read, code: 'bad-flight' }
  const leg = legAs(read.name, suffix)
  const known = legsOf(member).map((each) => legAs(each, suffix))
  if (unknownToo || known.length === 0 || known.includes(leg)) return { ok: true, leg }
  const meant = nearest(leg, known)
  const hint = `${meant ? `did you mean ${meant}? ` : ''}--unknown-flight grants it all the same`
  return { ok: false, code: 'unknown-flight', message: `this member is not known to have been on ${leg}`, hint }
}

/** Legs the member is known on. */
function legsOf({ flights, bookings, disruptions, complaints }: Travels): string[] {
  const booked = bookings.flatMap(({ created }) => created?.flights ?? [])
  return [
    ...flights.map(flownLeg),
    ...disruptions.map(({ leg }) => leg),
    ...complaints.flatMap(({ filed }) => filed?.leg ?? []),
    ...booked.map((flight) => legOf({ ...flight, scheduledDeparture: flight.departsAt })),
  ]
}
