import { traitsOf } from '../actions/kinds.ts'
import type { Journey, PendingAction } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import type { GateAnswer, Receipt, ReceiptOutcome } from '../receipt.ts'
import type { Campaign, Instruction } from '../rulebook/rulebook.ts'
import { campaignOf, note, type Turn, updateJourney } from './turn.ts'

/** What becomes of an action, and of the journey that waits for it. */

export function pendingAction(turn: Turn, actionId: string): PendingAction | undefined {
  return turn.draft.pending.find((action) => action.actionId === actionId)
}

/** Ends an action, with a receipt. What was to grant something has granted nothing. */
export function settle(turn: Turn, actionId: string, outcome: ReceiptOutcome, reason: Reason): void {
  const action = pendingAction(turn, actionId)
  if (!action) return
  noteAction(turn, action, outcome, reason)
  settleAction(turn, action)
}

/** The action is over: its journey goes on, unless nothing was granted where something was to be. */
export function settleAction(turn: Turn, action: PendingAction): void {
  leaveOutbox(turn, action)
  const awaited = awaiting(turn, action)
  if (!awaited) return
  const { journey, campaign, instruction } = awaited
  if (instruction?.op === 'action') afterNothing(turn, campaign, journey, instruction)
  else goOn(turn, journey)
}

/** The action has brought what its journey was waiting for: it goes on, changed by it. */
export function fulfil(turn: Turn, action: PendingAction, change: Partial<Journey>): void {
  leaveOutbox(turn, action)
  const awaited = awaiting(turn, action)
  if (awaited) goOn(turn, updateJourney(turn, awaited.journey, change))
}

/** The action must wait after all: its journey stands before the step again, until then. */
export function holdAction(turn: Turn, action: PendingAction, until: number, by: GateName): void {
  leaveOutbox(turn, action)
  const journey = turn.draft.journeys.find((each) => each.awaiting === action.actionId)
  if (journey)
    updateJourney(turn, journey, {
      awaiting: undefined,
      wakeAt: until,
      held: { kind: action.kind, since: turn.now, by },
    })
}

/** Its outcome is unknown: it stays in the outbox, where a person can see it, until a report settles it. */
export function park(
  turn: Turn,
  action: PendingAction,
  reason: Reason,
  change: Partial<PendingAction> = {},
): PendingAction {
  noteAction(turn, action, 'unknown', reason)
  const parked: PendingAction = { ...action, state: 'unknown', handedAt: turn.now, handovers: 1, ...change }
  turn.draft.pending = turn.draft.pending.map((each) => (each === action ? parked : each))
  return parked
}

export function noteAction(
  turn: Turn,
  action: PendingAction,
  outcome: ReceiptOutcome,
  reason: Reason,
  gates?: GateAnswer[],
): void {
  const campaign = campaignOf(turn, action)
  if (!campaign) return
  const { actionId, kind, step, key, rulebook, plan } = action
  const arms = turn.draft.journeys.find((journey) => journey.awaiting === actionId)?.arms
  note(
    turn,
    campaign,
    { key, rulebook, arms },
    {
      outcome,
      reason,
      actionId,
      kind,
      ...('channel' in plan && { channel: plan.channel }),
      step,
      gates,
    },
  )
}

export function goOn(turn: Turn, journey: Journey): Journey {
  return updateJourney(turn, journey, { pc: journey.pc + 1, wakeAt: undefined, awaiting: undefined, held: undefined })
}

/**
 * The step is left out. What follows one that was to grant something would speak of it: its journey ends, after the steps
 * that say what is done then.
 */
export function afterNothing(
  turn: Turn,
  campaign: Campaign,
  journey: Journey,
  { action, ifRefused }: Instruction & { op: 'action' },
): Journey | undefined {
  if (!traitsOf(action.kind).grants) return goOn(turn, journey)
  if (ifRefused !== undefined) return updateJourney(turn, goOn(turn, journey), { pc: ifRefused })
  end(turn, campaign, journey, { outcome: 'ended', reason: { is: 'journey.nothingGranted' } })
  return undefined
}

/** Its steps are over, or it is left before they are. What was held or waited for is no more. */
export function end(
  turn: Turn,
  campaign: Campaign,
  journey: Journey,
  receipt: Pick<Receipt, 'outcome' | 'reason' | 'facts'>,
): void {
  note(turn, campaign, journey, receipt)
  updateJourney(turn, journey, { endedAt: turn.now, wakeAt: undefined, awaiting: undefined, held: undefined })
}

function leaveOutbox(turn: Turn, { actionId }: PendingAction): void {
  turn.draft.pending = turn.draft.pending.filter((each) => each.actionId !== actionId)
}

/** The journey that waits for the action, and the step it stands before. */
function awaiting(turn: Turn, action: PendingAction) {
  const journey = turn.draft.journeys.find((each) => each.awaiting === action.actionId)
  const campaign = campaignOf(turn, action)
  return journey && campaign && { journey, campaign, instruction: campaign.program[journey.pc] }
}
