import type { Sums } from './sums.ts'

/** Mean and spread of a group of two members or more, in units of the outcome (y) and of what was known before (x). */
export interface Moments {
  members: number
  mean: number
  /** Of the sample: divided by n − 1. In units of the outcome squared. */
  variance: number
  beforeMean: number
  beforeVariance: number
  covariance: number
}

/** How many of the sums' whole units make one unit of the answer: 100 where sums are in cents and the answer in dollars. */
export interface Units {
  outcome: number
  before: number
}

export const WHOLE_UNITS: Units = { outcome: 1, before: 1 }

/**
 * The moments of a group, worked out in whole numbers up to the one division: a variance is the small difference of two
 * large numbers. (nΣy² − (Σy)²) / (n(n − 1)), and likewise for x and xy.
 */
export function momentsOf(sums: Sums, units: Units = WHOLE_UNITS): Moments {
  const n = BigInt(sums.members)
  const pairs = n * (n - 1n)
  const spread = (products: bigint, a: bigint, b: bigint) => Number(n * products - a * b) / Number(pairs)
  return {
    members: sums.members,
    mean: Number(sums.outcome) / sums.members / units.outcome,
    variance: spread(sums.outcomeSquared, sums.outcome, sums.outcome) / units.outcome ** 2,
    beforeMean: Number(sums.before) / sums.members / units.before,
    beforeVariance: spread(sums.beforeSquared, sums.before, sums.before) / units.before ** 2,
    covariance: spread(sums.product, sums.outcome, sums.before) / (units.outcome * units.before),
  }
}
