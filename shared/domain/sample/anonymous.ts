import type { MemberEvent } from '../../contract/index.ts'
import { hash32 } from '../../standards/hash.ts'
import { DAY, dayOfDate } from '../calendar.ts'
import { addressHash } from '../member/address.ts'
import type { FactEventType } from '../member/fold/fold.ts'
import type { Member } from '../member/member.ts'

/** What is told of a member, as far as it makes somebody what they are. What answers our own mails and offers is not: a rehearsal makes its own. */
const TYPES = {
  'member.enrolled': true,
  'member.updated': true,
  'consent.changed': true,
  'booking.created': true,
  'booking.cancelled': true,
  'flight.completed': true,
  'member.disrupted': true,
  'member.reinstated': true,
  'member.rescheduled': true,
  'member.boarded': true,
  'flight.rebooked': true,
  'complaint.filed': true,
  'complaint.answered': true,
  'complaint.resolved': true,
  'survey.answered': true,
} satisfies Record<Exclude<FactEventType, `offer.${string}`>, true>

export type KeptEvent = Extract<MemberEvent, { type: keyof typeof TYPES }>

type FieldOf<E> = E extends unknown ? keyof E : never

/** Makes an id that belongs to a sample alone: the same for the same id, so that what belongs together still does. */
export interface Keys {
  id(id: string): string
  card: string
}

type Rule = (value: unknown, keys: Keys) => unknown

const keep: Rule = (value) => value
const drop: Rule = () => undefined
const anew: Rule = (value, { id }) => (typeof value === 'string' ? id(value) : value)
const booking: Rule = (value, { id }) => (typeof value === 'string' ? bookingReference(id(value)) : value)

/**
 * What becomes of each field of these events. A field of the contract that is not named here does not compile: whoever adds one
 * decides whether it names somebody.
 */
const FIELDS: Record<FieldOf<KeptEvent>, Rule> = {
  type: keep,
  occurredAt: keep,
  id: anew,
  memberId: (_value, { card }) => card,
  // What is between the lines of the pipeline: the card it came for, other names, which fields were unreadable.
  card: drop,
  isKnown: drop,
  unread: drop,
  alsoCalled: drop,

  givenName: drop,
  familyName: drop,
  phone: drop,
  text: drop,
  comment: drop,
  /** That there is one is what gates ask for. */
  email: (value, { card }) => (typeof value === 'string' ? addressIn(card) : value),
  birthDate: (value, { card }) => (typeof value === 'string' ? madeUpBirthDate(value, card) : value),
  /** To the month. */
  enrolledOn: (value, { card }) => (typeof value === 'string' ? `${value.slice(0, 8)}${dayIn(card, 28)}` : value),
  companyId: anew,
  preferences: (value) => (value === null || value === undefined ? value : onlyWords(value as object)),
  pnr: booking,
  complaintId: anew,

  locale: keep,
  timeZone: keep,
  homeAirport: keep,
  gender: keep,
  tier: keep,
  tierUntil: keep,
  consent: keep,
  opening: keep,
  profiling: keep,
  channel: keep,
  granted: keep,
  purpose: keep,
  source: keep,
  flights: keep,
  fare: keep,
  travellers: keep,
  carrier: keep,
  flightNumber: keep,
  from: keep,
  to: keep,
  scheduledDeparture: keep,
  scheduledArrival: keep,
  actualArrival: keep,
  arrivalDelayMinutes: keep,
  departureDelayMinutes: keep,
  cabin: keep,
  bookingClass: keep,
  distanceKm: keep,
  kind: keep,
  certainty: keep,
  noticeDays: keep,
  toldAt: keep,
  reroute: keep,
  marketedAs: keep,
  earlierDepartures: keep,
  cause: keep,
  extraordinary: keep,
  carrierLicence: keep,
  confirmed: keep,
  boarded: keep,
  newDeparture: keep,
  newArrival: keep,
  flight: keep,
  departsEarlierMinutes: keep,
  arrivesLaterMinutes: keep,
  category: keep,
  severity: keep,
  language: keep,
  outcome: keep,
  satisfaction: keep,
  nps: keep,
  ratings: keep,
}

export function isKept(event: MemberEvent): event is KeptEvent {
  return Object.hasOwn(TYPES, event.type)
}

/** An event without what says who it is about. Fields that are not known go. */
export function anonymousEvent(event: KeptEvent, keys: Keys): KeptEvent {
  const said = Object.entries(event).map(([field, value]) => [
    field,
    FIELDS[field as FieldOf<KeptEvent>]?.(value, keys),
  ])
  return Object.fromEntries(said.filter(([, value]) => value !== undefined)) as KeptEvent
}

/** What Wingback itself did of a member until then, as far as caps, `oncePer` and conditions count it. */
export function anonymousDoings(member: Member, until: number, { id, card }: Keys): Partial<Member> {
  const { mails, compensations, offers, entries, suppressions } = member
  return {
    // Which of somebody's addresses it was is not told: it is the one that they have.
    suppressions: suppressions
      .filter(({ at }) => at <= until)
      .map(({ address: _address, ...each }) => ({ ...each, address: addressHash(addressIn(card)) })),
    mails: mails
      .filter(({ claimedAt }) => claimedAt <= until)
      .map(({ cancelled: _leg, ...mail }) => ({ ...mail, actionId: id(mail.actionId) })),
    compensations: compensations
      .filter(({ grantedAt }) => grantedAt <= until)
      .map((each) => ({ ...each, actionId: id(each.actionId), cause: id(each.cause) })),
    offers: offers.filter(({ issuedAt }) => issuedAt <= until).map((each) => ({ ...each, offerId: id(each.offerId) })),
    // Others name a complaint, a booking or a flight of before: nothing begins with these again.
    entries: entries.filter(({ at, key }) => at <= until && OF_NOTHING.test(key)),
  }
}

/** Keys of `oncePer: ever` and `oncePer: year`, and of days that were seen. */
const OF_NOTHING = /^(ever|(day )?\d{4})$/

/** Preferences are lines of text: those that are a word from a list stay. */
function onlyWords(preferences: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(preferences).filter(
      ([, value]) => typeof value !== 'string' || /^[\p{L}\p{N}_-]{1,20}$/u.test(value),
    ),
  )
}

function addressIn(card: string): string {
  return `${card.toLowerCase()}@sample.invalid`
}

const YEARS = 5

/** Another day in the same five years: ages are about right, and birthdays come as often as they do. */
function madeUpBirthDate(date: string, card: string): string {
  const first = Math.floor(Number(date.slice(0, 4)) / YEARS) * YEARS
  const begins = dayOfDate(`${first}-01-01`)
  const days = dayOfDate(`${first + YEARS}-01-01`) - begins
  return new Date((begins + (hash32(`birth ${card}`) % days)) * DAY).toISOString().slice(0, 10)
}

function dayIn(card: string, days: number): string {
  return String((hash32(`day ${card}`) % days) + 1).padStart(2, '0')
}

function bookingReference(key: string): string {
  return key
    .replaceAll(/[^\dA-Za-z]/g, '')
    .toUpperCase()
    .slice(0, 10)
}
