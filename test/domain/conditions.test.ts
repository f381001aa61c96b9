import { describe, expect, test } from 'vitest'
import type { Cabin } from '../../shared/contract/index.ts'
import { type CompiledCondition, compileCondition } from '../../shared/domain/audience/compile.ts'
import { facts } from '../../shared/domain/audience/facts/index.ts'
import { DAY, HOUR } from '../../shared/domain/calendar.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { ask, conditionOf, inAudience, memberWith, subjectAt } from '../support/conditions.ts'
import { disruptedBy } from '../support/disrupted.ts'
import { event } from '../support/events.ts'

const ZONE = 'Asia/Shanghai'
const at = (local: string) => Date.parse(`${local}+08:00`)
const NOW = at('2026-10-15T10:00:00')
const midnight = (date: string) => at(`${date}T00:00:00`)

function flight(local: string, more: object = {}) {
  const fare = { amountMinor: 80_000, currency: 'CNY' }
  const cabin: Cabin = 'Y'
  return {
    at: at(local),
    eventId: local,
    carrier: 'CA',
    flightNumber: '1',
    from: 'PEK',
    to: 'SHA',
    date: '2026-10-01',
    cabin,
    distanceKm: 1000,
    fare,
    ...more,
  }
}

const lin: Member = memberWith(
  {
    tier: 'gold',
    gender: 'female',
    locale: 'zh-CN',
    timeZone: ZONE,
    homeAirport: 'PEK',
    preferences: { seat: 'window' },
    birthDate: '1990-11-02',
    enrolledOn: '2020-10-16',
    email: 'lin@example.com',
    consentEmail: true,
    ...{ 'consent:wechat': true, 'consent:app': false },
    opening: {
      asOf: '2025-11-30',
      flights: 10,
      distanceKm: 9999,
      spend: { amountMinor: 1_000_000, currency: 'CNY' },
      firstFlightOn: '2025-01-01',
      lastFlightOn: '2025-04-11',
      averageDiscount: 0.7,
      cabins: { F: 0, C: 2, W: 0, Y: 8 },
    },
  },
  {
    flights: [
      flight('2026-10-10T20:00:00', { delayMinutes: 45 }),
      flight('2026-10-01T08:00:00', { from: 'SHA', to: 'PEK', cabin: 'C', delayMinutes: 200 }),
      flight('2026-04-18T08:00:00', { fare: { amountMinor: 9000, currency: 'USD' } }),
    ],
    flownByMonth: [
      { month: '2025-12', flights: 2, distanceKm: 500, spendMinor: { CNY: 100 }, cabins: { F: 0, C: 1, W: 0, Y: 1 } },
    ],
    bookings: [
      {
        pnr: 'AAA',
        created: {
          at: at('2026-10-12T09:00:00'),
          eventId: 'b1',
          flights: [
            {
              carrier: 'CA',
              flightNumber: '2',
              from: 'PEK',
              to: 'CAN',
              departsAt: at('2026-10-20T08:30:00'),
              cabin: 'Y',
            },
            {
              carrier: 'CA',
              flightNumber: '3',
              from: 'CAN',
              to: 'PEK',
              departsAt: at('2026-10-27T18:00:00'),
              cabin: 'C',
            },
          ],
        },
      },
      {
        pnr: 'BBB',
        created: {
          at: at('2026-10-01T09:00:00'),
          eventId: 'b2',
          flights: [
            {
              carrier: 'CA',
              flightNumber: '4',
              from: 'PEK',
              to: 'SHA',
              departsAt: at('2026-10-16T08:00:00'),
              cabin: 'Y',
            },
          ],
        },
        cancelled: { at: at('2026-10-02T09:00:00'), eventId: 'b3' },
      },
    ],
    disruptions: disruptedBy([
      {
        at: at('2026-10-10T21:00:00'),
        eventId: 'd',
        leg: 'l',
        departsAt: at('2026-10-10T18:00:00'),
        kind: 'delay',
        delayMinutes: 300,
        cause: 'weather',
        extraordinary: true,
        carrierLicence: 'CN',
        cabin: 'Y',
      },
    ]),
    complaints: [
      {
        complaintId: 'c1',
        filed: { at: at('2026-09-20T12:00:00'), eventId: 'f1', category: 'baggage', severity: 4 },
        resolved: { at: at('2026-09-25T12:00:00'), eventId: 'r1', outcome: 'rejected', satisfaction: 2 },
      },
      { complaintId: 'c2', filed: { at: at('2026-10-14T12:00:00'), eventId: 'f2', category: 'delay' } },
      { complaintId: 'c3', resolved: { at: at('2026-10-01T12:00:00'), eventId: 'r3', outcome: 'upheld' } },
    ],
    surveys: [
      { at: at('2026-10-05T12:00:00'), eventId: 's2', rating: 3.5 },
      { at: at('2026-08-05T12:00:00'), eventId: 's1', nps: 6, rating: 2 },
    ],
    offers: [
      {
        offerId: 'o1',
        campaign: 'up',
        cabin: 'C',
        issuedAt: at('2026-10-13T10:00:00'),
        expiresAt: at('2026-10-20T10:00:00'),
      },
      {
        offerId: 'o2',
        campaign: 'up',
        cabin: 'C',
        issuedAt: at('2026-07-01T10:00:00'),
        expiresAt: at('2026-07-08T10:00:00'),
        declinedAt: at('2026-07-02T10:00:00'),
      },
    ],
    compensations: [
      {
        actionId: 'a',
        campaign: 'care',
        cause: 'x',
        basis: 'goodwill',
        kind: 'miles',
        amount: 5000,
        grantedAt: at('2026-09-21T12:00:00'),
      },
    ],
    mails: [
      {
        actionId: 'm',
        campaign: 'care',
        class: 'service',
        claimedAt: at('2026-10-13T12:00:00'),
        clickedAt: at('2026-10-14T12:00:00'),
      },
      {
        actionId: 'w',
        channel: 'wechat',
        campaign: 'care',
        class: 'service',
        claimedAt: at('2026-10-14T09:00:00'),
        openedAt: at('2026-10-14T10:00:00'),
      },
    ],
  },
)

