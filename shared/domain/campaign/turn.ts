import type { Announcement } from '../../contract/announcements.ts'
import type { MemberEvent, WingbackEventType } from '../../contract/index.ts'
import type { Subject } from '../audience/condition.ts'
import type { Calendar } from '../calendar.ts'
import type { Journey, Member, PendingAction } from '../member/member.ts'
import type { Receipt } from '../receipt.ts'
import type { Analysis } from '../results/assignment.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Campaign, Rulebook } from '../rulebook/rulebook.ts'
import type { WorldHints } from './world.ts'

/** What a reaction needs beside the member and the event. */
export interface ReactContext {
  /** The live rulebook. Undefined before the first publish: facts are folded, nothing is decided. */
  rulebook: Rulebook | undefined
  /** Any version that a journey of this member runs on. */
  rulebookOf(version: string): Rulebook | undefined
  world: WorldHints
  now: number
}

/** The state of a running reaction: the draft, its instant, and the results so far. */
export interface Turn {
  draft: Member
  /** Decisions are dated by this: the due time while past wakes are made up for, then `now`. */
  now: number
  context: ReactContext
  calendar: Calendar
  receipts: Receipt[]
  announcements: Announcement[]
  /** Actions to hand to their queues. */
  actions: PendingAction[]
  entered: string[]
  left: string[]
  messages: OwnEvent[]
  /** Of members assigned in this reaction. */
  analyses: Analysis[]
  passed: Passage[]
}

/** A journey before and after it went on from where it stood, or ended. */
export interface Passage {
  before: Journey
  after: Journey
}

/** Wingback's own event about a member, to be sent to the queue of events. */
export interface OwnEvent {
  memberId: string
  type: WingbackEventType | 'member.erased'
  id: string
  fields: Record<string, unknown>
}

/** The member as conditions of a journey see them: with the event that started it as the trigger. */
export function subjectOf(turn: Pick<Turn, 'draft' | 'now' | 'calendar'>, journey?: Journey): Subject {
  return {
    member: turn.draft,
    now: turn.now,
    calendar: turn.calendar,
    event: journey && eventOf(journey, turn.draft.memberId),
    journey,
    until: Number.POSITIVE_INFINITY,
  }
}

/** Records what happened to a step. */
export function note(
  turn: Turn,
  campaign: Campaign,
  journey: Pick<Journey, 'key' | 'rulebook'> & { arms?: Journey['arms'] | undefined },
  receipt: Pick<Receipt, 'outcome' | 'reason'> & Partial<Receipt>,
): void {
  const { rulebook, key, arms } = journey
  turn.receipts.push({ at: turn.now, campaign: campaign.id, rulebook, key, ...(arms && { arms }), ...receipt })
}

/** Replaces a journey in the draft by a changed copy, and returns the copy. */
export function updateJourney(turn: Turn, journey: Journey, change: Partial<Journey>): Journey {
  const changed = { ...journey, ...change }
  turn.draft.journeys = turn.draft.journeys.map((each) => (each === journey ? changed : each))
  if (changed.pc !== journey.pc || changed.endedAt !== journey.endedAt)
    turn.passed.push({ before: journey, after: changed })
  return changed
}

/** The campaign of a journey or an action, at its version. */
export function campaignOf(turn: Turn, run: { campaign: string; rulebook: string }): Campaign | undefined {
  return campaignById(turn.context.rulebookOf(run.rulebook), run.campaign)
}

function eventOf({ cause, enteredAt }: Journey, memberId: string): MemberEvent | undefined {
  const { type, eventId = '', at = enteredAt, fields } = cause
  if (!type) return undefined
  return { ...fields, type, id: eventId, memberId, occurredAt: at } as MemberEvent
}
