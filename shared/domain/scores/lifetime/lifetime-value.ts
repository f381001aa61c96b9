import { type BgNbd, bgNbdAlive, expectedOfAlive } from './bg-nbd.ts'
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

/** How often a member is expected to come back over the horizon, each time counted as what later money is worth at the end of its period. */
export function discountedVisits(
  visits: BgNbd,
  member: History,
  { periods, periodLength, discountRate }: Horizon,
): number {
  let sum = 0
  let before = 0
  let worth = 1
  const expected = expectedOfAlive(visits, member.repeats)
  for (let period = 1; period <= periods; period++) {
    const until = expected(member.age, period * periodLength)
    worth /= 1 + discountRate
    sum += (until - before) * worth
    before = until
  }
  return bgNbdAlive(visits, member) * sum
}

/**
 * What a member is expected to bring in over the horizon, in the unit of `mean`, discounted at the end of each period.
 * Undefined where there is no expected spend.
 */
export function lifetimeValue(
  visits: BgNbd,
  spend: GammaGamma,
  member: History & { mean: number },
  horizon: Horizon = YEAR_IN_MONTHS,
): number | undefined {
  const each = expectedSpend(spend, member)
  return each === undefined ? undefined : each * discountedVisits(visits, member, horizon)
}
