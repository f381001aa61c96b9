import { DAY } from '../calendar.ts'

/**
 * What receivers say of our mail. Mailbox providers judge a sender by two shares, and AWS stops an account that lets
 * them grow: so the sender pauses itself first. Each share has its own threshold and its own pause.
 */
export const MEASURES = ['bounces', 'complaints'] as const
export type Measure = (typeof MEASURES)[number]

/** Over some days: how many mails were answered for, and how many of them badly. */
export interface Heard {
  mails: number
  bad: number
}

/** The share of bad answers, 0 to 1, from which on the sender pauses itself. */
export type Thresholds = Record<Measure, number>

/** Where AWS puts an account under review (Amazon SES, Developer Guide: "Sending review process FAQs"). */
export const USUAL_THRESHOLDS: Thresholds = { bounces: 0.05, complaints: 0.001 }

/** So few bad answers are no share of anything: one complaint among the first hundred mails stops nobody. */
const BAD_AT_LEAST: Record<Measure, number> = { bounces: 10, complaints: 3 }

const DAYS_JUDGED = 7

/** The days that are judged at `now`, UTC, `YYYY-MM-DD`, today first. */
export function judgedDays(now: number): string[] {
  return Array.from({ length: DAYS_JUDGED }, (_, back) => dayOf(now - back * DAY))
}

/** The day that is counted on at `now`, UTC. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/** Whether the sender should pause itself. */
export function isTooMuch(measure: Measure, { mails, bad }: Heard, thresholds: Thresholds): boolean {
  return bad >= BAD_AT_LEAST[measure] && bad >= mails * thresholds[measure]
}

/** The name under which the world keeps that the sender has paused itself; no campaign can be called so. */
export function pauseOf(measure: Measure): `sender:${Measure}` {
  return `sender:${measure}`
}
