import type { MemberEventType } from '../../contract/index.ts'
import type { Rate } from '../../standards/money.ts'
import type { ActionKind } from '../actions/kinds.ts'
import type { ActionSpec } from '../actions/specs.ts'
import type { Condition } from '../audience/condition.ts'
import type { Family } from '../audience/facts/index.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import type { Licence } from '../law/incident.ts'
import type { Schedule } from '../schedule.ts'
import type { Thresholds } from '../sending/reputation.ts'

/**
 * A rulebook, checked and compiled: all audiences, campaigns, budgets and templates of one version. Immutable.
 * Durations are milliseconds, times of day minutes after midnight, money integer minor units.
 */
export interface Rulebook {
  /** Hash of the published content: a slug. */
  version: string
  settings: Settings
  audiences: Audience[]
  /** Those that tell rights first, then by falling priority, then by id: the order in which they are asked. */
  campaigns: Campaign[]
  budgets: Record<string, Budget>
  /** By id, then by locale. */
  templates: Record<string, Record<string, Template>>
  /** The same for channels of the airline's own: a template may have either form, or both. */
  messages: Record<string, Record<string, MessageTemplate>>
}

export const CONSENT_FOR = ['marketing', 'everyMail'] as const
export type ConsentFor = (typeof CONSENT_FOR)[number]

export interface Settings {
  /** IANA zone whose days count in windows. */
  zone: string
  /** Used where a member has no locale, or one without templates. */
  locale: string
  mailFrom: string
  replyTo?: string
  /** Which mails need the member's consent: marketing alone, or service mail too. */
  consentFor: ConsentFor
  /** From which share of bounces or complaints on the sender pauses itself. */
  pauseSenderAt: Thresholds
  airline: Record<string, string>
  /** The codes under which the airline flies. */
  carriers: string[]
  /** For every campaign that names none. `none` only by a service campaign's own word. */
  quietHours?: QuietHours
  /** Channels of the airline's own, in the order in which they are preferred. */
  channels: DeclaredChannels
  /** Over everything that counts together. */
  caps: Cap[]
  /** How long an open complaint mutes upsell at most. */
  openCaseMutes: number
  /** Who gets nothing of any marketing campaign. */
  holdout?: { share: number; salt: string }
  /** For every marketing mail. */
  blackouts: Blackout[]
  /** How long a disruption mutes upsell: who sits at the gate is not sold anything. */
  disruptionMutes: number
  /** Minutes of delay, ascending: each is news of a flight (`oncePer: flightNews`). */
  delayBands: readonly number[]
  /** Changing it draws every holdout and every arm of a split anew. */
  holdoutSalt: string
  /** Whether 974D is another flight than 974 of the same day. */
  flightSuffix: 'counted' | 'ignored'
  /** Which cards are ours, as a regular expression. Absent: any may be. */
  cards?: string
  /** Absent: what the law owes is not computed. */
  law?: LawSettings
}

/** What has to be known of the airline to say what it owes for a leg. */
export type LegalSettings = Pick<Settings, 'flightSuffix'> & { law: LawSettings }

/** What the airline says of itself so that what the law owes can be computed and granted. */
export interface LawSettings {
  /** Whose operating licence it has: what counts for a flight that nobody reported as disrupted. */
  licence: Licence
  /** The published conditions that count in China: a `standard` of domain/law/tables. */
  table?: string
  /** What the airline's words and codes for a cause mean, where a report does not say whether it was extraordinary. */
  causes?: Readonly<Record<string, 'extraordinary' | 'ours'>>
  /** By currency, minor units: what may be granted by itself within an hour. In others a person grants. */
  automaticPerHour: Readonly<Record<string, number>>
}

/** `from` may be later than `to`: 21:00-08:00 spans midnight. In the member's zone, else the airline's. */
export interface QuietHours {
  from: number
  to: number
}

/** Days on which what reaches members is held, or left out: as days since 1970-01-01, both included. */
export interface Blackout {
  name: string
  from: number
  to: number
  /** The days are those of the member's zone, where it is known; else of the airline's. */
  ofMember: boolean
  skip: boolean
  /** Held too, though it reaches nobody by itself. */
  holds: readonly ActionKind[]
}

export interface Cap {
  /** `any`: whatever the channel. */
  channel: string
  /** Only of mails with this tag, and for campaigns with it. */
  tag?: string
  atMost: number
  window: number
  /** Calendar months, of the airline's zone: they stand for `window`. */
  months?: number
}

export interface Audience {
  id: string
  name: string
  condition: Condition
  /** Which parts of a member the condition reads: what an event did not touch need not be asked again. */
  families: readonly Family[]
  /**
   * Names the audience with its condition and the zone its days are of: a member who was looked at under another one
   * sees it for the first time.
   */
  baseline: string
}

