import { noteAction, pendingAction, settle } from '../../campaign/settle.ts'
import type { Turn } from '../../campaign/turn.ts'
import { addressHash } from '../../member/address.ts'
import type { MailNote, PendingAction } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import { boundedSuppressions } from '../../member/suppressions.ts'
import type { Reason } from '../../words/reason.ts'
import type { Outcomes } from '../definition.ts'
import { mayGoAgain } from './again.ts'

/** What the mail service answers, and what it reports later. */
export const emailOutcomes = {
  'email.sent': (turn, event) => settle(turn, event.actionId, 'sent', { is: 'mail.taken' }),
  'email.unknown': (turn, event) => park(turn, event.actionId, event.reason),
  'email.delivered': (turn, event) => feedback(turn, event, { deliveredAt: event.occurredAt }),
  'email.opened': (turn, event) => feedback(turn, event, { openedAt: event.occurredAt }),
  'email.clicked': (turn, event) => feedback(turn, event, { clickedAt: event.occurredAt }),
  'email.bounced': (turn, event) => {
    wasSent(turn, event.actionId)
    if (event.permanent) suppress(turn, 'bounce', event.address, event.occurredAt)
  },
  'email.complained': (turn, event) => {
    wasSent(turn, event.actionId)
    suppress(turn, 'complaint', event.address, event.occurredAt)
  },
  'email.noted': (turn, event) => wasSent(turn, event.actionId),
} satisfies Outcomes

/**
 * Whether SES took the mail is not known: it stays in the outbox as `unknown`, for a person to see and for SES's own
 * report to settle, and is not sent again. Only service mail whose campaign says so is handed over once more.
 */
function park(turn: Turn, actionId: string, reason: Reason): void {
  const action = pendingAction(turn, actionId)
  if (!action || action.state === 'unknown') return
  noteAction(turn, action, 'unknown', reason)
  const parked: PendingAction = { ...action, state: 'unknown', handedAt: turn.now, handovers: 1 }
  turn.draft.pending = turn.draft.pending.map((each) => (each === action ? parked : each))
  if (mayGoAgain(action)) turn.actions.push(parked)
}

function feedback(turn: Turn, event: { actionId: string }, seen: Partial<MailNote>): void {
  wasSent(turn, event.actionId)
  turn.draft.mails = turn.draft.mails.map((mail) => (mail.actionId === event.actionId ? { ...seen, ...mail } : mail))
}

/** A report by SES says that it took the mail, whatever we knew. */
function wasSent(turn: Turn, actionId: string): void {
  settle(turn, actionId, 'sent', { is: 'mail.reported' })
}

/** Where SES does not say which address it speaks of, it is the one that the member has now. */
function suppress(turn: Turn, why: 'bounce' | 'complaint', reported: string | undefined, at: number): void {
  const address = reported ?? profileOf(turn.draft).email
  if (address === undefined) return
  const suppression = { why, address: addressHash(address), at }
  const known = turn.draft.suppressions.some((each) => each.why === why && each.address === suppression.address)
  if (!known) turn.draft.suppressions = boundedSuppressions([...turn.draft.suppressions, suppression])
}
