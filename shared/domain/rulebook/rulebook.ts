import type { Cabin, MemberEventType } from '../../contract/index.ts'
import type { Team } from '../../contract/task.ts'
import type { Rate } from '../../standards/money.ts'
import type { ActionKind, ActionSpec } from '../actions/kinds.ts'
import type { Condition } from '../audience/condition.ts'
import type { Family } from '../audience/facts/index.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import type { Licence } from '../law/incident.ts'
import type { HarmKind } from '../results/outcome.ts'
import type { Schedule } from '../schedule.ts'
import type { ScoreModels } from '../scores/models.ts'
import type { Thresholds } from '../sending/reputation.ts'
import type { Targets } from '../targets/target.ts'
import type { Called } from './called.ts'
import type { ConnectorSettings } from './connectors.ts'

/**
 * A rulebook, checked and compiled: all audiences, campaigns, budgets and templates of one version. Immutable. Durations are
 * milliseconds, times of day minutes after midnight, money integer minor units.
 */
export interface Rulebook {
  /** A hash of the published content: a slug. */
  version: string
  settings: Settings
  audiences: Audience[]
  /** In the order they are asked: those that inform of rights, then by falling priority, then by id. */
  campaigns: Campaign[]
  budgets: Record<string, Budget>
  /** The airline's targets for its figures. */
  targets: Targets
  /** The models of scores: its own, or the shipped ones. */
  models: ScoreModels
  /** By id, then by locale. */
  templates: Record<string, Record<string, Template>>
  /** The same for channels of the airline's own: a template may have either form, or both. */
  messages: Record<string, Record<string, MessageTemplate>>
  /** How messages of other systems are read, by name. */
  connectors: Record<string, ConnectorSettings>
}

/** Which fares count as revenue. */
export const REVENUE_FROM = ['bookings', 'flights'] as const

/** What a holdout draws. */
export const HOLDOUT_BY = ['member', 'booking'] as const

export const CONSENT_FOR = ['marketing', 'everyMail'] as const
export type ConsentFor = (typeof CONSENT_FOR)[number]

export interface Settings {
  /** The IANA zone whose days count in windows. */
  zone: string
  /** Used if a member has no locale, or one without templates. */
  locale: string
  mailFrom: string
  replyTo?: string
  /** Which emails need the member's consent: only marketing, or service email too. */
  consentFor: ConsentFor
  /** The rate of bounces or complaints from which the sender pauses itself. */
  pauseSenderAt: Thresholds
  airline: Record<string, string>
  /** The airline's carrier codes. */
  carriers: string[]
  /** For every campaign that sets none. Only a service campaign itself can set `none`. */
  quietHours?: QuietHours
  /** Channels of the airline's own, the preferred one first. */
  channels: DeclaredChannels
  /** Over everything that counts together. */
  caps: Cap[]
  /** How long an open complaint mutes marketing at most. */
  openCaseMutes: number
  /** The members who get nothing of any marketing campaign. */
  holdout?: { share: number; salt: string }
  /** For every marketing email. */
  blackouts: Blackout[]
  /** How long a disruption mutes marketing: nobody is sold anything while they are stuck at the gate. */
  disruptionMutes: number
  /** How long each team has for a task about a member. A step may give it another time; where neither does, it has no end. */
  tasksWithin: Readonly<Partial<Record<Team, number>>>
  /** Minutes of delay, ascending: each is news of a flight (`oncePer: flightNews`). */
  delayBands: readonly number[]
  /** How long before departure the briefing of a flight is announced. If absent: never. */
  briefings?: number
  /** Changing it draws every holdout and every arm of a split anew. */
  holdoutSalt: string
  /** Whether 974D is a different flight from 974 on the same day. */
  flightSuffix: 'counted' | 'ignored'
  /** The airline's own cards, as a regular expression. If absent: any card may be. */
  cards?: string
  /** If absent: what the law owes is not calculated. */
  law?: LawSettings
  /** The currency of results, and what things cost. */
  measure: MeasureSettings
}

