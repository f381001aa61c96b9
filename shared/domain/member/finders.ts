import { canonicalAddress } from '../../contract/address.ts'
import type { Cabin } from '../../contract/index.ts'
import { beginningsOf } from './family-name.ts'
import { isBooked } from './fold/bookings.ts'
import { dateAt, legAs, legOf } from './legs.ts'
import type { Member } from './member.ts'
import { profileOf } from './profile.ts'

/**
 * What systems that do not know a member's card know instead: the leg they are booked on, its flight number and date, their
 * booking, their address. Each of these names finds the member in an index.
 */
export type FinderName =
  | `leg#${string}`
  | `flight#${string}`
  | `booking#${string}`
  | `mail#${string}`
  | `name#${string}`

/** What is kept of a member under such a name. */
export interface Finder {
  /** For a leg or a booking: what the member is booked on, and until when it is needed. */
  seat?: Seat
}

export interface Seat {
  pnr: string
  cabin: Cabin
  /** Its last departure. */
  departsAt: number
}

/** Without the operational suffix, which bookings do not have. */
export function byLeg(leg: string): FinderName {
  return `leg#${legAs(leg, { flightSuffix: 'ignored' })}`
}

/** The leg that such a name is about. */
export function legNamed(name: string): string | undefined {
  return name.startsWith('leg#') ? name.slice('leg#'.length) : undefined
}

/**
 * All legs of a flight number (`CA123`) on a date at their origins (`YYYY-MM-DD`), for systems that do not know the route.
 * Without the operational suffix.
 */
export function byFlight(number: string, date: string): FinderName {
  return `flight#${number.replace(/[A-Z]$/, '')}:${date}`
}

export function byBooking(pnr: string): FinderName {
  return `booking#${pnr}`
}

export function byMail(address: string): FinderName {
  return `mail#${canonicalAddress(address)}`
}

/** By a beginning of the family name (family-name.ts). */
export function byName(beginning: string): FinderName {
  return `name#${beginning}`
}

/** All names by which a member is found. */
export function findersOf(member: Pick<Member, 'memberId' | 'bookings' | 'layers' | 'joins'>): Map<string, Finder> {
  const finders = new Map<string, Finder>()
  for (const { pnr, created } of member.bookings.filter(isBooked)) {
    for (const segment of created.flights) {
      const { carrier, flightNumber, from, departsAt, cabin } = segment
      const finder = { seat: { pnr, cabin, departsAt } }
      finders.set(byLeg(legOf({ ...segment, scheduledDeparture: departsAt })), finder)
      finders.set(byFlight(`${carrier}${flightNumber}`, dateAt(from, departsAt).slice(0, 10)), finder)
    }
    const last = created.flights.reduce((a, b) => (b.departsAt > a.departsAt ? b : a))
    const known = finders.get(byBooking(pnr))?.seat
    if (!known || known.departsAt < last.departsAt)
      finders.set(byBooking(pnr), { seat: { pnr, cabin: last.cabin, departsAt: last.departsAt } })
  }
  const { email, familyName } = profileOf(member)
  if (email !== undefined) finders.set(byMail(email), {})
  for (const beginning of beginningsOf(familyName ?? '')) finders.set(byName(beginning), {})
  return finders
}

/** The names by which only one of two states of a member is found, or differently. */
export function movedFinders(before: Member, after: Member): string[] {
  const isSame = before.bookings === after.bookings && before.layers === after.layers && before.joins === after.joins
  if (isSame) return []
  const [were, are] = [findersOf(before), findersOf(after)]
  return [...new Set([...were.keys(), ...are.keys()])].filter((name) => !isAlike(were.get(name), are.get(name)))
}

function isAlike(a: Finder | undefined, b: Finder | undefined): boolean {
  if (!a || !b) return false
  return a.seat?.pnr === b.seat?.pnr && a.seat?.cabin === b.seat?.cabin && a.seat?.departsAt === b.seat?.departsAt
}