const FOREVER = Number.POSITIVE_INFINITY
type Row = [source: Record<string, unknown>, answer: boolean, until: number]

const rows: Row[] = [
  // Profile: changes by events only.
  [{ tier: 'gold' }, true, FOREVER],
  [{ tier: ['silver', 'platinum'] }, false, FOREVER],
  [{ tier: { isNot: 'gold' } }, false, FOREVER],
  [{ tier: { notIn: ['silver'] } }, true, FOREVER],
  [{ gender: 'female', locale: 'zh-CN', timeZone: ZONE, homeAirport: ['PEK', 'PKX'] }, true, FOREVER],
  [{ preference: { of: 'seat', is: 'window' } }, true, FOREVER],
  [{ preference: { of: 'meal', is: 'vegetarian' } }, false, FOREVER],
  [{ preference: { of: 'meal', present: false } }, true, FOREVER],
  [{ averageDiscount: { below: 0.8 } }, true, FOREVER],
  [{ companyId: { present: true } }, false, FOREVER],
  [{ companyId: { present: false } }, true, FOREVER],
  [{ companyId: { isNot: 'C1' } }, true, FOREVER],
  [{ companyId: 'C1' }, false, FOREVER],
  [{ companyId: true }, false, FOREVER],
  [{ hasEmail: true, consent: true }, true, FOREVER],
  [{ consent: false }, false, FOREVER],
  [{ consent: { to: 'email', is: true } }, true, FOREVER],
  [{ consent: { to: 'wechat', is: true } }, true, FOREVER],
  [{ consent: { to: 'app', is: true } }, false, FOREVER],
  [{ serviceMail: true }, true, FOREVER],
  [{ serviceMail: false }, false, FOREVER],

  // Age and tenure: on the day.
  [{ age: { atLeast: 36 } }, false, midnight('2026-11-02')],
  [{ age: 35 }, true, midnight('2026-11-02')],
  [{ age: { between: [30, 40] } }, true, midnight('2031-11-02')],
  [{ age: { atLeast: 18 } }, true, FOREVER],
  [{ birthday: { within: '7d' } }, false, midnight('2026-10-26')],
  [{ birthday: { within: '18d' } }, true, midnight('2026-11-03')],
  [{ birthday: '18d' }, true, midnight('2026-10-16')],
  [{ birthday: { between: ['18d', '40d'] } }, true, midnight('2026-10-16')],
  [{ birthday: { atLeast: '19d' } }, false, midnight('2026-11-03')],
  [{ memberAnniversary: { within: '1d' } }, true, midnight('2026-10-17')],
  [{ memberAnniversary: { within: '365d' } }, true, FOREVER],
  [{ memberAnniversary: true }, true, FOREVER],
  [{ birthDate: { before: '1990-11-03' } }, true, FOREVER],
  [{ birthDate: '1990-11-02' }, true, FOREVER],
  [{ enrolledOn: { after: '2020-10-16' } }, false, FOREVER],
  [{ enrolledOn: { between: ['2020-10-16', '2020-12-31'] } }, true, FOREVER],
  [{ memberFor: { atLeast: '2190d' } }, true, FOREVER],
  [{ memberFor: { atLeast: '2191d' } }, false, midnight('2026-10-16')],

  // Flights: 3 in the list, 2 in a month before it, 10 brought.
  [{ flights: 15 }, true, FOREVER],
  [{ flights: { atLeast: 16 } }, false, FOREVER],
  [{ flightsSinceOpening: 5 }, true, FOREVER],
  [{ flights: { inLast: '30d' } }, true, midnight('2026-11-10')],
  [{ flights: { inLast: '30d', atLeast: 2 } }, true, midnight('2026-11-01')],
  [{ flights: { inLast: '30d', is: 2 } }, true, midnight('2026-11-01')],
  [{ flights: { inLast: '30d', is: 1 } }, false, midnight('2026-11-01')],
  [{ flights: { inLast: '30d', present: false } }, false, midnight('2026-11-10')],
  [{ flights: { inLast: '180d', is: 3 } }, true, midnight('2026-10-16')],
  [{ flights: { inLast: '120h', atLeast: 1 } }, true, at('2026-10-15T20:00:00.001')],
  [{ flights: { inLast: '109h', atLeast: 1 } }, false, FOREVER],
  [{ flights: { inLast: '365d', is: 5 } }, true, midnight('2026-12-02')],
  [{ flights: { cabin: 'C' } }, true, FOREVER],
  [{ flights: { cabin: 'C', is: 4 } }, true, FOREVER],
  [{ flights: { cabin: ['C', 'Y'], is: 15 } }, true, FOREVER],
  [{ flights: { route: 'PEK-SHA', is: 2 } }, true, FOREVER],
  [{ flights: { from: 'SHA', to: 'PEK', is: 1 } }, true, FOREVER],
  [{ flights: { carrier: 'MU' } }, false, FOREVER],
  [{ flights: { delayMinutes: { atLeast: 180 }, inLast: '30d' } }, true, midnight('2026-11-01')],
  [{ flights: { inLast: '600d', atLeast: 15 } }, false, FOREVER],
  [{ flights: { inLast: '600d', atLeast: 7 } }, true, midnight('2026-11-21')],
  [{ distanceKm: { is: 13_499 } }, true, FOREVER],
  [{ distanceKm: { inLast: '30d', above: 1999 } }, true, midnight('2026-11-01')],
  [{ distanceKm: '13499 km' }, true, FOREVER],
  [{ spend: '11601 CNY' }, true, FOREVER],
  [{ spend: { inLast: '30d', atLeast: '1600.00 CNY' } }, true, midnight('2026-11-01')],
  [{ spend: { currency: 'USD', present: true } }, true, FOREVER],
  [{ spend: { inLast: '180d', is: '90 USD' } }, true, midnight('2026-10-16')],

  // Silence.
  [{ lastFlight: { atLeast: '5d' } }, true, FOREVER],
  [{ lastFlight: { atLeast: '180d' } }, false, midnight('2027-04-08')],
  [{ lastFlight: { atMost: '7d' } }, true, midnight('2026-10-18')],
  [{ lastFlight: { below: '7d' } }, true, midnight('2026-10-17')],
  [{ lastFlight: { between: ['3d', '5d'] } }, true, midnight('2026-10-16')],
  [{ lastFlight: { atLeast: '120h' } }, false, at('2026-10-15T20:00:00')],
  [{ lastFlight: { present: true } }, true, FOREVER],

  [{ lastComplaint: { atMost: '7d' } }, true, midnight('2026-10-22')],
  [{ lastBooking: { atLeast: '4d' } }, false, midnight('2026-10-16')],
  [{ lastDisruption: { atMost: '120h' } }, true, at('2026-10-15T21:00:00.001')],
  [{ lastMail: { atLeast: '3d' } }, false, midnight('2026-10-16')],
  [{ lastMail: { class: 'marketing', present: true } }, false, FOREVER],
  [{ lastMessage: { atLeast: '1d' } }, true, FOREVER],
  [{ lastMessage: { channel: 'app', present: true } }, false, FOREVER],
  [{ lastMessage: { channel: 'wechat', atMost: '2d' } }, true, midnight('2026-10-17')],
  [
    { happened: { event: 'message.opened', where: { channel: 'wechat' }, inLast: '7d', atLeast: 1 } },
    true,
    midnight('2026-10-22'),
  ],
  [{ happened: { event: 'email.opened', inLast: '7d', atLeast: 1 } }, false, FOREVER],

  // What is most.
  [{ mostFlownRoute: 'PEK-SHA' }, true, FOREVER],
  [{ mostFlownRoute: { inLast: '20d', is: 'PEK-SHA' } }, true, midnight('2026-10-22')],
  [{ mostFlownRoute: { cabin: 'C', is: 'SHA-PEK' } }, true, FOREVER],
  [{ mostFlownCabin: 'Y' }, true, FOREVER],
  [{ mostFlownCabin: { from: 'SHA', is: 'C' } }, true, FOREVER],
  [{ mostFlownCabin: { inLast: '7d', isNot: 'Y' } }, false, midnight('2026-10-18')],
  [{ worstDelayMinutes: { atLeast: 300 } }, true, FOREVER],
  [{ worstDelayMinutes: { inLast: '30d', atLeast: '180 minutes' } }, true, midnight('2026-11-10')],
  [{ worstDelayMinutes: { inLast: '4d', present: false } }, true, FOREVER],

  // Bookings.
  [{ booking: true }, true, at('2026-10-27T18:00:00')],
  [{ booking: { cabin: 'Y' } }, true, at('2026-10-20T08:30:00')],
  [{ booking: { departsWithin: '72h' } }, false, at('2026-10-17T08:30:00')],
  [{ booking: { departsWithin: '3d' } }, false, midnight('2026-10-17')],
  [{ booking: { departsWithin: '5d', route: 'PEK-CAN' } }, true, at('2026-10-20T08:30:00')],
  [{ booking: { route: 'PEK-SHA' } }, false, FOREVER],
  [{ booking: 2 }, true, at('2026-10-20T08:30:00')],
  [{ booking: { departsDuring: 'next week', atLeast: 1 } }, true, midnight('2026-10-26')],
  [{ booking: { departsDuring: 'this week' } }, false, midnight('2026-10-19')],
  [{ booking: { departsDuring: 'this month', is: 2 } }, true, at('2026-10-20T08:30:00')],
  [{ booking: { departsDuring: 'next month' } }, false, FOREVER],
  [{ booking: { departsBetween: ['2026-10-21', '2026-10-31'], cabin: 'C' } }, true, at('2026-10-27T18:00:00')],
  [{ booking: { departsBetween: ['7d', '14d'] } }, true, midnight('2026-10-21')],
  [{ booking: { departsBetween: ['24h', '72h'] } }, false, at('2026-10-17T08:30:00')],
  [{ booking: { bookedInLast: '7d', departsWithin: '30d' } }, true, midnight('2026-10-20')],
  [{ bookings: 1 }, true, FOREVER],
  [{ bookings: { inLast: '7d', from: 'CAN' } }, true, midnight('2026-10-20')],

  // Troubles.
  [
    { disruptions: { inLast: '30d', kind: ['delay', 'cancellation'], delayMinutes: { above: 180 } } },
    true,
    midnight('2026-11-10'),
  ],
  [{ disruptions: { extraordinary: false } }, false, FOREVER],
  [{ disruptions: { cause: 'weather', cabin: 'Y' } }, true, FOREVER],
  [{ churnRisk: { atLeast: 0.9 } }, false, midnight('2027-10-31')],
  [{ churnRisk: { present: true } }, true, FOREVER],
  [{ alive: { present: true } }, false, FOREVER],
  [{ expectedFlights: { atLeast: 1 } }, false, FOREVER],
  [{ lifetimeValue: { atMost: '100 CNY' } }, false, FOREVER],
  [{ tierScore: { atLeast: 90 } }, false, FOREVER],
  [{ earnedTier: 'platinum' }, false, FOREVER],
  [{ flightsToTier: { tier: 'silver', atMost: 60 } }, true, midnight('2027-10-11')],
  [{ losesTier: { inNext: '60d', is: true } }, true, FOREVER],
  [{ companyClass: { present: true } }, false, FOREVER],
  [{ valueGroup: 'potential' }, true, midnight('2027-01-13')],
  [{ upgradePropensity: { present: true } }, false, FOREVER],
  [{ lowestTopic: { present: true } }, false, FOREVER],
  [{ usualWeekday: 'thursday' }, true, FOREVER],
  [{ usualLeadDays: { present: true } }, false, FOREVER],
  [{ usualCompanions: { present: true } }, false, FOREVER],
  [{ openComplaint: true }, true, FOREVER],
  [{ openComplaint: { inLast: '7d' } }, true, midnight('2026-10-22')],
  [{ openComplaint: { severity: { atLeast: 1 } } }, false, FOREVER],
  [{ complaints: 2 }, true, FOREVER],
  [
    { complaints: { category: 'baggage', severity: { atLeast: 4 }, outcome: 'rejected', inLast: '30d' } },
    true,
    midnight('2026-10-21'),
  ],
  [{ lastComplaintOutcome: 'upheld' }, true, FOREVER],
  [{ lastComplaintOutcome: { inLast: '20d', isNot: 'rejected' } }, true, FOREVER],
  [{ complaintSatisfaction: { atMost: 2, inLast: '30d' } }, true, midnight('2026-10-26')],

  // Surveys, offers, compensation.
  [{ nps: { atMost: 6 } }, true, FOREVER],
  [{ nps: { atMost: 6, inLast: '90d' } }, true, midnight('2026-11-04')],
  [{ nps: { atLeast: 7, inLast: '90d' } }, false, FOREVER],
  [{ surveyRating: { between: [3, 4] } }, true, FOREVER],
  [{ offers: { state: 'open' } }, true, at('2026-10-20T10:00:00')],
  [{ offers: { state: 'expired' } }, false, at('2026-10-20T10:00:00')],
  [{ offers: { state: 'declined', inLast: '90d' } }, false, FOREVER],
  [{ offers: { cabin: 'C', campaign: 'up', is: 2 } }, true, FOREVER],
  [{ compensations: { inLast: '30d', kind: 'miles' } }, true, midnight('2026-10-22')],
  [{ compensations: { kind: ['voucher', 'cash'] } }, false, FOREVER],

  // Between two times, and named times. NOW is a Thursday.
  [{ flights: { between: ['30d', '10d'], is: 1 } }, true, midnight('2026-10-20')],
  [{ flights: { between: ['30d', '6d'], is: 1 } }, true, midnight('2026-10-16')],
  [{ flights: { between: ['2026-10-01', '2026-10-10'], is: 2 } }, true, FOREVER],
  [{ flights: { between: ['2026-10-02', '2026-10-09'] } }, false, FOREVER],
  [{ flights: { between: ['340h', '72h'], is: 2 } }, true, at('2026-10-15T12:00:00.001')],
  [{ flights: { during: 'this month', is: 2 } }, true, midnight('2026-11-01')],
  [{ flights: { during: 'last month' } }, false, midnight('2026-11-01')],
  [{ flights: { during: 'this week' } }, false, FOREVER],
  [{ flights: { during: 'last week' } }, true, midnight('2026-10-19')],
  [{ flights: { during: 'last year', is: 12 } }, true, midnight('2027-01-01')],
  [{ spend: { during: 'this quarter', atLeast: '1600 CNY' } }, true, midnight('2027-01-01')],
  [{ complaints: { during: 'last month', category: 'baggage' } }, true, midnight('2026-11-01')],

  // What happened.
  [{ happened: { event: 'complaint.filed', inLast: '30d', atLeast: 2 } }, true, midnight('2026-10-21')],
  [
    { happened: { event: 'complaint.filed', where: { category: 'baggage' }, inLast: '30d' } },
    true,
    midnight('2026-10-21'),
  ],
  [{ happened: { event: 'complaint.filed', where: { severity: { below: 4 } }, inLast: '30d' } }, false, FOREVER],
  [
    { happened: { event: 'complaint.resolved', where: { outcome: 'rejected', satisfaction: 2 }, inLast: '30d' } },
    true,
    midnight('2026-10-26'),
  ],
  [
    {
      happened: {
        event: 'flight.completed',
        where: { cabin: 'Y', from: 'PEK' },
        sum: 'distanceKm',
        inLast: '180d',
        atLeast: 2000,
      },
    },
    true,
    midnight('2026-10-16'),
  ],
  [
    { happened: { event: 'flight.completed', sum: 'fare', inLast: '30d', atLeast: '1600 CNY' } },
    true,
    midnight('2026-11-01'),
  ],
  [
    { happened: { event: 'flight.completed', sum: 'fare', currency: 'USD', inLast: '180d' } },
    true,
    midnight('2026-10-16'),
  ],
  [
    { happened: { event: 'flight.disrupted', where: { kind: 'delay' }, between: ['10d', '2d'] } },
    true,
    midnight('2026-10-21'),
  ],
  [
    { happened: { event: 'booking.created', where: { cabin: 'C', from: 'CAN' }, inLast: '7d' } },
    true,
    midnight('2026-10-20'),
  ],
  [{ happened: { event: 'booking.created', where: { cabin: 'C', from: 'PEK' }, inLast: '30d' } }, false, FOREVER],
  [{ happened: { event: 'booking.cancelled', inLast: '30d' } }, true, midnight('2026-11-02')],
  [
    { happened: { event: 'survey.answered', where: { rating: { atLeast: 3 } }, inLast: '30d' } },
    true,
    midnight('2026-11-05'),
  ],
  [{ happened: { event: 'offer.issued', during: 'this month' } }, true, midnight('2026-11-01')],
  [{ happened: { event: 'offer.declined', inLast: '120d', where: { campaign: 'up' } } }, true, midnight('2026-10-31')],
  [{ happened: { event: 'offer.accepted', inLast: '365d' } }, false, FOREVER],
  [
    { happened: { event: 'compensation.granted', sum: 'miles', inLast: '30d', atLeast: 5000 } },
    true,
    midnight('2026-10-22'),
  ],
  [{ happened: { event: 'email.clicked', where: { campaign: 'care' }, inLast: '30d' } }, true, midnight('2026-11-14')],
  [{ happened: { event: 'email.opened', inLast: '30d', is: 0 } }, true, FOREVER],

  // Together: what decides says until when.
  [{ not: { flights: { inLast: '30d' } } }, false, midnight('2026-11-10')],
  [{ all: [{ flights: { inLast: '30d' } }, { lastFlight: { atMost: '7d' } }] }, true, midnight('2026-10-18')],
  [{ all: [{ lastFlight: { atLeast: '180d' } }, { tier: 'silver' }] }, false, FOREVER],
  [{ all: [{ lastFlight: { atLeast: '180d' } }, { lastFlight: { atLeast: '200d' } }] }, false, midnight('2027-04-28')],
  [{ all: [{ lastFlight: { atLeast: '180d' } }, { openComplaint: { inLast: '7d' } }] }, false, midnight('2027-04-08')],
  [{ any: [{ flights: { inLast: '30d' } }, { lastFlight: { atMost: '7d' } }] }, true, midnight('2026-11-10')],
  [{ any: [{ lastFlight: { atLeast: '180d' } }, { age: { atLeast: 36 } }] }, false, midnight('2026-11-02')],
  [{ any: [{ lastFlight: { atLeast: '180d' } }, { consent: true }] }, true, FOREVER],
]

