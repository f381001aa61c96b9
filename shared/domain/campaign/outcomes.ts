import type { AirlineEventType, MemberEvent, WingbackEventType } from '../../contract/index.ts'
import type { PassengerEventType } from '../../contract/of-a-flight.ts'
import type { NotedReason } from '../../contract/reason.ts'
import type { Outcomes } from '../actions/definition.ts'
import { actionOutcomes } from '../actions/index.ts'
import { decodeMember } from '../member/codec.ts'
import { capsOf } from '../member/mails.ts'
import type { Member } from '../member/member.ts'
import { absorb } from '../member/merge.ts'
import { asGate, asReason } from '../reason.ts'
import { absorbAssignments } from '../results/merge.ts'
import { SHIPPED_MODELS } from '../scores/models.ts'
import { betterStanding } from '../scores/tier/standing.ts'
import { holdAction, noteAction, pendingAction, settle, settleAction } from './settle.ts'
import type { Turn } from './turn.ts'

/** A gateway's answer about a message: the outcome of an action, reported by another system. */
type GatewayAnswer = Extract<AirlineEventType, `message.${string}`>

/**
 * How outcomes change the member: of actions, of claims, of deliveries, and of a merge. They are Wingback's own events, and
 * gateways' answers.
 */
type OutcomeType =
  | Exclude<
      WingbackEventType,
      PassengerEventType | 'member.forgotten' | 'campaign.due' | 'email.unsubscribed' | 'consent.told'
    >
  | GatewayAnswer

type Outcome = Extract<MemberEvent, { type: OutcomeType }>

const outcomes: Required<Pick<Outcomes, OutcomeType>> = {
  ...actionOutcomes,

  /** Nothing to do: being woken lets due journeys go on by itself. */
  'member.woken': () => {},
  'member.absorbed': (turn, event) => {
    const { absorbedId: memberId, state } = event
    if (!turn.draft.aliases.includes(memberId)) {
      const absorbed = decodeMember({ memberId, state })
      absorb(turn.draft, absorbed, capsOf(turn.context.rulebook))
      absorbAssignments(turn, absorbed)
      absorbStanding(turn, absorbed)
    }
    turn.messages.push({
      memberId: event.absorbedId,
      type: 'member.released',
      id: `${event.absorbedId}:released`,
      fields: {},
    })
  },
  /** The tier was changed where that was found out, and campaigns were told in that turn. */
  'tier.changed': () => {},
  /** The survivor has taken over what this card knew. */
  'member.released': ({ draft }) => {
    draft.legacy = undefined
    draft.handedDown = undefined
  },

  'action.held': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    // An earlier hold may be reported again: an action that was claimed since must not be decided anew.
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

/** The person has the better of both tiers. */
function absorbStanding({ draft, context }: Turn, { standing }: Member): void {
  const model = context.rulebook?.models.tier ?? SHIPPED_MODELS.tier
  draft.standing = betterStanding(model, draft.standing, standing)
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
