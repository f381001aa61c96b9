import type { Balance } from './domain/ledger/balances.ts'
import type { Change, ChangeRefusal, Entry, Grant, GrantKind } from './domain/ledger/grant.ts'
import type { Heard, Measure } from './domain/sending/reputation.ts'
import type { Reason } from './domain/words/reason.ts'
import type { Envelope, Fault } from './events/index.ts'
import type { QueueName } from './pipeline.ts'

/**
 * What the domain and the functions need from outside. Each port has an adapter for AWS (which the local run
 * uses too, against local parts) and one in memory; both pass the same contract tests.
 *
 * Expected outcomes are values. What is thrown means "try this again".
 */

/** A member's item as stored. `state` is the encoded member (domain/member/codec), opaque to the store. */
export interface StoredMember {
  memberId: string
  /** 1 at the first write, one more at each. A write names the version it has read. */
  version: number
  state: string
  /** When the member is to be woken, epoch ms, as the index has it. Undefined: never. */
  wakeAt?: number
}

export interface Members {
  /** Those that exist, by id. One call, whatever their number. Eventually consistent unless `consistent`. */
  read(ids: readonly string[], options?: { consistent?: boolean }): Promise<Map<string, StoredMember>>
  /**
   * Puts the member if the stored version is still `member.version - 1` (0: not there yet).
   * `conflict`: somebody else wrote in between; read again and react again.
   */
  write(member: StoredMember): Promise<'written' | 'conflict'>
  /** Those whose `wakeAt` is at or before `now`, earliest first within a shard, at most `limit` in all. */
  due(now: number, limit: number): Promise<{ memberId: string; wakeAt: number }[]>
  /** The earliest `wakeAt` of all, for a clock that jumps over empty time. */
  nextWakeAt(): Promise<number | undefined>
  /** One page of everybody, for exports and for the sweep after a publish. */
  page(options: { cursor?: string; limit: number }): Promise<{ members: StoredMember[]; cursor?: string }>
  /** Members in the table, by counting them: for repair, not for show. */
  count(): Promise<number>
}

/** Whether a member is in an audience, as the member's item says it at a version. */
export interface Membership {
  audience: string
  memberId: string
  /** Of the member's item. */
  version: number
  /** Since when, epoch ms. Undefined: not in it, or not any more. */
  since?: number
}

/**
 * Who is in which audience: an index to be read a page at a time, so that nobody goes through all members. The member's
 * item is what counts; this follows it within moments.
 */
export interface Audiences {
  /** Notes them all, each unless what is there is of the same version of the member or a later one. */
  put(memberships: readonly Membership[], now: number): Promise<void>
  /** One page of an audience's members, in no order; who enters meanwhile may be left out. */
  page(options: { audience: string; cursor?: string; limit: number }): Promise<{
    members: { memberId: string; since: number }[]
    cursor?: string
  }>
  /** How many are in it, by counting them. */
  count(audience: string): Promise<number>
}

/** How far a round of a campaign through an audience has come. Its id is derived, so that each is gone through once. */
export interface Round {
  id: string
  /** 1 as it begins, one more at each page. A write names the version it has read. */
  version: number
  campaign: string
  audience: string
  /** When it was due, and when it began, epoch ms. */
  at: number
  begunAt: number
  /** Where to go on in the audience. */
  cursor?: string
  /** Members handed their event so far, and in the minute of the clock that was the last. */
  handed: number
  minute: number
  inMinute: number
  /** Done, or given up. */
  endedAt?: number
  /** It never began: nothing ran for too long, or its campaign was paused. */
  missed?: true
  /** Epoch seconds after which it may go; one that must never be gone through again stays. */
  expiresAt?: number
}

export interface Rounds {
  /** Those under way, and those that ended lately. */
  list(): Promise<Round[]>
  /** `conflict` unless the stored version is `round.version - 1` (0: not there yet). */
  write(round: Round): Promise<'written' | 'conflict'>
}

/** What a campaign may do in a minute and in all, over all its members: shared counters, each taking all or nothing. */
export interface Limits {
  /** Takes a place of this minute. Undefined: taken. Else the minute, epoch ms, that another may be free in. */
  takeMinute(campaign: string, perMinute: number, now: number): Promise<number | undefined>
  /** Takes one of all; `false` where all are taken. */
  takeOne(campaign: string, inAll: number): Promise<boolean>
  /** How many of all each campaign has taken. */
  taken(campaigns: readonly string[]): Promise<Record<string, number>>
  /** Up to when those who found a minute full were told to come, epoch ms; 0: nobody was. */
  toldUntil(campaigns: readonly string[]): Promise<number>
}