export interface Campaign {
  id: string
  name: string
  class: 'marketing' | 'service'
  /** Higher goes first. */
  priority: number
  /** What caps can count its mails by. */
  tags: string[]
  trigger: Trigger
  /** Who: asked at entry and again before every action. */
  audience: Condition
  guardrails: Guardrails
  /** A service campaign that tells what a disrupted traveller has a right to: it comes before all others. */
  tellsRights?: true
  budget?: string
  /** Over all its members. */
  limits?: Limits
  /** Instead of the budget's. */
  approval?: ApprovalRule[]
  /** Of what it says: the same campaign in another version has the same. */
  hash: string
  onNewVersion: OnNewVersion
  /** The steps as a flat program; `pc` in a journey is an index into it. It ends with `end`. */
  program: Instruction[]
  /** Event types that its waits, conditions and goal ask for. */
  listensTo: MemberEventType[]
  goal?: Goal
  /** A journey ends as soon as this holds, wherever it stands. */
  exitWhen?: Condition
}

export interface Limits {
  /** Mails in a minute. */
  perMinute?: number
  /** Journeys in which anything is done. */
  inAll?: number
}

/**
 * What becomes of those on the way when another version is live: they finish on theirs, leave, or move to the step of the
 * same name. Where there is none, those of `move` finish and those of `moveOrExit` leave.
 */
export const ON_NEW_VERSION = ['finish', 'move', 'moveOrExit', 'exit'] as const
export type OnNewVersion = (typeof ON_NEW_VERSION)[number]

export interface Goal {
  event: MemberEventType
  within: number
  /** A member who reaches it leaves the campaign. */
  exit: boolean
}

export type Trigger =
  /** `named`: as the rule writes it, where that is another name. */
  | { kind: 'event'; type: MemberEventType; named?: string; where?: Condition }
  | { kind: 'audience'; audience: string; on: 'entered' | 'left'; includeExisting: boolean }
  /** Yearly, `daysBefore` the member's birthday, at a time of day in the member's zone. */
  | { kind: 'date'; date: 'birthday'; daysBefore: number; at: number }
  /** For a whole audience, by the clock. */
  | { kind: 'schedule'; schedule: Schedule; audience: string }

export interface Guardrails {
  /** `none` was said; undefined: the settings'. */
  quietHours?: QuietHours | 'none'
  caps: Cap[]
  /** Its mails go out whatever the caps say. */
  bypassesCaps: boolean
  /** Its mails are among those that caps count. */
  countsTowardCaps: boolean
  /** For its mails, beside those of the settings. */
  blackouts: Blackout[]
  /** Share held out, 0 to 1. */
  holdout: number
  oncePer: OncePer
  /** A member may enter while they are on the way already. */
  overlap: boolean
  /** How often a member may enter within a time. */
  entries?: { atMost: number; window: number }
  freshFor: number
  /** The campaign goes out though a complaint is open (an apology does, upsell does not). */
  whileCaseOpen: boolean
}

/** What makes a second entry the same entry. A number: not again within so many milliseconds. */
export type OncePer = 'event' | 'complaint' | 'flight' | 'flightNews' | 'booking' | 'year' | 'ever' | number

export type Instruction =
  | { op: 'wait'; for: number; place?: Place }
  | { op: 'waitFor'; event: MemberEventType; atMost: number; place?: Place }
  /** Goes on with the next instruction if it holds, else at `otherwise`. */
  | { op: 'branch'; condition: Condition; otherwise: number }
  | { op: 'jump'; to: number }
  /** Goes on at the arm that takes the member. */
  | { op: 'split'; split: string; arms: Arm[] }
  /** Where nothing is granted it goes on at `ifRefused`, or ends. */
  | { op: 'action'; step: string; action: ActionSpec; ifRefused?: number; place?: Place }
  | { op: 'end' }

/** Where a step with a name stands: a journey that stands before it can move to the step of this name in another version. */
export interface Place {
  name: string
  /** The arms it is in, by split. */
  arms: Record<string, string>
  /** It is among what is done where a compensation was refused. */
  afterRefusal: boolean
}

/** One way of a split. Its share is of one; those of a split add up to one. */
export interface Arm {
  arm: string
  share: number
  to: number
}

export interface Budget {
  id: string
  currency: string
  limitMinor: number
  /** What a mile costs: finance's fair value. Oldest first; none: miles cannot be paid from it. */
  mileValues: MileValue[]
  /** What one member may get of it in a calendar year. */
  perMemberYearMinor?: number
  /** For every campaign that says nothing of its own, and for grants by hand. */
  approval?: ApprovalRule[]
}

export interface MileValue {
  /** The first day it holds, `YYYY-MM-DD` in the airline's zone; empty: always. */
  from: string
  value: Rate
}

/** Minor units of the budget's currency, or miles: those count as what they are worth on the day. */
export type Above = { minor: number } | { miles: number }

/** A grant that costs more waits for a second person. The first rule whose condition holds is the one. */
export interface ApprovalRule {
  when?: Condition
  above: Above
  /** How long it waits at most; then nothing is granted. */
  within: number
}

/** Liquid sources; the HTML is already responsive HTML, made at publish time. */
export interface Template {
  subject: string
  html: string
  text: string
}

/** A Liquid source of plain text. */
export interface MessageTemplate {
  text: string
}
