import { nearest } from '../../nearest.ts'
import { LEG_FORM, type Leg, legOf, parseLeg, readLeg } from '../member/legs.ts'
import type { Member } from '../member/member.ts'

export type NamedFlight =
  | { ok: true; leg: string }
  | { ok: false; code: 'bad-flight' | 'unknown-flight'; message: string; hint: string }

type Travels = Pick<Member, 'flights' | 'bookings' | 'disruptions' | 'complaints'>

/**
 * The flight that an agent names as a cause. A cause pays once by its name, so a slip of the hand would pay it twice:
 * where flights of the member are known it is one of them, unless the agent says that they know better.
 */
export function namedFlight(text: string, member: Travels, { unknownToo }: { unknownToo: boolean }): NamedFlight {
  const leg = readLeg(text)
  if (leg === undefined) {
    const hint = `a flight is written ${LEG_FORM}: number, from, to, scheduled departure`
    return { ok: false, code: 'bad-flight', message: `"${text}" is no flight`, hint }
  }
  const known = legsOf(member)
  const knowsNone = known.length === 0 && member.flights.length === 0
  if (unknownToo || knowsNone || known.includes(leg) || isFlown(leg, member)) return { ok: true, leg }
  const meant = nearest(leg, known)
  const hint = `${meant ? `did you mean ${meant}? ` : ''}--unknown-flight grants it all the same`
  return { ok: false, code: 'unknown-flight', message: `nothing is known of this member on ${leg}`, hint }
}

/** Legs the member is known on by name. */
function legsOf({ bookings, disruptions, complaints }: Travels): string[] {
  const booked = bookings.flatMap(({ created }) => created?.flights ?? [])
  return [
    ...disruptions.map(({ leg }) => leg),
    ...complaints.flatMap(({ filed }) => filed?.leg ?? []),
    ...booked.map((flight) => legOf({ ...flight, scheduledDeparture: flight.departsAt })),
  ]
}

/** Of a flight that was flown only the end is kept: it is within so long of when it should have departed. */
const FLOWN_WITHIN_MS = 3 * 86_400_000

function isFlown(leg: string, { flights }: Travels): boolean {
  const { number, from, to, scheduledDeparture }: Leg = parseLeg(leg)!
  return flights.some(
    (flown) =>
      `${flown.carrier}${flown.flightNumber}` === number &&
      flown.from === from &&
      flown.to === to &&
      Math.abs(flown.at - scheduledDeparture) <= FLOWN_WITHIN_MS,
  )
}
