import type { Cabin } from '../../contract/index.ts'
import { isBooked } from './fold/bookings.ts'
import { legAs, legOf } from './legs.ts'
import type { Member } from './member.ts'

/** What a member is booked on. */
export interface Seat {
  pnr: string
  cabin: Cabin
  departsAt: number
}

/**
 * The legs that a member is booked on, by the name under which everybody on a leg is found: without the operational suffix,
 * which no booking has.
 */
export function seatsOf({ bookings }: Pick<Member, 'bookings'>): Map<string, Seat> {
  const seats = new Map<string, Seat>()
  for (const { pnr, created } of bookings.filter(isBooked))
    for (const segment of created.flights) {
      const { departsAt, cabin } = segment
      seats.set(seatName(legOf({ ...segment, scheduledDeparture: departsAt })), { pnr, cabin, departsAt })
    }
  return seats
}

export function seatName(leg: string): string {
  return legAs(leg, { flightSuffix: 'ignored' })
}

/** The legs on which two states of a member are not booked alike. */
export function movedSeats(before: Member, after: Member): string[] {
  if (before.bookings === after.bookings) return []
  const [were, are] = [seatsOf(before), seatsOf(after)]
  return [...new Set([...were.keys(), ...are.keys()])].filter((leg) => !isSame(were.get(leg), are.get(leg)))
}

function isSame(a: Seat | undefined, b: Seat | undefined): boolean {
  return a?.pnr === b?.pnr && a?.cabin === b?.cabin && a?.departsAt === b?.departsAt
}
