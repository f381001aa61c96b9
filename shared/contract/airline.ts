import * as z from 'zod'
import * as f from './fields.ts'
import type { PassengerEventType } from './of-a-flight.ts'

/**
 * The event contract, version 1.1: what an airline's systems put on the bus. Everything new in 1.1 is optional, and what was
 * valid in 1.0 still is. Each event has one schema: the key is EventBridge's `DetailType`, the schema is its `Detail`.
 * Fields that a schema does not know are ignored.
 */

/** What an email is for. Marketing needs consent. Service, about the member's own flights, can be objected to. */
export const PURPOSES = ['marketing', 'service'] as const

export type Purpose = (typeof PURPOSES)[number]

/** Per member. */
export const PREFERENCES_AT_MOST = 20

const about = { id: f.id, occurredAt: f.instant, memberId: f.memberId }

const profile = {
  givenName: f.clearable(f.line),
  familyName: f.clearable(f.line),
  email: f.clearable(f.email),
  phone: f.phone,
  locale: f.clearable(f.locale),
  timeZone: f.clearable(f.timeZone),
  homeAirport: f.clearable(f.airport),
  birthDate: f.clearable(f.date),
  gender: f.clearable(f.word),
  enrolledOn: f.clearable(f.date),
  companyId: f.clearable(f.word),
  tier: f.clearable(f.word),
  /** The last day on which the tier is good. */
  tierUntil: f.clearable(f.date),
  /** By channel: `email`, and those the rulebook declares. `null` instead of an object clears only that for email. */
  consent: f.clearable(f.consent),
  /** Each by itself: preferences that are not named stay as they are. */
  preferences: f.clearable(
    z.record(f.word, f.orNull(f.line)).refine((all) => Object.keys(all).length <= PREFERENCES_AT_MOST, {
      error: `must hold at most ${PREFERENCES_AT_MOST} preferences`,
    }),
  ),
  opening: f.clearable(f.openingBalance),
  /** `false`: the person objects to scores. None is calculated or used for them. */
  profiling: f.clearable(z.boolean()),
}

const flown = {
  pnr: f.pnr.optional(),
  scheduledDeparture: f.instant,
  scheduledArrival: f.instant.optional(),
}

const delayMinutes = z.int().min(-2000).max(20_000)
const rating = z.int().min(1).max(5)

const disruption = {
  scheduledDeparture: f.instant,
  scheduledArrival: f.instant.optional(),
  kind: z.enum(['delay', 'cancellation', 'diversion', 'deniedBoarding', 'downgrade', 'baggageDelay']),
  /** Of the delays. If absent: actual, unless the event is dated before the flight can have arrived. */
  certainty: z.enum(['estimated', 'actual']).optional(),
  arrivalDelayMinutes: delayMinutes.optional(),
  departureDelayMinutes: delayMinutes.optional(),
  noticeDays: z.int().min(0).max(400).optional(),
  /** When the passengers were informed of the cancellation. */
  toldAt: f.instant.optional(),
  /** The replacement flight, compared with the one the passengers had booked. */
  reroute: z
    .object({ departsEarlierMinutes: delayMinutes.optional(), arrivesLaterMinutes: delayMinutes.optional() })
    .optional(),
  /** Other numbers under which the flight is sold (codeshares). */
  marketedAs: z.array(f.flightName).max(8).optional(),
  /** Earlier scheduled departures, if the flight was rescheduled. */
  earlierDepartures: z.array(f.instant).max(4).optional(),
  cause: f.orUnknown(f.word),
  extraordinary: f.orUnknown(z.boolean()),
  carrierLicence: f.orUnknown(f.word),
}

/** About a message that Wingback handed to a gateway: `messageId` is that of its `message.ready`. */
const answer = { ...about, messageId: f.id }

/** More than any aircraft holds. */
export const PASSENGERS_AT_MOST = 1000

export const passenger = z.object({
  memberId: f.memberId,
  pnr: f.pnr.optional(),
  cabin: f.cabin.optional(),
  /** Whether they have a confirmed booking on it. If absent: yes, if a `pnr` is given or known. */
  confirmed: z.boolean().optional(),
  /** Whether they were on board. If absent: not known; in `flight.boarded`: yes. */
  boarded: z.boolean().optional(),
})

/** If absent or empty: everybody who is booked on the leg. */
const passengers = z.array(passenger).max(PASSENGERS_AT_MOST).optional()

const reinstated = { scheduledDeparture: f.instant }

const boarding = { scheduledDeparture: f.instant }

const rescheduled = {
  /** The departure as it was scheduled before. */
  scheduledDeparture: f.instant,
  newDeparture: f.instant,
  newArrival: f.instant.optional(),
}

