import type { Journey, PendingAction } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import type { GateAnswer, Receipt, ReceiptOutcome } from '../receipt.ts'
import type { Campaign, Instruction } from '../rulebook/rulebook.ts'
import { campaignOf, note, type Turn, updateJourney } from './turn.ts'

/** What happens to an action, and to the journey that waits for it. */

export function pendingAction(turn: Turn, actionId: string): PendingAction | undefined {
  return turn.draft.pending.find((action) => action.actionId === actionId)
}

/** Ends an action with a receipt. If it was to grant something, nothing was granted. */
export function settle(turn: Turn, actionId: string, outcome: ReceiptOutcome, reason: Reason): void {
  const action = pendingAction(turn, actionId)
  if (!action) return
  noteAction(turn, action, outcome, reason)
  settleAction(turn, action)
}

/** The action is over: its journey goes on, unless something was to be granted and was not. */
export function settleAction(turn: Turn, action: PendingAction): void {
  leaveOutbox(turn, action)
  const awaited = awaiting(turn, action)
  if (!awaited) return
  const { journey, campaign, instruction } = awaited
  if (instruction?.op === 'action') afterNothing(turn, campaign, journey, instruction)
  else goOn(turn, journey)
}

/** The journey got what it waited for, and goes on with the change. */
export function fulfil(turn: Turn, action: PendingAction, change: Partial<Journey>): void {
  leaveOutbox(turn, action)
  const awaited = awaiting(turn, action)
  if (awaited) goOn(turn, updateJourney(turn, awaited.journey, change))
}

/** The action has to wait after all: its journey stands before the step again, until then. */
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

/** Its outcome is unknown: it stays in the outbox, visible to people, until a report settles it. */
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

export function goOn(turn: Turn, journey: Journey, pc = journey.pc + 1): Journey {
  return updateJourney(turn, journey, { pc, wakeAt: undefined, awaiting: undefined, held: undefined })
}

/**
 * The step is skipped. If it was to grant something, the following steps would mention it: the journey ends, after the steps
 * for that case.
 */
export function afterNothing(
  turn: Turn,
  campaign: Campaign,
  journey: Journey,
  { grants, ifRefused }: Instruction & { op: 'action' },
): Journey | undefined {
  if (!grants) return goOn(turn, journey)
  if (ifRefused !== undefined) return goOn(turn, journey, ifRefused)
  const over = goOn(turn, journey, campaign.program.length - 1)
  end(turn, campaign, over, { outcome: 'ended', reason: { is: 'journey.nothingGranted' } })
  return undefined
}

/** Its last step is done, or it ends early. Nothing is held or awaited any more. */
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
