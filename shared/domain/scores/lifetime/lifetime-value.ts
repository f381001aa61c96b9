import { type BgNbd, bgNbdExpectedOf } from './bg-nbd.ts'
import { expectedSpend, type GammaGamma } from './gamma-gamma.ts'
import type { History } from './history.ts'

/** Over which time, and what later money is worth less. */
export interface Horizon {
  periods: number
  /** In the unit of time that the model was fitted in. */
  periodLength: number
  /** A period: 0.01 is a hundredth less for each. */
  discountRate: number
}

/** 12 periods of 30, at 1 %: the usual settings. */
export const YEAR_IN_MONTHS: Horizon = { periods: 12, periodLength: 30, discountRate: 0.01 }

/**
 * What a member is expected to bring in over the horizon, in the unit of `mean`, discounted at the end of each period.
 * Undefined where there is no expected spend.
 */
export function lifetimeValue(
  visits: BgNbd,
  spend: GammaGamma,
  member: History & { mean: number },
  { periods, periodLength, discountRate }: Horizon = YEAR_IN_MONTHS,
): number | undefined {
  const each = expectedSpend(spend, member)
  if (each === undefined) return undefined
  let value = 0
  let before = 0
  for (let period = 1; period <= periods; period++) {
    const until = bgNbdExpectedOf(visits, member, period * periodLength)
    value += (each * (until - before)) / (1 + discountRate) ** period
    before = until
  }
  return value
}
