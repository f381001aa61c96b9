/**
 * A group of members as exact sums, from which it can be compared with another group: no member is kept. Sums are whole numbers
 * of any length: squares of amounts in minor units, summed over members, exceed what a floating point number holds. So the
 * order, the batches, merges and erasures change nothing, not even the last digit.
 */
export interface Sums {
  /** Members of the group: n. */
  readonly members: number
  /** Members whose outcome is not 0. */
  readonly withOutcome: number
  /** Σy, of the outcome in whole units: 1 for a goal reached, minor units of money. */
  readonly outcome: bigint
  /** Σy², in those units squared. */
  readonly outcomeSquared: bigint
  /** Σx, of what was known of the member before, in whole units of its own. */
  readonly before: bigint
  /** Σx². */
  readonly beforeSquared: bigint
  /** Σxy. */
  readonly product: bigint
}

export const NO_SUMS: Sums = {
  members: 0,
  withOutcome: 0,
  outcome: 0n,
  outcomeSquared: 0n,
  before: 0n,
  beforeSquared: 0n,
  product: 0n,
}

/** The sums of one member. */
export function sumsOf(outcome: bigint, before = 0n): Sums {
  return {
    members: 1,
    withOutcome: outcome === 0n ? 0 : 1,
    outcome,
    outcomeSquared: outcome * outcome,
    before,
    beforeSquared: before * before,
    product: outcome * before,
  }
}

/** Two groups as one. */
export function plus(a: Sums, b: Sums): Sums {
  return {
    members: a.members + b.members,
    withOutcome: a.withOutcome + b.withOutcome,
    outcome: a.outcome + b.outcome,
    outcomeSquared: a.outcomeSquared + b.outcomeSquared,
    before: a.before + b.before,
    beforeSquared: a.beforeSquared + b.beforeSquared,
    product: a.product + b.product,
  }
}

/** A group without a part of it: a member erased, an outcome as it was before it was corrected. */
export function minus(all: Sums, part: Sums): Sums {
  return plus(all, {
    members: -part.members,
    withOutcome: -part.withOutcome,
    outcome: -part.outcome,
    outcomeSquared: -part.outcomeSquared,
    before: -part.before,
    beforeSquared: -part.beforeSquared,
    product: -part.product,
  })
}

/** The same members in smaller units: `outcome` and `before` say how many of them make one of the old. */
export function inSmallerUnits(sums: Sums, { outcome, before }: { outcome: bigint; before: bigint }): Sums {
  return {
    ...sums,
    outcome: sums.outcome * outcome,
    outcomeSquared: sums.outcomeSquared * outcome * outcome,
    before: sums.before * before,
    beforeSquared: sums.beforeSquared * before * before,
    product: sums.product * outcome * before,
  }
}

/**
 * The sums of each member's net: `value` times the outcome, less `cost`, both in whole units of the answer. `withOutcome` stays the
 * number of those who had the outcome: since everybody costs something, nearly every net is different from 0.
 */
export function netOf(sums: Sums, { value, cost }: { value: bigint; cost: bigint }): Sums {
  const members = BigInt(sums.members)
  return {
    ...sums,
    outcome: value * sums.outcome - cost * members,
    outcomeSquared: value * value * sums.outcomeSquared - 2n * value * cost * sums.outcome + cost * cost * members,
    product: value * sums.product - cost * sums.before,
  }
}

/** Whether every outcome is 0 or 1: only then are Σy² and Σy one number, since y² − y of any other whole number is above 0. */
export function isShare({ outcome, outcomeSquared }: Sums): boolean {
  return outcome === outcomeSquared
}