/**
 * What happened to a member, kept: the event, what was decided and why. Put last, after everything that follows from
 * the event has been handed over: a record's existence says so.
 */
export interface ReactionRecord {
  memberId: string
  /** The event's id; for reactions to time, derived from the member's version. */
  id: string
  type: string
  occurredAt: number
  /** The `now` of the reaction. */
  reactedAt: number
  /** The bus's id of the delivery that was accepted: another one with the same event id is a duplicate. */
  delivery: string
  /** JSON: the event's detail, receipts, rulebook and world versions (domain/receipt). */
  body: string
  /** Epoch seconds after which it may go. */
  expiresAt: number
}

export interface Records {
  /** Which of these exist, and under which delivery. */
  deliveries(keys: readonly { memberId: string; id: string }[]): Promise<Map<string, string>>
  /** Puts them all, over what may be there. */
  put(records: readonly ReactionRecord[]): Promise<void>
  /** Puts it unless it is there: `false` where it was. */
  putNew(record: ReactionRecord): Promise<boolean>
  /** All of a member's, in no order. */
  list(memberId: string): Promise<ReactionRecord[]>
  /** Notes a duplicate delivery once: `false` where this delivery was noted before. */
  noteDuplicate(memberId: string, id: string, delivery: string, expiresAt: number): Promise<boolean>
  /** Records and duplicates of a member go. */
  erase(memberId: string): Promise<void>
  /**
   * Accepted by type and duplicates (whole flights among them), and the sum of what `countsOf` finds in the bodies:
   * by going through all records, for repair and not for show.
   */
  count(countsOf: (body: string) => Readonly<Record<string, number>>): Promise<{
    acceptedByType: Record<string, number>
    duplicates: number
    inBodies: Record<string, number>
  }>
}

/** The key under which a record's delivery is returned. */
export function recordKey(memberId: string, id: string): string {
  return `${memberId}\n${id}`
}

/** Whole-flight events, which have no member: noted once each, so that a redelivery is recognised. */
export interface Flights {
  /** Whether the event was accepted before, under whatever delivery. */
  seen(id: string): Promise<boolean>
  /**
   * Notes the event, once every passenger has been sent on: `accepted`. A further delivery of it is a `duplicate`, the
   * first time; one that was noted already comes `again`.
   */
  accept(event: {
    id: string
    type: string
    delivery: string
    expiresAt: number
  }): Promise<'accepted' | 'again' | 'duplicate'>
}

/** An event that was not accepted, whole, with the reason. */
export interface SetAside {
  /** Derived from the delivery, so that the same one is set aside once. */
  key: string
  setAsideAt: number
  fault: Fault
  envelope: Envelope
}

export interface SetAsides {
  /** `false` where it was there already. */
  put(entry: SetAside): Promise<boolean>
  list(options: { cursor?: string; limit: number }): Promise<{ entries: SetAside[]; cursor?: string }>
  remove(key: string): Promise<boolean>
}

/**
 * Counters for `status`. Exact unless a process dies between a write and its tally; `recount` then corrects them.
 * Keys are dotted names such as `accepted.flight.completed`, `email.sent`; values may fall.
 */
export interface Tally {
  add(counts: Readonly<Record<string, number>>): Promise<void>
  read(): Promise<Record<string, number>>
  /** Replaces what is there. */
  set(counts: Readonly<Record<string, number>>): Promise<void>
}

/** What receivers say of our mail, by day and each measure apart: what the sender pauses itself by. */
export interface Reputation {
  add(measure: Measure, day: string, heard: Heard): Promise<void>
  /** Of all these days together. */
  read(measure: Measure, days: readonly string[]): Promise<Heard>
  /** Counts anew from here on: a person has resumed the sender. */
  forget(measure: Measure): Promise<void>
}

/** The world outside the member, as hints for `react` and orders for the claim. One small versioned item. */
export interface WorldState {
  version: number
  /** Content address of the rulebook that is live; undefined before the first publish. */
  rulebook?: string
  /** The one before, for `rollback`. */
  previousRulebook?: string
  /** The last rulebook that was shown to every member: what its audiences say of them is in the index. */
  shown?: string
  /** Since when each kind of rounds of the live rulebook goes, epoch ms, by its key (domain/campaign/rounds). */
  rounds?: Record<string, number>
  /** Paused campaigns by id, `all` and `payments` among them, and the sender's own pauses: since when and by whom. */
  paused: Record<string, { since: number; by: string }>
  /** When automatic payments were last resumed. */
  paymentsResumedAt?: number
  /** Who published, rolled back, paused or resumed what and when; the last 50. */
  history: { at: number; by: string; what: string }[]
}