describe('conditions', () => {
  test.each(rows.map(([source, answer, until]) => ({ source, answer, until })))(
    '$source',
    ({ source, answer, until }) => {
      const result = ask(conditionOf(source), lin, NOW, ZONE)
      const iso = (instant: number) => (instant === FOREVER ? 'forever' : new Date(instant).toISOString())
      expect({ answer: result.answer, until: iso(result.until) }).toEqual({ answer, until: iso(until) })
    },
  )

  test('every fact has been asked', () => {
    const asked = new Set(rows.flatMap(([source]) => Object.keys(source)))
    expect(Object.keys(facts).filter((name) => !asked.has(name))).toEqual([])
  })

  test('nobody of whom nothing is known satisfies anything but absence', () => {
    const nobody = memberWith({})
    for (const name of Object.keys(facts).filter(
      (each) =>
        !['spend', 'lifetimeValue', 'hasEmail', 'consent', 'serviceMail', 'preference', 'flightsToTier'].includes(each),
    )) {
      expect([name, ask(conditionOf({ [name]: { present: true } }), nobody, NOW, ZONE).answer]).toEqual([name, false])
      expect([name, ask(conditionOf({ [name]: { present: false } }), nobody, NOW, ZONE).answer]).toEqual([name, true])
    }
  })

  test('what is dated a little ahead counts at once', () => {
    const ahead = memberWith({}, { flights: [{ ...flight('2026-10-15T10:04:00') }] })
    expect(ask(conditionOf({ flights: { inLast: '30m' } }), ahead, NOW, ZONE).answer).toBe(true)
    expect(ask(conditionOf({ lastFlight: { atMost: '0h' } }), ahead, NOW, ZONE)).toEqual({
      answer: true,
      until: at('2026-10-15T10:04:00') + 1,
    })
  })

  test('born on 29 February, one has the 28th as birthday in other years', () => {
    const leap = memberWith({ birthDate: '2008-02-29' })
    const today = (instant: string) => ask(conditionOf({ birthday: '0d' }), leap, at(instant), ZONE)
    expect(today('2026-02-28T12:00:00')).toEqual({ answer: true, until: midnight('2026-03-01') })
    expect(today('2028-02-28T12:00:00')).toEqual({ answer: false, until: midnight('2028-02-29') })
    expect(today('2028-02-29T12:00:00')).toEqual({ answer: true, until: midnight('2028-03-01') })
  })

  test('the first anniversary is a year after the day', () => {
    const fresh = memberWith({ enrolledOn: '2026-10-15' })
    expect(ask(conditionOf({ memberAnniversary: '0d' }), fresh, NOW, ZONE)).toEqual({
      answer: false,
      until: midnight('2027-10-15'),
    })
  })

  test('born on 29 February, one grows older on 1 March', () => {
    const leap = memberWith({ birthDate: '2008-02-29' })
    expect(ask(conditionOf({ age: { atLeast: 18 } }), leap, at('2026-02-28T23:59:59'), ZONE)).toEqual({
      answer: false,
      until: midnight('2026-03-01'),
    })
    expect(ask(conditionOf({ age: { atLeast: 20 } }), leap, NOW, ZONE).until).toBe(midnight('2028-02-29'))
  })

  test('a day of 23 hours is a day, an hour is an hour', () => {
    const zone = 'Europe/London'
    const flown = memberWith(
      {},
      { flights: [flight('2026-03-28T12:00:00', { at: Date.parse('2026-03-28T12:00:00Z') })] },
    )
    const now = Date.parse('2026-03-28T13:00:00Z')
    expect(ask(conditionOf({ flights: { inLast: '1d' } }), flown, now, zone).until).toBe(
      Date.parse('2026-03-29T23:00:00Z'),
    )
    expect(ask(conditionOf({ flights: { inLast: '24h' } }), flown, now, zone).until).toBe(
      Date.parse('2026-03-29T12:00:00Z') + 1,
    )
  })
})

