import { type Bands, ceilingOf, floorOf } from '../bands.ts'
import type { Subject } from '../condition.ts'
import type { Compare, Score } from './measure.ts'

/** How many days ahead are calculated at most. */
const FURTHEST = 30 * 366

/** Compares a score. Between the days on which it may turn it goes one way only, so the crossing is found by bisection. */
export const compareScore: Compare<'score'> = (score, { holds: isAsked, bands }) => {
  const { at, turnsOn } = score
  const timeless = bands === undefined || bands.cuts.length === 0
  const value = (subject: Subject) => at(subject, subject.calendar.startOfDay(subject.now))
  const holds = (subject: Subject) => isAsked(value(subject))
  if (timeless) return { timeless, holds, test: holds, value }
  return {
    timeless,
    holds,
    test: (subject) => {
      const present = value(subject)
      const answer = isAsked(present)
      subject.until = Number.POSITIVE_INFINITY
      if (present === undefined) return answer
      const today = subject.calendar.dayOf(subject.now)
      const ends = [...turnsOn(subject), today + FURTHEST].filter((day) => day > today).sort((a, b) => a - b)
      const day = changeOf(subject, today, ends, (value) => isAsked(value) !== answer)
      if (day !== undefined) subject.until = subject.calendar.startOfDayNumber(day)
      return answer
    },
    value,
  }

  /** The first day on which the answer may change. */
  function changeOf(
    subject: Subject,
    today: number,
    ends: readonly number[],
    differs: (value: number | undefined) => boolean,
  ) {
    let from = today
    for (const end of ends) {
      const crossing = crossingOf(score, bands!, subject, from, end)
      if (crossing !== undefined) return crossing
      if (differs(at(subject, subject.calendar.startOfDayNumber(end)))) return end
      from = end
    }
    return undefined
  }
}

/** The first day after `from` and before `end` on which the score has passed the next cut on its way; undefined: it is on none. */
function crossingOf(score: Score, bands: Bands, subject: Subject, from: number, end: number): number | undefined {
  if (end - from < 2) return undefined
  const on = (day: number) => score.at(subject, subject.calendar.startOfDayNumber(day))!
  const hasPassed = passing(score.drifts, bands, on(from))
  if (!hasPassed?.(on(end - 1))) return undefined
  let [before, after] = [from, end - 1]
  while (after - before > 1) {
    const middle = (before + after) >> 1
    if (hasPassed(on(middle))) after = middle
    else before = middle
  }
  return after
}

/** Whether a value lies beyond the cut that is next on the way from another one. Undefined: there is none. */
function passing(drifts: Score['drifts'], bands: Bands, value: number): ((value: number) => boolean) | undefined {
  const cut = drifts === 'up' ? ceilingOf(bands, value) : floorOf(bands, value)
  if (!Number.isFinite(cut)) return undefined
  return drifts === 'up' ? (then) => then >= cut : (then) => then < cut
}
