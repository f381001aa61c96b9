import type { Money } from '../../contract/index.ts'
import { DAY } from '../calendar.ts'
import { dateAt } from './legs.ts'
import { type Booking, LIMITS, type Member } from './member.ts'
import { isAfter } from './order.ts'

/**
 * Booking references are reused: a booking is a PNR **and the time in which it is alive**, from its creation until a week
 * after its last departure. A report of a PNR while one of its bookings is alive is about that one, in any order of arrival;
 * bookings of one PNR whose times overlap are one. So a changed booking stays the same, and a PNR that is reused after the
 * trip is another.
 *
 * Its name is its PNR and the date of the first departure it was made with.
 */
export function bookingName({ pnr, made, created }: Booking): string {
  const on = made?.on ?? (created && firstDateOf(created))
  return on === undefined ? pnr : `${pnr}:${on}`
}

/** The booking that a PNR meant at an instant. */
export function bookingAt(bookings: readonly Booking[], pnr: string | undefined, at: number): Booking | undefined {
  return bookings.find((booking) => booking.pnr === pnr && lives(booking, at))
}

/** Whether the booking was alive at an instant, ends included. */
export function lives(booking: Booking, at: number): boolean {
  const [from, to] = lifeOf(booking)
  return from <= at && at <= to
}

/** Adds bookings. Creation and cancellation may arrive in any order: the later of each is kept. */
export function addBookings(draft: Member, bookings: readonly Booking[]): void {
  let all = draft.bookings
  for (const booking of bookings) {
    const same = all.filter((each) => each.pnr === booking.pnr && overlap(lifeOf(each), lifeOf(booking)))
    all = [...all.filter((each) => !same.includes(each)), same.reduce(unite, booking)]
  }
  draft.bookings = bounded([...all].sort(lastToMatterFirst))
}

/** Reservation systems keep a PNR for some days after its last flight, for rebookings and late reports. */
const KEPT_AFTER = 7 * DAY

type Life = readonly [from: number, to: number]
type Created = NonNullable<Booking['created']>

/** A report without its booking is alive for an instant. Of a past that is loaded later, the flights give the time. */
function lifeOf({ life, created, cancelled }: Booking): Life {
  if (life) return life
  if (!created) return [cancelled!.at, cancelled!.at]
  const departures = created.flights.map(({ departsAt }) => departsAt)
  return [Math.min(created.at, ...departures), Math.max(...departures) + KEPT_AFTER]
}

function overlap([from, to]: Life, [otherFrom, otherTo]: Life): boolean {
  return from <= otherTo && otherFrom <= to
}

/** Merges two that are one. Its time and its first departure are only stored if its current state does not give them. */
function unite(a: Booking, b: Booking): Booking {
  const [lifeA, lifeB] = [lifeOf(a), lifeOf(b)]
  const life: Life = [Math.min(lifeA[0], lifeB[0]), Math.max(lifeA[1], lifeB[1])]
  const made = earlier(madeOf(a), madeOf(b))
  const paid = later(paidFor(a), paidFor(b))
  const united: Booking = {
    pnr: a.pnr,
    created: later(a.created, b.created),
    cancelled: later(a.cancelled, b.cancelled),
  }
  const [from, to] = lifeOf(united)
  const isTold = united.created?.fare !== undefined
  return {
    ...united,
    ...((from !== life[0] || to !== life[1]) && { life }),
    ...(paid && !isTold && { paid }),
    ...(made && made.eventId !== united.created?.eventId && { made }),
  }
}

/** The latest report of its fare. */
function paidFor({ created, paid }: Booking): Booking['paid'] {
  return created?.fare ? { at: created.at, eventId: created.eventId, fare: created.fare } : paid
}

export function fareOf(booking: Booking): Money | undefined {
  return paidFor(booking)?.fare
}

function madeOf({ made, created }: Booking): Booking['made'] {
  return made ?? (created && { at: created.at, eventId: created.eventId, on: firstDateOf(created) })
}

/** When it was first made, if known. Undefined while only its cancellation is. */
export function madeAt(booking: Booking): number | undefined {
  return madeOf(booking)?.at
}

function firstDateOf({ flights }: Created): string {
  const first = flights.reduce((a, b) => (b.departsAt < a.departsAt ? b : a))
  return dateAt(first.from, first.departsAt)
}

function later<T extends { at: number; eventId: string }>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b
  return isAfter(b, a) ? b : a
}

function earlier<T extends { at: number; eventId: string }>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b
  return isAfter(b, a) ? a : b
}

/** As many as are kept, and no more than with so many segments in all: there are bookings with sixteen. */
function bounded(bookings: Booking[]): Booking[] {
  let segments = 0
  const tooMany = bookings.findIndex(({ created }, i) => {
    segments += created?.flights.length ?? 0
    return i >= LIMITS.bookings || segments > LIMITS.segments
  })
  return tooMany < 0 ? bookings : bookings.slice(0, tooMany)
}

/** By the last instant at which a booking matters: its last departure, or else its creation or cancellation. */
function lastToMatterFirst(a: Booking, b: Booking): number {
  return lastInstant(b) - lastInstant(a) || (a.pnr < b.pnr ? -1 : a.pnr > b.pnr ? 1 : lifeOf(a)[0] - lifeOf(b)[0])
}

function lastInstant(booking: Booking): number {
  const departures = booking.created?.flights.map((flight) => flight.departsAt) ?? []
  return Math.max(booking.created?.at ?? 0, booking.cancelled?.at ?? 0, ...departures)
}
