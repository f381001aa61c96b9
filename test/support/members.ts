import fc from 'fast-check'
import type { Cabin, OpeningBalance } from '../../shared/contract/index.ts'
import { calendarOf, DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import type {
  Booking,
  Complaint,
  Flown,
  MailNote,
  Member,
  OfferNote,
  Survey,
} from '../../shared/domain/member/member.ts'
import { newestFirst } from '../../shared/domain/member/order.ts'
import { memberWith } from './conditions.ts'
import { disruptedBy, type Report } from './disrupted.ts'

/** Zones with clocks that change at midnight, by half an hour, or never. */
export const ZONES = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Havana',
  'Pacific/Kiritimati',
] as const

/** Leap days, the ends of months and years, and days on which clocks change. */
const DAYS = [
  '2024-02-29',
  '2026-02-28',
  '2026-03-01',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-04-24',
  '2026-04-30',
  '2026-10-25',
  '2026-10-30',
  '2026-11-01',
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
  '2028-03-01',
]

/** An instant near the edge of a remarkable day, or anywhere in three years. */
export function instants(zone: string): fc.Arbitrary<number> {
  const edge = fc
    .tuple(fc.constantFrom(...DAYS), fc.constantFrom(-HOUR, -1, 0, 1, 30 * MINUTE, 2 * HOUR))
    .map(([day, offset]) => calendarOf(zone).startOf(day) + offset)
  return fc.oneof(edge, fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) }))
}

/** An instant before `now` (at most five minutes ahead of it), often at the edge of a day. */
function past(now: number, zone: string): fc.Arbitrary<number> {
  const calendar = calendarOf(zone)
  const anywhere = fc.integer({ min: -5 * MINUTE, max: 500 * DAY }).map((ago) => now - ago)
  const edge = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(-1, 0, 1))
    .map(([days, offset]) => Math.min(now, calendar.addDays(now, -days) + offset))
  const near = fc.integer({ min: -5 * MINUTE, max: 3 * DAY }).map((ago) => now - ago)
  return fc.oneof(anywhere, edge, near)
}

const cabin = fc.constantFrom<Cabin>('F', 'C', 'W', 'Y', 'Y')
const airport = fc.constantFrom('PEK', 'SHA', 'CAN')
const eventId = fc.integer({ min: 0, max: 9999 }).map(String)

/** A flight flown before `now`. */
export function flown(now: number, zone: string): fc.Arbitrary<Flown> {
  return fc.record(
    {
      at: past(now, zone),
      eventId,
      carrier: fc.constantFrom('CA', 'MU'),
      flightNumber: fc.constant('1501'),
      from: airport,
      to: airport,
      date: fc.integer({ min: -10, max: 400 }).map((ago) => new Date(now - ago * DAY).toISOString().slice(0, 10)),
      cabin,
      distanceKm: fc.integer({ min: 0, max: 3000 }),
      fare: fc.record({
        amountMinor: fc.integer({ min: -50_000, max: 300_000 }),
        currency: fc.constantFrom('CNY', 'CNY', 'USD'),
      }),
      delayMinutes: fc.integer({ min: -20, max: 400 }),
    },
    { requiredKeys: ['at', 'eventId', 'carrier', 'flightNumber', 'from', 'to', 'date', 'cabin', 'distanceKm'] },
  )
}

