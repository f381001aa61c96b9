import type { Calendar } from '../../calendar.ts'
import { floorOf, within } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { openingIn } from '../facts/known.ts'
import { flightsSince, nthNewest, type Opening, shareOfNewest } from '../facts/opening.ts'
import { always } from '../window.ts'
import { type Compare, type Dated, type Sum, sortDated } from './measure.ts'

/** What is in the window now: dated amounts, and the newest so many flights of the opening. */
export interface Content {
  dated: Dated
  opening: Opening | undefined
  /** What the opening counts in all, and how many of its flights are in the window. */
  total: number
  flights: number
  value: number
  /** An amount below zero was met: the sum may rise when it leaves. */
  mayRise: boolean
}

/** Used again by each evaluation; evaluations do not nest. */
const content: Content = {
  dated: { size: 0, at: [], amount: [] },
  opening: undefined,
  total: 0,
  flights: 0,
  value: 0,
  mayRise: false,
}

/** Compares a sum. It falls as time goes by, so the answer stands until it falls below the cut under it. */
export const compareSum: Compare<'sum'> = (sum, matcher) => {
  const bands = matcher.bands!
  const among = within(bands)
  const timeless = sum.window === always || bands.cuts.length === 0
  const holds = (subject: Subject) => among(valueOfSum(sum, subject))
  if (timeless) return { timeless, holds, test: holds, value: (subject) => valueOfSum(sum, subject) }
  return {
    timeless,
    holds,
    test: (subject) => {
      const { value, mayRise } = fillNow(sum, subject)
      const floor = floorOf(bands, value)
      const at = mayRise ? oldest(subject.calendar) : floor > 0 ? lastWith(floor, subject.calendar) : undefined
      subject.until = at === undefined ? Number.POSITIVE_INFINITY : sum.window.leaves(at, subject.calendar)
      return among(value)
    },
    value: (subject) => valueOfSum(sum, subject),
  }
}

/** When, counting backwards from the newest, the sum first came to `least`: once that instant has left, it is less. */
export function heldBy(sum: Sum, subject: Subject, least: number): number {
  fillNow(sum, subject)
  return lastWith(least, subject.calendar)
}

/** The sum at present. */
export function valueOfSum(sum: Sum, subject: Subject): number {
  return valueSince(sum, subject, sum.window.from(subject.now, subject.calendar))
}

/** What is dated at or after `from` comes to. */
export function valueSince(sum: Sum, subject: Subject, from: number): number {
  const { dated } = content
  dated.size = 0
  sum.collect(subject, from, dated)
  let value = 0
  for (let i = 0; i < dated.size; i++) value += dated.amount[i]!
  const opening = sum.opening && openingIn(subject)
  const total = opening ? sum.opening!(opening) : 0
  return total === 0 ? value : value + shareOfNewest(opening!, total, flightsSince(opening!, from, subject.calendar))
}

function fillNow(sum: Sum, subject: Subject): Content {
  return fill(sum, subject, sum.window.from(subject.now, subject.calendar))
}

/** What is dated at or after `from`. */
export function fill(sum: Sum, subject: Subject, from: number): Content {
  const { dated } = content
  dated.size = 0
  sum.collect(subject, from, dated)
  sortDated(dated)
  content.value = 0
  content.mayRise = false
  for (let i = 0; i < dated.size; i++) {
    content.value += dated.amount[i]!
    if (dated.amount[i]! < 0) content.mayRise = true
  }
  content.opening = sum.opening && openingIn(subject)
  content.total = content.opening ? sum.opening!(content.opening) : 0
  content.flights = content.total === 0 ? 0 : flightsSince(content.opening!, from, subject.calendar)
  if (content.flights > 0) content.value += shareOfNewest(content.opening!, content.total, content.flights)
  if (content.total < 0) content.mayRise = true
  return content
}

/**
 * The latest instant such that what is dated at or after it sums to `least`: the best over all ways to take the newest
 * `i` dated amounts and as few of the opening's newest flights as are then needed.
 */
function lastWith(least: number, calendar: Calendar): number {
  const { dated } = content
  let best = Number.NEGATIVE_INFINITY
  let sum = 0
  for (let i = 0; i <= dated.size; i++) {
    const datedAt = i === 0 ? Number.POSITIVE_INFINITY : dated.at[i - 1]!
    if (datedAt <= best) break
    if (sum >= least) return Math.max(best, datedAt)
    const rank = flightsNeeded(least, sum)
    if (rank !== undefined) best = Math.max(best, Math.min(datedAt, nthNewest(content.opening!, rank, calendar)))
    if (i < dated.size) sum += dated.amount[i]!
  }
  return best
}

/** The fewest of the opening's newest flights that, with `sum`, come to `least`; undefined: even all do not. */
function flightsNeeded(least: number, sum: number): number | undefined {
  const { opening, total, flights } = content
  if (!opening || flights === 0 || sum + shareOfNewest(opening, total, flights) < least) return undefined
  let low = 1
  let high = flights
  while (low < high) {
    const middle = (low + high) >> 1
    if (sum + shareOfNewest(opening, total, middle) >= least) high = middle
    else low = middle + 1
  }
  return low
}

function oldest(calendar: Calendar): number {
  const { dated, opening, flights } = content
  const datedAt = dated.size > 0 ? dated.at[dated.size - 1]! : Number.POSITIVE_INFINITY
  return flights > 0 ? Math.min(datedAt, nthNewest(opening!, flights, calendar)) : datedAt
}
