import { channelIdOf } from '../actions/index.ts'
import type { Journey, PendingAction } from '../member/member.ts'
import type { Reason } from '../reason.ts'
import type { Campaign } from '../rulebook/rulebook.ts'
import { spread } from './audiences.ts'
import { exitReason } from './gates/exit.ts'
import { end } from './settle.ts'
import { campaignOf, note, subjectOf, type Turn } from './turn.ts'

/**
 * Ends the journeys whose exit condition holds: checked with every event and at each wake, before anything is decided.
 * Returns the earliest instant at which time alone could end one.
 */
export function leaveCampaigns(turn: Turn): number {
  let until = Number.POSITIVE_INFINITY
  for (const journey of turn.draft.journeys) {
    const campaign = journey.endedAt === undefined ? campaignOf(turn, journey) : undefined
    if (!campaign || !mayEnd(turn, journey)) continue
    const subject = subjectOf(turn, journey)
    const reason = exitReason(campaign, journey, subject, turn.context.world)
    if (reason === undefined) until = Math.min(until, spread(subject.until, turn))
    else leave(turn, campaign, journey, reason)
  }
  return until
}

/**
 * Whether a journey can end now. Only an action that reaches the member and is not yet claimed can be withdrawn; all else
 * may be in somebody's hands, and its outcome is awaited.
 */
export function mayEnd(turn: Turn, journey: Journey): boolean {
  if (journey.awaiting === undefined) return true
  const action = awaited(turn, journey)
  return action?.state === 'decided' && channelIdOf(action.plan) !== undefined
}

/** Ends a journey before its last step and withdraws its unsent emails. */
export function leave(turn: Turn, campaign: Campaign, journey: Journey, reason: Reason): void {
  const action = awaited(turn, journey)
  if (action) {
    const { actionId, kind, step } = action
    const gates = [{ gate: 'exit' as const, answer: 'skip' as const, reason }]
    turn.draft.pending = turn.draft.pending.filter((each) => each !== action)
    note(turn, campaign, journey, { outcome: 'skipped', reason, actionId, kind, step, gates })
  }
  const facts = campaign.exitWhen?.observe(subjectOf(turn, journey))
  end(turn, campaign, journey, { outcome: 'exited', reason, ...(facts && { facts }) })
}

function awaited(turn: Turn, { awaiting }: Journey): PendingAction | undefined {
  return turn.draft.pending.find(({ actionId }) => actionId === awaiting)
}
