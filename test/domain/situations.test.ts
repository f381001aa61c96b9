import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { owedTo } from '../../shared/domain/campaign/owed-to-member.ts'
import type { Flown, Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import type { LegalSettings } from '../../shared/domain/rulebook/rulebook.ts'
import { disruptedBy, type Report } from '../support/disrupted.ts'

/** Each situation of docs/law.md under each regime that knows it: the sum, and the paragraph that it rests on. */

const law: LegalSettings = {
  flightSuffix: 'ignored',
  law: { licence: 'CN', table: 'Air China', automaticPerHour: {} },
}
const departure = Date.parse('2026-06-01T08:00Z')
const arrival = departure + 11 * HOUR

const REGIMES = {
  EU261: { from: 'FRA', to: 'PEK', via: 'MUC', currency: 'EUR', all: 600_00, half: 300_00 },
  UK261: { from: 'LHR', to: 'PEK', via: 'MAN', currency: 'GBP', all: 520_00, half: 260_00 },
  CN: { from: 'PEK', to: 'SHA', via: 'TNA', currency: 'CNY', all: 200_00, half: 200_00 },
} as const
type Name = keyof typeof REGIMES

/** What is owed, in words: a sum of the regime, nothing, a person's work, or not known yet. */
type Answer = 'all' | 'half' | 'nothing' | 'person' | 'later'

interface Situation {
  what: string
  reports: Partial<Report>[]
  more?: (route: { from: string; to: string; via: string }) => Partial<Member>
  /** When it is asked; else five days after departure. */
  after?: number
  owed: { [R in Name]?: Answer }
  /** Part of the paragraphs, where money is owed. */
  by?: { [R in Name]?: string }
}

const late = (delayMinutes: number, more: Partial<Report> = {}): Partial<Report> => ({
  ...{ kind: 'delay', delayMinutes, boarded: true },
  ...more,
})
const expected = (expectedDelay: number): Partial<Report> => ({ kind: 'delay', expectedDelay, boarded: true })
const cancelled = (more: Partial<Report> = {}): Partial<Report> => ({ kind: 'cancellation', confirmed: true, ...more })
const unknown = { cause: undefined, extraordinary: undefined }
const both = (answer: Answer) => ({ EU261: answer, UK261: answer })
const art = (ref: string) => ({ EU261: ref, UK261: ref })

const flown = (number: string, from: string, to: string, delayMinutes: number): Flown => ({
  ...{ at: arrival, eventId: 'f', carrier: 'XW', flightNumber: number, from, to, date: '2026-06-01' },
  ...{ cabin: 'Y', distanceKm: 1000, delayMinutes },
})
const booked = (...flights: [number: string, from: string, to: string, departsAt: number][]): Member['bookings'] => [
  {
    pnr: 'P',
    created: {
      ...{ at: departure - 30 * MINUTE, eventId: 'b' },
      flights: flights.map(([flightNumber, from, to, departsAt]) => ({
        ...{ carrier: 'XW', flightNumber, from, to, departsAt, cabin: 'Y' },
      })),
    },
  },
]

const SITUATIONS: Situation[] = [
  {
    what: 'an estimate, and it arrived in time enough',
    reports: [expected(190), late(150)],
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: 'an estimate alone, before anybody can know',
    reports: [expected(300)],
    after: HOUR,
    owed: { ...both('later'), CN: 'later' },
  },
  {
    what: 'an estimate, and nobody ever says when it arrived',
    reports: [expected(300)],
    owed: { ...both('person'), CN: 'person' },
  },
  {
    what: '250 late',
    reports: [late(250)],
    owed: { ...both('all'), CN: 'all' },
    by: { ...art('Art. 7(1)(c)'), CN: 'art. 17' },
  },
  {
    what: '190 late',
    reports: [late(190)],
    owed: { ...both('half'), CN: 'nothing' },
    by: art('Art. 7(2)(c)'),
  },
  {
    what: '200 late at arrival, 250 at departure: China counts the departure',
    reports: [late(200, { departureDelay: 250 })],
    owed: { ...both('half'), CN: 'all' },
    by: { ...art('Art. 7(2)(c)'), CN: 'art. 17' },
  },
  {
    what: '250 late in a storm',
    reports: [late(250, { extraordinary: true })],
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: '250 late, and nobody says why',
    reports: [late(250, unknown)],
    owed: { ...both('all'), CN: 'person' },
    by: art('Art. 5(3)'),
  },
  {
    what: '250 late, and the passenger was not on board',
    reports: [late(250, { boarded: false })],
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: '250 late, and nobody says who was on board',
    reports: [late(250, { boarded: undefined })],
    owed: { ...both('person'), CN: 'person' },
  },
  {
    what: 'cancelled on the day',
    reports: [cancelled()],
    owed: { ...both('all'), CN: 'nothing' },
    by: art('Art. 5(1)(c)(iii)'),
  },
  {
    what: 'cancelled on the day, before it was to depart',
    reports: [cancelled()],
    after: -HOUR,
    owed: both('later'),
  },
  {
    what: 'cancelled, without a confirmed booking',
    reports: [cancelled({ confirmed: false })],
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: 'cancelled, and nobody says whether the booking was confirmed',
    reports: [cancelled({ confirmed: undefined })],
    owed: both('person'),
  },
  {
    what: 'cancelled sixty days before, told then',
    reports: [cancelled({ at: departure - 60 * DAY, toldAt: departure - 60 * DAY })],
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: 'cancelled sixty days before, and nobody says when passengers were told',
    reports: [cancelled({ at: departure - 60 * DAY })],
    owed: both('person'),
  },
  {
    what: 'told ten days before, another flight four hours later',
    reports: [cancelled({ noticeDays: 10, reroute: { departsEarlierMin: 0, arrivesLaterMin: 240 } })],
    owed: both('half'),
    by: art('Art. 5(1)(c)(ii)'),
  },
  {
    what: 'another flight an hour later',
    reports: [cancelled({ reroute: { departsEarlierMin: 0, arrivesLaterMin: 60 } })],
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: 'another flight by a changed booking, three hours later',
    reports: [cancelled({ pnr: 'P' })],
    more: ({ from, to }) => ({
      bookings: booked(['11', from, to, departure + 3 * HOUR]),
      flights: [flown('11', from, to, 0)],
    }),
    owed: both('half'),
    by: art('Art. 7(2)(c)'),
  },
  {
    what: 'cancelled, put on again, and flown in time',
    reports: [cancelled({ reinstated: true })],
    more: ({ from, to }) => ({ flights: [flown('9', from, to, 0)] }),
    owed: { ...both('nothing'), CN: 'nothing' },
  },
  {
    what: 'denied boarding',
    reports: [{ kind: 'deniedBoarding' }],
    after: HOUR,
    owed: { ...both('all'), CN: 'nothing' },
    by: art('Art. 4(3)'),
  },
  {
    what: 'in a lower cabin: the fare is needed',
    reports: [{ kind: 'downgrade' }],
    owed: { ...both('person'), CN: 'nothing' },
  },
  {
    what: 'diverted, 300 late in the end',
    reports: [late(300, { kind: 'diversion' })],
    owed: { ...both('all'), CN: 'all' },
    by: { ...art('Art. 7(1)(c)'), CN: 'art. 17' },
  },
  {
    what: 'the first of two flights late, and nobody says when the last one arrived',
    reports: [late(300, { pnr: 'P' })],
    more: ({ from, to }) => ({
      bookings: booked(['9', from, to, departure], ['12', to, 'HKG', departure + 15 * HOUR]),
    }),
    owed: both('person'),
  },
]

describe.each(Object.keys(REGIMES) as Name[])('%s', (regime) => {
  const route = REGIMES[regime]
  const known = SITUATIONS.filter(({ owed }) => owed[regime])
  test.each(known.map((each) => [each.what, each] as const))('%s', (_what, { reports, more, after, owed, by }) => {
    const leg = `XW9:${route.from}-${route.to}:2026-06-01`
    const usual = { leg, departsAt: departure, arrivesAt: arrival, cause: 'technical', extraordinary: false } as const
    const all = reports.map((report, i) => ({
      ...{ kind: 'delay' as const, at: departure - HOUR + i * MINUTE, eventId: `t${i}`, carrierLicence: 'CN' },
      ...usual,
      ...report,
    }))
    const member = { ...newMember('M1'), disruptions: disruptedBy(all), ...more?.(route) }
    const answer = owedTo(member, leg, law, departure + (after ?? 5 * DAY))
    const { currency } = route
    const expectation = {
      all: { owed: 'money', regime, amountMinor: route.all, currency },
      half: { owed: 'money', regime, amountMinor: route.half, currency },
      nothing: { owed: 'nothing' },
      person: { owed: 'unclear' },
      later: { owed: 'later' },
    }[owed[regime]!]
    expect(answer).toMatchObject(expectation)
    if (by?.[regime]) expect(answer).toMatchObject({ source: expect.stringContaining(by[regime]) })
  })
})

test('a bag that comes late from America, and a flight to it that is cancelled: a person’s, and the passenger’s to ask', () => {
  const leg = 'XW9:PEK-JFK:2026-06-01'
  const owed = (kind: 'baggageDelay' | 'cancellation') => {
    const report = {
      kind,
      at: departure,
      eventId: 't',
      leg,
      departsAt: departure,
      carrierLicence: 'CN',
      confirmed: true,
    }
    const said = { ...report, cause: 'technical', extraordinary: false }
    return owedTo({ ...newMember('M1'), disruptions: disruptedBy([said]) }, leg, law, departure + 5 * DAY)
  }
  expect(owed('baggageDelay')).toMatchObject({ owed: 'unclear', findings: [{ is: 'lacks', fact: 'bagLateHours' }] })
  expect(owed('cancellation')).toMatchObject({ owed: 'nothing' })
})
