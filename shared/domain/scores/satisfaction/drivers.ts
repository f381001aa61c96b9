import { normalQuantile } from '../../measure/special-functions.ts'
import type { Interval } from '../measure/ranking.ts'
import { meanOf, type PairSums, type Sums, varianceOf } from './sums.ts'

/** Fewer answers say nothing that can be acted on. */
const ANSWERS_AT_LEAST = 30

const Z = normalQuantile(0.975)
const [WORST, BEST] = [1, 5]

/** How well a topic is done, and how much it goes together with recommending the airline. Intervals are of 95 %. */
export interface Driver {
  topic: string
  answers: number
  /** The mean rating, 1 to 5; absent: too few answers. */
  performance?: { mean: number; within: Interval }
  /** The correlation with how likely members are to recommend the airline; absent: too few answers have both. */
  importance?: { correlation: number; within: Interval }
  /** Importance times what is missing to the best rating, 0 to 1: what to see to first. */
  priority?: number
}

/** What to see to first comes first; what has too few answers comes last, by how many it has. */
export function driversOf(all: Readonly<Record<string, Sums>>, pairs: Readonly<Record<string, PairSums>>): Driver[] {
  const drivers = Object.entries(all).map(([topic, sums]) => driverOf(topic, sums, pairs[topic]))
  return drivers.sort(
    (a, b) => (b.priority ?? -1) - (a.priority ?? -1) || b.answers - a.answers || (a.topic < b.topic ? -1 : 1),
  )
}

function driverOf(topic: string, sums: Sums, pairs: PairSums | undefined): Driver {
  if (sums.n < ANSWERS_AT_LEAST) return { topic, answers: sums.n }
  const mean = meanOf(sums)
  const error = Z * Math.sqrt(varianceOf(sums) / sums.n)
  const performance = { mean, within: [Math.max(WORST, mean - error), Math.min(BEST, mean + error)] as Interval }
  const importance = pairs && importanceOf(pairs)
  if (!importance) return { topic, answers: sums.n, performance }
  const priority = (Math.max(0, importance.correlation) * (BEST - mean)) / (BEST - WORST)
  return { topic, answers: sums.n, performance, importance, priority }
}

/** Pearson's correlation; its interval by Fisher's transformation. Undefined: too few, or all the same. */
function importanceOf({ n, x, xx, y, yy, xy }: PairSums): Driver['importance'] {
  if (n < ANSWERS_AT_LEAST) return undefined
  const spread = Math.sqrt((xx - (x * x) / n) * (yy - (y * y) / n))
  if (!(spread > 0)) return undefined
  const correlation = Math.min(1, Math.max(-1, (xy - (x * y) / n) / spread))
  const error = Z / Math.sqrt(n - 3)
  const at = Math.atanh(Math.min(0.999999, Math.max(-0.999999, correlation)))
  return { correlation, within: [Math.tanh(at - error), Math.tanh(at + error)] }
}