/** How the results of campaigns are measured. A change of what is measured is another analysis. */
export interface MeasureSettings {
  /** Of all amounts. If absent: the budgets' currency, if they share one. */
  currency?: string
  /** The number of members at which a campaign's intervals are tightest. */
  plannedMembers: number
  /** The smallest effect worth seeing, as a share of members. */
  minimumEffect?: number
  /** How long an outcome counts, for campaigns without a goal. */
  windowMs: number
  /** Which fares count as revenue. */
  revenueFrom: (typeof REVENUE_FROM)[number]
  /** The value of one unit of other currencies, by currency, oldest first. */
  rates: Readonly<Record<string, readonly DatedValue[]>>
  /** Of miles for which no budget has a value. */
  mileValues: readonly DatedValue[]
  /** Of an email or a message. If absent: nothing. */
  mail?: Rate
  /** Of an accepted upgrade, by cabin. */
  upgrades: Readonly<Partial<Record<Cabin, readonly DatedValue[]>>>
  /** The share of treated members from which it is too many, and whether the campaign then pauses. */
  harm: { limits: Readonly<Record<HarmKind, number>>; pauses: boolean }
}

/** What must be known of the airline to calculate what it owes for a leg. */
export type LegalSettings = Pick<Settings, 'flightSuffix' | 'cards'> & { law: LawSettings }

/** The airline's settings for calculating and granting what the law owes. */
export interface LawSettings {
  /** The country of its operating licence: it counts for a flight that was not reported as disrupted. */
  licence: Licence
  /** The published conditions that apply in China: a `standard` of domain/law/tables. */
  table?: string
  /** What the airline's words and codes for causes mean, if a report does not say whether the cause was extraordinary. */
  causes?: Readonly<Record<string, 'extraordinary' | 'ours'>>
  /** By currency, minor units: what may be granted automatically within an hour. In other currencies a person grants. */
  automaticPerHour: Readonly<Record<string, number>>
}

/** `from` may be later than `to`: 21:00-08:00 spans midnight. In the member's zone, or else the airline's. */
export interface QuietHours {
  from: number
  to: number
}

/** Days on which what reaches members is held or skipped: days since 1970-01-01, both included. */
export interface Blackout {
  name: string
  from: number
  to: number
  /** The days are in the member's zone, if known; otherwise in the airline's. */
  ofMember: boolean
  skip: boolean
  /** Kinds of action it holds besides, though they do not reach anybody by themselves. */
  holds: readonly ActionKind[]
}

export interface Cap {
  /** `any`: whatever the channel. */
  channel: string
  /** Only for emails and campaigns with this tag. */
  tag?: string
  atMost: number
  window: number
  /** Calendar months in the airline's zone, instead of `window`. */
  months?: number
}

export interface Audience extends Called {
  id: string
  condition: Condition
  /** Which parts of a member the condition reads: it need not be evaluated again after an event that touched none of them. */
  families: readonly Family[]
  /**
   * Identifies the audience with its condition and the zone of its days: if it changes, the next evaluation counts as a
   * member's first.
   */
  baseline: string
}

export interface Campaign extends Called {
  id: string
  class: 'marketing' | 'service'
  /** Higher goes first. */
  priority: number
  /** The tags by which caps can count its emails. */
  tags: string[]
  trigger: Trigger
  /** For whom: asked at entry, and again before every action. */
  audience: Condition
  guardrails: Guardrails
  /** A service campaign that informs disrupted travellers of their rights: it comes before all others. */
  tellsRights?: true
  budget?: string
  /** Over all its members. */
  limits?: Limits
  /** Replaces the budget's. */
  approval?: ApprovalRule[]
  /** A hash of its content: the same campaign in another version has the same. */
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
  /** Emails per minute. */
  perMinute?: number
  /** Journeys in which anything is done. */
  inAll?: number
}