export interface World {
  read(): Promise<WorldState>
  /** `conflict` unless the stored version is `state.version - 1`. */
  write(state: WorldState): Promise<'written' | 'conflict'>
}

/** Published rulebooks: immutable, addressed by their content. */
export interface Rulebooks {
  /** Bytes as published (compressed JSON), or undefined where no such version was. */
  read(version: string): Promise<Uint8Array | undefined>
  write(version: string, bytes: Uint8Array): Promise<void>
}

/** What a grant changes: all of it in one transaction, or nothing. */
export type GrantRequest = Asked & (Goodwill | Statutory)

interface Asked {
  /** `canonical cause + basis`: the permanent key. One grant a key, ever. */
  key: string
  /** The member and every alias: a grant under any of them is the same grant. */
  memberIds: readonly string[]
  actionId: string
  campaign: string
  /** The journey's entry key, where a journey asks. */
  entry?: string
  rulebook: string
  reason: string
  kind: GrantKind
  /** Miles, or minor units of `currency`. */
  amount: number
  /** What it costs, minor units: of the budget's currency, or of the debt's. */
  costMinor: number
  /** Who asks: may not approve it. Of an automatic grant, who published the campaign. */
  requestedBy: string
  /** A second person must approve it until then: it is reserved, and not granted yet. */
  approveUntil?: number
  now: number
}

/** Paid from a budget, never over its limit, and at most so much a year to one member. */
interface Goodwill {
  basis: 'goodwill'
  currency?: string
  budget: BudgetLimit
  /** What the member may get in a calendar year at most, in the budget's minor units; undefined: no cap. */
  yearlyCap?: { year: number; limitMinor: number }
}

export interface BudgetLimit extends Pool {
  currency: string
}

/** What the law owes is a debt, whatever is left of any budget: it is booked by its currency. */
interface Statutory {
  basis: 'statutory'
  currency: string
  /** What may be granted without a person, never over its limit. The debt beyond it is owed all the same. */
  tranche?: Pool
}

/** A limited amount of money that grants are taken from. */
export interface Pool {
  id: string
  limitMinor: number
  /** The world's version the limit is of: it never takes the place of a later one. Undefined: the first. */
  asOf?: number
}

/** Where a grant is booked: its budget, or the debts of one currency. No budget's id has a colon. */
export function bookOf(request: GrantRequest): string {
  return request.basis === 'statutory' ? `statutory:${request.currency}` : request.budget.id
}

/** What a grant is taken from; undefined for a debt that a person has seen. */
export function poolOf(request: GrantRequest): Pool | undefined {
  return request.basis === 'statutory' ? request.tranche : request.budget
}

/** As it stands, where it is one's own: asking again changes nothing. */
export type GrantOutcome =
  | { granted: true; grantId: string; again: boolean; grant: Grant }
  | { granted: false; code: 'awaits-approval'; reason: Reason; grant: Grant }
  | { granted: false; code: GrantRefusal; reason: Reason }

export type GrantRefusal =
  | 'already-compensated'
  | 'budget-exhausted'
  | 'tranche-exhausted'
  | 'yearly-cap'
  | 'approval-refused'
  | 'approval-lapsed'
  | 'reversed'

export type ChangeOutcome =
  | { changed: true; again: boolean; grant: Grant; entry: Entry }
  | { changed: false; code: ChangeRefusal; reason: string; grant?: Grant }

/** A grant that waits for a second person, with the card it is for. */
export interface PendingGrant {
  memberId: string
  grant: Grant
}

/** A book as it stands: sums over its parts, and what is on its accounts. */
export interface Book {
  book: string
  currency: string
  /** Undefined: debts have no limit. */
  limitMinor?: number
  leftMinor: number
  /** Granted or reserved, and not given back. */
  spentMinor: number
  balances: Balance[]
}

