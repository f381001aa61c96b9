import { DAY } from '../calendar.ts'
import { bookingAt } from './bookings.ts'
import { isCancelled, knownOf } from './disrupted.ts'
import type { DisruptedLeg } from './disrupted-leg.ts'
import { legAs, legOf, namesOf, parseLeg, type SuffixRule } from './legs.ts'
import type { Booking, Member } from './member.ts'

/**
 * The passenger's way of which a leg is a part: one direction of a booking, as far as it is known. What the law owes is owed
 * for all of it once.
 */
export interface Itinerary {
  from: string
  to: string
  /** From the first to the last, at least the leg itself. */
  legs: readonly string[]
}

interface Flight {
  leg: string
  from: string
  to: string
  departsAt: number
}

type Travels = Pick<Member, 'bookings' | 'disruptions' | 'complaints'>

/** Flights of one booking that follow each other within a day are one way, unless they lead back. */
export function itineraryOf(leg: string, member: Travels, suffix: SuffixRule): Itinerary {
  const account = knownOf(leg, member, suffix)
  const booking = bookingOf(leg, account, member, suffix)
  const booked = flightsOf(booking)
  const own = booked.find((each) => isLeg(each, leg, member, suffix)) ?? booked.find((each) => isFlownOn(leg, each))
  const { from, to } = own ?? parseLeg(leg)!
  const legs = own && !isLeg(own, leg, member, suffix) ? [own.leg, leg] : [leg]
  const departsAt = own?.departsAt ?? account?.words.departsAt?.says
  if (departsAt === undefined) return { from, to, legs }
  const after = booked.filter((each) => isWithinADay(each.departsAt - departsAt))
  const before = booked.filter((each) => isWithinADay(departsAt - each.departsAt))
  const instead = isInsteadOfAnother(leg, booking, member, suffix)
  return withBefore(withAfter({ from, to, legs }, after), instead ? [] : before)
}

/** Each that goes on from where the way has come to, unless it leads back. */
function withAfter(way: Itinerary, flights: readonly Flight[]): Itinerary {
  const { from, legs } = way
  let { to } = way
  const on: string[] = []
  for (const next of flights.toSorted((a, b) => a.departsAt - b.departsAt)) {
    if (next.from !== to || next.to === from) continue
    to = next.to
    on.push(next.leg)
  }
  return { from, to, legs: [...legs, ...on] }
}

/** Each that came to where the way begins. */
function withBefore(way: Itinerary, flights: readonly Flight[]): Itinerary {
  const { to, legs } = way
  let { from } = way
  const before: string[] = []
  for (const last of flights.toSorted((a, b) => b.departsAt - a.departsAt)) {
    if (last.to !== from || last.from === to) continue
    from = last.from
    before.unshift(last.leg)
  }
  return { from, to, legs: [...before, ...legs] }
}

function isWithinADay(time: number): boolean {
  return time > 0 && time <= DAY
}

/** The one that its reports name, else one that the leg is in. */
function bookingOf(
  leg: string,
  account: DisruptedLeg | undefined,
  member: Travels,
  suffix: SuffixRule,
): Booking | undefined {
  const { pnr, departsAt } = account?.words ?? {}
  const named = pnr && departsAt && bookingAt(member.bookings, pnr.says, departsAt.says)
  return named || member.bookings.find((each) => flightsOf(each).some((flight) => isLeg(flight, leg, member, suffix)))
}

function flightsOf(booking: Booking | undefined): Flight[] {
  return (booking?.created?.flights ?? []).map((segment) => ({
    leg: legOf({ ...segment, scheduledDeparture: segment.departsAt }),
    from: segment.from,
    to: segment.to,
    departsAt: segment.departsAt,
  }))
}

function isLeg(flight: Flight, leg: string, member: Travels, suffix: SuffixRule): boolean {
  const name = legAs(flight.leg, suffix)
  return namesOf(leg, member, suffix).some((each) => legAs(each, suffix) === name)
}

/** One leg of a flight that lands on the way and goes on under its number: whoever booked it through stays on board. */
function isFlownOn(leg: string, flight: Flight): boolean {
  const [part, whole] = [parseLeg(leg)!, parseLeg(flight.leg)!]
  return part.number === whole.number && (part.from === whole.from || part.to === whole.to)
}

/**
 * Whether the passenger was given the leg for one that was cancelled: what comes late then is owed for by itself
 * (C-832/18), and the flights before it are not a part of that.
 */
function isInsteadOfAnother(leg: string, booking: Booking | undefined, member: Travels, suffix: SuffixRule): boolean {
  const booked = flightsOf(booking)
  if (!booking || !booked.some((each) => isLeg(each, leg, member, suffix))) return false
  const { from, to } = parseLeg(leg)!
  return member.disruptions.some((each) => {
    const gone = parseLeg(each.leg)
    return (
      each.words.pnr?.says === booking.pnr &&
      isCancelled(each) &&
      (gone?.from === from || gone?.to === to) &&
      !booked.some((flight) => isLeg(flight, each.leg, member, suffix))
    )
  })
}