/**
 * What happens to running journeys when another version goes live: they finish on theirs, end, or move to the step of the
 * same name. If there is none, `move` lets them finish and `moveOrExit` ends them.
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
  /** `named`: the name used in the rule, if it is another one. */
  | { kind: 'event'; type: MemberEventType; named?: string; where?: Condition }
  | { kind: 'audience'; audience: string; on: 'entered' | 'left'; includeExisting: boolean }
  /** Yearly, `daysBefore` the member's birthday, at a time of day in the member's zone. */
  | { kind: 'date'; date: 'birthday'; daysBefore: number; at: number }
  /** For a whole audience, by the clock. */
  | { kind: 'schedule'; schedule: Schedule; audience: string }

export interface Guardrails {
  /** `none` was set explicitly; undefined: those of the settings. */
  quietHours?: QuietHours | 'none'
  caps: Cap[]
  /** Its emails are sent regardless of caps. */
  bypassesCaps: boolean
  /** Its emails count towards caps. */
  countsTowardCaps: boolean
  /** For its emails, in addition to those of the settings. */
  blackouts: Blackout[]
  /** Share held out, 0 to 1. */
  holdout: number
  /** Whether members are drawn one by one, or all members of a booking together. */
  holdoutBy: (typeof HOLDOUT_BY)[number]
  oncePer: OncePer
  /** A member may enter again during a journey. */
  overlap: boolean
  /** How often a member may enter within a period. */
  entries?: { atMost: number; window: number }
  freshFor: number
  /** The campaign runs even while a complaint is open (an apology does, marketing does not). */
  whileCaseOpen: boolean
}

/** What makes a second entry the same entry. A number: not again within so many milliseconds. */
export type OncePer = 'event' | 'complaint' | 'flight' | 'flightNews' | 'booking' | 'year' | 'ever' | number

export type Instruction =
  | { op: 'wait'; for: number; place?: Place }
  | { op: 'waitFor'; event: MemberEventType; atMost: number; place?: Place }
  /** Continues with the next instruction if it holds, else at `otherwise`. */
  | { op: 'branch'; condition: Condition; otherwise: number }
  | { op: 'jump'; to: number }
  /** Continues at the member's arm. */
  | { op: 'split'; split: string; arms: Arm[] }
  /** `grants`: if nothing is granted, it continues at `ifRefused`, or ends. */
  | { op: 'action'; step: string; action: ActionSpec; grants?: true; ifRefused?: number; place?: Place }
  | { op: 'end' }

/** The place of a named step: a journey that stands before it can move to the step of the same name in another version. */
export interface Place {
  name: string
  /** The arms around it, by split. */
  arms: Record<string, string>
  /** It is among the steps for a refused compensation. */
  afterRefusal: boolean
}

/** One arm of a split. Its share is of one; those of a split add up to one. */
export interface Arm {
  arm: string
  share: number
  to: number
}

export interface Budget {
  id: string
  currency: string
  limitMinor: number
  /** What a mile costs: finance's fair value, oldest first. Empty: it cannot pay miles. */
  mileValues: DatedValue[]
  /** What one member may get from it in a calendar year. */
  perMemberYearMinor?: number
  /** For campaigns without thresholds of their own, and for grants by hand. */
  approval?: ApprovalRule[]
}

export interface DatedValue {
  /** The first day it applies, `YYYY-MM-DD` in the airline's zone; empty: always. */
  from: string
  value: Rate
}

/** Minor units of the budget's currency, or miles, which count at their value on the day. */
export type Above = { minor: number } | { miles: number }

/** A grant that costs more needs a second person's approval. The first rule whose condition holds applies. */
export interface ApprovalRule {
  when?: Condition
  above: Above
  /** How long it waits at most; then nothing is granted. */
  within: number
}

/** Liquid sources. The HTML is already responsive HTML, made when it is published. */
export interface Template {
  subject: string
  html: string
  text: string
}

/** A Liquid source of plain text. */
export interface MessageTemplate {
  text: string
}
