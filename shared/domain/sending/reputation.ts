import { DAY } from '../calendar.ts'

/**
 * Bounces and spam reports. Mailbox providers judge a sender by these two rates, and AWS stops an account that lets them
 * grow, so the sender pauses itself first. Each rate has its own threshold and its own pause.
 */
export const MEASURES = ['bounces', 'complaints'] as const
export type Measure = (typeof MEASURES)[number]

/** Over some days: how many emails were reported on, and how many of them badly. */
export interface Heard {
  mails: number
  bad: number
}

/** The rate, 0 to 1, from which the sender pauses itself. */
export type Thresholds = Record<Measure, number>

/** Where AWS puts an account under review (Amazon SES, Developer Guide: "Sending review process FAQs"). */
export const USUAL_THRESHOLDS: Thresholds = { bounces: 0.05, complaints: 0.001 }

/** Fewer bad reports say nothing: one complaint among the first hundred emails stops nobody. */
const BAD_AT_LEAST: Record<Measure, number> = { bounces: 10, complaints: 3 }

const DAYS_JUDGED = 7

/** The days judged at `now`, UTC, `YYYY-MM-DD`, today first. */
export function judgedDays(now: number): string[] {
  return Array.from({ length: DAYS_JUDGED }, (_, back) => dayOf(now - back * DAY))
}

/** The day counted at `now`, UTC. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/** Whether the sender should pause itself. */
export function isTooMuch(measure: Measure, { mails, bad }: Heard, thresholds: Thresholds): boolean {
  return bad >= BAD_AT_LEAST[measure] && bad >= mails * thresholds[measure]
}

/** The id of the sender's own pause in the world; no campaign can have it. */
export function pauseOf(measure: Measure): `sender:${Measure}` {
  return `sender:${measure}`
}
