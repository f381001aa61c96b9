import { diceOf } from '../infra/local/sample/random.ts'
import type { Interval } from '../shared/domain/measure/always-valid.ts'
import { type Comparison, compareArms } from '../shared/domain/measure/compare.ts'
import { smallestEffect } from '../shared/domain/measure/plan.ts'
import { normalQuantile } from '../shared/domain/measure/special-functions.ts'
import { NO_SUMS, plus, type Sums } from '../shared/domain/measure/sums.ts'

/**
 * Campaigns of which somebody looks at the results after every day, played with dice: how often something is told of a
 * campaign that does nothing, how often a lift that is there is found, and whether the intervals hold it.
 */
export interface Peeking {
  /** Campaigns played for each line. */
  campaigns: number
  looks: number
  members: number
  /** Of campaigns that do nothing: the share of which, at any look, something is told. */
  falseAlarms: FalseAlarms[]
  planted: Planted[]
  /** Those of the smallest effect that a plan says is found in 4 of 5 by the end. */
  asPlanned: Planted[]
}

export interface FalseAlarms {
  holdout: number
  /** Of the members, who reach the goal without the campaign. */
  rate: number
  outcome: Outcome
  /** By what is told: both tests, and enough members with the outcome. */
  told: number
  /** Had the always-valid interval alone been asked. */
  intervalAlone: number
  /** Had the usual test been asked at each look, at its 5 %. */
  usualTest: number
  covered: Covered
}

/** The share whose interval held the truth at every look from which on there was enough. */
export interface Covered {
  /** With each arm's own variance. */
  plain: number
  /** With the wider of both standard errors, on which a verdict rests. */
  cautious: number
}

/** Of campaigns that lift the goal's rate. */
export interface Planted {
  holdout: number
  from: number
  to: number
  outcome: Outcome
  /** The share that was found by the end. */
  found: number
  /** The share that was told the wrong way round, at any look. */
  wrongWay: number
  /** After so many members half of those found were found. */
  medianMembers: number
  covered: Covered
}

type Outcome = 'goal' | 'net'

const CAMPAIGNS = 1_000
const LOOKS = 256
const MEMBERS_A_DAY = 250
const LOOKING = { alpha: 0.05, planned: 20_000 }
const USUAL_Z = normalQuantile(0.975)

/** What a member who came brings in, in minor units: a lognormal whose largest are 30 times its median. */
const MEDIAN_AMOUNT = 80_000
const SPREAD = 1.1
const MEAN_AMOUNT = MEDIAN_AMOUNT * Math.exp(SPREAD ** 2 / 2)

const HOLDOUTS = [0.5, 0.1, 0.05]
/** As often as people come back, and as often as something rare happens. */
const RATES = [0.089, 0.009]
const LIFT = { from: 0.089, to: 0.112 }

export function measurePeeking(campaigns = CAMPAIGNS): Peeking {
  return {
    campaigns,
    looks: LOOKS,
    members: LOOKS * MEMBERS_A_DAY,
    falseAlarms: HOLDOUTS.flatMap((holdout) => RATES.flatMap((rate) => falseAlarms(campaigns, holdout, rate))),
    planted: [0.5, 0.1].flatMap((holdout) => planted(campaigns, { holdout, ...LIFT })),
    asPlanned: HOLDOUTS.flatMap((holdout) =>
      planted(campaigns, planned(holdout)).filter(({ outcome }) => outcome === 'goal'),
    ),
  }
}

function falseAlarms(count: number, holdout: number, rate: number): FalseAlarms[] {
  const campaigns = played(count, { holdout, from: rate, to: rate })
  return (['goal', 'net'] as const).map((outcome) => {
    const seen = campaigns.map((each) => each[outcome])
    return {
      ...{ holdout, rate, outcome },
      told: shareOf(seen, (each) => each.better !== undefined || each.worse !== undefined),
      intervalAlone: shareOf(seen, (each) => each.intervalAlone),
      usualTest: shareOf(seen, (each) => each.usualTest),
      covered: coveredOf(seen),
    }
  })
}

function planned(holdout: number): Plan {
  const { from } = LIFT
  return { holdout, from, to: from + smallestEffect(LOOKS * MEMBERS_A_DAY, { rate: from, holdout }, LOOKING) }
}

