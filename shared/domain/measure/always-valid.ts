import type { Estimate } from './difference.ts'

/**
 * Intervals and tests that hold however often somebody looks: asymptotic confidence sequences (Waudby-Smith, Arbour, Sinha,
 * Kennedy, Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences", 2024; the normal mixture of
 * Robbins 1970). With s = SE·√n the two-sided interval is
 *
 *   d ± s·√( 2(nρ² + 1)/(n²ρ²) · ln(√(nρ² + 1)/α) )
 *
 * where ρ says at how many members it shall be tightest.
 */
export interface Looking {
  /** How often a false alarm may come, over all looks together: 0.05. */
  alpha: number
  /** N*: at so many members in both arms the interval shall be tightest. Fixed before the first look. */
  planned: number
}

export type Interval = readonly [low: number, high: number]

/** d ± margin, at so many members of both arms together. */
export function alwaysValidInterval(estimate: Estimate, members: number, looking: Looking): Interval {
  const margin = marginOf(estimate.standardError, members, looking)
  return [estimate.difference - margin, estimate.difference + margin]
}

/** Half the interval's width, in the units of the standard error. */
export function marginOf(standardError: number, members: number, { alpha, planned }: Looking): number {
  const mixed = members * rhoSquared(alpha, planned) + 1
  return standardError * Math.sqrt(((2 * mixed) / (mixed - 1)) * Math.log(Math.sqrt(mixed) / alpha))
}

/**
 * The p that holds at every look: 1/e, with z = d/SE and e = exp(ρ²nz²/(2(nρ² + 1)))/√(nρ² + 1). It is below α exactly
 * where the interval leaves 0 out. A running p is the least of those so far.
 */
export function alwaysValidP(estimate: Estimate, members: number, { alpha, planned }: Looking): number {
  const mixed = members * rhoSquared(alpha, planned) + 1
  return Math.min(1, Math.sqrt(mixed) * Math.exp(-evidence(estimate, mixed)))
}

/** One side: ln(1 + √(nρ² + 1)/(2α)) in place of the logarithm, ρ worked out with 2α (growthbook, packages/stats). */
export function alwaysValidLowerBound(estimate: Estimate, members: number, { alpha, planned }: Looking): number {
  const mixed = members * rhoSquared(2 * alpha, planned) + 1
  const width = Math.sqrt(((2 * mixed) / (mixed - 1)) * Math.log1p(Math.sqrt(mixed) / (2 * alpha)))
  return estimate.difference - estimate.standardError * width
}

/** The p of "no more than nothing", below α exactly where the lower bound is above 0: the bound's formula, solved for α. */
export function alwaysValidPAbove(estimate: Estimate, members: number, { alpha, planned }: Looking): number {
  if (estimate.difference <= 0) return 1
  const mixed = members * rhoSquared(2 * alpha, planned) + 1
  return Math.min(1, Math.sqrt(mixed) / (2 * Math.expm1(evidence(estimate, mixed))))
}

/**
 * ρ² = (−2 ln α + ln(1 − 2 ln α))/N*: within a hundredth of a per cent of the tightest interval that there is at N*
 * (Waudby-Smith et al., appendix; what is exact needs Lambert's W).
 */
function rhoSquared(alpha: number, planned: number): number {
  const doubt = -2 * Math.log(alpha)
  return (doubt + Math.log1p(doubt)) / planned
}

/** ρ²nz²/(2(nρ² + 1)), with `mixed` = nρ² + 1. */
function evidence({ difference, standardError }: Estimate, mixed: number): number {
  return ((mixed - 1) / (2 * mixed)) * (difference / standardError) ** 2
}
