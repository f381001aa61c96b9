import type { ChurnReport } from '../domain/scores/churn/learn.ts'
import type { ChurnModel } from '../domain/scores/churn/model.ts'
import type { FitVerdict } from '../domain/scores/fit/verdict.ts'
import type { LifetimeModel } from '../domain/scores/lifetime/model.ts'
import type { LifetimeReport } from '../domain/scores/lifetime/report.ts'

/** What each model that is fitted by the month is, and how it is judged. */
interface FittedModels {
  churn: { model: ChurnModel; report: ChurnReport }
  lifetime: { model: LifetimeModel; report: LifetimeReport }
}

export type FittedScore = keyof FittedModels

/** What the fit of a month came to: the model with its report, whether it is used or not. */
export type Fit<S extends FittedScore = FittedScore> = { [K in S]: FitOf<K> }[S]

interface FitOf<S extends FittedScore> {
  score: S
  /** `YYYY-MM`: one fit of each score a month. */
  month: string
  at: number
  /** Members are known as they were at this date, and were watched for so many days from then on. */
  cutoff: string
  horizonDays: number
  /** Of so many members who could be told of, those drawn; and how many of them did not fly in that time. */
  members: number
  lost: number
  /** Members left out since of them no opening balance of before that date is kept. Absent where there are none. */
  withoutBalance?: number
  verdict: FitVerdict
  /** The model it was held against. */
  liveModel: string
  /** Absent where there were too few members. */
  model?: FittedModels[S]['model']
  report?: FittedModels[S]['report']
  /** The draft that would put it to use. */
  draft?: string
}

/** Of fits in any order. */
export function newestFirst(fits: readonly Fit[]): Fit[] {
  return [...fits].sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : a.score < b.score ? -1 : 1))
}

/** The monthly fits of the models of scores. */
export interface Fits {
  /** The newest first; of one month by the name of their score. */
  list(): Promise<Fit[]>
  write(fit: Fit): Promise<void>
}
