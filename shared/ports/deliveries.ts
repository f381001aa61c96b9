import type { Team } from '../contract/task.ts'
import type { Task, TaskState } from '../domain/actions/service-task/task.ts'
import type { OfferRecord } from '../domain/actions/upgrade-offer/record.ts'
import type { OutgoingMail } from '../domain/message/outgoing.ts'

export type { OfferRecord } from '../domain/actions/upgrade-offer/record.ts'
export type { OutgoingMail } from '../domain/message/outgoing.ts'

export interface Offers {
  /** `false` if it was there already. */
  issue(offer: OfferRecord): Promise<boolean>
  read(memberId: string, offerId: string): Promise<OfferRecord | undefined>
  /** Answers an open offer. The same answer again is `answered`. A different answer, or a late one, is not taken. */
  answer(
    memberId: string,
    offerId: string,
    answer: 'accepted' | 'declined',
    now: number,
  ): Promise<'answered' | 'expired' | 'answered-otherwise' | 'unknown'>
  /** All offers of a member, unordered. */
  list(memberId: string): Promise<OfferRecord[]>
  erase(memberId: string): Promise<void>
}

export interface Tasks {
  /** `false` if it was there already. */
  open(task: Task): Promise<boolean>
  read(memberId: string, taskId: string): Promise<Task | undefined>
  /** Replaces `before` with `after`. `false` if somebody else changed the task meanwhile. */
  change(before: Task, after: Task): Promise<boolean>
  /**
   * The tasks of a team, from an index by state: open ones oldest first, closed ones newest first. A page may be shorter
   * than `limit` and still have a `cursor`.
   */
  of(
    team: Team,
    state: TaskState,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<{ tasks: Task[]; cursor?: string | undefined }>
  /** All tasks of a member, unordered. */
  list(memberId: string): Promise<Task[]>
  erase(memberId: string): Promise<void>
}

export type MailOutcome =
  | { sent: true; messageId: string }
  /** Certainly not sent, and never will be: the message or the address is bad. */
  | { sent: false; why: 'refused'; code: string; reason: string }
  /**
   * Certainly not sent, but it may be later. `lasting`: the cause does not pass in a moment, as the sending rate does, but
   * needs a person or another day.
   */
  | { sent: false; why: 'later'; reason: string; lasting: boolean }
  /** Not known: a time-out or a broken connection. */
  | { sent: false; why: 'unknown'; reason: string }

export interface Mailer {
  /** One attempt, without retries: SES has no idempotency token. Never throws. */
  send(mail: OutgoingMail): Promise<MailOutcome>
}
