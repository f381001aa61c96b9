import type { Segment } from '../../../contract/index.ts'
import { addBookings } from '../bookings.ts'
import type { Booking, Member } from '../member.ts'
import { isAfter } from '../order.ts'
import type { Folds } from './fold.ts'

export const bookingFolds: Pick<Folds, 'booking.created' | 'booking.cancelled'> = {
  'booking.created': (draft, event) => {
    const { flights, fare, travellers } = event
    const said = { flights, fare, ...(travellers !== undefined && { travellers }) }
    const created = { at: event.occurredAt, eventId: event.id, ...said }
    addBookings(draft, [{ pnr: event.pnr, created }])
  },
  'booking.cancelled': (draft, event) => {
    addBookings(draft, [{ pnr: event.pnr, cancelled: { at: event.occurredAt, eventId: event.id } }])
  },
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
