import { normalQuantile } from '../../measure/special-functions.ts'

/** What was foreseen of somebody, 0 to 1, and whether it came so. */
export interface Foreseen {
  predicted: number
  happened: boolean
}

/** A 95 % interval. */
export type Interval = [low: number, high: number]

export interface Quality {
  /** How often of two, one with the outcome and one without, the one with it was put higher. Null where one kind is missing. */
  auc: number | null
  /** The mean of −ln of the probability that was given to what happened: the less, the better. */
  logLoss: number
}

/** A probability of nothing would be infinitely wrong once. */
const LEAST = 1e-6
const Z = normalQuantile(0.975)

export function qualityOf(all: readonly Foreseen[]): Quality {
  return { auc: aucParts(all)?.auc ?? null, logLoss: mean(all.map(lossOf)) }
}

export function qualityIntervals(all: readonly Foreseen[]): { auc: Interval | null; logLoss: Interval } {
  const parts = aucParts(all)
  return {
    auc: parts ? around(parts.auc, Math.sqrt(varianceOfMeans(parts.with, parts.without))) : null,
    logLoss: meanWithin(all.map(lossOf)),
  }
}

/** By how much the one is better than the other on the same people: of both measures, more is better here. */
export function betterBy(
  one: readonly Foreseen[],
  other: readonly Foreseen[],
): { auc: Interval | null; logLoss: Interval } {
  const [a, b] = [aucParts(one), aucParts(other)]
  const difference = (x: readonly number[], y: readonly number[]) => x.map((value, i) => value - y[i]!)
  return {
    auc:
      a && b
        ? around(
            a.auc - b.auc,
            Math.sqrt(varianceOfMeans(difference(a.with, b.with), difference(a.without, b.without))),
          )
        : null,
    logLoss: meanWithin(difference(other.map(lossOf), one.map(lossOf))),
  }
}

function lossOf({ predicted, happened }: Foreseen): number {
  const probability = Math.min(1 - LEAST, Math.max(LEAST, predicted))
  return -Math.log(happened ? probability : 1 - probability)
}

interface AucParts {
  auc: number
  /** Of each with the outcome: the share of those without it who were put lower, ties half. And the other way round. */
  with: number[]
  without: number[]
}

/** DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44(3), with the ranks of Sun and Xu (2014). In the order of `all`. */
function aucParts(all: readonly Foreseen[]): AucParts | undefined {
  const positives = all.filter(({ happened }) => happened)
  const negatives = all.filter(({ happened }) => !happened)
  if (positives.length === 0 || negatives.length === 0) return undefined
  const ofAll = midRanks(all.map(({ predicted }) => predicted))
  const [ofPositives, ofNegatives] = [positives, negatives].map((some) =>
    midRanks(some.map(({ predicted }) => predicted)),
  )
  const parts: AucParts = { auc: 0, with: [], without: [] }
  for (const [i, { happened }] of all.entries()) {
    if (happened) parts.with.push((ofAll[i]! - ofPositives![parts.with.length]!) / negatives.length)
    else parts.without.push(1 - (ofAll[i]! - ofNegatives![parts.without.length]!) / positives.length)
  }
  parts.auc = mean(parts.with)
  return parts
}

/** The rank of each from 1 on; equal ones share the mean of theirs. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to + 1) / 2
    from = to
  }
  return ranks
}

function varianceOfMeans(a: readonly number[], b: readonly number[]): number {
  return variance(a) / a.length + variance(b) / b.length
}

export function meanWithin(values: readonly number[]): Interval {
  return around(mean(values), Math.sqrt(variance(values) / values.length))
}

function around(value: number, error: number): Interval {
  return [value - Z * error, value + Z * error]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function variance(values: readonly number[]): number {
  if (values.length < 2) return 0
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

/** Of people who were foreseen about alike: what was foreseen, and what came. */
export interface Calibration {
  predicted: number
  observed: number
  n: number
}

/** In so many parts, from the least foreseen to the most, of as many people each. */
export function calibrationOf(all: readonly Foreseen[], parts = 10): Calibration[] {
  const sorted = [...all].sort((a, b) => a.predicted - b.predicted)
  return Array.from({ length: parts }, (_, i) => {
    const some = sorted.slice(Math.round((i * all.length) / parts), Math.round(((i + 1) * all.length) / parts))
    return {
      predicted: mean(some.map(({ predicted }) => predicted)),
      observed: mean(some.map(({ happened }) => Number(happened))),
      n: some.length,
    }
  }).filter(({ n }) => n > 0)
}
