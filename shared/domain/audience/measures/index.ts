import type { Matcher } from '../matcher.ts'
import { compareAnniversary } from './anniversary.ts'
import { compareGreatest, compareLatest, compareLeading, compareTimeline } from './dated.ts'
import type { Compare, Evaluation, Measure } from './measure.ts'
import { compareRanged } from './ranged.ts'
import { compareScore } from './score.ts'
import { compareSum } from './sum.ts'
import { compareElapsed, compareYears } from './time.ts'

const compareFixed: Compare<'fixed'> = ({ read }, matcher) => {
  const holds = asking(read, matcher)
  return { timeless: true, holds, test: holds, value: read }
}

/** Most facts are compared with one value or two. */
function asking(read: Evaluation['value'], { holds, among = [] }: Matcher): Evaluation['holds'] {
  const [a, b] = among
  if (among.length === 1) return (subject) => read(subject) === a
  if (among.length > 2 || among.length === 0) return (subject) => holds(read(subject))
  return (subject) => {
    const value = read(subject)
    return value === a || value === b
  }
}

const byKind: { [K in Measure['kind']]: Compare<K> } = {
  fixed: compareFixed,
  elapsed: compareElapsed,
  years: compareYears,
  anniversary: compareAnniversary,
  sum: (sum, matcher) =>
    sum.window.ending ? compareRanged(sum, sum.window.ending, matcher) : compareSum(sum, matcher),
  greatest: compareGreatest,
  latest: compareLatest,
  leading: compareLeading,
  score: compareScore,
  timeline: compareTimeline,
}

/** Compiles a comparison of a measure: the answer, and how long it stands. */
export function compare(measure: Measure, matcher: Matcher): Evaluation {
  const compareKind = byKind[measure.kind] as Compare<Measure['kind']>
  return compareKind(measure, matcher)
}