describe('conditions on the event', () => {
  const complaint = event('complaint.filed', {
    id: 'e1',
    occurredAt: '2026-10-15T01:00:00Z',
    memberId: 'CA1',
    complaintId: 'c9',
    category: 'baggage',
    severity: 4,
    flight: { carrier: 'CA', flightNumber: '1', from: 'PEK', to: 'SHA', scheduledDeparture: '2026-10-14T01:00:00Z' },
  })
  const context = { ...inAudience, event: { type: 'complaint.filed', fields: 'all' } } as const

  test.each([
    [{ severity: { atLeast: 3 } }, true],
    [{ category: ['delay', 'crew'] }, false],
    [{ 'flight.from': 'PEK', severity: 4 }, true],
    [{ channel: true }, false],
    [{ channel: { isNot: 'phone' } }, true],
    [{ 'flight.scheduledDeparture': true }, true],
  ])('%j', (fields, answer) => {
    const condition = conditionOf({ event: fields }, context)
    expect(condition.test(subjectAt(lin, NOW, ZONE, { event: complaint }))).toBe(answer)
  })

  test('another event satisfies only absence', () => {
    const other = event('booking.cancelled', {
      id: 'e2',
      occurredAt: '2026-10-15T01:00:00Z',
      memberId: 'CA1',
      pnr: 'AAA',
    })
    const subject = subjectAt(lin, NOW, ZONE, { event: other })
    expect(conditionOf({ event: { severity: { atLeast: 1 } } }, context).test(subject)).toBe(false)
    expect(conditionOf({ event: { severity: { present: false } } }, context).test(subject)).toBe(true)
  })

  test('of a list, one element is enough; money is compared in its currency', () => {
    const booked = event('booking.created', {
      id: 'e3',
      occurredAt: '2026-10-15T01:00:00Z',
      memberId: 'CA1',
      pnr: 'AAA',
      fare: { amount: 900, currency: 'CNY' },
      flights: ['Y', 'C'].map((cabin) => ({
        carrier: 'CA',
        flightNumber: '1',
        from: 'PEK',
        to: 'SHA',
        departsAt: '2026-11-14T01:00:00Z',
        cabin,
      })),
    })
    const of = (fields: object) =>
      conditionOf({ event: fields }, { ...inAudience, event: { type: 'booking.created', fields: 'all' } }).test(
        subjectAt(lin, NOW, ZONE, { event: booked }),
      )
    expect(of({ 'flights.cabin': 'C' })).toBe(true)
    expect(of({ 'flights.cabin': 'F' })).toBe(false)
    expect(of({ fare: { atLeast: '900 CNY' } })).toBe(true)
    expect(of({ fare: { atLeast: '1 USD' } })).toBe(false)
  })

  test('ratings by topic', () => {
    const answered = event('survey.answered', {
      id: 'e4',
      occurredAt: '2026-10-15T01:00:00Z',
      memberId: 'CA1',
      ratings: { food: 2 },
    })
    const condition = conditionOf(
      { event: { 'ratings.food': { atMost: 2 } } },
      { ...inAudience, event: { type: 'survey.answered', fields: 'all' } },
    )
    expect(condition.test(subjectAt(lin, NOW, ZONE, { event: answered }))).toBe(true)
  })
})

