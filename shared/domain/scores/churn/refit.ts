import type { FitVerdict } from '../fit/verdict.ts'
import type { Interval } from '../measure/ranking.ts'
import { basisOf, type ChurnReport, evaluateChurn, isEnough, type Looked, learnChurn, type Observed } from './learn.ts'
import { type ChurnModel, withJudgement } from './model.ts'

export interface Refit {
  verdict: FitVerdict
  /** Absent where there were too few members. */
  learned?: { model: ChurnModel; report: ChurnReport }
}

/**
 * Learns the model anew. It has to be better, by more than chance, than the plain baselines and than the model in use, on members
 * that it did not learn from.
 */
export function refitChurn(observed: readonly Observed[], looked: Looked, live: ChurnModel): Refit {
  if (!isEnough(observed)) return { verdict: 'too-few' }
  const basis = basisOf(observed, looked)
  const report = evaluateChurn(observed, looked, basis, { live })
  const model = withJudgement(learnChurn(observed, looked, basis), report)
  return { verdict: verdictOn(report), learned: { model, report } }
}

function verdictOn({ betterBy, betterThanLive }: ChurnReport): FitVerdict {
  const isBetter = ({ logLoss: [low] }: { logLoss: Interval }) => low > 0
  if (!Object.values(betterBy).every(isBetter)) return 'not-better-than-plain'
  return betterThanLive && isBetter(betterThanLive) ? 'better' : 'not-better-than-live'
}
