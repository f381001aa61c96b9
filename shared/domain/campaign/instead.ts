import { DAY, MINUTE } from '../calendar.ts'
import { bookingAt } from '../member/bookings.ts'
import { said } from '../member/disrupted.ts'
import type { DisruptedLeg } from '../member/disrupted-leg.ts'
import { isBooked } from '../member/fold/bookings.ts'
import { legAs, legOf, parseLeg, type SuffixRule } from '../member/legs.ts'
import type { Booking, Member } from '../member/member.ts'

/** What a booking that was changed says of the flights that the passenger was given instead. */
export interface Instead {
  /** When the booking was changed. */
  at: number
  /** Of the last of them: how late it comes decides with. */
  lastLeg: string
  departsAt: number
  lastDepartsAt: number
  departsEarlierMin: number
  /** How much later it is planned to arrive; undefined: that cannot be told from departures. */
  plannedLaterMin?: number | undefined
  /** How far that may be out: the arrival is not told, and two flights of one route take about as long. */
  marginMin: number
}

/** Minutes by which flights between the same two airports differ in the time they take. */
const BLOCK_MARGIN_MIN = 30
/** Whoever flies later than that has another journey. */
const WITHIN = 4 * DAY

type Booked = Booking & { created: NonNullable<Booking['created']> }
type Segment = Booked['created']['flights'][number]

/**
 * The flights instead of one that was cancelled, by a booking that was changed to others since and leads to the same place;
 * undefined: it was not.
 */
export function insteadOf(
  account: DisruptedLeg,
  names: readonly string[],
  { bookings }: Pick<Member, 'bookings'>,
  suffix: SuffixRule,
): Instead | undefined {
  const { pnr, departsAt, arrivesAt } = said(account.words)
  const booking = departsAt === undefined ? undefined : bookingAt(bookings, pnr, departsAt)
  const { cancellation } = account.troubles
  if (!booking || !isBooked(booking) || departsAt === undefined || !cancellation) return undefined
  const { at, flights } = booking.created
  if (at < cancellation.at || flights.some((each) => names.includes(legAs(nameOf(each), suffix)))) return undefined
  const { from, to } = parseLeg(account.leg)!
  const given = wayTo(
    flights.filter((each) => Math.abs(each.departsAt - departsAt) <= WITHIN),
    from,
    to,
  )
  const [first] = given
  const last = given.at(-1)
  if (!first || !last) return undefined
  const isTold = arrivesAt !== undefined && last.arrivesAt !== undefined
  return {
    at,
    lastLeg: nameOf(last),
    departsAt,
    lastDepartsAt: last.departsAt,
    departsEarlierMin: Math.max(0, minutesFrom(first.departsAt, departsAt)),
    plannedLaterMin: isTold
      ? minutesFrom(arrivesAt, last.arrivesAt!)
      : given.length === 1
        ? minutesFrom(departsAt, last.departsAt)
        : undefined,
    marginMin: isTold ? 0 : BLOCK_MARGIN_MIN,
  }
}

function minutesFrom(a: number, b: number): number {
  return Math.round((b - a) / MINUTE)
}

/** The first flights that lead from one place to the other, each from where the last one came to; none: they do not. */
function wayTo(flights: readonly Segment[], from: string, to: string): Segment[] {
  const way: Segment[] = []
  let place = from
  for (const next of flights.toSorted((a, b) => a.departsAt - b.departsAt)) {
    if (next.from !== place) continue
    way.push(next)
    place = next.to
    if (place === to) return way
  }
  return []
}

function nameOf(segment: Segment): string {
  return legOf({ ...segment, scheduledDeparture: segment.departsAt })
}
