import * as z from 'zod'
import { PURPOSES, passengerEvents } from './airline.ts'
import { WAYS_TO_TELL } from './consent.ts'
import * as f from './fields.ts'
import { notedReason } from './reason.ts'
import { TASK_OUTCOMES } from './task.ts'

/**
 * Events that Wingback itself makes about a member: outcomes of actions, SES reports, "it is time". They reach `react` on
 * the same queue as the airline's, with source `wingback`. Their ids are derived from what they report, so that a repeated
 * report is the same event.
 */

/** The basis of a compensation: what the law owes comes first, goodwill may be added. */
export const BASES = ['statutory', 'goodwill'] as const

export const TIER_DIRECTIONS = ['up', 'down', 'unknown'] as const
export const TIER_REASONS = ['airline', 'earned', 'notKept'] as const

export type Basis = (typeof BASES)[number]

const about = { id: f.id, occurredAt: f.instant, memberId: f.memberId }
const outcome = { ...about, actionId: f.id }
/** The name of a gate, and why. */
const gate = f.word
const skipped = { reason: notedReason }

/** The address an SES report is about: the one we wrote to, however it is spelt there. If absent: the member's own. */
const reported = {
  address: z.string().max(320).optional(),
  /** SES did not try: the address was on the account's suppression list. Then it says nothing about an email of ours. */
  listed: z.boolean().default(false),
}

/** Why a mail came back, in few words: what SES has some forty for. */
export const BOUNCE_CODES = [
  'noSuchMailbox',
  'suppressedBySes',
  'onSuppressionList',
  'passing',
  'mailboxFull',
  'messageTooLarge',
  'contentRejected',
  'attachmentRejected',
  'timedOut',
  'notKnown',
] as const
export type BounceCode = (typeof BOUNCE_CODES)[number]

/** As what a receiver reported a mail. */
export const COMPLAINT_CODES = ['abuse', 'fraud', 'other', 'notSaid', 'onSuppressionList'] as const
export type ComplaintCode = (typeof COMPLAINT_CODES)[number]

/** For grants without an action in the member's outbox: made by hand, or of a merged card. */
const ofGrant = {
  campaign: z.string().max(64).optional(),
  /** The grant's permanent key. */
  cause: z.string().max(400).optional(),
  /** The journey's entry key. */
  entry: z.string().max(200).optional(),
  rulebook: z.string().max(64).optional(),
}

/** A colleague's work on a task, with their own note. */
const ofTask = { taskId: f.id, by: z.string().max(200) }
const comment = z.string().max(2000)

