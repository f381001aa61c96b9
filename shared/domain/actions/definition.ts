import type { Cabin, MemberEvent, MemberEventType } from '../../contract/index.ts'
import type { Subject } from '../audience/condition.ts'
import type { Turn } from '../campaign/turn.ts'
import type { Cursor } from '../cursor.ts'
import type { Granted, Journey, Member } from '../member/member.ts'
import type { ReceiptOutcome } from '../receipt.ts'
import type { Campaign, Rulebook, Settings } from '../rulebook/rulebook.ts'
import type { Schema } from '../rulebook/schema/parts.ts'
import type { ActionKind, ActionPlan } from './kinds.ts'
import type { ActionSpec } from './specs.ts'

/** What a kind of action does: besides its form in a step (step-form.ts) and the traits that gates ask for. */
export interface ActionDefinition<K extends ActionKind> {
  /** The forms that it can take for a member, the preferred one first, where it can take several: each over one channel. */
  forms?(spec: ActionSpec<K>, about: { member: Member; settings: Settings }): readonly ActionSpec[]
  plan(spec: ActionSpec<K>, context: PlanContext): ActionPlan<K>
  /** What its outcomes change. */
  outcomes: Outcomes
  /** What is counted of it, 0 before it happens. */
  counted: readonly (ReceiptOutcome | 'accepted' | 'declined')[]
  example: ExampleForm<K>
  /** What a mail after it would tell of, where nothing has been done yet: for test mails. */
  sample?(spec: ActionSpec<K>, now: number): Sample
}

export interface Sample {
  granted?: Granted
  offer?: { cabin: Cabin; expiresAt: number }
}

/** What a planner may look at. */
export interface PlanContext {
  campaign: Campaign
  rulebook: Rulebook
  journey: Journey
  subject: Subject
  /** Of the action: derived, so that what is planned twice is the same. */
  actionId: string
  now: number
}

/** Each is idempotent: an outcome of an action that is no longer pending, or a report that is known, changes nothing. */
export type Outcomes = { [T in MemberEventType]?: (turn: Turn, event: Extract<MemberEvent, { type: T }>) => void }

/** What examples may expect of it. */
export interface ExampleForm<K extends ActionKind> {
  schema: Schema
  read(cursor: Cursor, rulebook: Pick<Rulebook, 'templates' | 'messages' | 'settings'>): Expected<K> | undefined
  /** What was done, worded as such an expectation. */
  words(done: Done<K>): string
}

export interface Expected<K extends ActionKind = ActionKind> {
  words: string
  isMet(done: Done<K>): boolean
}

/** What became of an action, as examples look at it. */
export interface Done<K extends ActionKind = ActionKind> {
  outcome: ReceiptOutcome
  action: ActionSpec<K>
  mail?: { subject: string; text: string } | undefined
  /** What a channel of the airline's own was given to send. */
  message?: { channel: string; text: string } | undefined
  /** What was granted: miles, or minor units of `currency`. */
  grant?: { kind: string; amount: number; currency?: string } | undefined
}
