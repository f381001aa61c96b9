import type { AirlineEventType, MemberEvent, WingbackEventType } from '../../contract/index.ts'
import type { PassengerEventType } from '../../contract/of-a-flight.ts'
import type { NotedReason } from '../../contract/reason.ts'
import type { Outcomes } from '../actions/definition.ts'
import { actionOutcomes } from '../actions/index.ts'
import { decodeMember } from '../member/codec.ts'
import { capsOf } from '../member/mails.ts'
import { absorb } from '../member/merge.ts'
import { asGate, asReason } from '../reason.ts'
import { holdAction, noteAction, pendingAction, settle, settleAction } from './settle.ts'
import type { Turn } from './turn.ts'

/** What a gateway of the airline's answers for a message: the outcome of an action, told by somebody else. */
type GatewayAnswer = Extract<AirlineEventType, `message.${string}`>

/**
 * What outcomes of actions change, and what a claim or a delivery says of any of them, and a merge: Wingback's own events,
 * and what gateways answer.
 */
type OutcomeType =
  | Exclude<WingbackEventType, PassengerEventType | 'member.forgotten' | 'campaign.due' | 'email.unsubscribed'>
  | GatewayAnswer

type Outcome = Extract<MemberEvent, { type: OutcomeType }>

const outcomes: Required<Pick<Outcomes, OutcomeType>> = {
  ...actionOutcomes,

  /** Being woken is enough: what is due goes on by itself. */
  'member.woken': () => {},
  'member.absorbed': (turn, event) => {
    const { absorbedId: memberId, state } = event
    absorb(turn.draft, decodeMember({ memberId, state }), capsOf(turn.context.rulebook))
    turn.messages.push({
      memberId: event.absorbedId,
      type: 'member.released',
      id: `${event.absorbedId}:released`,
      fields: {},
    })
  },
  /** The survivor has what this card knew: it need not be kept twice. */
  'member.released': ({ draft }) => {
    draft.legacy = undefined
    draft.handedDown = undefined
  },

  'action.held': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    // The word of an earlier hold may come again: what was claimed since must not be decided anew.
    if (action?.state !== 'decided') return
    const { gate, reason, until } = stopOf(event)
    noteAction(turn, action, 'held', reason, [{ gate, answer: 'hold', reason, until }])
    holdAction(turn, action, until, gate)
  },
  'action.skipped': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    if (!action) return
    const { gate, reason } = stopOf(event)
    noteAction(turn, action, 'skipped', reason, [{ gate, answer: 'skip', reason }])
    settleAction(turn, action)
  },
  'action.failed': (turn, event) => {
    settle(turn, event.actionId, 'failed', asReason(event.reason))
    turn.draft.mails = turn.draft.mails.filter((mail) => mail.actionId !== event.actionId)
  },
}

function stopOf<E extends { gate: string; reason: NotedReason }>(event: E) {
  return { ...event, gate: asGate(event.gate), reason: asReason(event.reason) }
}

export function isOutcome(event: MemberEvent): event is Outcome {
  return Object.hasOwn(outcomes, event.type)
}

export function foldOutcome(turn: Turn, event: Outcome): void {
  const fold = outcomes[event.type] as (turn: Turn, event: Outcome) => void
  fold(turn, event)
}
