import type { Cabin } from '../../../contract/index.ts'

/**
 * How a member's flying is weighed against a tier: points for how often, in which cabins and how far, of a hundred in all. Each
 * part is full at some amount, and more of it counts no more.
 */
export interface TierModel {
  kind: 'tier'
  version: string
  /** Over so many days. */
  days: number
  flights: { weight: number; full: number }
  /** Flights by what their cabin counts, 0 to 1. */
  cabins: { weight: number; full: number; counts: Record<Cabin, number> }
  distance: { weight: number; fullKm: number }
  /** The highest first; whoever reaches none has the last one, from 0 points on. */
  tiers: readonly { name: string; atLeast: number }[]
  /** What is not said is as in what ships. */
  standing?: Partial<StandingRule>
}

/** Who says which tier a member has, and how one that was earned is kept. */
export interface StandingRule {
  /** The airline's own system, by `member.updated`; or the member's flying, as this model weighs it. */
  decides: 'airline' | 'flying'
  /** Months, beside the rest of the one that it begins in, for which a tier is good after a rise, and after that. */
  riseMonths: number
  keepMonths: number
  /** How many grades it may fall at once: the landing is soft. */
  fallsAtMost: number
}

/** The tier a member has by their flying, from when on, and the first instant at which it has to be earned again. */
export interface Standing {
  tier: string
  since: number
  until: number
}
