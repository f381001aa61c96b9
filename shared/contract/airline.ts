import * as z from 'zod'
import * as f from './fields.ts'
import type { PassengerEventType } from './of-a-flight.ts'

/**
 * The event contract, version 1.1: what an airline's systems put on the bus. What is new in it is optional, and what was
 * valid stays so.
 * One schema an event; the key is EventBridge's `DetailType`, the schema its `Detail`.
 * Fields that a schema does not know are left out of decisions and do no harm.
 */

/** What mail is for. Marketing asks for consent; service, which is about the member's own flights, may be objected to. */
export const PURPOSES = ['marketing', 'service'] as const

export type Purpose = (typeof PURPOSES)[number]

/** Of one member. */
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
  /** By channel: `email`, and those that the rulebook declares. `null` in the place of all clears that of e-mail alone. */
  consent: f.clearable(f.consent),
  /** Each for itself: those that are not named stay as they are. */
  preferences: f.clearable(
    z.record(f.word, f.orNull(f.line)).refine((all) => Object.keys(all).length <= PREFERENCES_AT_MOST, {
      error: `must hold at most ${PREFERENCES_AT_MOST} preferences`,
    }),
  ),
  opening: f.clearable(f.openingBalance),
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
  /** Of the delays. Absent: actual, unless it was said before the flight can have been there. */
  certainty: z.enum(['estimated', 'actual']).optional(),
  arrivalDelayMinutes: delayMinutes.optional(),
  departureDelayMinutes: delayMinutes.optional(),
  noticeDays: z.int().min(0).max(400).optional(),
  /** When the passengers were told that it is cancelled. */
  toldAt: f.instant.optional(),
  /** The flight that passengers were given instead, against the one they had booked. */
  reroute: z
    .object({ departsEarlierMinutes: delayMinutes.optional(), arrivesLaterMinutes: delayMinutes.optional() })
    .optional(),
  /** Under whose numbers it is sold besides. */
  marketedAs: z.array(f.flightName).max(8).optional(),
  /** When it was to depart before, where it was put to another time. */
  earlierDepartures: z.array(f.instant).max(4).optional(),
  cause: f.orUnknown(f.word),
  extraordinary: f.orUnknown(z.boolean()),
  carrierLicence: f.orUnknown(f.word),
}

/** Of a message that Wingback handed to a gateway: `messageId` is the one of its `message.ready`. */
const answer = { ...about, messageId: f.id }

/** More than any aircraft has. */
export const PASSENGERS_AT_MOST = 1000

export const passenger = z.object({
  memberId: f.memberId,
  pnr: f.pnr.optional(),
  cabin: f.cabin.optional(),
  /** Whether they were on board. Absent: not known. */
  boarded: z.boolean().optional(),
})

/** Absent or empty: everybody who is booked on the leg. */
const passengers = z.array(passenger).max(PASSENGERS_AT_MOST).optional()

const reinstated = { scheduledDeparture: f.instant }

const rescheduled = {
  /** As it was. */
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
    /** Without one: marketing. */
    purpose: z.enum(PURPOSES).optional(),
    source: f.word.optional(),
  }),
  'booking.created': z.object({
    ...about,
    pnr: f.pnr,
    flights: z.array(f.segment).min(1).max(16),
    fare: f.money.optional(),
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
  /** One flight with everybody on it. It has no `memberId`: the pipeline makes one event a passenger of it. */
  'flight.disrupted': f.flight({
    id: f.id,
    occurredAt: f.instant,
    ...disruption,
    passengers,
  }),
  /** A flight that was cancelled flies after all. */
  'flight.reinstated': f.flight({ id: f.id, occurredAt: f.instant, ...reinstated, passengers }),
  /** A flight departs at another time than it was to, maybe on another day. */
  'flight.rescheduled': f.flight({ id: f.id, occurredAt: f.instant, ...rescheduled, passengers }),
  /** A member was given another flight for one that they had booked. */
  'flight.rebooked': z.object({
    ...about,
    pnr: f.pnr.optional(),
    flight: f.flightRef,
    /** The other flight against the one they had booked. */
    departsEarlierMinutes: delayMinutes.optional(),
    arrivesLaterMinutes: delayMinutes.optional(),
  }),
  'complaint.filed': z.object({
    ...about,
    complaintId: f.id,
    category: f.word,
    severity: z.int().min(1).max(5).optional(),
    text: f.text.optional(),
    language: f.word.optional(),
    channel: f.word.optional(),
    flight: f.flightRef.optional(),
  }),
  'complaint.resolved': z.object({
    ...about,
    complaintId: f.id,
    outcome: z.enum(['upheld', 'goodwill', 'rejected']),
    satisfaction: rating.optional(),
  }),
  'survey.answered': z.object({
    ...about,
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
  /** The gateway took the message and sent it on. */
  'message.sent': z.object(answer),
  'message.delivered': z.object(answer),
  'message.opened': z.object(answer),
  'message.replied': z.object({ ...answer, text: f.text.optional() }),
  /** It did not come to the member. `permanent`: nor will another one, until they agree to the channel anew. */
  'message.failed': z.object({ ...answer, permanent: z.boolean().optional(), reason: f.line.optional() }),
  'member.merged': z.object({ ...about, into: f.memberId }),
  'member.erased': z.object(about),
}

export type AirlineEventType = keyof typeof airlineEvents

/** A validated airline event: the fields of its schema, `occurredAt` in epoch milliseconds, money in minor units. */
export type AirlineEvent<T extends AirlineEventType = AirlineEventType> = {
  [K in T]: { type: K } & z.output<(typeof airlineEvents)[K]>
}[T]

/** One passenger's share of a flight's event. */
export const passengerEvents = {
  'member.disrupted': f.flight({ ...about, ...disruption, ...passenger.shape }),
  'member.reinstated': f.flight({ ...about, ...reinstated, ...passenger.shape }),
  'member.rescheduled': f.flight({ ...about, ...rescheduled, ...passenger.shape }),
} satisfies Record<PassengerEventType, z.ZodType>
