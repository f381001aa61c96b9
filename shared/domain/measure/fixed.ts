import type { Interval } from './always-valid.ts'
import type { Estimate, Mean } from './difference.ts'
import { betaBelow, betaQuantile } from './special-functions.ts'

/**
 * Interval and test for a look that was fixed before and is the only one: Welch's t (1947), degrees of freedom by
 * Satterthwaite (1946), Student's distribution by the incomplete beta function of Cephes.
 */

/** d ± t·SE. */
export function fixedInterval({ difference, standardError }: Estimate, freedom: number, alpha: number): Interval {
  const margin = studentQuantile(alpha, freedom) * standardError
  return [difference - margin, difference + margin]
}

/** The p of "no difference", either way. */
export function fixedP({ difference, standardError }: Estimate, freedom: number): number {
  const t = difference / standardError
  return betaBelow(freedom / 2, 0.5, freedom / (freedom + t * t))
}

/** One side: at least so much. */
export function fixedLowerBound({ difference, standardError }: Estimate, freedom: number, alpha: number): number {
  return difference - studentQuantile(2 * alpha, freedom) * standardError
}

/** The p of "no more than nothing". */
export function fixedPAbove(estimate: Estimate, freedom: number): number {
  const tail = fixedP(estimate, freedom) / 2
  return estimate.difference > 0 ? tail : 1 - tail
}

/** (A + B)²/(A²/(n_a − 1) + B²/(n_b − 1)), A and B being V/n of each arm. */
export function degreesOfFreedom(control: Mean, treated: Mean): number {
  const [a, b] = [control, treated].map(({ variance, members }) => variance / members) as [number, number]
  return (a + b) ** 2 / (a ** 2 / (control.members - 1) + b ** 2 / (treated.members - 1))
}

/** The t that is exceeded, either way, with probability `alpha`. */
function studentQuantile(alpha: number, freedom: number): number {
  const within = betaQuantile(0.5, freedom / 2, 1 - alpha)
  return Math.sqrt((freedom * within) / (1 - within))
}
