import type { Cabin, MemberEvent, MemberEventType } from '../../contract/index.ts'
import type { Subject } from '../audience/condition.ts'
import type { Turn } from '../campaign/turn.ts'
import type { Cursor } from '../cursor.ts'
import type { Granted, Journey, Member } from '../member/member.ts'
import type { ReceiptOutcome } from '../receipt.ts'
import type { Campaign, Rulebook, Settings } from '../rulebook/rulebook.ts'
import type { Schema } from '../rulebook/schema/parts.ts'
import type { Texts } from '../texts/index.ts'
import type { ActionKind, ActionPlan, ActionSpec } from './kinds.ts'
import type { StepForm } from './step-form.ts'
import type { Traits } from './traits.ts'

/** Everything about a kind of action, except its effect on the outside (app/deliver) and its words (words.ts). */
export interface ActionDefinition<K extends ActionKind> {
  /** The queue of `shared/pipeline.ts` that leads to its delivery. */
  queue: string
  traits: Traits
  form: StepForm<K>
  /** The forms it can take for a member, each over one channel, the preferred one first; if it can take several. */
  forms?(spec: ActionSpec<K>, about: { member: Member; settings: Settings }): readonly ActionSpec[]
  plan(spec: ActionSpec<K>, context: PlanContext): ActionPlan<K>
  /** What its outcomes change. */
  outcomes: Outcomes
  /** Its counters, 0 before anything happens. */
  counted: readonly (ReceiptOutcome | 'accepted' | 'declined')[]
  example: ExampleForm<K>
  /** Sample values for an email that follows it, for test emails. */
  sample?(spec: ActionSpec<K>, now: number): Sample
}

export interface Sample {
  granted?: Granted
  offer?: { cabin: Cabin; expiresAt: number }
}

/** What a planner may read. */
export interface PlanContext {
  campaign: Campaign
  rulebook: Rulebook
  journey: Journey
  subject: Subject
  /** The action's id, derived, so that planning it twice gives the same. */
  actionId: string
  now: number
}

/** Each is idempotent: an outcome of an action that is no longer pending, or a known report, changes nothing. */
export type Outcomes = { [T in MemberEventType]?: (turn: Turn, event: Extract<MemberEvent, { type: T }>) => void }

/** What examples may expect of it. */
export interface ExampleForm<K extends ActionKind> {
  schema: Schema
  read(cursor: Cursor, rulebook: Pick<Rulebook, 'templates' | 'messages' | 'settings'>): Expected<K> | undefined
  /** What was done, in the words of such an expectation. */
  words(done: Done<K>): ExpectedWords
  /** What was done, as an expectation of it is written; undefined where too little is known of it. */
  write(done: Pick<Done<K>, 'outcome' | 'action' | 'grant'>): unknown
}

/** What is expected, said in a language. */
export type ExpectedWords = (say: Texts['outputs']['examples']['expected']) => string

export interface Expected<K extends ActionKind = ActionKind> {
  words: ExpectedWords
  isMet(done: Done<K>): boolean
}

/** What happened to an action, as examples see it. */
export interface Done<K extends ActionKind = ActionKind> {
  outcome: ReceiptOutcome
  action: ActionSpec<K>
  mail?: { subject: string; text: string } | undefined
  /** The text handed to a channel of the airline's own. */
  message?: { channel: string; text: string } | undefined
  /** What was granted: miles, or minor units of `currency`. */
  grant?: { kind: string; amount: number; currency?: string } | undefined
}