describe('chance', () => {
  const drawn = (owner: string, chance = '20%') => {
    const condition = conditionOf({ chance }, { ...inAudience, owner })
    const ids = Array.from({ length: 10_000 }, (_, i) => `CA${String(i).padStart(9, '0')}`)
    return ids.filter((memberId) => condition.test(subjectAt({ ...lin, memberId }, NOW, ZONE)))
  }

  test('is about the share, the same each time, and another one for another owner', () => {
    const first = drawn('spring')
    expect(first.length).toBeGreaterThan(1850)
    expect(first.length).toBeLessThan(2150)
    expect(drawn('spring')).toEqual(first)
    const both = drawn('autumn').filter((id) => first.includes(id))
    expect(both.length).toBeGreaterThan(300)
    expect(both.length).toBeLessThan(500)
  })

  test('of nothing is nobody, of all is everybody', () => {
    expect(drawn('spring', '0%')).toHaveLength(0)
    expect(drawn('spring', '100%')).toHaveLength(10_000)
  })
})

describe('a condition', () => {
  const withAudience = (source: unknown) => {
    const regulars = conditionOf(source)
    return {
      ...inAudience,
      audienceIds: ['regulars'],
      audience: (id: string) => (id === 'regulars' ? regulars : ('unknown' as const)),
    }
  }

  test('of another audience answers as that one does', () => {
    const condition = conditionOf({ audience: 'regulars' }, withAudience({ flights: { inLast: '30d', atLeast: 2 } }))
    expect(ask(condition, lin, NOW, ZONE)).toEqual({ answer: true, until: midnight('2026-11-01') })
    expect(condition.families).toEqual(['flights'])
  })

  test('says what it looked at', () => {
    const condition = conditionOf({
      all: [{ flights: { inLast: '365d', atLeast: 6 } }, { spend: { atLeast: '100 CNY' } }, { companyId: 'C1' }],
    })
    expect(condition.observe(subjectAt(lin, NOW, ZONE))).toEqual([
      { fact: 'flights inLast 365d', value: 5, asked: 'atLeast 6', holds: false },
      { fact: 'spend', value: '11601.00 CNY', asked: 'atLeast 100 CNY', holds: true },
      { fact: 'companyId', value: null, asked: 'C1', holds: false },
    ])
  })

  test('has the same hash for the same meaning only', () => {
    const hash = (source: unknown, context = inAudience) => conditionOf(source, context).hash
    expect(hash({ tier: 'gold', consent: true })).toBe(hash({ consent: true, tier: 'gold' }))
    expect(hash({ tier: 'gold' })).not.toBe(hash({ tier: 'silver' }))
    const by = (source: unknown) => hash({ audience: 'regulars' }, withAudience(source))
    expect(by({ tier: 'gold' })).toBe(by({ tier: 'gold' }))
    expect(by({ tier: 'gold' })).not.toBe(by({ tier: 'silver' }))
    expect(hash({ chance: '20%' }, { ...inAudience, owner: 'a' })).not.toBe(
      hash({ chance: '20%' }, { ...inAudience, owner: 'b' }),
    )
  })

  test('that holds in one place does so in constant time of its size', () => {
    const wide: CompiledCondition = conditionOf({ any: Array.from({ length: 150 }, (_, i) => ({ tier: `t${i}` })) })
    expect(ask(wide, lin, NOW, ZONE).answer).toBe(false)
    expect(compileCondition({ any: Array.from({ length: 250 }, () => ({ tier: 't' })) }, inAudience)).toEqual({
      faults: [expect.objectContaining({ code: 'too-large' })],
    })
  })

  test('happened since the journey began', () => {
    const condition = conditionOf({ happened: 'flight.disrupted' }, { ...inAudience, inJourney: true })
    expect(condition.listensTo).toEqual(['member.disrupted'])
    const journey = {
      campaign: 'c',
      rulebook: 'r',
      key: 'k',
      enteredAt: NOW - DAY,
      pc: 0,
      cause: { fields: {} },
      happened: {},
    }
    expect(condition.test(subjectAt(lin, NOW, ZONE, { journey }))).toBe(false)
    const happened = { 'member.disrupted': NOW - HOUR }
    expect(condition.test(subjectAt(lin, NOW, ZONE, { journey: { ...journey, happened } }))).toBe(true)
  })

  test('counts since the journey began what came after the event that began it', () => {
    const inSteps = { ...inAudience, inJourney: true }
    const filed = { event: 'complaint.filed', where: { category: ['baggage', 'delay'] } }
    const journey = (cause: object) => ({
      campaign: 'c',
      rulebook: 'r',
      key: 'k',
      enteredAt: at('2026-10-14T18:00:00'),
      pc: 0,
      cause: { fields: {}, ...cause },
      happened: {},
    })
    const count = (source: object, cause: object) => {
      const condition = conditionOf({ happened: { ...filed, ...source } }, inSteps)
      return condition.observe(subjectAt(lin, NOW, ZONE, { journey: journey(cause) }))[0]!.value
    }
    const byFirst = { type: 'complaint.filed', eventId: 'f1', at: at('2026-09-20T12:00:00') }
    expect(count({}, byFirst)).toBe(1)
    expect(count({ since: 'entry' }, byFirst)).toBe(1)
    expect(count({ since: 'entry' }, { ...byFirst, eventId: 'another' })).toBe(2)
    expect(count({}, {})).toBe(0)
    expect(count({ inLast: '90d' }, byFirst)).toBe(2)
  })

  test('with "since: entry" alone is the short form', () => {
    const inSteps = { ...inAudience, inJourney: true }
    const short = conditionOf({ happened: 'booking.created' }, inSteps)
    const long = conditionOf({ happened: { event: 'booking.created', since: 'entry' } }, inSteps)
    expect([long.hash, long.listensTo]).toEqual([short.hash, short.listensTo])
    expect(conditionOf({ happened: { event: 'consent.changed' } }, inSteps).listensTo).toEqual(['consent.changed'])
  })
})
