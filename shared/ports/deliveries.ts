import type { OfferRecord } from '../domain/actions/upgrade-offer/record.ts'
import type { OutgoingMail } from '../domain/message/outgoing.ts'

export type { OfferRecord } from '../domain/actions/upgrade-offer/record.ts'
export type { OutgoingMail } from '../domain/message/outgoing.ts'

export interface Offers {
  /** `false` where it was there already. */
  issue(offer: OfferRecord): Promise<boolean>
  read(memberId: string, offerId: string): Promise<OfferRecord | undefined>
  /** Answers an open offer. The same answer again is `answered`; the other one, or one too late, is not taken. */
  answer(
    memberId: string,
    offerId: string,
    answer: 'accepted' | 'declined',
    now: number,
  ): Promise<'answered' | 'expired' | 'answered-otherwise' | 'unknown'>
  /** All of a member's, in no order. */
  list(memberId: string): Promise<OfferRecord[]>
  erase(memberId: string): Promise<void>
}

export interface TaskRecord {
  taskId: string
  memberId: string
  actionId: string
  campaign: string
  title: string
  detail: string
  openedAt: number
}

export interface Tasks {
  /** `false` where it was there already. */
  open(task: TaskRecord): Promise<boolean>
  /** All of a member's, in no order. */
  list(memberId: string): Promise<TaskRecord[]>
  erase(memberId: string): Promise<void>
}

export type MailOutcome =
  | { sent: true; messageId: string }
  /** Certainly not sent, and never will be: the message or the address is bad. */
  | { sent: false; why: 'refused'; code: string; reason: string }
  /** Certainly not sent; later it may be. `lasting`: not for a moment (the sending rate), but until somebody or the day changes it. */
  | { sent: false; why: 'later'; reason: string; lasting: boolean }
  /** Nobody knows: a time-out, a broken connection. */
  | { sent: false; why: 'unknown'; reason: string }

export interface Mailer {
  /** One try, without retries: SES has no idempotency token. Never throws. */
  send(mail: OutgoingMail): Promise<MailOutcome>
}
