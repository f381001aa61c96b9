import { idIn } from '../../../contract/identity.ts'
import type { AirlineEvent } from '../../../contract/index.ts'
import { noteAction, park, pendingAction, settle, settleAction } from '../../campaign/settle.ts'
import type { Turn } from '../../campaign/turn.ts'
import { channelNamed } from '../../channels/index.ts'
import { addressHash } from '../../member/address.ts'
import type { MailNote, PendingAction } from '../../member/member.ts'
import { boundedSuppressions } from '../../member/suppressions.ts'
import { asReason } from '../../reason.ts'
import type { Outcomes } from '../definition.ts'
import { type MessagePlan, messageIdOf } from './message.ts'

type Answer = AirlineEvent<
  'message.sent' | 'message.delivered' | 'message.opened' | 'message.replied' | 'message.failed'
>

type Handed = PendingAction & { plan: MessagePlan }

/** The result of handing a message to its gateway, and the gateway's answers, in any order and possibly twice. */
export const messageOutcomes = {
  'message.handed': (turn, event) => {
    const action = handedAction(turn, event.actionId)
    if (!action || action.state === 'handed') return
    noteAction(turn, action, 'handed', { is: 'message.handed', channel: nameOf(turn, action.plan.channel) })
    const handed: PendingAction = { ...action, state: 'handed', answerBy: expiryOf(action) }
    turn.draft.pending = turn.draft.pending.map((each) => (each === action ? handed : each))
  },
  /** It may have reached the gateway, whose answer would settle it. It is not put on the bus again. */
  'message.unknown': (turn, event) => {
    const action = handedAction(turn, event.actionId)
    if (action && action.state !== 'unknown' && action.state !== 'handed')
      park(turn, action, asReason(event.reason), { answerBy: expiryOf(action) })
  },
  'message.sent': (turn, event) => wasSent(turn, event, {}),
  'message.delivered': (turn, event) => wasSent(turn, event, { deliveredAt: event.occurredAt }),
  'message.opened': (turn, event) => wasSent(turn, event, { openedAt: event.occurredAt }),
  'message.replied': (turn, event) => wasSent(turn, event, { repliedAt: event.occurredAt }),
  'message.failed': (turn, event) => {
    const noted = noteAnswer(turn, event, { failedAt: event.occurredAt })
    const action = noted && handedAction(turn, noted.actionId)
    if (action) {
      const channel = nameOf(turn, action.plan.channel)
      noteAction(turn, action, 'failed', { is: 'message.failed', channel, said: event.reason ?? '' })
      settleAction(turn, action)
    }
    if (noted?.channel !== undefined && event.permanent) suppress(turn, noted.channel, event)
  },
} satisfies Outcomes

/** Gives up messages without an answer in time: whether they arrived is not known, and they are not sent again. */
export function giveUpMessages(turn: Turn): void {
  for (const { actionId, answerBy, plan } of turn.draft.pending) {
    if (plan.kind === 'message' && answerBy !== undefined && answerBy <= turn.now)
      settle(turn, actionId, 'expired', { is: 'message.unanswered', channel: nameOf(turn, plan.channel) })
  }
}

/** Until when a gateway may send it, counted from the claim, so that time in a queue does not count. */
export function expiryOf({ claimedAt = 0, plan }: PendingAction & { plan: MessagePlan }): number {
  return claimedAt + plan.validFor
}

function handedAction(turn: Turn, actionId: string): Handed | undefined {
  const action = pendingAction(turn, actionId)
  return action?.plan.kind === 'message' ? (action as Handed) : undefined
}

/** Any report of a gateway except a failure means that it sent the message. */
function wasSent(turn: Turn, event: Answer, seen: Partial<MailNote>): void {
  const noted = noteAnswer(turn, event, { sentAt: event.occurredAt, ...seen })
  const action = noted && handedAction(turn, noted.actionId)
  if (action) settle(turn, action.actionId, 'sent', { is: 'message.taken', channel: nameOf(turn, action.plan.channel) })
}

/** The note of the message, with the earliest instant of each report. */
function noteAnswer(turn: Turn, { messageId }: Answer, seen: Partial<MailNote>): MailNote | undefined {
  const noted = turn.draft.mails.find(({ actionId }) => messageIdOf(actionId) === messageId)
  if (noted) turn.draft.mails = turn.draft.mails.map((each) => (each === noted ? withEarliest(each, seen) : each))
  return noted
}

function withEarliest(note: MailNote, seen: Partial<MailNote>): MailNote {
  const times = Object.entries(seen) as [keyof MailNote, number][]
  const earliest = times.map(([what, at]) => [what, Math.min(at, (note[what] as number | undefined) ?? at)] as const)
  return { ...note, ...Object.fromEntries(earliest) }
}

/** Until the person wants to be reached there again. It is announced to the airline's systems, like a dead address. */
function suppress(turn: Turn, channel: string, { id, memberId, occurredAt }: Answer): void {
  const { suppressions } = turn.draft
  if (suppressions.some((each) => each.channel === channel && each.at >= occurredAt)) return
  const address = addressHash(`${channel}:${memberId}`)
  turn.draft.suppressions = boundedSuppressions([...suppressions, { why: 'bounce', channel, address, at: occurredAt }])
  const about = { id: `${idIn(id)}:suppressed`, memberId, occurredAt: new Date(occurredAt).toISOString() }
  turn.announcements.push({ type: 'address.suppressed', detail: { ...about, channel, why: 'bounce', current: true } })
}

function nameOf({ context }: Turn, channel: string): string {
  return channelNamed(channel, context.rulebook?.settings.channels ?? {}).name ?? channel
}
