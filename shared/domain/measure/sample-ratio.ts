import { logGamma } from './special-functions.ts'

/**
 * Whether the arms are as large as they should be. Where they are not, something draws or counts wrongly, and no lift is to
 * be believed. Sequential, by a Dirichlet-multinomial mixture: valid however often it is asked (Lindon and Malek, "Anytime-
 * valid inference for multinomial count data", 2022; optimizely/ssrm).
 */
export interface SampleRatio {
  /** Below or at {@link ALARM_AT} something is wrong. */
  p: number
  verdict: 'fine' | 'alarm'
}

/** So low because on an alarm nothing else is shown. */
const ALARM_AT = 0.001

/** How sure the prior is of the shares: 100 is sharp for gross errors, 10,000 for small drifts. */
const CERTAINTIES = [100, 10_000] as const

/**
 * Members of each arm so far against the shares that they should have (above 0, together 1). Both certainties are asked at
 * half the level. `before` is the least p of earlier looks: an alarm stays.
 */
export function sampleRatio(members: readonly number[], shares: readonly number[], before = 1): SampleRatio {
  const least = Math.min(...CERTAINTIES.map((certainty) => ratioP(members, shares, certainty)))
  const p = Math.min(before, 1, CERTAINTIES.length * least)
  return { p, verdict: p <= ALARM_AT ? 'alarm' : 'fine' }
}

/** min(1, 1/BF), with a prior of `certainty` members shared out as they should be. */
export function ratioP(members: readonly number[], shares: readonly number[], certainty: number): number {
  const prior = shares.map((share) => certainty * share)
  return Math.min(1, Math.exp(-logBayesFactor(members, shares, prior)))
}

/** ln of how much likelier the counts are under shares drawn from Dirichlet(prior) than under the shares themselves. */
export function logBayesFactor(
  members: readonly number[],
  shares: readonly number[],
  prior: readonly number[],
): number {
  return logMixture(members, prior) - sum(members.map((count, i) => (count === 0 ? 0 : count * Math.log(shares[i]!))))
}

/** lnΓ(Σα) − lnΓ(Σα + N) + Σ(lnΓ(αᵢ + xᵢ) − lnΓ(αᵢ)): the mixture's likelihood of the counts in one order. */
function logMixture(members: readonly number[], prior: readonly number[]): number {
  const all = sum(prior)
  return (
    logGamma(all) -
    logGamma(all + sum(members)) +
    sum(members.map((count, i) => logGamma(prior[i]! + count) - logGamma(prior[i]!)))
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
