import type { MemberEvent } from '../../contract/index.ts'
import type { Member } from '../member/member.ts'
import { isMail } from '../member/notes.ts'
import type { Reason } from '../reason.ts'
import type { Receipt } from '../receipt.ts'

/** What may come of a mail that somebody looks for: a list of each is kept, newest first. */
export const MAIL_LISTS = ['sent', 'bounced', 'complained', 'unknown', 'failed'] as const
export type MailList = (typeof MAIL_LISTS)[number]

/** That something came of a mail, as its list has it. */
export interface MailWord {
  list: MailList
  at: number
  memberId: string
  actionId: string
  campaign: string
  /** Why it did not go well. */
  reason?: Reason
}

/** What receipts say of mails. */
export function wordsOfReceipts(memberId: string, receipts: readonly Receipt[]): MailWord[] {
  return receipts.flatMap(({ kind, outcome, actionId, at, campaign, reason }) => {
    if (kind !== 'email' || actionId === undefined) return []
    if (outcome !== 'sent' && outcome !== 'unknown' && outcome !== 'failed') return []
    return [{ list: outcome, at, memberId, actionId, campaign, ...(outcome !== 'sent' && { reason }) }]
  })
}

/** The list that a report of SES's belongs to. */
export function listOfReport(type: string): MailList | undefined {
  if (type === 'email.bounced') return 'bounced'
  return type === 'email.complained' ? 'complained' : undefined
}

/**
 * What SES reports of a mail that the member is known to have been sent. The same each time that the report is told: where the
 * first telling was not noted to the end, the next one is.
 */
export function wordsOfReport(event: MemberEvent, { memberId, mails, pending }: Member): MailWord[] {
  if (event.type !== 'email.bounced' && event.type !== 'email.complained') return []
  const { actionId, occurredAt: at } = event
  const of =
    mails.filter(isMail).find((each) => each.actionId === actionId) ??
    pending.find((each) => each.actionId === actionId)
  if (!of) return []
  const about = { at, memberId, actionId, campaign: of.campaign }
  return event.type === 'email.bounced'
    ? [{ list: 'bounced', ...about, reason: { is: 'mail.bounced', code: event.code } }]
    : [{ list: 'complained', ...about, reason: { is: 'mail.complained', code: event.code } }]
}
