import { alwaysValidInterval, alwaysValidP, type Interval, type Looking } from './always-valid.ts'
import { absolute, adjusted, type Estimate, errorWithoutEffect, type Mean, relative, thetaOf } from './difference.ts'
import { isEnough, membersStillNeeded, tellingMembers } from './enough.ts'
import { type Moments, momentsOf, type Units, WHOLE_UNITS } from './moments.ts'
import { plus, type Sums } from './sums.ts'

/** What may be said of a treated arm against the control. `better` is more of the outcome. */
export type Verdict = 'better' | 'worse' | 'tooSmall' | 'noDifferenceSeen'

export interface Arm {
  arm: string
  sums: Sums
  /** Sums that decide whether there is enough data, where they are not those of the outcome: for a net, the revenue. */
  decisive?: Sums
}

/** Each figure is undefined where there is too little of it: fewer than two members in an arm, or no spread at all. */
export interface Comparison {
  arm: string
  members: Both<number>
  withOutcome: Both<number>
  /** The number of members of each arm that decides whether it tells anything (enough.ts). */
  telling: Both<number>
  means: Both<number | undefined>
  difference: number | undefined
  standardError: number | undefined
  /** Always valid, of this arm alone. */
  interval: Interval | undefined
  /** Always valid, below alpha exactly where the interval leaves 0 out. */
  pValue: number | undefined
  /** A reading aid: it decides nothing. */
  relative: { difference: number; interval: Interval } | undefined
  cuped: Cuped | undefined
  /** What the verdict rests on. */
  cautious: Said | undefined
  verdict: Verdict
  /** More members that each arm needs before anything can be told. */
  stillNeeded: Both<number | undefined>
  /** Of several arms, the one that has more than the control and than every other, all pairs together at the level. */
  isBest: boolean
}

/** A difference, and what may be said of it at any look. */
export interface Said extends Estimate {
  /** Always valid. */
  interval: Interval
  /** Always valid, below alpha exactly where the interval leaves 0 out. */
  pValue: number
}

/** Adjusted by what was known of the members before. */
export interface Cuped extends Said {
  theta: number
  /** Its standard error over the plain one: below 1 it narrows the interval. */
  factor: number
}

export interface Both<T> {
  control: T
  treated: T
}

/**
 * Each arm against the control. A verdict only where the always-valid test with each arm's own variance (the interval) and
 * the one of "no effect" (one variance for all) agree, which is where the wider of both intervals, the cautious one, leaves 0
 * out; and where each arm has enough of the outcome. Of several arms the level is divided by Holm's step-down (1979): the
 * least p is asked at α/k, the next at α/(k − 1), and so on.
 */
export function compareArms(
  control: Arm,
  treated: readonly Arm[],
  looking: Looking,
  units: Units = WHOLE_UNITS,
): Comparison[] {
  const pairs = treated.map((arm) => pairOf(control, arm, looking, units))
  const decided = decidedByHolm(
    pairs.map(({ comparison }) => comparison.cautious?.pValue ?? 1),
    looking.alpha,
  )
  const verdicts = pairs.map((pair, i) => verdictOf(pair, decided[i]!))
  const best = bestOf(treated, verdicts, looking, units)
  return pairs.map(({ comparison }, i) => ({ ...comparison, verdict: verdicts[i]!, isBest: treated[i] === best }))
}

interface Pair {
  comparison: Omit<Comparison, 'verdict' | 'isBest'>
  enough: boolean
}

function pairOf(control: Arm, treated: Arm, looking: Looking, units: Units): Pair {
  const [a, b] = [control.decisive ?? control.sums, treated.decisive ?? treated.sums]
  const comparison = {
    arm: treated.arm,
    members: { control: control.sums.members, treated: treated.sums.members },
    withOutcome: { control: a.withOutcome, treated: b.withOutcome },
    telling: { control: tellingMembers(a), treated: tellingMembers(b) },
    means: { control: meanOf(control.sums, units), treated: meanOf(treated.sums, units) },
    stillNeeded: { control: membersStillNeeded(a), treated: membersStillNeeded(b) },
  }
  const figures = figuresOf(control.sums, treated.sums, looking, units)
  return {
    comparison: { ...comparison, ...(figures ?? NO_FIGURES) },
    enough: figures !== undefined && isEnough(a) && isEnough(b),
  }
}

