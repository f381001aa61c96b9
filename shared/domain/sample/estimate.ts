import { ofEachStratum, STRATUM_NAMES, type Stratum } from './strata.ts'

/** A total over all members, told by a sample of them: what it is about, and between what it lies in 95 of 100 samples. */
export interface Estimate {
  total: number
  low: number
  high: number
}

/** How many members there are of each stratum, and how many were looked at. */
export interface Looked {
  all: Readonly<Record<Stratum, number>>
  looked: Readonly<Record<Stratum, number>>
}

/** What was counted of the members of a stratum: the sum, the sum of squares, and the largest. */
export interface StratumSums {
  sum: number
  squares: number
  largest: number
}

export type SampleSums = Record<Stratum, StratumSums>

export function sumsOf(values: Iterable<readonly [Stratum, number]>): SampleSums {
  const sums = ofEachStratum(() => ({ sum: 0, squares: 0, largest: 0 }))
  for (const [stratum, value] of values) {
    const of = sums[stratum]
    of.sum += value
    of.squares += value ** 2
    of.largest = Math.max(of.largest, Math.abs(value))
  }
  return sums
}

const Z = 1.96

/**
 * The total and its interval. T = Σ N_h·ȳ_h, with the variance Σ N_h²·(1 − n_h/N_h)·s_h²/n_h of a stratified sample without
 * replacement (Cochran, Sampling Techniques, 1977, 5.3). The interval is that of a sum of weighted Poisson counts by the gamma
 * distribution (Fay and Feuer, Statistics in Medicine 16, 1997): it also holds for rare things, and what nobody in
 * the sample did may still be done by some outside it. Where everybody was looked at there is nothing to be unsure of.
 *
 * @param one what one more member who was not looked at may add at least: 1 of a count
 */
export function estimateTotal(sums: SampleSums, looked: Looked, one = 1): Estimate {
  const { total, variance, largest } = scaledUp(sums, looked, one)
  if (largest === 0) return { total, low: total, high: total }
  return {
    total,
    low: variance === 0 ? total : gammaQuantile(total, variance, -Z),
    high: gammaQuantile(total + largest, variance + largest ** 2, Z),
  }
}

/**
 * How much more one rulebook comes to than another, of the members' own differences: what both do to somebody is not unsure. It may
 * be below zero, so that its interval is the normal one.
 */
export function estimateDifference(sums: SampleSums, looked: Looked): Estimate {
  const { total, variance } = scaledUp(sums, looked, 0)
  const by = Z * Math.sqrt(variance)
  return { total, low: total - by, high: total + by }
}

function scaledUp(sums: SampleSums, { all, looked }: Looked, one: number) {
  const scaled = { total: 0, variance: 0, largest: 0 }
  for (const name of STRATUM_NAMES) {
    const [members, of] = [all[name], looked[name]]
    if (of === 0) continue
    const { sum, squares, largest } = sums[name]
    const weight = members / of
    scaled.total += weight * sum
    if (of >= members) continue
    const spread = of > 1 ? Math.max(0, squares - sum ** 2 / of) / (of - 1) : sum ** 2
    scaled.variance += members ** 2 * (1 - of / members) * (spread / of)
    scaled.largest = Math.max(scaled.largest, weight * Math.max(one, largest))
  }
  return scaled
}

/** A quantile of the gamma distribution of this mean and variance, by the cube of a normal one (Wilson and Hilferty 1931). */
function gammaQuantile(mean: number, variance: number, z: number): number {
  const ninth = variance / (9 * mean ** 2)
  return mean * Math.max(0, 1 - ninth + z * Math.sqrt(ninth)) ** 3
}
