import { type Bands, ceilingOf, floorOf } from '../bands.ts'
import type { Subject } from '../condition.ts'
import type { Compare, Score } from './measure.ts'

/** How many days ahead are calculated at most. */
const FURTHEST = 30 * 366

/** Compares a score. Between the days on which it may turn it goes one way only, so the crossing is searched for between those. */
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
  let before = { day: from, value: on(from) }
  const isUp = score.drifts === 'up'
  const cut = isUp ? ceilingOf(bands, before.value) : floorOf(bands, before.value)
  if (!Number.isFinite(cut)) return undefined
  const hasPassed = (value: number) => (isUp ? value >= cut : value < cut)
  // In strides that grow, because most scores pass within months, and values far ahead say little of these.
  let after = before
  for (let stride = FIRST_STRIDE; !hasPassed(after.value); stride *= LONGER_STRIDE) {
    if (after.day === end - 1) return undefined
    before = after
    const day = Math.min(end - 1, from + stride)
    after = { day, value: on(day) }
  }
  return firstBetween(before, after, cut, (day) => {
    const value = on(day)
    return { day, value, hasPassed: hasPassed(value) }
  })
}

interface Point {
  day: number
  value: number
}

/** No logarithm is less. */
const LEAST = 1e-6

/** So often it goes by a straight line; then by halves. */
const LINES_AT_MOST = 12

/**
 * The first day on which a value has passed a cut, between a day before that and one after it: where a straight line between the
 * logarithms of the two passes it, nearer to the one that stays (the Illinois method), as most scores are nearly straight there.
 */
function firstBetween(
  { day: before, value: under }: Point,
  { day: after, value: over }: Point,
  cut: number,
  look: (day: number) => Point & { hasPassed: boolean },
): number {
  const from = (value: number) => Math.log(Math.max(value, LEAST) / Math.max(cut, LEAST))
  let [short, beyond] = [from(under), from(over)]
  let moved: boolean | undefined
  for (let turn = 0; after - before > 1; turn++) {
    const days = after - before
    const part = turn < LINES_AT_MOST && short !== beyond ? short / (short - beyond) : 0.5
    const { day, value, hasPassed } = look(before + Math.min(days - 1, Math.max(1, Math.ceil(days * part))))
    if (hasPassed) {
      ;[after, beyond] = [day, from(value)]
      if (moved === true) short /= 2
    } else {
      ;[before, short] = [day, from(value)]
      if (moved === false) beyond /= 2
    }
    moved = hasPassed
  }
  return after
}

const FIRST_STRIDE = 90
const LONGER_STRIDE = 3