/** The balance a member brings, of flights before `now`. */
export function openings(now: number): fc.Arbitrary<OpeningBalance> {
  const day = (ago: number) => new Date(now - ago * DAY).toISOString().slice(0, 10)
  return fc
    .record({
      flights: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })),
      distanceKm: fc.integer({ min: 0, max: 60_000 }),
      paid: fc.integer({ min: 0, max: 3_000_000 }),
      ago: fc.integer({ min: 0, max: 300 }),
      last: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
      first: fc.option(fc.oneof(fc.integer({ min: 0, max: 730 }), fc.integer({ min: 0, max: 4000 })), {
        nil: undefined,
      }),
      shares: fc.option(fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10), fc.nat(10)), { nil: undefined }),
    })
    .map(({ flights, distanceKm, paid, ago, last, first, shares }) => {
      const [F, C, W] = (shares ?? [0, 0, 0, 0]).map((share) => Math.floor((share / 40) * flights)) as [
        number,
        number,
        number,
      ]
      return {
        asOf: day(ago),
        flights,
        distanceKm,
        spend: { amountMinor: paid, currency: 'CNY' },
        ...(last !== undefined && { lastFlightOn: day(ago + last) }),
        ...(first !== undefined && { firstFlightOn: day(ago + (last ?? 0) + first) }),
        ...(shares && { averageDiscount: 0.8 }),
        ...(shares && { cabins: { F, C, W, Y: flights - F - C - W } }),
      }
    })
}

function booking(now: number, zone: string): fc.Arbitrary<Booking> {
  const segment = fc.record({
    carrier: fc.constant('CA'),
    flightNumber: fc.constant('1'),
    from: airport,
    to: airport,
    departsAt: fc.integer({ min: -10 * DAY, max: 60 * DAY }).map((ahead) => now + ahead),
    cabin,
  })
  return fc.record(
    {
      pnr: eventId,
      created: fc.record({
        at: past(now, zone),
        eventId,
        flights: fc.array(segment, { minLength: 1, maxLength: 3 }),
      }),
      cancelled: fc.record({ at: past(now, zone), eventId }),
    },
    { requiredKeys: ['pnr'] },
  )
}

function disruption(now: number, zone: string): fc.Arbitrary<Report> {
  return fc.record(
    {
      at: past(now, zone),
      eventId,
      leg: fc.constantFrom('CA1:PEK-SHA:2026-10-01', 'CA1D:PEK-SHA:2026-10-01', 'CA2:SHA-PEK:2026-10-02'),
      departsAt: fc.constant(0),
      kind: fc.constantFrom('delay', 'cancellation', 'baggageDelay'),
      delayMinutes: fc.integer({ min: 0, max: 600 }),
      cause: fc.constantFrom('weather', 'crew'),
      extraordinary: fc.boolean(),
      carrierLicence: fc.constant('CN'),
    },
    { requiredKeys: ['at', 'eventId', 'leg', 'departsAt', 'kind', 'cause', 'extraordinary', 'carrierLicence'] },
  )
}

function complaint(now: number, zone: string): fc.Arbitrary<Complaint> {
  const filed = fc.record(
    {
      at: past(now, zone),
      eventId,
      category: fc.constantFrom('baggage', 'delay'),
      severity: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['at', 'eventId', 'category'] },
  )
  const resolved = fc.record(
    {
      at: past(now, zone),
      eventId,
      outcome: fc.constantFrom('upheld', 'goodwill', 'rejected'),
      satisfaction: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['at', 'eventId', 'outcome'] },
  )
  return fc.record({ complaintId: eventId, filed, resolved }, { requiredKeys: ['complaintId'] })
}

function survey(now: number, zone: string): fc.Arbitrary<Survey> {
  return fc.record(
    {
      at: past(now, zone),
      eventId,
      nps: fc.integer({ min: 0, max: 10 }),
      rating: fc.integer({ min: 10, max: 50 }).map((n) => n / 10),
      lowest: fc.constantFrom('food', 'seat'),
    },
    { requiredKeys: ['at', 'eventId'] },
  )
}

function offer(now: number, zone: string): fc.Arbitrary<OfferNote> {
  return fc
    .record({
      issuedAt: past(now, zone),
      lasts: fc.integer({ min: MINUTE, max: 40 * DAY }),
      answer: fc.constantFrom('none', 'none', 'accepted', 'declined'),
      cabin: fc.constantFrom<Cabin>('F', 'C', 'W'),
    })
    .map(({ issuedAt, lasts, answer, cabin: to }) => ({
      offerId: `o${issuedAt}`,
      campaign: 'upgrade',
      cabin: to,
      issuedAt,
      expiresAt: issuedAt + lasts,
      ...(answer === 'accepted' && { acceptedAt: issuedAt + 1 }),
      ...(answer === 'declined' && { declinedAt: issuedAt + 1 }),
    }))
}