export const wingbackEvents = {
  /** One passenger's share of a flight's events. */
  ...passengerEvents,
  /** The member's `wakeAt` has come, or a new rulebook asks for a first look. */
  'member.woken': z.object({ ...about, dueAt: f.instant.optional() }),
  /** A campaign's round has reached the member. It was due at `dueAt`. */
  'campaign.due': z.object({ ...about, campaign: f.id, round: f.id, dueAt: f.instant }),
  /** The survivor of a merge takes over the absorbed card: its whole state, as stored. */
  'member.absorbed': z.object({ ...about, absorbedId: f.memberId, state: z.string() }),
  /** To the absorbed card: the survivor has taken over. */
  'member.released': z.object(about),
  /** To an absorbed card: its person was erased. */
  'member.forgotten': z.object(about),

  /** SES accepted the email. */
  'email.sent': z.object({ ...outcome, messageId: f.id.optional() }),
  /** At the claim the action has to wait (quiet hours, a paused campaign): planned again at `until`. */
  'action.held': z.object({ ...outcome, until: f.instant, gate, ...skipped }),
  /** At the claim the action is no longer allowed (consent, suppression, cap). */
  'action.skipped': z.object({ ...outcome, gate, ...skipped }),
  /** It was certainly not done and never will be: SES rejected the email, or it could not be rendered. */
  'action.failed': z.object({ ...outcome, code: f.word, ...skipped }),
  /** It is unknown whether SES accepted the email. */
  'email.unknown': z.object({ ...outcome, ...skipped }),
  /** The message is on the bus for the airline's gateway. */
  'message.handed': z.object(outcome),
  /** It is unknown whether the bus accepted the message. */
  'message.unknown': z.object({ ...outcome, ...skipped }),
  'email.delivered': z.object(outcome),
  'email.opened': z.object(outcome),
  'email.clicked': z.object(outcome),
  /** The person told a colleague, `by` name, what they agree to or do not: on the phone, in a letter. */
  'consent.told': z.object({
    ...about,
    channel: f.channel,
    granted: z.boolean(),
    purpose: z.enum(PURPOSES),
    source: z.enum(WAYS_TO_TELL),
    by: z.string().max(200),
  }),
  /** The member used the link of an email to stop emails of these purposes. */
  'email.unsubscribed': z.object({ ...about, purposes: z.array(z.enum(PURPOSES)).min(1) }),
  /** `permanent` bounces suppress the address for good. */
  'email.bounced': z.object({
    ...outcome,
    ...reported,
    permanent: z.boolean(),
    code: z.enum(BOUNCE_CODES).default('notKnown'),
  }),
  /** The recipient reported the email as spam. */
  'email.complained': z.object({ ...outcome, ...reported, code: z.enum(COMPLAINT_CODES).default('notSaid') }),
  /**
   * At the claim the address turned out to be suppressed, because of another card that has it: the email was not sent.
   * `address`: its hash, as in the member's item.
   */
  'email.suppressed': z.object({ ...outcome, address: f.word, why: z.enum(['bounce', 'report']) }),
  /** A report without consequences: for example, the email was moved out of the spam folder. */
  'email.noted': z.object({ ...outcome, what: f.word }),

  /** Reserved, not granted: it needs approval by then. */
  'compensation.pending': z.object({ ...outcome, ...ofGrant, until: f.instant }),
  'compensation.granted': z.object({
    ...outcome,
    ...ofGrant,
    grantId: f.id,
    basis: z.enum(BASES),
    kind: z.enum(['miles', 'voucher', 'cash']),
    /** Miles, or minor units of `currency`. */
    amount: z.int().min(0),
    currency: f.currency.optional(),
    /** What it cost its budget. */
    cost: z.object({ amountMinor: z.int().min(0), currency: f.currency }).optional(),
  }),
  'compensation.refused': z.object({ ...outcome, code: f.word, ...skipped }),
  /** A mistake was reversed: it no longer counts. */
  'compensation.reversed': z.object({ ...outcome, ...ofGrant, ...skipped }),
  'offer.issued': z.object({ ...outcome, offerId: f.id, cabin: f.cabin, expiresAt: f.instant }),
  /** `dueAt`: by then it is to be closed. */
  'task.opened': z.object({ ...outcome, taskId: f.id, dueAt: f.instant.optional() }),
  /** Somebody works on it: `by` is their name. */
  'task.taken': z.object({ ...outcome, ...ofTask }),
  'task.noted': z.object({ ...outcome, ...ofTask, comment }),
  'task.closed': z.object({
    ...outcome,
    ...ofTask,
    outcome: z.enum(TASK_OUTCOMES),
    comment: comment.optional(),
    complaintId: f.id.optional(),
  }),
  /** It was to be closed at `dueAt`, and was not. */
  'task.overdue': z.object({ ...outcome, taskId: f.id, dueAt: f.instant }),

  /** The member has another tier: by the airline's word, or by their flying, whichever the rulebook lets decide. */
  'tier.changed': z.object({
    ...about,
    from: f.word,
    to: f.word,
    direction: z.enum(TIER_DIRECTIONS),
    reason: z.enum(TIER_REASONS),
    score: z.number().optional(),
    until: f.instant.optional(),
  }),
}

export type WingbackEventType = keyof typeof wingbackEvents
export type WingbackEvent<T extends WingbackEventType = WingbackEventType> = {
  [K in T]: { type: K } & z.output<(typeof wingbackEvents)[K]>
}[T]