function planted(count: number, plan: Plan): Planted[] {
  const campaigns = played(count, plan)
  return (['goal', 'net'] as const).map((outcome) => {
    const seen = campaigns.map((each) => each[outcome])
    const looks = seen.flatMap(({ better }) => (better === undefined ? [] : [better])).sort((a, b) => a - b)
    return {
      ...{ ...plan, outcome },
      found: looks.length / seen.length,
      wrongWay: shareOf(seen, (each) => each.worse !== undefined),
      medianMembers: (looks[Math.floor(looks.length / 2)] ?? 0) * MEMBERS_A_DAY,
      covered: coveredOf(seen),
    }
  })
}

function shareOf(seen: readonly Seen[], is: (each: Seen) => boolean): number {
  return seen.filter(is).length / seen.length
}

function coveredOf(seen: readonly Seen[]): Covered {
  return {
    plain: shareOf(seen, (each) => each.isCovered.plain),
    cautious: shareOf(seen, (each) => each.isCovered.cautious),
  }
}

interface Plan {
  holdout: number
  from: number
  to: number
}

function played(count: number, plan: Plan): Record<Outcome, Seen>[] {
  return Array.from({ length: count }, (_, seed) => playCampaign(plan, seed + 1))
}

/** What was seen of one campaign, over all looks. */
class Seen {
  /** The first look at which it was told. */
  better: number | undefined
  worse: number | undefined
  intervalAlone = false
  usualTest = false
  isCovered = { plain: true, cautious: true }
  readonly #truth: number

  constructor(truth: number) {
    this.#truth = truth
  }

  look({ verdict, interval, cautious, difference, standardError }: Comparison, look: number): void {
    if (verdict === 'better') this.better ??= look
    if (verdict === 'worse') this.worse ??= look
    if (!interval || !cautious) return
    if (!holds(interval, 0)) this.intervalAlone = true
    if (Math.abs(difference!) > USUAL_Z * standardError!) this.usualTest = true
    if (verdict === 'tooSmall') return
    if (!holds(interval, this.#truth)) this.isCovered.plain = false
    if (!holds(cautious.interval, this.#truth)) this.isCovered.cautious = false
  }
}

function holds([low, high]: Interval, value: number): boolean {
  return low <= value && value <= high
}

/** Both outcomes of the same members; the same seed is the same campaign on any machine. */
function playCampaign({ holdout, from, to }: Plan, seed: number): Record<Outcome, Seen> {
  const dice = diceOf(seed)
  const held = { goal: NO_SUMS, net: NO_SUMS }
  const treated = { goal: NO_SUMS, net: NO_SUMS }
  const seen = { goal: new Seen(to - from), net: new Seen((to - from) * MEAN_AMOUNT) }
  for (let look = 1; look <= LOOKS; look++) {
    let heldToday = 0
    for (let i = 0; i < MEMBERS_A_DAY; i++) if (dice.next() < holdout) heldToday++
    addDay(held, heldToday, from, dice.next)
    addDay(treated, MEMBERS_A_DAY - heldToday, to, dice.next)
    for (const outcome of ['goal', 'net'] as const) {
      const [control, arm] = [held, treated].map((sums, i) => ({ arm: String(i), sums: sums[outcome] }))
      seen[outcome].look(compareArms(control!, [arm!], LOOKING)[0]!, look)
    }
  }
  return seen
}

/** A day's members, in whole numbers as long as they are exact. */
function addDay(arm: Record<Outcome, Sums>, members: number, rate: number, next: () => number): void {
  let came = 0
  let amounts = 0
  let squares = 0n
  for (let i = 0; i < members; i++) {
    if (next() >= rate) continue
    const amount = Math.round(MEDIAN_AMOUNT * Math.exp(SPREAD * normalQuantile(Math.max(next(), 1e-9))))
    came += 1
    amounts += amount
    squares += BigInt(amount) ** 2n
  }
  const day = { ...NO_SUMS, members, withOutcome: came }
  arm.goal = plus(arm.goal, { ...day, outcome: BigInt(came), outcomeSquared: BigInt(came) })
  arm.net = plus(arm.net, { ...day, outcome: BigInt(amounts), outcomeSquared: squares })
}
