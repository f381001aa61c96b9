import * as z from 'zod'
import { PURPOSES, passengerEvents } from './airline.ts'
import * as f from './fields.ts'
import { notedReason } from './reason.ts'

/**
 * Events that Wingback itself makes about a member: outcomes of actions, what SES reports, "it is time".
 * They reach `react` on the same queue as the airline's, with source `wingback`.
 * Their ids are derived from what they report, so that a repeated report is the same event.
 */

/** What a compensation rests on: what the law owes comes first, goodwill may come on top. */
export const BASES = ['statutory', 'goodwill'] as const

export type Basis = (typeof BASES)[number]

const about = { id: f.id, occurredAt: f.instant, memberId: f.memberId }
const outcome = { ...about, actionId: f.id }
/** The name of a gate, and why. */
const gate = f.word
const skipped = { reason: notedReason }

/** Of an address that SES reports on: the one we wrote to, however it is spelt there; without one, the member's own. */
const reported = {
  address: z.string().max(320).optional(),
  /** SES did not try: the address was on a suppression list of the account. It is no answer to a mail of ours. */
  listed: z.boolean().default(false),
}

/** Of a grant that no action of the member's outbox may be waiting for: one made by hand, or of a merged card. */
const ofGrant = {
  campaign: z.string().max(64).optional(),
  /** The grant's permanent key. */
  cause: z.string().max(400).optional(),
  /** The journey's entry key. */
  entry: z.string().max(200).optional(),
  rulebook: z.string().max(64).optional(),
}

export const wingbackEvents = {
  /** A passenger's share of what was told of a flight. */
  ...passengerEvents,
  /** The member's `wakeAt` has come, or a new rulebook asks for a first look. */
  'member.woken': z.object({ ...about, dueAt: f.instant.optional() }),
  /** A round of a campaign through an audience has come to the member; it was due at `dueAt`. */
  'campaign.due': z.object({ ...about, campaign: f.id, round: f.id, dueAt: f.instant }),
  /** The survivor of a merge takes over the absorbed card: its whole state, as stored. */
  'member.absorbed': z.object({ ...about, absorbedId: f.memberId, state: z.string() }),
  /** To the absorbed card: the survivor has taken over. */
  'member.released': z.object(about),
  /** To an absorbed card: its person was erased. */
  'member.forgotten': z.object(about),

  /** SES accepted the email. */
  'email.sent': z.object({ ...outcome, messageId: f.id.optional() }),
  /** At the claim the action must wait (quiet hours, a paused campaign): planned again at `until`. */
  'action.held': z.object({ ...outcome, until: f.instant, gate, ...skipped }),
  /** At the claim the action may no longer go (consent, suppression, cap). */
  'action.skipped': z.object({ ...outcome, gate, ...skipped }),
  /** It was certainly not done and will not be: SES refused the mail, it could not be rendered. */
  'action.failed': z.object({ ...outcome, code: f.word, ...skipped }),
  /** It is unknown whether SES accepted the email. */
  'email.unknown': z.object({ ...outcome, ...skipped }),
  /** The message is on the bus for the airline's gateway. */
  'message.handed': z.object(outcome),
  /** Whether the bus took the message is not known. */
  'message.unknown': z.object({ ...outcome, ...skipped }),
  'email.delivered': z.object(outcome),
  'email.opened': z.object(outcome),
  'email.clicked': z.object(outcome),
  /** By the link of a mail the person stopped mails of these purposes. */
  'email.unsubscribed': z.object({ ...about, purposes: z.array(z.enum(PURPOSES)).min(1) }),
  /** `permanent` bounces suppress the address for ever. */
  'email.bounced': z.object({ ...outcome, ...reported, permanent: z.boolean() }),
  /** The receiver reported the mail as spam. */
  'email.complained': z.object({ ...outcome, ...reported }),
  /**
   * At the claim the address turned out to be dead, or not to be written to, by what was learnt of another card that has
   * it: the mail was not sent. `address`: its hash, as the member's item has it.
   */
  'email.suppressed': z.object({ ...outcome, address: f.word, why: z.enum(['bounce', 'report']) }),
  /** A report that only says that SES had the mail: it was taken out of a spam folder, say. */
  'email.noted': z.object({ ...outcome, what: f.word }),

  /** Reserved, and not granted: it needs approval until then. */
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
  }),
  'compensation.refused': z.object({ ...outcome, code: f.word, ...skipped }),
  /** A mistake was taken back: it does not count any more. */
  'compensation.reversed': z.object({ ...outcome, ...ofGrant, ...skipped }),
  'offer.issued': z.object({ ...outcome, offerId: f.id, cabin: f.cabin, expiresAt: f.instant }),
  'task.opened': z.object({ ...outcome, taskId: f.id }),
}

export type WingbackEventType = keyof typeof wingbackEvents
export type WingbackEvent<T extends WingbackEventType = WingbackEventType> = {
  [K in T]: { type: K } & z.output<(typeof wingbackEvents)[K]>
}[T]
