import type { Moments } from './moments.ts'

/** What the treated have more than the control, and how far that may be off by chance. */
export interface Estimate {
  /** In units of the outcome, or, where it is relative, as a share of the control's mean. */
  difference: number
  /** In the same units. */
  standardError: number
}

/** A mean with its sample variance, of so many members. */
export type Mean = Pick<Moments, 'members' | 'mean' | 'variance'>

/** m_b − m_a, SE² = V_b/n_b + V_a/n_a, each arm with its own variance (Welch 1947). */
export function absolute(control: Mean, treated: Mean): Estimate {
  return {
    difference: treated.mean - control.mean,
    standardError: Math.sqrt(treated.variance / treated.members + control.variance / control.members),
  }
}

/**
 * (m_b − m_a)/|m_a|, SE² = V_b/(n_b·m_a²) + V_a·m_b²/(n_a·m_a⁴), by the delta method (growthbook/growthbook,
 * packages/stats). Undefined where the control's mean is nothing.
 */
export function relative(control: Mean, treated: Mean): Estimate | undefined {
  const { mean } = control
  if (mean === 0) return undefined
  const ratio = treated.mean / mean
  return {
    difference: (treated.mean - mean) / Math.abs(mean),
    standardError:
      Math.sqrt(treated.variance / treated.members + (control.variance * ratio ** 2) / control.members) /
      Math.abs(mean),
  }
}

/**
 * The standard error as it would be were there no effect: then all are one group with one variance, V(1/n_a + 1/n_b).
 * With a small control of a rare outcome its own variance may be far too small by chance; this one is not.
 */
export function errorWithoutEffect(variance: number, control: number, treated: number): number {
  return Math.sqrt(variance * (1 / control + 1 / treated))
}

/**
 * CUPED: how much of the outcome goes with what was known before, θ = Cov(y, x)/Var(x) over all members of both arms
 * (Deng, Xu, Kohavi, Walker 2013). Where x does not vary, 0.
 */
export function thetaOf(all: Moments): number {
  return all.beforeVariance > 0 ? all.covariance / all.beforeVariance : 0
}

/** The mean of y − θx with its variance, V_y + θ²V_x − 2θ·Cov: the same difference is expected, with less noise. */
export function adjusted(arm: Moments, theta: number): Mean {
  return {
    members: arm.members,
    mean: arm.mean - theta * arm.beforeMean,
    variance: Math.max(0, arm.variance + theta ** 2 * arm.beforeVariance - 2 * theta * arm.covariance),
  }
}
