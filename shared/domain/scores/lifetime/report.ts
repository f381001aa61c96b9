import type { Interval } from '../measure/ranking.ts'

/** Plain ways to say how often members will fly, learned from the same past. */
export type LifetimeBaseline = 'pace' | 'constant'

/** How many flights, and how much in major units, were expected of a member on average, and how many came. */
export interface Expected {
  flights: number
  /** Null: no fares were known. */
  spend: number | null
}

/** How good a lifetime model was on what came after the cut-off. */
export interface LifetimeReport {
  n: number
  /** Who flew in the time ahead. */
  returned: number
  /**
   * Poisson deviance of the flights that came, a member: 2 (y ln(y/µ) − y + µ), 0 if all came as expected. It is least where the
   * mean is right. Twice the loss of log-likelihood, with counts for which the mean is all that is said.
   */
  deviance: number
  interval: Interval
  /** Everybody stays and goes on at their own pace (NBD); all members fly as often. */
  baselines: Record<LifetimeBaseline, number>
  /** By how much its deviance is less than that of each, on the same people, within 95 %: above 0, it is better. */
  betterBy: Record<LifetimeBaseline, Interval>
  /** And than that of the model in use, where that says anything. */
  betterThanLive?: Interval
  /** Of all members, and in tenths from those of whom least was expected. */
  expected: Expected
  observed: Expected
  calibration: { n: number; expected: Expected; observed: Expected }[]
  /** Pareto/NBD on some of the members, as a check: what either model expects of them. */
  check: { members: number; bgNbd: number; paretoNbd: number } | null
  /** The search for the parameters did not end: the members are too few, or too much alike. */
  notConverged: boolean
}
