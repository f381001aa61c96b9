import { shortHash } from '../../../standards/hash.ts'
import { DAY } from '../../calendar.ts'
import { fitLogistic, sigmoid } from '../fit/logistic.ts'
import { type BgNbd, bgNbdAlive } from '../lifetime/bg-nbd.ts'
import { fitBgNbd } from '../lifetime/fit-bg-nbd.ts'
import { gathered } from '../lifetime/history.ts'
import {
  betterBy,
  type Calibration,
  calibrationOf,
  type Foreseen,
  type Interval,
  type Quality,
  qualityIntervals,
  qualityOf,
} from '../measure/ranking.ts'
import { CHURN_FEATURE_NAMES, CHURN_FEATURES, type ChurnBasis, logit, silentDays } from './features.ts'
import type { ChurnHistory } from './history.ts'
import { type ChurnModel, churnRisk } from './model.ts'

/** A member as they were known at the cut-off, and whether they did not fly in the time ahead. */
export interface Observed {
  memberId: string
  history: ChurnHistory
  lost: boolean
}

/** When was looked, and how far ahead. */
export interface Looked {
  /** Epoch ms. */
  cutoff: number
  horizonDays: number
}

/** Weights are drawn to 0 as by so many members: enough that what a handful had says little. */
const RIDGE = 10
/** A feature that varies less is the same for everybody. */
const SAME = 1e-3
const VERSION_CHARS = 10
const DIGITS = 6

/** How all members come and go, by what was known at the cut-off: no outcome goes into it. Where nobody came back: the usual. */
export function basisOf(
  observed: readonly Observed[],
  { cutoff, horizonDays }: Looked,
  progress?: (n: number) => void,
): ChurnBasis {
  if (observed.every(({ history }) => history.repeats === 0)) return { alive: USUAL, horizonDays }
  const { model } = fitBgNbd(gathered(observed.map(({ history }) => inDays(history, cutoff))), {
    ...(progress && { progress }),
  })
  return { alive: rounded(model), horizonDays }
}

/** A flight in two months, and one in ten is the last. */
const USUAL: BgNbd = { r: 1, alpha: 60, a: 0.5, b: 4.5 }

function inDays({ repeats, first, last }: ChurnHistory, cutoff: number) {
  const age = Math.max(0, Math.round((cutoff - first) / DAY))
  return { repeats, recency: Math.min(age, Math.round((last - first) / DAY)), age }
}

/** At least so many members who left and so many who stayed: fewer are not enough to learn from. */
export const EACH_AT_LEAST = 25

export function isEnough(observed: readonly Observed[]): boolean {
  const lost = observed.filter((each) => each.lost).length
  return Math.min(lost, observed.length - lost) >= EACH_AT_LEAST
}

/** Learns the weights from what came of members after the cut-off. */
export function learnChurn(observed: readonly Observed[], looked: Looked, basis: ChurnBasis): ChurnModel {
  const values = observed.map(({ history }) => valuesOf(history, looked.cutoff, basis))
  const usual = CHURN_FEATURE_NAMES.map((_, i) => mean(values.map((row) => row[i]!)))
  const varies = CHURN_FEATURE_NAMES.map((_, i) => Math.sqrt(mean(values.map((row) => (row[i]! - usual[i]!) ** 2))))
  const samples = values.map((row, i) => ({
    x: row.map((value, j) => (varies[j]! > SAME ? (value - usual[j]!) / varies[j]! : 0)),
    happened: observed[i]!.lost,
  }))
  const { intercept, weights } = fitLogistic(samples, {
    ridge: RIDGE,
    // The longer the silence, and the more went wrong, the greater the risk: what says otherwise is chance.
    notNegative: CHURN_FEATURE_NAMES.map(() => true),
  })
  const features: ChurnModel['features'] = {}
  for (const [i, name] of CHURN_FEATURE_NAMES.entries()) {
    if (weights[i] !== 0 && varies[i]! > SAME) {
      features[name] = rounded({ weight: weights[i]!, usual: usual[i]!, varies: varies[i]! })
    }
  }
  const learned = { ...basis, intercept: Number(intercept.toPrecision(DIGITS)), features }
  return {
    kind: 'churn',
    version: shortHash([JSON.stringify(learned)], VERSION_CHARS),
    trainedOn: {
      cutoff: new Date(looked.cutoff).toISOString().slice(0, 10),
      members: observed.length,
      lost: observed.filter(({ lost }) => lost).length,
    },
    ...learned,
  }
}

