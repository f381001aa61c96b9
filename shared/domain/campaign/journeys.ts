import type { MemberEvent } from '../../contract/index.ts'
import type { Journey } from '../member/member.ts'
import type { Campaign } from '../rulebook/rulebook.ts'
import { gates } from './gates/index.ts'
import { walk } from './journey.ts'
import { campaignOf, note, type Turn, updateJourney } from './turn.ts'

/**
 * All of a member's journeys in one reaction: first each takes in the event, then some end, then those that can go on do, by
 * their campaigns' priority.
 */

/**
 * Passes an event to the journeys: to what they wait for, and to their goal. Only what happened since the journey's start
 * counts: since the event that started it, which may have arrived late, or else since the entry.
 */
export function tellJourneys(turn: Turn, event: MemberEvent): void {
  for (const journey of turn.draft.journeys) {
    const campaign = campaignOf(turn, journey)
    if (!campaign?.listensTo.includes(event.type) || event.occurredAt < (journey.cause.at ?? journey.enteredAt))
      continue
    const happened = { ...journey.happened, [event.type]: journey.happened[event.type] ?? event.occurredAt }
    noteGoal(turn, campaign, updateJourney(turn, journey, { happened }), event)
  }
}

function noteGoal(turn: Turn, campaign: Campaign, journey: Journey, event: MemberEvent): void {
  const { goal } = campaign
  if (goal?.event !== event.type || journey.goalAt !== undefined || event.occurredAt > journey.enteredAt + goal.within)
    return
  note(turn, campaign, journey, { outcome: 'goal', reason: { is: 'journey.goal', event: goal.event } })
  updateJourney(turn, journey, { goalAt: event.occurredAt })
}

/** Asks the gates of held actions again, if this event is one that may release them. */
export function askHeldAgain(turn: Turn, event: MemberEvent): void {
  if (!gates.some((gate) => gate.releasedBy?.includes(event.type))) return
  for (const journey of turn.draft.journeys) {
    if (journey.held && journey.endedAt === undefined) updateJourney(turn, journey, { wakeAt: turn.now })
  }
}

/** Walks every journey that can go on, once, by priority: the email of the highest goes first. */
export function walkReady(turn: Turn): void {
  for (const journey of byPriority(turn)) if (isReady(turn, journey)) walk(turn, journey)
}

function byPriority(turn: Turn): Journey[] {
  const { journeys } = turn.draft
  if (journeys.length < 2) return journeys
  return journeys.toSorted((a, b) => (campaignOf(turn, b)?.priority ?? 0) - (campaignOf(turn, a)?.priority ?? 0))
}

/** It waits for no outcome and no instant, or what it waits for has happened. */
function isReady(turn: Turn, journey: Journey): boolean {
  if (journey.endedAt !== undefined || journey.awaiting !== undefined) return false
  if (journey.wakeAt === undefined || journey.wakeAt <= turn.now) return true
  const instruction = campaignOf(turn, journey)?.program[journey.pc]
  return instruction?.op === 'waitFor' && journey.happened[instruction.event] !== undefined
}

/** Removes journeys that are over: ended, and their goal reached or out of time. */
export function forgetEnded(turn: Turn): void {
  turn.draft.journeys = turn.draft.journeys.filter((journey) => {
    if (journey.endedAt === undefined) return true
    const goal = campaignOf(turn, journey)?.goal
    return goal !== undefined && journey.goalAt === undefined && journey.enteredAt + goal.within > turn.now
  })
}
