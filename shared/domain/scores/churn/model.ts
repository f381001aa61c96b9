import { sigmoid } from '../fit/logistic.ts'
import type { Quality } from '../measure/ranking.ts'
import { faultOfVersion } from '../version.ts'
import { CHURN_FEATURE_NAMES, CHURN_FEATURES, type ChurnBasis, type ChurnFeature } from './features.ts'
import type { ChurnHistory } from './history.ts'

/**
 * How probable it is that a member does not fly in the time ahead. Plain data: the log odds are the intercept and, for each
 * feature, its weight times how far it is from what is usual, in units of how much it varies.
 */
export interface ChurnModel extends ChurnBasis {
  kind: 'churn'
  version: string
  /** Of members at this date: how many, and how many of them did not fly in the time ahead. */
  trainedOn: { cutoff: string; members: number; lost: number }
  intercept: number
  /** A feature that is not named counts for nothing. */
  features: Partial<Record<ChurnFeature, { weight: number; usual: number; varies: number }>>
  /** How good it was on members that it did not learn from, beside the plain baselines. */
  judged?: Judgement
}

export interface Judgement extends Quality {
  baselines: Readonly<Record<string, Quality>>
}

/** The model with what it is to be trusted by, so that this goes with it wherever it goes. */
export function withJudgement(model: ChurnModel, { auc, logLoss, baselines }: Judgement): ChurnModel {
  return { ...model, judged: { auc, logLoss, baselines } }
}

/** How much each feature moved the log odds, the most first. */
export interface Moved {
  feature: ChurnFeature
  by: number
}

/** 0 to 1. */
export function churnRisk(model: ChurnModel, history: ChurnHistory, at: number): number {
  let score = model.intercept
  for (const name of CHURN_FEATURE_NAMES) {
    const feature = model.features[name]
    if (feature && feature.weight !== 0) score += partOf(model, name, history, at)
  }
  return sigmoid(score)
}

export function churnReasons(model: ChurnModel, history: ChurnHistory, at: number): Moved[] {
  const named = CHURN_FEATURE_NAMES.filter((name) => (model.features[name]?.weight ?? 0) !== 0)
  const moved = named.map((feature) => ({ feature, by: partOf(model, feature, history, at) }))
  return moved.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
}

function partOf(model: ChurnModel, name: ChurnFeature, history: ChurnHistory, at: number): number {
  const { weight, usual, varies } = model.features[name]!
  return (weight * (CHURN_FEATURES[name].value(history, at, model) - usual)) / varies
}

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfChurnModel(value: unknown): string | undefined {
  const { kind, version, intercept, alive, horizonDays, features } = Object(value) as Record<string, unknown>
  if (kind !== 'churn') return 'kind must be "churn": is it a model of something else?'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  if (!Number.isFinite(intercept)) return 'intercept must be a number'
  if (!isPositive(horizonDays) || !Number.isInteger(horizonDays)) return 'horizonDays must be a whole number above 0'
  const { r, alpha, a, b } = Object(alive) as Record<string, unknown>
  if (![r, alpha, a, b].every(isPositive)) return 'alive must have r, alpha, a and b, each above 0'
  for (const [name, feature] of Object.entries(Object(features) as object)) {
    const { weight, usual, varies } = Object(feature) as Record<string, unknown>
    if (!Object.hasOwn(CHURN_FEATURES, name))
      return `features: "${name}" is not one of ${CHURN_FEATURE_NAMES.join(', ')}`
    if (!Number.isFinite(weight) || !Number.isFinite(usual) || !isPositive(varies)) {
      return `features: ${name} must have a weight, what is usual, and by how much it varies`
    }
    if ((weight as number) < 0) {
      return `features: the weight of ${name} must not be below 0: the risk would fall while a member is silent, or for what went wrong`
    }
  }
  return undefined
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