function mail(now: number, zone: string): fc.Arbitrary<MailNote> {
  return fc
    .record({
      claimedAt: past(now, zone),
      clickedAfter: fc.option(fc.integer({ min: 1, max: 9 * DAY }), { nil: undefined }),
      class: fc.constantFrom<MailNote['class']>('marketing', 'service'),
      channel: fc.constantFrom(undefined, undefined, 'wechat', 'app'),
    })
    .map(({ claimedAt, clickedAfter, channel, ...more }) => ({
      actionId: `m${claimedAt}`,
      campaign: 'care',
      ...more,
      claimedAt,
      ...(channel === undefined ? {} : { channel }),
      ...(clickedAfter !== undefined && {
        [channel === undefined ? 'clickedAt' : 'openedAt']: Math.min(now, claimedAt + clickedAfter),
      }),
    }))
}

function dates(now: number): fc.Arbitrary<string> {
  const day = fc.integer({ min: 0, max: 30_000 }).map((ago) => new Date(now - ago * DAY).toISOString().slice(0, 10))
  return fc.oneof(day, fc.constantFrom('1984-02-29', '1990-01-01', '1999-12-31', '2008-02-29'))
}

/** A member as the fold would have them: flights, disruptions and surveys newest first. */
export function members(now: number, zone: string): fc.Arbitrary<Member> {
  const some = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength })
  return fc
    .record({
      profile: fc.record(
        {
          tier: fc.constantFrom('gold', 'silver'),
          email: fc.constant('a@example.com'),
          birthDate: dates(now),
          enrolledOn: dates(now),
          homeAirport: airport,
          gender: fc.constantFrom('female', 'male'),
          locale: fc.constantFrom('en', 'zh-CN'),
          companyId: fc.constantFrom('C1', 'C2'),
          timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/London'),
          preferences: fc.constantFrom<Record<string, string>>(
            { seat: 'aisle' },
            { seat: 'window', meal: 'vegetarian' },
            { meal: 'none' },
          ),
          consentEmail: fc.boolean(),
          saidService: fc.boolean(),
          opening: openings(now),
        },
        { requiredKeys: [] },
      ),
      flights: some(flown(now, zone), 12),
      months: some(
        fc.tuple(
          fc.integer({ min: 1, max: 4 }),
          fc.integer({ min: 0, max: 9000 }),
          fc.integer({ min: 0, max: 90_000 }),
        ),
        3,
      ),
      bookings: some(booking(now, zone), 4),
      disruptions: some(disruption(now, zone), 4),
      complaints: some(complaint(now, zone), 4),
      surveys: some(survey(now, zone), 3),
      offers: some(offer(now, zone), 4),
      grants: some(past(now, zone), 3),
      mails: some(mail(now, zone), 3),
    })
    .map(({ profile, flights, months, bookings, disruptions, complaints, surveys, offers, grants, mails }) => {
      const sorted = flights.sort(newestFirst)
      const before = new Date(sorted.at(-1)?.at ?? now)
      return memberWith(profile, {
        flights: sorted,
        flownByMonth: months.map(([count, distanceKm, paid], index) => ({
          month: new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() - months.length + 1 + index))
            .toISOString()
            .slice(0, 7),
          flights: count,
          distanceKm,
          spendMinor: { CNY: paid },
          cabins: { F: 0, C: 1, W: 0, Y: count - 1 },
        })),
        bookings,
        disruptions: disruptedBy(disruptions),
        complaints,
        surveys: surveys.sort(newestFirst),
        offers,
        mails,
        compensations: grants.map((grantedAt, index) => ({
          actionId: `a${index}`,
          campaign: 'care',
          cause: 'c',
          basis: 'goodwill',
          kind: index % 2 === 0 ? 'miles' : 'voucher',
          amount: 100,
          grantedAt,
        })),
      })
    })
}
