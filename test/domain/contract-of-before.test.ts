import { describe, expect, test } from 'vitest'
import { parseFlight } from '../../shared/contract/flight.ts'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { isOfAFlight } from '../../shared/contract/of-a-flight.ts'
import type { Facts } from '../../shared/domain/member/facts.ts'
import { envelope } from '../support/events.ts'
import { exampleRulebook, wholeAirline } from '../support/whole-airline.ts'

/**
 * Events as contract 1.0 had them, word for word. Systems send them still: they are valid under every 1.x, tell the same of a
 * member, and lead to the same decisions, except that money waits for what happened.
 */

const rulebook = await exampleRulebook()
const M = { memberId: 'CW100001' }
const flight = {
  carrier: 'XW',
  flightNumber: '1061',
  from: 'PEK',
  to: 'LHR',
  scheduledDeparture: '2026-10-06T05:00:00Z',
}
const passengers = [{ ...M, pnr: 'K3YWCU', cabin: 'Y' }]
const disrupted = {
  ...flight,
  ...{ cause: 'technical', extraordinary: false, carrierLicence: 'UK', passengers },
}

type Row = [type: string, required: object, optional: object, facts: Partial<Record<keyof Facts, unknown>>]

const ROWS: Row[] = [
  [
    'member.enrolled',
    M,
    {
      ...{ givenName: 'Li', familyName: 'Na', email: 'cw100001@example.com', locale: 'en', timeZone: 'Asia/Shanghai' },
      ...{ homeAirport: 'PEK', birthDate: '1995-04-20', gender: 'f', enrolledOn: '2019-06-04', tier: 'gold' },
      ...{ companyId: 'ACME', consent: { email: true }, preferences: { seat: 'window', meal: 'beijing-duck' } },
      opening: {
        ...{ asOf: '2026-09-30', flights: 34, distanceKm: 51000, spend: { amount: 37400, currency: 'CNY' } },
        ...{ firstFlightOn: '2024-09-30', lastFlightOn: '2026-09-29', averageDiscount: 0.96 },
        cabins: { F: 0, C: 4, W: 0, Y: 30 },
      },
    },
    { tier: 'gold', consent: { email: true, service: true }, opening: { flights: 34 }, lastFlightOn: '2026-09-29' },
  ],
  ['member.updated', M, { tier: 'platinum' }, { tier: 'platinum' }],
  [
    'consent.changed',
    { ...M, channel: 'email', granted: false },
    { purpose: 'marketing', source: 'web' },
    { consent: { email: false, service: true } },
  ],
  [
    'booking.created',
    {
      ...{ ...M, pnr: 'K3YWCU' },
      flights: [
        { carrier: 'XW', flightNumber: '1061', from: 'PEK', to: 'LHR', departsAt: '2026-10-06T05:00:00Z', cabin: 'Y' },
      ],
    },
    { fare: { amount: 4100.5, currency: 'CNY' } },
    { bookings: [{ pnr: 'K3YWCU', fare: { amountMinor: 4100_50 } }] },
  ],
  ['booking.cancelled', { ...M, pnr: 'K3YWCU' }, {}, { bookings: [], cancelledBookings: 1 }],
  [
    'flight.completed',
    { ...M, ...flight, cabin: 'Y', distanceKm: 8160 },
    {
      ...{ pnr: 'K3YWCU', scheduledArrival: '2026-10-06T15:00:00Z', actualArrival: '2026-10-06T15:26:00Z' },
      ...{ arrivalDelayMinutes: 26, bookingClass: 'M', fare: { amount: 4100.5, currency: 'CNY' } },
    },
    { recentFlights: [{ delayMinutes: 26 }], worstDelayMinutes: 26 },
  ],
  [
    'flight.disrupted',
    { ...disrupted, kind: 'delay' },
    { arrivalDelayMinutes: 250, scheduledArrival: '2026-10-06T15:00:00Z' },
    { disruptions: [{ kind: 'delay', delayMinutes: 250, leg: 'XW1061:PEK-LHR:2026-10-06' }], worstDelayMinutes: 250 },
  ],
  ...(['cancellation', 'diversion', 'deniedBoarding', 'downgrade', 'baggageDelay'] as const).map(
    (kind): Row => [
      'flight.disrupted',
      { ...disrupted, kind },
      kind === 'cancellation' ? { noticeDays: 0 } : {},
      { disruptions: [{ kind, cause: 'technical', carrierLicence: 'UK', pnr: 'K3YWCU', cabin: 'Y' }] },
    ],
  ),
  [
    'complaint.filed',
    { ...M, complaintId: 'CMP-1', category: 'delay' },
    { severity: 4, text: 'Late again', language: 'en', channel: 'social', flight },
    { complaints: [{ complaintId: 'CMP-1' }], openComplaints: 1 },
  ],
  ['complaint.resolved', { ...M, complaintId: 'CMP-1', outcome: 'upheld' }, { satisfaction: 2 }, { openComplaints: 0 }],
  ['survey.answered', M, { nps: 6, ratings: { seat: 4, crew: 4 }, comment: 'fine', flight }, { nps: 6 }],
]

const BEFORE: Record<string, string> = {
  'booking.cancelled': 'booking.created',
  'complaint.resolved': 'complaint.filed',
}
const toldOnly = { mails: ['disruption-care'], paid: [] as string[], tasks: 0 }

