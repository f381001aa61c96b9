import type { Subject } from '../condition.ts'
import type { Matcher } from '../matcher.ts'
import { compareAnniversary } from './anniversary.ts'
import { compareGreatest, compareLatest, compareLeading, compareTimeline } from './dated.ts'
import type { Compare, Evaluation, Measure } from './measure.ts'
import { compareRanged } from './ranged.ts'
import { compareSum } from './sum.ts'
import { compareElapsed, compareYears } from './time.ts'

const compareFixed: Compare<'fixed'> = ({ read }, matcher) => {
  const holds = (subject: Subject) => matcher.holds(read(subject))
  return { timeless: true, holds, test: holds, value: read }
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
  timeline: compareTimeline,
}

/** Compiles what is asked of a measure: the answer, and until when it stands. */
export function compare(measure: Measure, matcher: Matcher): Evaluation {
  const compareKind = byKind[measure.kind] as Compare<Measure['kind']>
  return compareKind(measure, matcher)
}
