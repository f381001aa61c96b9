import type { Findings } from '../../law/finding.ts'

/** What Wingback opens tasks about by itself, with what their words need. */
export interface OwnMatters {
  /** What the law owes for a flight leg, and cannot be granted by itself. `asks`: absent of before these were codes. */
  owed: { leg: string; asks?: Findings }
  /** More would be granted within an hour than the airline lets happen by itself. Minor units. */
  paymentsStopped: { perHourMinor: number; currency: string; resume: string }
  /** Passengers of a disrupted flight who have cards of other programmes. */
  otherProgrammes: { people: number; flight: string; event: string }
  /** A topic of surveys that is rated worse than it was. */
  dropped: {
    topic: string
    place: string
    week: string
    answers: number
    mean: number
    before: number
    weeksBefore: number
    answersBefore: number
  }
}

export type OwnTask<K extends keyof OwnMatters = keyof OwnMatters> = { [M in K]: { is: M } & OwnMatters[M] }[K]

/** What a task is called, and what there is to do where that is always the same. */
export interface OwnTaskSaid {
  title: string
  detail?: string
}

export type OwnTaskTexts = { [K in keyof OwnMatters]: (matter: OwnMatters[K]) => OwnTaskSaid }
