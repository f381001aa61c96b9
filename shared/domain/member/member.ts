import {
  type Basis,
  type Cabin,
  type Money,
  type OpeningBalance,
  PREFERENCES_AT_MOST,
  type Segment,
} from '../../contract/index.ts'
import type { ActionKind, ActionPlan } from '../actions/kinds.ts'
import type { GateName } from '../reason.ts'
import type { Assignment } from '../results/assignment.ts'
import type { Valued } from '../results/valued.ts'
import type { Sorted } from '../scores/complaints/categories.ts'
import type { Standing } from '../scores/tier/model.ts'
import type { Boarding, DisruptedLeg } from './disrupted-leg.ts'
import type { EarlierBalance } from './earlier-balance.ts'
import type { Join } from './joins.ts'
import type { MailNote, Suppression } from './notes.ts'
import type { Reported, Stamp } from './order.ts'
import type { SeenEvent } from './seen-event.ts'

export type { MailNote, Suppression } from './notes.ts'

/**
 * A member: everything known of one person, as a small state machine.
 *
 * The first half is what airline events say (facts). It is folded so that any order of arrival gives the same state:
 * sets are unions, single values belong to the greatest (`occurredAt`, event id), and what falls out of a bounded list
 * falls out by a rule that does not depend on the order. The second half is what Wingback did, which may.
 *
 * Instants are epoch milliseconds, days are `YYYY-MM-DD`, money is integer minor units.
 */
export interface Member {
  memberId: string

  /** Profile fields by who set them last: the fields of one card's layers are disjoint, newest layer first. */
  layers: ProfileLayer[]
  /** Newest first, at most {@link LIMITS.flights}: the legs of the latest dates. */
  flights: Flown[]
  /** What fell out of `flights`, summed by month. Oldest first, at most {@link LIMITS.months}. */
  flownByMonth: FlownMonth[]
  /** Opening balances that were replaced: the last of each month, newest first, at most {@link LIMITS.balances} with the one that stands. */
  balances: EarlierBalance[]
  bookings: Booking[]
  /** The legs of the latest dates, at most {@link LIMITS.disruptions}. */
  disruptions: DisruptedLeg[]
  /** Of the legs of the latest dates, at most {@link LIMITS.boardings}. */
  boardings: Boarding[]
  complaints: Complaint[]
  surveys: Survey[]
  /** Other cards of the same person that were merged into this one. */
  aliases: string[]
  /** When they became one person. */
  joins: Join[]
  /** This card was merged: events are sent on to the survivor. */
  mergedInto?: string | undefined
  /** The state of a merged card, until the survivor has said that it has taken it over. */
  legacy?: string | undefined
  /** How often it was handed to the survivor. */
  handedDown?: number | undefined
  /** The person asked to be forgotten: nothing is kept and nothing comes back. */
  erasedAt?: number

  /** Recent airline events, by their ids' hashes: a cache against redeliveries. */
  seen: SeenEvent[]
  /** Events at or before this instant may have fallen out of `seen`: for them the record is asked. */
  seenFloor: number

  /** When time alone could change something: journeys, audiences, days. The index may say earlier. */
  wakeAt?: number | undefined
  /**
   * Until when the answers of all audiences stand if nothing happens; undefined: for ever. It may say too soon: an
   * event that moves it later for one audience does not ask the others.
   */
  audiencesUntil?: number | undefined
  /** Audiences the member is in, and since when. */
  audiences: Record<string, number>
  /** Which audiences have been evaluated before, by name and condition: the first look is a baseline. */
  baselines: string[]
  journeys: Journey[]
  /** Entries remembered after their journey ended, for `oncePer`. */
  entries: Entry[]
  /** The outbox: decided, not yet known to be done. */
  pending: PendingAction[]
  /** Reactions whose record is not known to be put. */
  unrecorded: UnrecordedReaction[]
  /** Mails claimed or sent, newest first: what the frequency caps count. */
  mails: MailNote[]
  compensations: CompensationNote[]
  offers: OfferNote[]
  suppressions: Suppression[]
  /** Tasks for people that have a time, until they are closed or overdue: at most {@link LIMITS.dueTasks}, the first due. */
  dueTasks: DueTask[]
  /** The tier by their flying, where the rulebook lets that decide. */
  standing?: Standing | undefined
  /** In which analyses the member is, by which arm, and what came of it. */
  assigned: Assignment[]
  /** What was counted there at a rate or a value of the rulebook, as it was counted. */
  valued: Valued
}