export interface Ledger {
  /** Idempotent by key and action: the same request again is answered as its grant stands, whatever the budget says. */
  grant(request: GrantRequest): Promise<GrantOutcome>
  /** Adds an entry to a grant of one of these cards. The same change again is `again`. */
  change(order: { memberIds: readonly string[]; grantId: string; change: Change; now: number }): Promise<ChangeOutcome>
  /** Grants of these cards, oldest first. */
  grants(memberIds: readonly string[]): Promise<Grant[]>
  /** Their entries, oldest first. */
  entries(memberIds: readonly string[]): Promise<Entry[]>
  /** What waits for approval, first to lapse first; at most 200. */
  pending(): Promise<PendingGrant[]>
  /** What is spent of each budget, or owed in each book of debts, minor units. */
  spent(books: readonly string[]): Promise<Record<string, number>>
  /** Every book there is. */
  books(): Promise<Book[]>
  /** The whole journal, in no order but that a grant's entries come together: to add everything up again. */
  journal(): AsyncIterable<readonly Entry[]>
  /** The grants that stand under these keys, as the keys remember them; undefined where there is none. */
  standing(keys: readonly { person: string; key: string }[]): Promise<(Grant | undefined)[]>
  /** What each person's year has counted, minor units. */
  years(keys: readonly { person: string; year: number; book: string }[]): Promise<number[]>
}

export interface OfferRecord {
  offerId: string
  memberId: string
  actionId: string
  campaign: string
  rulebook: string
  cabin: 'F' | 'C' | 'W'
  /** The flight it is for, where one is meant: a line for people. */
  flight?: string
  issuedAt: number
  expiresAt: number
  state: 'issued' | 'accepted' | 'declined'
  answeredAt?: number
}

export interface Offers {
  /** `false` where it was there already. */
  issue(offer: OfferRecord): Promise<boolean>
  read(memberId: string, offerId: string): Promise<OfferRecord | undefined>
  /** Answers an open offer. The same answer again is `answered`; the other one, or one too late, is not taken. */
  answer(
    memberId: string,
    offerId: string,
    answer: 'accepted' | 'declined',
    now: number,
  ): Promise<'answered' | 'expired' | 'answered-otherwise' | 'unknown'>
  /** All of a member's, in no order. */
  list(memberId: string): Promise<OfferRecord[]>
  erase(memberId: string): Promise<void>
}

export interface TaskRecord {
  taskId: string
  memberId: string
  actionId: string
  campaign: string
  title: string
  detail: string
  openedAt: number
}

export interface Tasks {
  /** `false` where it was there already. */
  open(task: TaskRecord): Promise<boolean>
  /** All of a member's, in no order. */
  list(memberId: string): Promise<TaskRecord[]>
  erase(memberId: string): Promise<void>
}

/** Sends a batch of messages. Throws only after what could be sent was retried; nothing is dropped silently. */
export interface Queues {
  send(queue: QueueName, bodies: readonly string[], options?: { delaySeconds?: number }): Promise<void>
  /** Messages waiting, in flight and dead, by queue. */
  depths(): Promise<Record<string, { waiting: number; inFlight: number; dead: number }>>
}

/** What Wingback announces on the bus, source `wingback`. Consumers dedupe by `detail.id`. */
export interface Announcement {
  type: string
  detail: { id: string; occurredAt: string; memberId: string } & Record<string, unknown>
}

export interface Bus {
  /** Throws where an entry was not taken after retries. */
  publish(announcements: readonly Announcement[]): Promise<void>
}

export interface OutgoingMail {
  to: string
  from: string
  replyTo?: string
  subject: string
  html: string
  text: string
  headers: Readonly<Record<string, string>>
  /** SES message tags: names and values of `[A-Za-z0-9_-]`. */
  tags: Readonly<Record<string, string>>
}

export type MailOutcome =
  | { sent: true; messageId: string }
  /** Certainly not sent, and never will be: the message or the address is bad. */
  | { sent: false; why: 'refused'; code: string; reason: string }
  /** Certainly not sent; later it may be. `lasting`: not for a moment (the sending rate), but until somebody or the day changes it. */
  | { sent: false; why: 'later'; reason: string; lasting: boolean }
  /** Nobody knows: a time-out, a broken connection. */
  | { sent: false; why: 'unknown'; reason: string }

export interface Mailer {
  /** One try, without retries: SES has no idempotency token. Never throws. */
  send(mail: OutgoingMail): Promise<MailOutcome>
}

/** Everything a function may be given. Each is given only what its row in `pipeline.ts` allows. */
export interface Ports {
  members: Members
  audiences: Audiences
  rounds: Rounds
  limits: Limits
  records: Records
  flights: Flights
  setAsides: SetAsides
  tally: Tally
  reputation: Reputation
  world: World
  rulebooks: Rulebooks
  ledger: Ledger
  offers: Offers
  tasks: Tasks
  queues: Queues
  bus: Bus
  mailer: Mailer
}
