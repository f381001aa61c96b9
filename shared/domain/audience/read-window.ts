import { DAY } from '../calendar.ts'
import { type Cursor, complain, list, meant } from '../cursor.ts'
import type { Wording } from '../texts/problem-texts.ts'
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

/** How windows are written. Each returns the window, or reports a problem. */
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

/** Whether it is between two times rather than numbers: dates, or durations. */
export function isTimes(value: unknown): boolean {
  return Array.isArray(value) && value.some((end) => parseDuration(end) || DATE.test(String(end)))
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function readReach(at: Cursor): Duration | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  if (duration.ms === 0) return complain(at, 'bad-duration', ({ problems }) => problems.zeroWindow)
  return duration.ms <= FURTHEST ? duration : complain(at, 'bad-duration', ({ problems }) => problems.windowTooLong)
}

type Pair<T> = [T, T]

/** Two dates as days since 1970-01-01, the earlier first; or two durations, the shorter first. */
function readEnds(at: Cursor): { days: Pair<number> } | { durations: Pair<Duration> } | undefined {
  const ends = list(at, 2)
  if (!ends) return undefined
  if (ends.length !== 2) return complain(at, 'bad-value', ({ problems }) => problems.betweenTwoEnds, EXAMPLES)
  const [one, other] = ends as Pair<Cursor>
  if (DATE.test(String(one.value)) !== DATE.test(String(other.value))) {
    return complain(at, 'wrong-unit', ({ problems }) => problems.dateAndDuration, EXAMPLES)
  }
  if (!DATE.test(String(one.value))) return readDurations(at, one, other)
  const days = [readDay(one), readDay(other)] as const
  const [first, last] = days
  if (first === undefined || last === undefined) return undefined
  if (first > last)
    return complain(
      at,
      'never-true',
      ({ problems }) => problems.liesBefore(other.value, one.value),
      ({ problems }) => problems.swapThem,
    )
  return { days: [first, last] }
}

const EXAMPLES = 'write [2026-01-01, 2026-06-30] or [90d, 30d]'

function readDurations(at: Cursor, one: Cursor, other: Cursor): { durations: Pair<Duration> } | undefined {
  const [a, b] = [one, other].map(readEnd)
  if (!a || !b) return undefined
  if ((a.days === undefined) !== (b.days === undefined)) {
    return complain(at, 'wrong-unit', ({ problems }) => problems.daysAndHours)
  }
  return { durations: a.ms <= b.ms ? [a, b] : [b, a] }
}

function readEnd(at: Cursor): Duration | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  return duration.ms <= FURTHEST ? duration : complain(at, 'bad-duration', ({ problems }) => problems.windowTooLong)
}

function readPeriod<W extends string>(at: Cursor, which: readonly W[]): [W, Period] | undefined {
  const all = which.flatMap((word) => PERIODS.map((period) => `${word} ${period}`))
  const { value } = at
  if (typeof value !== 'string' || !all.includes(value)) {
    const hint: Wording | undefined = typeof value === 'string' ? meant(value, all) : undefined
    return complain(
      at,
      'bad-period',
      ({ problems }) =>
        problems.expectedPeriod(
          which.map((word) => `${word} month`),
          value,
        ),
      hint ?? (({ problems }) => problems.oneOf(all.join(', '))),
    )
  }
  const space = value.indexOf(' ')
  return [value.slice(0, space) as W, value.slice(space + 1) as Period]
}
