import type { FunctionName } from '../pipeline.ts'

export interface AlertRow {
  by: FunctionName
  means: string
  /**
   * It is told again within so many minutes for as long as it lasts, so that it is over when it was not. Without: it is
   * told once, and nothing says when it is over.
   */
  repeatsWithinMinutes?: number
}

/**
 * What a person is told at once, though nothing failed: the function logs the alert by its name, and in AWS each name
 * is an alarm, which says `means`.
 */
export const alerts = {
  'sender-paused': {
    by: 'react',
    means: 'Too many mails bounced or were called spam: the sender has paused itself',
  },
  'payments-stopped': {
    by: 'compensate',
    means: 'What the law owes passes what may be paid by itself within an hour: payments wait for a person',
  },
  'mail-not-taken': {
    by: 'send-email',
    means: 'SES takes no mails for now: they are held, and tried again',
    repeatsWithinMinutes: 30,
  },
  'ledger-wrong': {
    by: 'reconcile',
    means: 'The ledger does not add up: the log of reconcile says what is wrong',
  },
  'consent-not-applied': {
    by: 'react',
    means:
      'A word on consent, a bounce, a report of spam or an erasure was set aside: somebody may get what they refused',
  },
  'flight-set-aside': {
    by: 'fan-out',
    means: 'A disrupted flight, or a passenger of one, was set aside: somebody may not get what they are owed',
  },
  'merge-refused': {
    by: 'react',
    means: 'A merge of cards was set aside: it would close a circle, or be more cards than one person may have',
  },
  'round-missed': {
    by: 'rounds',
    means: 'A campaign that goes by the clock did not begin in time, and will not: its audience got nothing',
  },
} as const satisfies Record<string, AlertRow>

export type Alert = keyof typeof alerts
