import type { Segment } from '../../../events/index.ts'
import { type Booking, LIMITS, type Member } from '../member.ts'
import { isAfter } from '../order.ts'
import type { Folds } from './fold.ts'

export const bookingFolds: Pick<Folds, 'booking.created' | 'booking.cancelled'> = {
  'booking.created': (draft, event) => {
    const created = { at: event.occurredAt, eventId: event.id, flights: event.flights, fare: event.fare }
    addBookings(draft, [{ pnr: event.pnr, created }])
  },
  'booking.cancelled': (draft, event) => {
    addBookings(draft, [{ pnr: event.pnr, cancelled: { at: event.occurredAt, eventId: event.id } }])
  },
}

/** Adds what was learnt of bookings. Creation and cancellation may come in any order: the later of each is kept. */
export function addBookings(draft: Member, bookings: readonly Booking[]): void {
  const byPnr = new Map(draft.bookings.map((booking) => [booking.pnr, booking]))
  for (const booking of bookings) {
    const known = byPnr.get(booking.pnr)
    byPnr.set(booking.pnr, {
      pnr: booking.pnr,
      created: later(known?.created, booking.created),
      cancelled: later(known?.cancelled, booking.cancelled),
    })
  }
  draft.bookings = bounded([...byPnr.values()].sort(lastToMatterFirst))
}

/** As many as are kept, and no more than with so many segments in all: there are bookings of sixteen. */
function bounded(bookings: Booking[]): Booking[] {
  let segments = 0
  const tooMany = bookings.findIndex(({ created }, i) => {
    segments += created?.flights.length ?? 0
    return i >= LIMITS.bookings || segments > LIMITS.segments
  })
  return tooMany < 0 ? bookings : bookings.slice(0, tooMany)
}

/** Booked and not cancelled since. */
export function isBooked(booking: Booking): booking is Booking & { created: NonNullable<Booking['created']> } {
  return !!booking.created && !(booking.cancelled && isAfter(booking.cancelled, booking.created))
}

/** Booked flight segments that have not departed, the next one first. */
export function upcomingSegments(member: Member, now: number): Segment[] {
  return member.bookings
    .filter(isBooked)
    .flatMap((booking) => booking.created.flights)
    .filter((segment) => segment.departsAt > now)
    .sort((a, b) => a.departsAt - b.departsAt)
}

function later<T extends { at: number; eventId: string }>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b
  return isAfter(b, a) ? b : a
}

/** By the last instant at which a booking matters: its last departure, else when it was made or cancelled. */
function lastToMatterFirst(a: Booking, b: Booking): number {
  return lastInstant(b) - lastInstant(a) || (a.pnr < b.pnr ? -1 : 1)
}

function lastInstant(booking: Booking): number {
  const departures = booking.created?.flights.map((flight) => flight.departsAt) ?? []
  return Math.max(booking.created?.at ?? 0, booking.cancelled?.at ?? 0, ...departures)
}