/** How much of each list is kept in the item. */
export const LIMITS = {
  flights: 64,
  months: 36,
  /** The months of a year, that in which it ends, and one before them. */
  balances: 14,
  /** Of the flights in all months together. */
  legsInMonths: 256,
  bookings: 24,
  /** In all bookings together. */
  segments: 64,
  disruptions: 16,
  boardings: 16,
  complaints: 16,
  surveys: 12,
  /** More are refused before they are merged: nothing falls out. */
  aliases: 64,
  seen: 16,
  journeys: 24,
  entries: 48,
  pending: 24,
  unrecorded: 24,
  mails: 40,
  compensations: 24,
  offers: 16,
  suppressions: 8,
  dueTasks: 8,
  /** More are not taken in: nothing falls out. */
  assigned: 64,
  preferences: PREFERENCES_AT_MOST,
} as const

export interface Profile {
  givenName?: string | undefined
  familyName?: string | undefined
  email?: string | undefined
  /** For people to call: E.164. */
  phone?: string | undefined
  locale?: string
  timeZone?: string | undefined
  homeAirport?: string
  birthDate?: string | undefined
  gender?: string
  enrolledOn?: string | undefined
  companyId?: string | undefined
  tier?: string
  /** The last day on which it is good, as the airline's own system says. */
  tierUntil?: string | undefined
  preferences?: Record<string, string>
  opening?: OpeningBalance
  /** `false`: the person objected to scores. */
  profiling?: boolean
  /** Whether the member agreed to marketing by e-mail; absent: never asked. */
  consentEmail?: boolean | undefined
  /** Whether mails about the member's own flights may come by e-mail: `false` where they objected. */
  serviceEmail?: boolean
  /** The same of channels of the airline's own, by the name of the consent. Absent: nothing was ever said of it. */
  consents?: Record<string, Consent>
}

/** To what the member agreed of a channel; absent: it was not said. */
export interface Consent {
  marketing?: boolean
  service?: boolean
}

/** What events say of a profile: `null` clears a field. */
export type ProfileFields = {
  [F in Exclude<keyof Profile, 'preferences' | 'consentEmail' | 'serviceEmail' | 'consents'>]?:
    | Profile[F]
    | null
    | undefined
} & {
  preferences?: Record<string, string | null> | null | undefined
  /** As a copy of the profile has it; and that a later one says nothing of it any more. */
  consentEmail?: boolean | undefined
  clearedEmail?: true
  /** As the person said by itself, of marketing and of service mail. Of other channels the fields are made by consent.ts. */
  saidEmail?: boolean
  saidService?: boolean
}

export interface ProfileLayer {
  at: number
  eventId: string
  /** Of words on consent alone: the other card that they were said of. What is said of consent belongs to a card for good. */
  card?: string
  fields: ProfileFields
}

/** A leg that the member flew: dated by its first report, and what its last one says. */
export interface Flown extends Reported {
  carrier: string
  flightNumber: string
  from: string
  to: string
  /** Of the scheduled departure, on the clocks at the origin: the date in the leg's name. */
  date: string
  cabin: Cabin
  distanceKm: number
  fare?: Money | undefined
  delayMinutes?: number | undefined
}

/** Flights that fell out of the list, dated as of the first instant (UTC) of the month of their scheduled departure. */
export interface FlownMonth {
  /** `YYYY-MM`; the oldest one may hold everything before it too. */
  month: string
  flights: number
  distanceKm: number
  spendMinor: Record<string, number>
  cabins: Record<Cabin, number>
  /** Which legs they are, so that none is counted again: fewer than `flights` where they are not all known any more. */
  legs?: string[]
}

/**
 * Booked if the latest creation is later than the latest cancellation, in whatever order they arrived. A PNR can have
 * several bookings: `bookings.ts`.
 */
export interface Booking {
  pnr: string
  created?:
    | { at: number; eventId: string; flights: Segment[]; fare?: Money | undefined; travellers?: number }
    | undefined
  cancelled?: { at: number; eventId: string } | undefined
  /** The latest word on what it costs, where `created` says none: what is not said stays. */
  paid?: Stamp & { fare: Money }
  /** From when until when it lives, where `created` does not tell: it was changed. */
  life?: readonly [from: number, to: number]
  /** The first event that made it, where that is not `created`, and the date of its first departure then. */
  made?: { at: number; eventId: string; on: string }
}

export interface Complaint {
  complaintId: string
  filed?:
    | (Stamp & { category: string; severity?: number | undefined; leg?: string | undefined; sorted?: Sorted })
    | undefined
  /** The first answer; absent: nobody has said that there was one. */
  answered?: Stamp | undefined
  resolved?:
    | { at: number; eventId: string; outcome: 'upheld' | 'goodwill' | 'rejected'; satisfaction?: number | undefined }
    | undefined
}

export interface Survey extends Stamp {
  /** Names the flight and the questions, where it is about a flight: answered again, they are answered otherwise. */
  about?: string
  nps?: number | undefined
  /** Mean of the ratings, 1 to 5. */
  rating?: number | undefined
  /** The topic with the lowest rating, where that is 1 or 2. */
  lowest?: string
}