export const airlineEvents = {
  'member.enrolled': z.object({ ...about, ...profile }),
  'member.updated': z.object({ ...about, ...profile }),
  'consent.changed': z.object({
    ...about,
    /** `email`, or the name of a consent that the rulebook declares for a channel of the airline's own. */
    channel: f.channel,
    granted: z.boolean(),
    /** If absent: marketing. */
    purpose: z.enum(PURPOSES).optional(),
    source: f.word.optional(),
  }),
  'booking.created': z.object({
    ...about,
    pnr: f.pnr,
    flights: z.array(f.segment).min(1).max(16),
    fare: f.money.optional(),
    /** How many travel under it, the member among them. */
    travellers: z.int().min(1).max(99).optional(),
  }),
  'booking.cancelled': z.object({ ...about, pnr: f.pnr }),
  'flight.completed': f.flight({
    ...about,
    ...flown,
    actualArrival: f.instant.optional(),
    arrivalDelayMinutes: delayMinutes.optional(),
    cabin: f.cabin,
    bookingClass: f.word.optional(),
    distanceKm: z.number().min(0).max(25_000),
    fare: f.money.optional(),
  }),
  /** One flight with all its passengers. It has no `memberId`: the pipeline turns it into one event per passenger. */
  'flight.disrupted': f.flight({
    id: f.id,
    occurredAt: f.instant,
    ...disruption,
    passengers,
  }),
  /** A cancelled flight operates after all. */
  'flight.reinstated': f.flight({ id: f.id, occurredAt: f.instant, ...reinstated, passengers }),
  /** A flight departs at another time than scheduled, possibly on another day. */
  'flight.rescheduled': f.flight({ id: f.id, occurredAt: f.instant, ...rescheduled, passengers }),
  /** Who was on board when the doors closed, and who was expected but was not. */
  'flight.boarded': f.flight({
    id: f.id,
    occurredAt: f.instant,
    ...boarding,
    passengers: z.array(passenger).max(PASSENGERS_AT_MOST),
  }),
  /** A member was rebooked from one flight to another. */
  'flight.rebooked': z.object({
    ...about,
    pnr: f.pnr.optional(),
    flight: f.flightRef,
    /** The replacement flight, compared with the one they had booked. */
    departsEarlierMinutes: delayMinutes.optional(),
    arrivesLaterMinutes: delayMinutes.optional(),
  }),
  'complaint.filed': z.object({
    ...about,
    complaintId: f.id,
    pnr: f.pnr.optional(),
    /** If absent: not sorted yet. It is then derived from the text; `unsure` if that is not clear. */
    category: f.word.optional(),
    severity: z.int().min(1).max(5).optional(),
    text: f.text.optional(),
    language: f.word.optional(),
    channel: f.word.optional(),
    flight: f.flightRef.optional(),
  }),
  /** The first real answer (more than a receipt) to a complaint. The complaint may stay open. */
  'complaint.answered': z.object({ ...about, complaintId: f.id, channel: f.word.optional() }),
  'complaint.resolved': z.object({
    ...about,
    complaintId: f.id,
    outcome: z.enum(['upheld', 'goodwill', 'rejected']),
    satisfaction: rating.optional(),
  }),
  'survey.answered': z.object({
    ...about,
    pnr: f.pnr.optional(),
    nps: z.int().min(0).max(10).optional(),
    ratings: z
      .record(f.word, rating)
      .refine((all) => Object.keys(all).length <= 40, { error: 'must hold at most 40 ratings' })
      .optional(),
    comment: f.text.optional(),
    flight: f.flightRef.optional(),
  }),
  'offer.accepted': z.object({ ...about, offerId: f.id }),
  'offer.declined': z.object({ ...about, offerId: f.id }),
  /** The gateway accepted the message and sent it on. */
  'message.sent': z.object(answer),
  'message.delivered': z.object(answer),
  'message.opened': z.object(answer),
  'message.replied': z.object({ ...answer, text: f.text.optional() }),
  /**
   * The message did not reach the member. `permanent`: further ones will not either, until the member consents to the
   * channel again.
   */
  'message.failed': z.object({ ...answer, permanent: z.boolean().optional(), reason: f.line.optional() }),
  'member.merged': z.object({ ...about, into: f.memberId }),
  'member.erased': z.object(about),
}

export type AirlineEventType = keyof typeof airlineEvents

/** A validated airline event: the fields of its schema, `occurredAt` in epoch milliseconds, money in minor units. */
export type AirlineEvent<T extends AirlineEventType = AirlineEventType> = {
  [K in T]: { type: K } & z.output<(typeof airlineEvents)[K]>
}[T]

/**
 * What the pipeline knows beside the event: other names of the leg, and which fields of the flight or the passenger were
 * unreadable.
 */
const known = {
  alsoCalled: z.array(z.string().max(40)).max(24).optional(),
  unread: z.array(z.string().max(64)).max(40).optional(),
}

/** One passenger's share of a flight's event. */
export const passengerEvents = {
  'member.disrupted': f.flight({ ...about, ...disruption, ...known, ...passenger.shape }),
  'member.reinstated': f.flight({ ...about, ...reinstated, ...known, ...passenger.shape }),
  'member.rescheduled': f.flight({ ...about, ...rescheduled, ...known, ...passenger.shape }),
  'member.boarded': f.flight({ ...about, ...boarding, ...known, ...passenger.shape }),
} satisfies Record<PassengerEventType, z.ZodType>