const NO_FIGURES = {
  difference: undefined,
  standardError: undefined,
  interval: undefined,
  pValue: undefined,
  relative: undefined,
  cuped: undefined,
  cautious: undefined,
}

function meanOf({ members, outcome }: Sums, units: Units): number | undefined {
  return members === 0 ? undefined : Number(outcome) / members / units.outcome
}

function figuresOf(controlSums: Sums, treatedSums: Sums, looking: Looking, units: Units) {
  if (controlSums.members < 2 || treatedSums.members < 2) return undefined
  const [control, treated, all] = [controlSums, treatedSums, plus(controlSums, treatedSums)].map((sums) =>
    momentsOf(sums, units),
  ) as [Moments, Moments, Moments]
  const plain = absolute(control, treated)
  if (plain.standardError === 0) return undefined
  const cuped = cupedOf(control, treated, all, plain, looking)
  const ratio = relative(control, treated)
  return {
    ...saidOf(plain, all.members, looking),
    relative: ratio && {
      difference: ratio.difference,
      interval: alwaysValidInterval(ratio, all.members, looking),
    },
    cuped,
    cautious:
      cuped.factor < 1 && cuped.standardError > 0
        ? cautiously(cuped, adjusted(all, cuped.theta))
        : cautiously(plain, all),
  }

  /** With the wider of the two standard errors: the arms' own, and that of one variance for all. */
  function cautiously({ difference, standardError }: Estimate, everybody: Mean): Said {
    const withoutEffect = errorWithoutEffect(everybody.variance, control.members, treated.members)
    return saidOf({ difference, standardError: Math.max(standardError, withoutEffect) }, everybody.members, looking)
  }
}

function saidOf({ difference, standardError }: Estimate, members: number, looking: Looking): Said {
  const estimate = { difference, standardError }
  return {
    ...estimate,
    interval: alwaysValidInterval(estimate, members, looking),
    pValue: alwaysValidP(estimate, members, looking),
  }
}

/** Where nothing known before varies there is nothing to adjust by: θ is 0, and it is the plain difference. */
function cupedOf(control: Moments, treated: Moments, all: Moments, plain: Estimate, looking: Looking): Cuped {
  const theta = thetaOf(all)
  const estimate = absolute(adjusted(control, theta), adjusted(treated, theta))
  return {
    theta,
    ...saidOf(estimate, all.members, looking),
    factor: estimate.standardError / plain.standardError,
  }
}

function verdictOf({ enough, comparison: { cautious } }: Pair, isDecided: boolean): Verdict {
  if (!enough || !cautious) return 'tooSmall'
  if (!isDecided) return 'noDifferenceSeen'
  return cautious.difference > 0 ? 'better' : 'worse'
}

/** Which of several p stand, at the level over all of them together (Holm 1979). */
export function decidedByHolm(pValues: readonly number[], alpha: number): boolean[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p)
  const firstNot = order.findIndex(({ p }, rank) => !(p < alpha / (order.length - rank)))
  const decided = new Set(order.slice(0, firstNot < 0 ? order.length : firstNot).map(({ i }) => i))
  return pValues.map((_, i) => decided.has(i))
}

/** Of several arms, the one that is better than the control and than every other. All pairs of arms share the level. */
function bestOf(arms: readonly Arm[], verdicts: readonly Verdict[], looking: Looking, units: Units): Arm | undefined {
  if (arms.length < 2) return undefined
  const pairs = (arms.length * (arms.length - 1)) / 2
  const divided = { ...looking, alpha: looking.alpha / pairs }
  return arms.find((arm, i) => {
    if (verdicts[i] !== 'better') return false
    return arms.every(
      (other) => other === arm || verdictOfPair(pairOf(other, arm, divided, units), divided) === 'better',
    )
  })
}

function verdictOfPair(pair: Pair, { alpha }: Looking): Verdict {
  return verdictOf(pair, (pair.comparison.cautious?.pValue ?? 1) < alpha)
}
