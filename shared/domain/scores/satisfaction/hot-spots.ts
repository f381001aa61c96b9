import { normalQuantile } from '../../measure/special-functions.ts'
import { meanOf, type Sums, varianceOf } from './sums.ts'

/** A place and a topic, in a week and in the weeks before it. */
export interface Compared {
  /** A route `PEK-SHA`, a station `PEK` (where the flight departs), or `all`. */
  place: string
  topic: string
  week: Sums
  before: Sums
}

export interface HotSpot {
  place: string
  topic: string
  answers: number
  mean: number
  /** The mean of the weeks before, and of how many answers. */
  before: number
  answersBefore: number
  /** How many standard errors it is worse by. */
  by: number
}

/** Fewer answers are chance. */
const WEEK_AT_LEAST = 20
const BEFORE_AT_LEAST = 60
/** In how many weeks of a hundred, where nothing changes anywhere, one hot spot is found all the same. */
const CHANCE = 0.01

/**
 * Where a topic was rated worse than before by more than chance: Welch's statistic, against a bound that is the stricter the more is
 * compared (Bonferroni). The worst first.
 */
export function hotSpotsOf(all: readonly Compared[]): HotSpot[] {
  const enough = all.filter(({ week, before }) => week.n >= WEEK_AT_LEAST && before.n >= BEFORE_AT_LEAST)
  if (enough.length === 0) return []
  const bound = normalQuantile(1 - CHANCE / enough.length)
  const found = enough.flatMap(({ place, topic, week, before }) => {
    const error = Math.sqrt(varianceOf(week) / week.n + varianceOf(before) / before.n)
    const by = error > 0 ? (meanOf(before) - meanOf(week)) / error : 0
    if (by <= bound) return []
    return [{ place, topic, answers: week.n, mean: meanOf(week), before: meanOf(before), answersBefore: before.n, by }]
  })
  return found.sort((a, b) => b.by - a.by || (a.place + a.topic < b.place + b.topic ? -1 : 1))
}
