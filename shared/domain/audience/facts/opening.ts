import type { OpeningBalance } from '../../../contract/index.ts'
import { share } from '../../../standards/money.ts'
import type { Calendar } from '../../calendar.ts'
import { DAY, dayOfDate } from '../../calendar.ts'

/**
 * How an opening balance counts in windows: as if its flights had been flown at equal intervals of days from the first to
 * the last, each with an equal share of distance and spend. It is calculated directly: the cost does not depend on the
 * number of flights.
 *
 * Flight `i` (0 is the oldest) was flown on day `firstDay + floor(i × span / (flights - 1))`, a single one on the last day.
 * It is dated the first instant of that day in the airline's zone.
 */
export interface Opening {
  flights: number
  /** Days since 1970-01-01. */
  firstDay: number
  /** Days from the first flight to the last. */
  span: number
  balance: OpeningBalance
}

/**
 * The opening balance in the form used for calculations. Undefined if it has no flights. If a date is not known: the 24
 * months before `asOf`. A first flight before these is the first of their life, and none of the balance: its flights are of the 24
 * months. Swapped dates are put in order.
 */
export function openingOf(balance: OpeningBalance | undefined): Opening | undefined {
  if (!balance || balance.flights < 1) return undefined
  const asOf = dayOfDate(balance.asOf)
  const last = balance.lastFlightOn ? dayOfDate(balance.lastFlightOn) : asOf
  const begins = twoYearsBefore(asOf)
  const known = balance.firstFlightOn
    ? Math.max(dayOfDate(balance.firstFlightOn), Math.min(last, begins))
    : Math.min(last, begins + 1)
  const first = balance.flights === 1 ? last : known
  return { flights: balance.flights, firstDay: Math.min(first, last), span: Math.abs(last - first), balance }
}

/** The same day of the month; of a 29 February the 28th. */
function twoYearsBefore(day: number): number {
  const date = new Date(day * DAY)
  const [year, month] = [date.getUTCFullYear() - 2, date.getUTCMonth()]
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0)) / DAY
}

/** How many of the flights are dated at or after an instant. */
export function flightsSince(opening: Opening, from: number, calendar: Calendar): number {
  return flightsFrom(opening, dayFrom(from, calendar))
}

/** The first day that begins at or after an instant. */
export function dayFrom(instant: number, calendar: Calendar): number {
  if (instant === Number.NEGATIVE_INFINITY) return instant
  const day = calendar.dayOf(instant)
  return calendar.startOfDayNumber(day) < instant ? day + 1 : day
}

/** How many of the flights were flown on a day or after it. */
export function flightsFrom({ flights, firstDay, span }: Opening, day: number): number {
  const gap = day - firstDay
  if (gap <= 0) return flights
  if (gap > span) return 0
  return flights - Math.ceil((gap * (flights - 1)) / span)
}

/** The instant of the `rank`-th newest flight, from 1 on. */
export function nthNewest({ flights, firstDay, span }: Opening, rank: number, calendar: Calendar): number {
  const days = flights === 1 ? 0 : Math.floor(((flights - rank) * span) / (flights - 1))
  return calendar.startOfDayNumber(firstDay + days)
}

/** What the newest so many flights have of a total: shares are whole, and together exactly the total. */
export function shareOfNewest({ flights }: Opening, total: number, newest: number): number {
  return newest >= flights ? total : total - share(total, flights - newest, flights, 'down')
}
