import { DAY } from '../../calendar.ts'
import { type BgNbd, bgNbdAlive } from '../lifetime/bg-nbd.ts'
import type { ChurnHistory } from './history.ts'

/** What the features are worked out with: how all members come and go, and how far ahead the score looks. */
export interface ChurnBasis {
  /** In days. */
  alive: BgNbd
  horizonDays: number
}

export type ChurnFeature = 'unlikely' | 'silence' | 'recency' | 'seldom' | Counted

type Counted = 'badComplaints' | 'disruptions' | 'downgrades' | 'poorSurveys'

export interface Feature {
  /** Counts what went wrong, each for so many days. Other features grow while the member is silent, and only then. */
  counts?: { of: Counted; days: number }
  value(history: ChurnHistory, at: number, basis: ChurnBasis): number
}

/** Beyond these a probability is as good as sure. */
const SURE = 1e-6
const COUNTED_AT_MOST = 5

/**
 * What the risk of losing a member is worked out from. No gender, no age, nothing of who they are: only what happened to them
 * and what they did.
 */
export const CHURN_FEATURES: Readonly<Record<ChurnFeature, Feature>> = {
  /** How improbable it is by BG/NBD that they fly again in the time ahead, as log odds. */
  unlikely: { value: (history, at, basis) => logit(1 - returning(history, at, basis)) },
  /** The time since the last flight against their own rhythm. */
  silence: { value: (history, at, { alive }) => Math.log1p(silentDays(history, at) / rhythm(history, alive)) },
  /** The time since the last flight. */
  recency: { value: (history, at) => Math.log1p(silentDays(history, at)) },
  /** How seldom they flew, over all the time that they are known. */
  seldom: { value: (history, at, { alive }) => -Math.log(rate(history, at, alive)) },
  /** Complaints that are open, or ended badly: rejected, or answered to nobody's satisfaction. */
  badComplaints: counting('badComplaints', 365),
  /** Delays, cancellations, lost bags. */
  disruptions: counting('disruptions', 180),
  /** Put into a lower cabin than booked. */
  downgrades: counting('downgrades', 365),
  /** Answers to surveys that are poor: 6 or less of 10, or below 3 of 5. */
  poorSurveys: counting('poorSurveys', 365),
}

export const CHURN_FEATURE_NAMES = Object.keys(CHURN_FEATURES) as ChurnFeature[]

function counting(of: Counted, days: number): Feature {
  return { counts: { of, days }, value: (history, at) => countSince(history[of], at - days * DAY) }
}

export function silentDays({ last }: ChurnHistory, at: number): number {
  return Math.max(0, (at - last) / DAY)
}

function ageDays({ first }: ChurnHistory, at: number): number {
  return Math.max(0, (at - first) / DAY)
}

/** Days between their flights; of who flew once those of all. */
function rhythm({ repeats, first, last }: ChurnHistory, { r, alpha }: BgNbd): number {
  return repeats === 0 ? alpha / r : Math.max(1, (last - first) / DAY / repeats)
}

/** Flights a day that are to be expected while they are there. */
function rate(history: ChurnHistory, at: number, { r, alpha }: BgNbd): number {
  return (r + history.repeats) / (alpha + ageDays(history, at))
}

/** How probable it is that they fly again in the time ahead: they are there, and it is not chance that they do not. */
export function returning(history: ChurnHistory, at: number, { alive, horizonDays }: ChurnBasis): number {
  const age = ageDays(history, at)
  const there = bgNbdAlive(alive, { repeats: history.repeats, recency: (history.last - history.first) / DAY, age })
  const never = Math.exp(-(alive.r + history.repeats) * Math.log1p(horizonDays / (alive.alpha + age)))
  return there * (1 - never)
}

export function logit(probability: number): number {
  const kept = Math.min(1 - SURE, Math.max(SURE, probability))
  return Math.log(kept / (1 - kept))
}

/** How many instants lie after another, but no more than tell something. */
function countSince(instants: readonly number[], from: number): number {
  let count = 0
  for (const instant of instants) if (instant > from) count += 1
  return Math.min(count, COUNTED_AT_MOST)
}