export interface Journey {
  campaign: string
  /** The rulebook version it runs on to its end. */
  rulebook: string
  /** What makes this entry this entry: `complaint:CMP-1`, `2026`, `ever`. */
  key: string
  enteredAt: number
  /** The instruction it stands before. */
  pc: number
  /** When it goes on by itself; undefined: it waits for an outcome. */
  wakeAt?: number | undefined
  /** The action whose outcome it waits for. */
  awaiting?: string | undefined
  /** It is held before a gate: which kind of action since when, by which gate and `on` what, so that each is one receipt. */
  held?: { kind: ActionKind; since: number; by?: GateName; on?: string } | undefined
  /** Of a service campaign that tells the member's rights, which come first. */
  service?: true | undefined
  /** It has its place among all that the campaign may have. */
  counted?: true
  /** Held out: it walks the same way and nothing is done. */
  heldOut?: boolean
  /** What of the trigger the steps may use: the complaint, the flight leg, its severity. */
  cause: Cause
  /** Event types that happened since entry, of those the campaign asks for, and when first. */
  happened: Record<string, number>
  /** The latest offer of this journey. */
  offerId?: string
  /** The latest grant of this journey: what a mail may tell. */
  granted?: Granted
  /** How often it moved to another version: what it does since has ids of its own. */
  moves?: number
  /** The arms it went on in, by split: for good. */
  arms?: Record<string, string>
  goalAt?: number
  /** Steps are over; kept until the goal's time is up. */
  endedAt?: number | undefined
}

/** What a mail may tell of a grant. */
export interface Granted {
  /** By which it was granted. Absent in journeys stored by earlier versions. */
  actionId?: string
  kind: 'miles' | 'voucher' | 'cash'
  amount: number
  currency?: string | undefined
  /** Owed by law: by which, and by which paragraphs. Absent: goodwill. */
  law?: { regime: string; source: string }
}

/** What the steps may use of the event that started a journey: no free text, nothing that names a person. */
export interface Cause {
  eventId?: string
  /** When the event happened: what happens from then on counts as having happened since. */
  at?: number
  type?: string
  complaintId?: string | undefined
  leg?: string | undefined
  pnr?: string | undefined
  /** The event's own plain fields: severity, category, arrivalDelayMinutes … */
  fields: Record<string, string | number | boolean>
}

export interface Entry {
  campaign: string
  key: string
  at: number
}

export interface PendingAction {
  actionId: string
  kind: ActionKind
  campaign: string
  class: 'marketing' | 'service'
  rulebook: string
  /** The journey's entry key and the step's id. */
  key: string
  step: string
  decidedAt: number
  /** When it was last handed to its queue, and how often: where no outcome comes it is handed over again. */
  handedAt: number
  handovers: number
  /** `handed`: to a gateway of the airline's, which is to answer by `answerBy`. */
  state: 'decided' | 'claimed' | 'handed' | 'unknown'
  claimedAt?: number | undefined
  /** Claims so far: only service mail whose campaign says so may see a second one. */
  claims?: number
  /** How long an outcome may still be reported; after that it is given up. */
  answerBy?: number
  /** It is with a person, who may approve it until then. */
  waitsUntil?: number
  /** Everything its delivery needs that is decided here. */
  plan: ActionPlan
}

export interface UnrecordedReaction {
  /** The record's id. */
  id: string
  type: string
  occurredAt: number
  reactedAt: number
  delivery: string
  /** Fingerprint of the event, where it happens once. */
  print?: string
  body: string
  announcements: string[]
  /** Actions to hand over. */
  actions: string[]
  /** Audiences entered or left, first looks included: the index is to say so. */
  moved?: string[]
  /** Names by which the member was found or is: the index is to say so. */
  finders?: string[]
  /** Day cohorts, by name, of which the index or the sums are to say something else. */
  cohorts?: string[]
}

export interface CompensationNote {
  actionId: string
  campaign: string
  /** The grant's permanent key. */
  cause: string
  basis: Basis
  kind: 'miles' | 'voucher' | 'cash'
  amount: number
  currency?: string | undefined
  grantedAt: number
  /** What it cost its budget, as the ledger has it. Absent in notes of earlier versions. */
  cost?: Money
  /** Of its campaign. Absent: made by hand, or noted by an earlier version. */
  class?: 'marketing' | 'service'
  /** It was taken back: it counts no more. */
  reversedAt?: number
}

export interface OfferNote {
  offerId: string
  campaign: string
  cabin: Cabin
  issuedAt: number
  expiresAt: number
  acceptedAt?: number
  declinedAt?: number
}

export interface DueTask {
  taskId: string
  actionId: string
  dueAt: number
  /** When the event that it is overdue was last sent, and how often: until it has come, it is sent again. */
  told?: { at: number; times: number }
}