const envelopeOf = (type: string, detail: object) =>
  envelope(type, { id: 'old-1', occurredAt: '2026-10-06T21:00:00Z', ...detail }, 'airline.ops')
const LATER = Date.parse('2026-10-07T00:00:00Z')
const faultsOf = (type: string, detail: object): object[] => {
  const told = envelopeOf(type, detail)
  if (isOfAFlight(type)) {
    const parsed = parseFlight(told, LATER)
    return parsed.ok ? [...parsed.amiss] : [parsed.fault]
  }
  const parsed = parseEnvelope(told, LATER)
  return parsed.ok ? [] : [parsed.fault]
}

describe.each(ROWS)('%s', (type, required, optional, facts) => {
  test(`is valid, with and without what is optional: ${Object.keys(optional).join(', ')}`, () => {
    expect(faultsOf(type, required)).toEqual([])
    expect(faultsOf(type, { ...required, ...optional })).toEqual([])
  })

  test('tells the same of a member', async () => {
    const air = await wholeAirline(rulebook, '2026-10-06T00:00:00Z')
    await air.tell('member.enrolled', { id: 'e', occurredAt: '2026-10-05T00:00:00Z', ...M }, 'airline.ffp')
    const { id, occurredAt } = { id: 'old-1', occurredAt: '2026-10-06T21:00:00Z' }
    // What was made or filed before is resolved or cancelled.
    const before = ROWS.find(([each]) => each === BEFORE[type])
    if (before)
      await air.tell(before[0], { id: 'old-0', occurredAt: '2026-10-06T20:00:00Z', ...before[1] }, 'airline.ops')
    await air.tell(type, { id, occurredAt, ...required, ...optional }, 'airline.ops')
    expect(await air.setAside()).toEqual([])
    expect(await air.facts(M.memberId)).toMatchObject(facts)
  })
})

test.each([
  ['offer.accepted', { ...M, offerId: 'o1' }],
  ['offer.declined', { ...M, offerId: 'o1' }],
  ['member.merged', { ...M, into: 'CW100002' }],
  ['member.erased', M],
])('%s is valid', (type, detail) => {
  expect(faultsOf(type, detail)).toEqual([])
})

describe('what is decided on old reports of a flight', () => {
  const arrived = '2026-10-06T20:00:00Z'
  const decided = async (occurredAt: string, more: object, flown?: number) => {
    const air = await wholeAirline(rulebook, '2026-10-05T00:00:00Z')
    const profile = { email: 'cw100001@example.com', locale: 'en', timeZone: 'Asia/Shanghai' }
    await air.tell('member.enrolled', { id: 'e', occurredAt: '2026-10-05T00:00:00Z', ...M, ...profile }, 'airline.ffp')
    await air.tell('flight.disrupted', { id: 'd', occurredAt, ...disrupted, ...more }, 'airline.ops')
    const completed = { ...M, ...flight, cabin: 'Y', distanceKm: 8160, arrivalDelayMinutes: flown }
    if (flown !== undefined)
      await air.tell('flight.completed', { id: 'c', occurredAt: '2026-10-06T20:10:00Z', ...completed }, 'airline.dcs')
    await air.until('2026-10-12T00:00:00Z')
    const mails = air.mails(M.memberId).map((each) => each.split(' ')[0])
    return { mails, paid: await air.paid(M.memberId), tasks: (await air.tasks(M.memberId)).length }
  }

  test.each<[string, string, object, number | undefined, object]>([
    [
      'a delay, told after it arrived, and flown',
      arrived,
      { kind: 'delay', arrivalDelayMinutes: 250 },
      250,
      paidOnce('520.00 GBP'),
    ],
    [
      'a delay, told before, and flown as late',
      '2026-10-06T05:30:00Z',
      { kind: 'delay', arrivalDelayMinutes: 250 },
      250,
      paidOnce('520.00 GBP'),
    ],
    [
      'a cancellation without notice',
      '2026-10-06T04:00:00Z',
      { kind: 'cancellation', noticeDays: 0 },
      undefined,
      paidOnce('520.00 GBP'),
    ],
    [
      'a cancellation told in time',
      '2026-10-06T04:00:00Z',
      { kind: 'cancellation', noticeDays: 20 },
      undefined,
      toldOnly,
    ],
    ['a delay by weather', arrived, { kind: 'delay', arrivalDelayMinutes: 250, extraordinary: true }, 250, toldOnly],
    ['denied boarding', '2026-10-06T04:50:00Z', { kind: 'deniedBoarding' }, undefined, paidOnce('520.00 GBP')],
    // Contract 1.0 does not say who was on board. That is the one thing that is decided otherwise: a person finds out.
    [
      'a delay, told after it arrived, and nothing else',
      arrived,
      { kind: 'delay', arrivalDelayMinutes: 250 },
      undefined,
      { ...toldOnly, tasks: 1 },
    ],
  ])('%s', async (_what, at, more, flown, expected) => {
    expect(await decided(at, more, flown)).toEqual(expected)
  })
})

function paidOnce(sum: string) {
  return { mails: ['disruption-care', 'what-is-owed'], paid: [sum], tasks: 0 }
}
