import { noteAction, park, pendingAction, settle, settleAction } from '../../campaign/settle.ts'
import type { Turn } from '../../campaign/turn.ts'
import { addressHash } from '../../member/address.ts'
import type { MailNote, Suppression } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import { boundedSuppressions, SUPPRESSED } from '../../member/suppressions.ts'
import { asReason, type Reason } from '../../reason.ts'
import type { Outcomes } from '../definition.ts'
import { mayGoAgain } from './again.ts'

/** SES's answers, and its later reports. */
export const emailOutcomes = {
  'email.sent': (turn, event) => settle(turn, event.actionId, 'sent', { is: 'mail.taken' }),
  'email.unknown': (turn, event) => notKnown(turn, event.actionId, asReason(event.reason)),
  'email.delivered': (turn, event) => feedback(turn, event, { deliveredAt: event.occurredAt }),
  'email.opened': (turn, event) => feedback(turn, event, { openedAt: event.occurredAt }),
  'email.clicked': (turn, event) => feedback(turn, event, { clickedAt: event.occurredAt }),
  'email.bounced': (turn, event) => {
    feedback(turn, event, event.permanent ? { bouncedAt: event.occurredAt } : {})
    if (event.permanent) suppress(turn, 'bounce', hashOf(turn, event.address), event)
  },
  /** SES does not say whose report put the address on its list, so it counts for the address. */
  'email.complained': (turn, event) => {
    wasSent(turn, event.actionId)
    suppress(turn, event.listed ? 'report' : 'complaint', hashOf(turn, event.address), event)
  },
  'email.suppressed': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    suppress(turn, event.why, event.address, event)
    turn.draft.mails = turn.draft.mails.filter(({ actionId }) => actionId !== event.actionId)
    if (!action) return
    const reason = { is: SUPPRESSED[event.why] }
    noteAction(turn, action, 'skipped', reason, [{ gate: 'suppressed', answer: 'skip', reason }])
    settleAction(turn, action)
  },
  'email.noted': (turn, event) => wasSent(turn, event.actionId),
} satisfies Outcomes

/**
 * It is not known whether SES accepted the email. It stays in the outbox as `unknown`, visible to people, until a report of
 * SES settles it. It is not sent again, except service email whose campaign says so.
 */
function notKnown(turn: Turn, actionId: string, reason: Reason): void {
  const action = pendingAction(turn, actionId)
  if (!action || action.state === 'unknown') return
  const parked = park(turn, action, reason)
  if (mayGoAgain(action)) turn.actions.push(parked)
}

function feedback(turn: Turn, event: { actionId: string }, seen: Partial<MailNote>): void {
  wasSent(turn, event.actionId)
  turn.draft.mails = turn.draft.mails.map((mail) => (mail.actionId === event.actionId ? { ...seen, ...mail } : mail))
}

/** Any report from SES means that it accepted the email. */
function wasSent(turn: Turn, actionId: string): void {
  settle(turn, actionId, 'sent', { is: 'mail.reported' })
}

/** If SES does not name the address, it is the one the member has now. */
function hashOf(turn: Turn, reported: string | undefined): string | undefined {
  const address = reported ?? profileOf(turn.draft).email
  return address && addressHash(address)
}

/** Records it once, and announces it to the airline's systems: whose address it is, and whether they still have it. */
function suppress(
  turn: Turn,
  why: Suppression['why'],
  address: string | undefined,
  { id, memberId, occurredAt }: { id: string; memberId: string; occurredAt: number },
): void {
  if (address === undefined) return
  const { suppressions } = turn.draft
  if (suppressions.some((each) => each.why === why && each.address === address)) return
  turn.draft.suppressions = boundedSuppressions([...suppressions, { why, address, at: occurredAt }])
  const current = hashOf(turn, undefined) === address
  const about = { id: `${id}:suppressed`, memberId, occurredAt: new Date(occurredAt).toISOString() }
  turn.announcements.push({ type: 'address.suppressed', detail: { ...about, channel: 'email', why, current } })
}
