import type { Calendar } from '../../calendar.ts'
import { comparing, floorOf, within } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { openingIn } from '../facts/known.ts'
import { dayFrom, flightsFrom, nthNewest, type Opening, shareOfNewest } from '../facts/opening.ts'
import { always } from '../window.ts'
import { eachInstant } from './instant.ts'
import { type Compare, type Dated, type Sum, sortDated } from './measure.ts'

/** What is in the window: dated amounts, and the newest flights of the opening balance. */
export interface Content {
  /** As they were found. */
  dated: Dated
  opening: Opening | undefined
  /** The opening balance's total, and how many of its flights are in the window. */
  total: number
  flights: number
}

/** Reused by each evaluation; evaluations do not nest. */
const content: Content = { dated: { size: 0, at: [], amount: [] }, opening: undefined, total: 0, flights: 0 }

/** Compares a sum. It decreases as time passes, so the answer stands until it falls below the next lower cut. */
export const compareSum: Compare<'sum'> = (sum, matcher) => {
  const bands = matcher.bands!
  const timeless = sum.window === always || bands.cuts.length === 0
  const value = summing(sum)
  const holds = comparing(bands, value)
  if (timeless) return { timeless, holds, test: holds, value }
  const { from, leaves } = sum.window
  const among = within(bands)
  return {
    timeless,
    holds,
    test: (subject) => {
      const { now, calendar } = subject
      const present = value(subject)
      const floor = floorOf(bands, present)
      const rising = mayRise(sum, subject)
      subject.until = Number.POSITIVE_INFINITY
      if (floor > 0 || rising) {
        fill(sum, subject, from(now, calendar))
        const at = rising ? oldest(calendar) : lastWith(floor, calendar)
        if (at !== Number.POSITIVE_INFINITY) subject.until = leaves(at, calendar)
      }
      return among(present)
    },
    value,
  }
}

/**
 * The instant at which, counting back from the newest, the sum reaches `least`: once that instant leaves the window, the sum
 * is less.
 */
export function heldBy(sum: Sum, subject: Subject, least: number): number {
  fill(sum, subject, sum.window.from(subject.now, subject.calendar))
  return lastWith(least, subject.calendar)
}

/** The current sum. Its parts are taken out of the measure once: looking them up each time costs as much as adding up. */
export function summing({ window, collect, opening }: Sum): (subject: Subject) => number {
  const { from } = window
  const { dated } = content
  if (!opening) {
    return (subject) => {
      dated.size = 0
      collect(subject, from(subject.now, subject.calendar), dated)
      return totalOf(dated)
    }
  }
  const firstDay = eachInstant((now, calendar) => dayFrom(from(now, calendar), calendar))
  return (subject) => {
    const { now, calendar } = subject
    dated.size = 0
    collect(subject, from(now, calendar), dated)
    const day = firstDay(subject)
    const total = totalOf(dated)
    const brought = openingIn(subject)
    return brought ? total + shareOfNewest(brought, opening(brought), flightsFrom(brought, day)) : total
  }
}

/** Collects what is dated at or after `from`, and returns the sum. */
export function valueSince(sum: Sum, subject: Subject, from: number): number {
  const { dated, opening, total, flights } = fill(sum, subject, from)
  return totalOf(dated) + (flights === 0 ? 0 : shareOfNewest(opening!, total, flights))
}

/** What is dated at or after `from`. */
export function fill({ collect, opening }: Sum, subject: Subject, from: number): Content {
  content.dated.size = 0
  collect(subject, from, content.dated)
  const brought = opening && openingIn(subject)
  content.opening = brought
  content.total = brought ? opening(brought) : 0
  content.flights = content.total === 0 ? 0 : flightsFrom(brought!, dayFrom(from, subject.calendar))
  return content
}

function totalOf({ size, amount }: Dated): number {
  let total = 0
  for (let i = 0; i < size; i++) total += amount[i]!
  return total
}

/** Whether one of the amounts is negative: then the sum may rise when it leaves. */
function mayRise({ opening }: Sum, subject: Subject): boolean {
  const { dated } = content
  for (let i = 0; i < dated.size; i++) if (dated.amount[i]! < 0) return true
  const brought = opening && openingIn(subject)
  return brought !== undefined && opening!(brought) < 0
}

/**
 * The latest instant such that everything dated at or after it adds up to `least`: the best way to take the newest `i` dated
 * amounts, and then as few of the opening's newest flights as are needed.
 */
function lastWith(least: number, calendar: Calendar): number {
  const { dated } = content
  sortDated(dated)
  let best = Number.NEGATIVE_INFINITY
  let sum = 0
  for (let i = 0; i <= dated.size; i++) {
    const datedAt = i === 0 ? Number.POSITIVE_INFINITY : dated.at[i - 1]!
    if (datedAt <= best) break
    if (sum >= least) return Math.max(best, datedAt)
    const rank = flightsNeeded(least - sum)
    if (rank !== undefined) best = Math.max(best, Math.min(datedAt, nthNewest(content.opening!, rank, calendar)))
    if (i < dated.size) sum += dated.amount[i]!
  }
  return best
}

/** The fewest of the opening's newest flights that reach `least`. Undefined: all of them do not. */
function flightsNeeded(least: number): number | undefined {
  const { opening, total, flights } = content
  if (!opening || flights === 0 || shareOfNewest(opening, total, flights) < least) return undefined
  // Shares are whole, so the guess may be one off.
  let rank = Math.min(flights, Math.max(1, Math.ceil((opening.flights * least) / total)))
  while (shareOfNewest(opening, total, rank) < least) rank++
  while (rank > 1 && shareOfNewest(opening, total, rank - 1) >= least) rank--
  return rank
}

function oldest(calendar: Calendar): number {
  const { dated, opening, flights } = content
  let first = flights > 0 ? nthNewest(opening!, flights, calendar) : Number.POSITIVE_INFINITY
  for (let i = 0; i < dated.size; i++) first = Math.min(first, dated.at[i]!)
  return first
}
