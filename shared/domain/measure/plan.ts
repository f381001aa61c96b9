import { type Looking, marginOf } from './always-valid.ts'
import { errorWithoutEffect } from './difference.ts'
import { ENOUGH_WITH_OUTCOME } from './enough.ts'
import { smallestWhere } from './search.ts'
import { normalQuantile } from './special-functions.ts'

/** What is expected of a campaign before it begins. */
export interface Expected {
  /** Share of the members who have the outcome without the campaign: 0.08. */
  rate: number
  /** Variance of the outcome over members. Of a share it is rate·(1 − rate), which is taken where none is given. */
  variance?: number
  /** Share of the members who are held out, above 0 and below 1. */
  holdout: number
}

/** How often an effect of that size shall be found. */
export const POWER = 0.8
/** More members than any programme has. */
const NEVER = 1e10

/**
 * The smallest difference that is found in {@link POWER} of campaigns by the time that so many members are in, in units of
 * the outcome: half the always-valid interval plus the quantile of the power, times the standard error. That takes the treated
 * to vary as little as the control, which is a little too well; looking on the way finds some besides, which makes up for it
 * (bench/peeking.ts plays it).
 */
export function smallestEffect(members: number, expected: Expected, looking: Looking): number {
  const { rate, holdout, variance = rate * (1 - rate) } = expected
  const standardError = errorWithoutEffect(variance, members * holdout, members * (1 - holdout))
  return marginOf(standardError, members, looking) + normalQuantile(POWER) * standardError
}

/** From how many members on each arm is expected to have enough with the outcome for anything to be told. */
export function membersUntilEnough({ rate, holdout }: Expected): number {
  return Math.ceil(ENOUGH_WITH_OUTCOME / (Math.min(rate, 1 - rate) * Math.min(holdout, 1 - holdout)))
}

/** From how many members on an effect of that size is found. Undefined where no programme has so many. */
export function membersToSee(effect: number, expected: Expected, looking: Looking): number | undefined {
  const enough = membersUntilEnough(expected)
  const seen = smallestWhere((members) => smallestEffect(members, expected, looking) <= effect, 1, NEVER)
  const members = Math.max(enough, Math.ceil(seen))
  return members < NEVER ? members : undefined
}

/** What a holdout of that size would let see. */
export interface HoldoutPlan {
  holdout: number
  /** Members until there is enough of the outcome for anything to be told. */
  enoughAt: number
  /** At the horizon, in units of the outcome; undefined where there is not enough of it by then. */
  smallestEffect?: number
  /** Members until an effect of the size asked for is seen; undefined where none was, or where it never is. */
  seenAt?: number
}

export interface PlanAsked extends Omit<Expected, 'holdout'> {
  /** Members who will be in by the horizon: there the intervals are tightest. */
  horizon: number
  alpha: number
  /** The effect that would be worth seeing, in units of the outcome. */
  effect?: number
}

export function holdoutPlan(holdout: number, { horizon, alpha, effect, ...expected }: PlanAsked): HoldoutPlan {
  const looking = { alpha, planned: horizon }
  const withHoldout = { ...expected, holdout }
  const seenAt = effect === undefined ? undefined : membersToSee(effect, withHoldout, looking)
  const enoughAt = membersUntilEnough(withHoldout)
  return {
    holdout,
    enoughAt,
    ...(enoughAt <= horizon && { smallestEffect: smallestEffect(horizon, withHoldout, looking) }),
    ...(seenAt !== undefined && { seenAt }),
  }
}

/** The smallest holdout by which the effect is seen by the horizon: whoever is held out does without the campaign. */
export function holdoutToChoose(plans: readonly HoldoutPlan[], horizon: number): number | undefined {
  const seeing = plans.filter(({ seenAt }) => seenAt !== undefined && seenAt <= horizon)
  return seeing.length === 0 ? undefined : Math.min(...seeing.map(({ holdout }) => holdout))
}
