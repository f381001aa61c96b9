import { DAY } from '../calendar.ts'
import { type Cursor, complain, describe, list, meant, short } from '../cursor.ts'
import { type Duration, parseDuration } from '../units.ts'
import { complainOfDuration, readDay } from './operands.ts'
import { PERIODS, type Period } from './period.ts'
import {
  type Ahead,
  aheadBetween,
  aheadDuring,
  aheadOf,
  aheadOfDays,
  type Window,
  windowBetween,
  windowDuring,
  windowOf,
  windowOfDays,
} from './window.ts'

/** How far a window reaches at most: ten years. */
const FURTHEST = 3660 * DAY

/** How windows are written. Each gives the window, or complains. */
export const windowReaders: Record<'inLast' | 'between' | 'during', (at: Cursor) => Window | undefined> = {
  inLast: (at) => {
    const duration = readReach(at)
    return duration && windowOf(duration)
  },
  between: (at) => {
    const ends = readEnds(at)
    if (!ends) return undefined
    return 'days' in ends ? windowOfDays(...ends.days) : windowBetween(ends.durations[1], ends.durations[0])
  },
  during: (at) => {
    const named = readPeriod(at, ['this', 'last'])
    return named && windowDuring(...named)
  },
}

/** How times ahead are written. */
export const aheadReaders: Record<'within' | 'betweenAhead' | 'duringAhead', (at: Cursor) => Ahead | undefined> = {
  within: (at) => {
    const duration = readReach(at)
    return duration && aheadOf(duration)
  },
  betweenAhead: (at) => {
    const ends = readEnds(at)
    if (!ends) return undefined
    return 'days' in ends ? aheadOfDays(...ends.days) : aheadBetween(...ends.durations)
  },
  duringAhead: (at) => {
    const named = readPeriod(at, ['this', 'next'])
    return named && aheadDuring(...named)
  },
}

/** Whether it is a time that lies between these two, rather than a number: dates, or durations. */
export function isTimes(value: unknown): boolean {
  return Array.isArray(value) && value.some((end) => parseDuration(end) || DATE.test(String(end)))
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function readReach(at: Cursor): Duration | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  if (duration.ms === 0) return complain(at, 'bad-duration', 'a window of no time holds nothing')
  return duration.ms <= FURTHEST ? duration : complain(at, 'bad-duration', 'a window reaches 3660 days at most')
}

type Pair<T> = [T, T]

/** Two dates as days since 1970-01-01, the earlier first; or two durations, the shorter first. */
function readEnds(at: Cursor): { days: Pair<number> } | { durations: Pair<Duration> } | undefined {
  const ends = list(at, 2)
  if (!ends) return undefined
  if (ends.length !== 2) return complain(at, 'bad-value', '"between" takes two ends', EXAMPLES)
  const [one, other] = ends as Pair<Cursor>
  if (DATE.test(String(one.value)) !== DATE.test(String(other.value))) {
    return complain(at, 'wrong-unit', 'a date and a duration do not mix', EXAMPLES)
  }
  if (!DATE.test(String(one.value))) return readDurations(at, one, other)
  const days = [readDay(one), readDay(other)] as const
  const [first, last] = days
  if (first === undefined || last === undefined) return undefined
  if (first > last) return complain(at, 'never-true', `${other.value} lies before ${one.value}`, 'swap them')
  return { days: [first, last] }
}

const EXAMPLES = 'write [2026-01-01, 2026-06-30] or [90d, 30d]'

function readDurations(at: Cursor, one: Cursor, other: Cursor): { durations: Pair<Duration> } | undefined {
  const [a, b] = [one, other].map(readEnd)
  if (!a || !b) return undefined
  if ((a.days === undefined) !== (b.days === undefined)) {
    return complain(at, 'wrong-unit', 'days and hours do not mix: days are whole days of a calendar, hours are exact')
  }
  return { durations: a.ms <= b.ms ? [a, b] : [b, a] }
}

function readEnd(at: Cursor): Duration | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  return duration.ms <= FURTHEST ? duration : complain(at, 'bad-duration', 'a window reaches 3660 days at most')
}

function readPeriod<W extends string>(at: Cursor, which: readonly W[]): [W, Period] | undefined {
  const all = which.flatMap((word) => PERIODS.map((period) => `${word} ${period}`))
  const { value } = at
  if (typeof value !== 'string' || !all.includes(value)) {
    const hint = typeof value === 'string' ? meant(value, all) : undefined
    const found = typeof value === 'string' ? `"${short(value)}"` : describe(value)
    return complain(
      at,
      'bad-period',
      `expected ${which.map((word) => `${word} month`).join(' or ')}, found ${found}`,
      hint ?? `one of ${all.join(', ')}`,
    )
  }
  const space = value.indexOf(' ')
  return [value.slice(0, space) as W, value.slice(space + 1) as Period]
}
