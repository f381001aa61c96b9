import { nearest } from '../../standards/nearest.ts'
import { flownLeg, legAs, legOf, readLeg, type SuffixRule } from '../member/legs.ts'
import type { Member } from '../member/member.ts'
import type { Saying } from '../texts/saying.ts'

export type NamedFlight =
  | { ok: true; leg: string }
  | { ok: false; code: 'bad-flight' | 'unknown-flight'; message: Saying | string; hint?: Saying | string | undefined }

type Travels = Pick<Member, 'flights' | 'bookings' | 'disruptions' | 'complaints'>

/**
 * The flight that an agent names as a cause. A cause is paid once by its name, so a typo would pay it twice: if flights of
 * the member are known it has to be one of them, unless the agent confirms it.
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
  return {
    ok: false,
    code: 'unknown-flight',
    message: ({ api }) => api.unknownFlight(leg),
    hint: ({ api }) => api.unknownFlightHint(meant),
  }
}

/** The legs that are known for the member. */
function legsOf({ flights, bookings, disruptions, complaints }: Travels): string[] {
  const booked = bookings.flatMap(({ created }) => created?.flights ?? [])
  return [
    ...flights.map(flownLeg),
    ...disruptions.map(({ leg }) => leg),
    ...complaints.flatMap(({ filed }) => filed?.leg ?? []),
    ...booked.map((flight) => legOf({ ...flight, scheduledDeparture: flight.departsAt })),
  ]
}
