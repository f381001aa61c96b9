import type { ChurnReport } from '../domain/scores/churn/learn.ts'
import type { ChurnModel } from '../domain/scores/churn/model.ts'
import type { FitVerdict } from '../domain/scores/churn/refit.ts'

/** What the fit of a month came to: the model with its report, whether it is used or not. */
export interface Fit {
  /** `YYYY-MM`: one fit a month. */
  month: string
  at: number
  /** Members are known as they were at this date, and were watched for so many days from then on. */
  cutoff: string
  horizonDays: number
  /** Of so many members who could be told of, those drawn; and how many of them were lost. */
  members: number
  lost: number
  verdict: FitVerdict
  /** The model it was held against. */
  liveModel: string
  /** Absent where there were too few members. */
  model?: ChurnModel
  report?: ChurnReport
  /** The draft that would put it to use. */
  draft?: string
}

/** The monthly fits of the churn model. */
export interface Fits {
  /** The newest first. */
  list(): Promise<Fit[]>
  write(fit: Fit): Promise<void>
}
