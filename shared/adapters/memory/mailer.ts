import type { Mailer, MailOutcome, OutgoingMail } from '../../ports/index.ts'
import { addressed } from '../addressed.ts'

/** What happens to an email. `lost` and `answer-lost` look the same to the sender, but the latter arrives. */
export type MailFate = 'taken' | 'throttled' | 'suspended' | 'rejected' | 'lost' | 'answer-lost'

export interface MemoryMailer extends Mailer {
  /** What was accepted, in order: what a member really gets. */
  mails: { messageId: string; at: number; mail: OutgoingMail }[]
  /** Attempts so far, accepted or not. */
  tries(): number
  /** Decides what happens to each email from now on. */
  decideFate(fate: (mail: OutgoingMail, attempt: number) => MailFate): void
}

const FAILURES = {
  rejected: { sent: false, why: 'refused', code: 'MessageRejected', reason: 'the address is not a good one' },
  throttled: { sent: false, why: 'later', reason: 'too many mails at once', lasting: false },
  suspended: { sent: false, why: 'later', reason: 'the account may not send', lasting: true },
  lost: { sent: false, why: 'unknown', reason: 'no answer within the time-out' },
  'answer-lost': { sent: false, why: 'unknown', reason: 'no answer within the time-out' },
} as const satisfies Record<Exclude<MailFate, 'taken'>, MailOutcome>

/** A mailer that keeps its emails, and can be made to fail as SES does. */
export function createMemoryMailer(now: () => number): MemoryMailer {
  const mails: MemoryMailer['mails'] = []
  let tries = 0
  let fateOf: (mail: OutgoingMail, attempt: number) => MailFate = () => 'taken'

  return {
    mails,
    tries: () => tries,
    decideFate(fate) {
      fateOf = fate
    },
    async send(written) {
      const mail = addressed(written)
      if ('sent' in mail) return mail
      tries++
      const fate = fateOf(mail, tries)
      const messageId = `memory-${tries}`
      if (fate === 'taken' || fate === 'answer-lost') mails.push({ messageId, at: now(), mail })
      return fate === 'taken' ? { sent: true, messageId } : FAILURES[fate]
    },
  }
}
