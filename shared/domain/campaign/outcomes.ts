import type { WingbackEvent, WingbackEventType } from '../../events/index.ts'
import type { ActionPlan } from '../action-plan.ts'
import { addressHash } from '../member/address.ts'
import { decodeMember } from '../member/codec.ts'
import { capsOf } from '../member/mails.ts'
import { type Granted, LIMITS, type MailNote, type PendingAction } from '../member/member.ts'
import { absorb } from '../member/merge.ts'
import { profileOf } from '../member/profile.ts'
import { boundedSuppressions } from '../member/suppressions.ts'
import type { GateAnswer, ReceiptOutcome } from '../receipt.ts'
import { awaited, type Reason } from '../words/reason.ts'
import { holdAction, isGrant, settleAction } from './journey.ts'
import { campaignOf, note, type Turn } from './turn.ts'

/**
 * What Wingback's own events change: outcomes of actions, what SES reports, a merge. Each is idempotent: an outcome of
 * an action that is no longer pending, or a report that is known, changes nothing.
 */
type OutcomeType = Exclude<WingbackEventType, 'member.disrupted' | 'member.forgotten' | 'campaign.due'>
type Outcomes = { [T in OutcomeType]: (turn: Turn, event: WingbackEvent<T>) => void }

const outcomes: Outcomes = {
  /** Being woken is enough: what is due goes on by itself. */
  'member.woken': () => {},
  'member.absorbed': (turn, event) => {
    absorb(turn.draft, decodeMember({ memberId: event.absorbedId, state: event.state }), capsOf(turn.context.rulebook))
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

  'action.held': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    // The word of an earlier hold may come again: what was claimed since must not be decided anew.
    if (action?.state !== 'decided') return
    const { gate, reason, until } = event
    noteAction(turn, action, 'held', reason, [{ gate, answer: 'hold', reason, until }])
    holdAction(turn, action, event.until)
  },
  'action.skipped': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    if (!action) return
    noteAction(turn, action, 'skipped', event.reason, [{ gate: event.gate, answer: 'skip', reason: event.reason }])
    settleAction(turn, action, !isGrant(action.kind))
  },
  'action.failed': (turn, event) => {
    settle(turn, event.actionId, 'failed', event.reason, (action) => !isGrant(action.kind))
    turn.draft.mails = turn.draft.mails.filter((mail) => mail.actionId !== event.actionId)
  },

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
    settleAction(turn, action, true, { granted: { kind, amount, currency, ...(law && { law }) } })
  },
  'compensation.refused': (turn, event) => settle(turn, event.actionId, 'refused', event.reason, () => false),
  'compensation.reversed': (turn, event) => {
    const noted = turn.draft.compensations.find(({ actionId }) => actionId === event.actionId)
    settle(turn, event.actionId, 'refused', event.reason, () => false)
    if (!noted || noted.reversedAt !== undefined) return
    const reversed = { ...noted, reversedAt: turn.now }
    turn.draft.compensations = turn.draft.compensations.map((each) => (each === noted ? reversed : each))
    noteByHand(turn, event, 'reversed', event.reason)
  },
  'offer.issued': (turn, event) => {
    const action = pendingAction(turn, event.actionId)
    if (!action) return
    const { offerId, cabin, expiresAt } = event
    const offer = { offerId, campaign: action.campaign, cabin, issuedAt: turn.now, expiresAt }
    turn.draft.offers = [...turn.draft.offers, offer].slice(-LIMITS.offers)
    noteAction(turn, action, 'issued', { is: 'offer.issued', cabin })
    settleAction(turn, action, true, { offerId })
  },
  /** Where a person sees to what is owed, nothing is granted yet. */
  'task.opened': (turn, event) =>
    settle(turn, event.actionId, 'opened', { is: 'task.opened' }, (action) => !isGrant(action.kind)),
}

/** By which law what is planned is owed; undefined: it is goodwill. */
function lawOf(plan: ActionPlan): Granted['law'] {
  return plan.kind === 'entitlement' && 'pays' in plan
    ? { regime: plan.pays.regime, source: plan.pays.source }
    : undefined
}

function grantedReason(
  { basis, kind, amount, currency }: WingbackEvent<'compensation.granted'>,
  law: Granted['law'],
): Reason {
  const what = { amount, unit: currency ?? kind }
  if (law) return { is: 'compensation.owed', ...what, regime: law.regime, source: law.source }
  return basis === 'goodwill' ? { is: 'compensation.goodwill', ...what } : { is: 'compensation.granted', ...what }
}

export function isOutcome(event: { type: string }): event is WingbackEvent<OutcomeType> {
  return Object.hasOwn(outcomes, event.type)
}

export function foldOutcome(turn: Turn, event: WingbackEvent<OutcomeType>): void {
  const fold = outcomes[event.type] as (turn: Turn, event: WingbackEvent) => void
  fold(turn, event)
}

/** Notes a grant once; `false` where it was noted before, or nobody can say what it was for. */
function noteGrant(
  turn: Turn,
  event: WingbackEvent<'compensation.granted'>,
  action: PendingAction | undefined,
): boolean {
  const { actionId, basis, kind, amount, currency } = event
  const campaign = action?.campaign ?? event.campaign
  const cause = action?.plan.kind === 'compensation' ? action.plan.grantKey : event.cause
  const isKnown = turn.draft.compensations.some((each) => each.actionId === actionId)
  if (isKnown || campaign === undefined || cause === undefined) return false
  const grant = { actionId, campaign, cause, basis, kind, amount, currency, grantedAt: turn.now }
  turn.draft.compensations = [...turn.draft.compensations, grant].slice(-LIMITS.compensations)
  return true
}

/** A receipt of what a person did: no action of the outbox stands for it. */
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

function pendingAction(turn: Turn, actionId: string): PendingAction | undefined {
  return turn.draft.pending.find((action) => action.actionId === actionId)
}

/** Ends an action, with a receipt; its journey goes on where `goesOn` says so. */
function settle(
  turn: Turn,
  actionId: string,
  outcome: ReceiptOutcome,
  reason: Reason,
  goesOn: (action: PendingAction) => boolean = () => true,
): void {
  const action = pendingAction(turn, actionId)
  if (!action) return
  noteAction(turn, action, outcome, reason)
  settleAction(turn, action, goesOn(action))
}

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

/** A second try for service mail whose campaign prefers twice to never. */
export function mayGoAgain(action: PendingAction): boolean {
  return (
    action.class === 'service' &&
    action.plan.kind === 'email' &&
    action.plan.resendIfUnknown &&
    (action.claims ?? 0) < 2
  )
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

function noteAction(
  turn: Turn,
  action: PendingAction,
  outcome: ReceiptOutcome,
  reason: Reason,
  gates?: GateAnswer[],
): void {
  const campaign = campaignOf(turn, action)
  if (!campaign) return
  const { actionId, kind, step, key, rulebook } = action
  const arms = turn.draft.journeys.find((journey) => journey.awaiting === actionId)?.arms
  note(turn, campaign, { key, rulebook, arms }, { outcome, reason, actionId, kind, step, gates })
}
