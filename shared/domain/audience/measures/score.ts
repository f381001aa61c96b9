import { type Bands, ceilingOf } from '../bands.ts'
import type { Subject } from '../condition.ts'
import type { Compare, Score } from './measure.ts'

/** How many days ahead are calculated at most. */
const FURTHEST = 30 * 366

/** Compares a score. Between the days on which it may fall it only rises, so the crossing is found by bisection. */
export const compareScore: Compare<'score'> = (score, { holds: isAsked, bands }) => {
  const { at, fallsOn } = score
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
      const ends = [...fallsOn(subject), today + FURTHEST].filter((day) => day > today).sort((a, b) => a - b)
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

/** The first day after `from` and before `end` on which the score is over the next cut; undefined: it is on none. */
function crossingOf({ at }: Score, bands: Bands, subject: Subject, from: number, end: number): number | undefined {
  const on = (day: number) => at(subject, subject.calendar.startOfDayNumber(day)) ?? Number.NEGATIVE_INFINITY
  const cut = ceilingOf(bands, on(from))
  if (cut === Number.POSITIVE_INFINITY || end - from < 2 || on(end - 1) < cut) return undefined
  let [below, over] = [from, end - 1]
  while (over - below > 1) {
    const middle = (below + over) >> 1
    if (on(middle) < cut) below = middle
    else over = middle
  }
  return over
}