function valuesOf(history: ChurnHistory, at: number, basis: ChurnBasis): number[] {
  return CHURN_FEATURE_NAMES.map((name) => CHURN_FEATURES[name].value(history, at, basis))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** As many digits as tell anything, so that a person can read them. */
function rounded<T extends object>(numbers: T): T {
  const entries = Object.entries(numbers).map(([name, value]) => [name, Number((value as number).toPrecision(DIGITS))])
  return Object.fromEntries(entries) as T
}

export type Baseline = 'recency' | 'alive' | 'constant'

type Judged = Baseline | 'score' | 'live'

export interface ChurnReport extends Quality {
  n: number
  /** Who did not fly in the time ahead. */
  positives: number
  calibration: Calibration[]
  /** The time since the last flight alone; the probability of being there alone; everybody the same. */
  baselines: Record<Baseline, Quality>
  intervals: { auc: Interval | null; logLoss: Interval }
  /** By how much the score is better than each baseline on the same people: above 0, it is. */
  betterBy: Record<Baseline, BetterBy>
  /** By how much it is better than the model in use, where that was given. */
  betterThanLive?: BetterBy
}

type BetterBy = { auc: Interval | null; logLoss: Interval }

/** Each is judged by what was learned from the others: in so many parts. */
const PARTS = 5

/**
 * How good the score is on people that it did not learn from, beside the baselines, which learn from the same people. With a
 * model `asItIs`, that one is judged, and only the baselines learn. `live` is the model in use, to compare with.
 */
export function evaluateChurn(
  observed: readonly Observed[],
  looked: Looked,
  basis: ChurnBasis,
  { asItIs, live }: { asItIs?: ChurnModel | undefined; live?: ChurnModel } = {},
): ChurnReport {
  const { cutoff } = looked
  const sorted = [...observed].sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  const foreseen = { score: [], live: [], recency: [], alive: [], constant: [] } as Record<Judged, Foreseen[]>
  for (let part = 0; part < Math.min(PARTS, sorted.length); part++) {
    const apart = sorted.filter((_, i) => i % PARTS === part)
    const others = sorted.filter((_, i) => i % PARTS !== part)
    const from = others.length > 0 ? others : apart
    const learned = asItIs ?? learnChurn(from, looked, basis)
    const byRecency = oneFeature(from, ({ history }) => Math.log1p(silentDays(history, cutoff)))
    const byAlive = oneFeature(from, ({ history }) => logit(1 - bgNbdAlive(basis.alive, inDays(history, cutoff))))
    const share = from.filter(({ lost }) => lost).length / from.length
    for (const each of apart) {
      const add = (to: Judged, predicted: number) => foreseen[to].push({ predicted, happened: each.lost })
      add('score', churnRisk(learned, each.history, cutoff))
      if (live) add('live', churnRisk(live, each.history, cutoff))
      add('recency', byRecency(each))
      add('alive', byAlive(each))
      add('constant', share)
    }
  }
  const { score, live: byLive, ...baselines } = foreseen
  const each = <T>(of: (all: Foreseen[]) => T) => ({
    recency: of(baselines.recency),
    alive: of(baselines.alive),
    constant: of(baselines.constant),
  })
  return {
    n: score.length,
    positives: score.filter(({ happened }) => happened).length,
    ...qualityOf(score),
    calibration: calibrationOf(score),
    baselines: { ...each(qualityOf), constant: constantQuality(baselines.constant) },
    intervals: qualityIntervals(score),
    betterBy: each((baseline) => betterBy(score, baseline)),
    ...(live && { betterThanLive: betterBy(score, byLive) }),
  }
}

/** Who is given the same as everybody is put before nobody; the shares of the parts differ by chance alone. */
function constantQuality(all: readonly Foreseen[]): Quality {
  const { auc, logLoss } = qualityOf(all)
  return { auc: auc === null ? null : 0.5, logLoss }
}

/** One feature alone, with its own intercept and weight, so that it is a probability as good as it can be. */
function oneFeature(from: readonly Observed[], value: (observed: Observed) => number): (observed: Observed) => number {
  const samples = from.map((each) => ({ x: [value(each)], happened: each.lost }))
  const { intercept, weights } = fitLogistic(samples, { ridge: 1e-3 })
  return (observed) => sigmoid(intercept + weights[0]! * value(observed))
}
