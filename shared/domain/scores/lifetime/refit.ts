import type { FitVerdict } from '../fit/verdict.ts'
import {
  evaluateLifetime,
  isEnoughToLearn,
  type LifetimeLooked,
  type LifetimeObserved,
  learnLifetime,
} from './learn.ts'
import type { LifetimeModel } from './model.ts'
import type { LifetimeReport } from './report.ts'

export interface LifetimeRefit {
  verdict: FitVerdict
  /** Absent where there were too few members. */
  learned?: { model: LifetimeModel; report: LifetimeReport }
}

/**
 * Learns the model anew. On what came after, it has to be better, by more than chance, than the plain ways and than the model in use.
 */
export function refitLifetime(
  observed: readonly LifetimeObserved[],
  looked: LifetimeLooked,
  live: LifetimeModel,
): LifetimeRefit {
  if (!isEnoughToLearn(observed)) return { verdict: 'too-few' }
  const learned = learnLifetime(observed, looked)
  const report = evaluateLifetime(observed, looked, learned, live)
  return { verdict: verdictOn(report), learned: { model: withReport(learned.model, report), report } }
}

function verdictOn({ betterBy, betterThanLive, notConverged }: LifetimeReport): FitVerdict {
  if (notConverged) return 'too-few'
  if (!Object.values(betterBy).every(([low]) => low > 0)) return 'not-better-than-plain'
  return betterThanLive === undefined || betterThanLive[0] > 0 ? 'better' : 'not-better-than-live'
}

/** The model with what it is to be trusted by. */
export function withReport(
  model: LifetimeModel,
  { n, deviance, baselines, expected, observed }: LifetimeReport,
): LifetimeModel {
  return { ...model, judged: { n, deviance, baselines, expected, observed } }
}
