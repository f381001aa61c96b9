/**
 * What came of one member in the window of an analysis, as whole numbers: what is absent is 0. Money is in minor units of
 * the analysis's currency, and signed where a late reversal says so.
 */
export type Outcome = Partial<Record<Count, number>>

/** What is counted of a member, and summed over members. */
export const COUNTS = [
  /** 1: the goal was reached within the window. */
  'goal',
  /** Made in the window and not cancelled; one that is changed is no new one. */
  'bookings',
  /** Legs flown in the window. */
  'flights',
  'revenueMinor',
  /** Costs: of mails and messages, of what was granted, and of upgrades that were accepted. */
  'mailsMinor',
  'compensationMinor',
  'offersMinor',
  'sent',
  'delivered',
  'bounced',
  /** Weak evidence: mail programs open mails by themselves, and others hide that they did. */
  'opened',
  'clicked',
  /** 1: at least once in the window. */
  'unsubscribed',
  'spam',
  'complained',
  /** How many complaints. */
  'complaints',
  /** Answers to "would you recommend us", and those of 9 and 10 less those up to 6: NPS is 100 × balance / answers. */
  'npsAnswers',
  'npsBalance',
  /** Amounts that nobody said a rate or a value for: they are in none of the money above. */
  'leftOut',
] as const
export type Count = (typeof COUNTS)[number]

/** What of an outcome is harm, and shown while the window is still open. */
export const HARMS = ['unsubscribed', 'spam', 'complained'] as const satisfies readonly Count[]
export type HarmKind = (typeof HARMS)[number]

/** An amount as results count it: minor units of their currency, or left out, since nobody said what it is worth. */
export type Counted = { minor: number } | 'leftOut'

/** What a member brought in less what was spent on them, in minor units. */
export function netMinor({ revenueMinor = 0, ...costs }: Outcome): number {
  return revenueMinor - costMinor(costs)
}

function costMinor({ mailsMinor = 0, compensationMinor = 0, offersMinor = 0 }: Outcome): number {
  return mailsMinor + compensationMinor + offersMinor
}

/** The sum of two outcomes. Counts of 0 are left out, so that equal outcomes are written alike. */
export function plusOutcome(outcome: Outcome, change: Outcome): Outcome {
  const sum: Outcome = {}
  for (const count of COUNTS) {
    const value = (outcome[count] ?? 0) + (change[count] ?? 0)
    if (value !== 0) sum[count] = value
  }
  return sum
}
