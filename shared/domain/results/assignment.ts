import type { Outcome } from './outcome.ts'

/** The arm of those who deliberately got nothing. */
export const HELD_OUT = 'holdout'
/** The arm of everybody else, where the campaign has no split. */
export const TREATED = 'treated'

/**
 * A member in an analysis: once, by the arm of the moment at which the holdout gate was first asked. It keeps what was known
 * then and what came of it since; a recount reads nothing else. Names no flight, booking or complaint.
 */
export interface Assignment {
  /** The analysis: `we-miss-you@7ko2f1`, see {@link Analysis}. */
  analysis: string
  /** {@link HELD_OUT}, {@link TREATED}, or the arm of the campaign's first split. */
  arm: string
  /** The arms of all the campaign's splits, by split: for good. */
  arms?: Record<string, string>
  /** The share held out of those drawn with this member, 0 to 1. */
  share: number
  /** Of the others, the share of each arm of the first split, when its arm was drawn: together 1. Absent: no split. */
  armShares?: Record<string, number>
  /** Likewise of the arms of every further split, by split. Absent: there is one at most. */
  moreShares?: Record<string, Record<string, number>>
  /** The window, epoch ms: from the assignment on, and the first instant after it. */
  at: number
  until: number
  /** The cohort: the day of the assignment in the airline's zone, `YYYY-MM-DD`. */
  day: string
  /** What counts as the goal, and in what amounts are counted: the analysis's, which a later rulebook may not know any more. */
  goalEvent: string
  currency: string
  /** Which fares are revenue. Absent in assignments of earlier versions: then the rulebook of now says it. */
  revenueFrom?: 'bookings' | 'flights'
  /** The tier then; absent: none. */
  tier?: string
  /** Of the year before: fares in minor units, and flights. */
  before: { spendMinor: number; flights: number }
  outcome: Outcome
}

/** What fixes an analysis: another goal, window, level or planned number in a new version of the rulebook is another analysis. */
export interface Analysis {
  /** Campaign, `@`, and a hash of what fixes it. Of the holdout of all marketing: `*@2026-Q4` and a hash. */
  id: string
  /** `*`: the holdout of all marketing. */
  campaign: string
  class: 'marketing' | 'service'
  /** What counts as the goal; absent: a booking. */
  goalEvent: string
  /** The airline's zone: whose days are the cohorts. */
  zone: string
  /** How long after assignment an outcome counts, ms. */
  windowMs: number
  /** Level of all that is said, and the members at which the intervals are tightest. */
  alpha: number
  plannedMembers: number
  /** The effect worth seeing, as a share of members; absent: not said. */
  minimumEffect?: number
  /** Of all its amounts. */
  currency: string
  /** Arms that members can be in, the control first where there is one: those of the campaign's first split. */
  arms: string[]
  /** Where a campaign has several splits, all of them, in the order of its steps: each is a comparison of its own. */
  splits?: SplitArms[]
}

export interface SplitArms {
  split: string
  /** As in an analysis: the control first where there is one. */
  arms: string[]
}
