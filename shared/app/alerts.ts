import type { FunctionName } from '../pipeline.ts'

export interface AlertRow {
  by: FunctionName
  means: string
  /**
   * It is repeated within so many minutes while it lasts; when it is not, it is over. Absent: it is told once, and
   * nothing says when it is over.
   */
  repeatsWithinMinutes?: number
}

/**
 * What a person is told at once although nothing failed. The function logs the alert by its name; in AWS each name is
 * an alarm with the text `means`.
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
  'results-wrong': {
    by: 'measure',
    means: 'Sums of what campaigns came to were not those of their members: they are counted anew',
  },
  'campaign-harms': {
    by: 'measure',
    means:
      'A campaign does more harm than is borne (unsubscriptions, reports of spam, complaints), or it loses money: see its results',
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
  'message-set-aside': {
    by: 'translate',
    means: 'A part of a message of another system could not be read, and was set aside: its mapping may lack a code',
  },
  'unknown-source': {
    by: 'strays',
    means:
      'An event was set aside because its source is no airline system: it may be a typo, and all of a system is missing',
  },
  'merge-refused': {
    by: 'react',
    means: 'A merge of cards was set aside: it would close a circle, or be more cards than one person may have',
  },
  'round-missed': {
    by: 'rounds',
    means: 'A campaign that goes by the clock did not begin in time, and will not: its audience got nothing',
  },
  'draft-missed': {
    by: 'rounds',
    means: 'A draft that was scheduled to go live could not: what it says does not fit what is live by now',
  },
} as const satisfies Record<string, AlertRow>

export type Alert = keyof typeof alerts
