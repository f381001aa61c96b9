import type { WingbackEvent } from '../../../contract/index.ts'
import { fulfil, noteAction, pendingAction, settle } from '../../campaign/settle.ts'
import type { Turn } from '../../campaign/turn.ts'
import { type CompensationNote, type Granted, LIMITS, type PendingAction } from '../../member/member.ts'
import { asReason, awaited, type Reason } from '../../reason.ts'
import type { ReceiptOutcome } from '../../receipt.ts'
import type { Outcomes } from '../definition.ts'
import { planNow } from '../entitlement/entitlement.ts'
import type { ActionPlan } from '../kinds.ts'

/** The ledger's answers about a grant, goodwill or owed by law. */
export const compensationOutcomes = {
  'compensation.pending': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    if (!action || action.waitsUntil !== undefined) return
    noteAction(turn, action, 'waiting', awaited(event.until))
    const waiting: PendingAction = { ...action, waitsUntil: event.until }
    turn.draft.pending = turn.draft.pending.map((each) => (each === action ? waiting : each))
  },
  'compensation.granted': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    const { kind, amount, currency } = event
    const law = action && lawOf(action.plan)
    const reason = grantedReason(event, law)
    if (noteGrant(turn, event, action) && !action) noteByHand(turn, event, 'granted', reason)
    if (!action) return
    noteAction(turn, action, 'granted', reason)
    fulfil(turn, action, { granted: { actionId: action.actionId, kind, amount, currency, ...(law && { law }) } })
  },
  'compensation.refused': (turn, event) => settle(turn, event.actionId, 'refused', asReason(event.reason)),
  'compensation.reversed': (turn, event) => {
    const noted = turn.draft.compensations.find(({ actionId }) => actionId === event.actionId)
    settle(turn, event.actionId, 'refused', asReason(event.reason))
    if (!noted || noted.reversedAt !== undefined) return
    const reversed = { ...noted, reversedAt: turn.now }
    turn.draft.compensations = turn.draft.compensations.map((each) => (each === noted ? reversed : each))
    noteByHand(turn, event, 'reversed', asReason(event.reason))
  },
} satisfies Outcomes

/** The law under which it is owed. Undefined: goodwill. */
function lawOf(plan: ActionPlan): Granted['law'] {
  if (plan.kind !== 'entitlement') return undefined
  const planned = planNow(plan)
  return 'owes' in planned ? { regime: planned.owes.regime, source: planned.owes.source } : undefined
}

function grantedReason(
  { basis, kind, amount, currency }: WingbackEvent<'compensation.granted'>,
  law: Granted['law'],
): Reason {
  const what = { amount, unit: currency ?? kind }
  if (law) return { is: 'compensation.owed', ...what, regime: law.regime, source: law.source }
  return basis === 'goodwill' ? { is: 'compensation.goodwill', ...what } : { is: 'compensation.granted', ...what }
}

/** Records a grant once; `false` if it was recorded before, or its cause is not known. */
function noteGrant(
  turn: Turn,
  event: WingbackEvent<'compensation.granted'>,
  action: PendingAction | undefined,
): boolean {
  const { actionId, basis, kind, amount, currency, cost } = event
  const campaign = action?.campaign ?? event.campaign
  const cause = action?.plan.kind === 'compensation' ? action.plan.grantKey : event.cause
  const isKnown = turn.draft.compensations.some((each) => each.actionId === actionId)
  if (isKnown || campaign === undefined || cause === undefined) return false
  const grant: CompensationNote = {
    actionId,
    campaign,
    cause,
    basis,
    kind,
    amount,
    currency,
    grantedAt: turn.now,
    ...(cost && { cost }),
    ...(action && { class: action.class }),
  }
  turn.draft.compensations = [...turn.draft.compensations, grant].slice(-LIMITS.compensations)
  return true
}

/** A receipt for what a person did: there is no action for it in the outbox. */
function noteByHand(
  turn: Turn,
  event: WingbackEvent<'compensation.granted' | 'compensation.reversed'>,
  outcome: ReceiptOutcome,
  reason: Reason,
): void {
  const { actionId, campaign = '', entry, cause = '', rulebook = '' } = event
  const about = { campaign, rulebook, key: entry ?? cause, actionId, kind: 'compensation' as const }
  turn.receipts.push({ at: turn.now, ...about, outcome, reason })
}
