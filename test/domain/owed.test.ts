import { describe, expect, test } from '@jest/globals'
import { assistanceTo, owedTo } from '../../shared/domain/campaign/owed.ts'
import type { Disruption, Flown, Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import type { LegalSettings } from '../../shared/domain/rulebook/rulebook.ts'

const law: LegalSettings = {
  flightSuffix: 'ignored',
  law: { licence: 'CN', table: 'Air China', automaticPerHour: {} },
}
const departure = Date.parse('2026-06-01T08:00Z')
const legOf = (from: string, to: string) => `XW9:${from}-${to}:2026-06-01`

const late = (delayMinutes: number | undefined, more: Partial<Disruption> = {}): Partial<Disruption> => ({
  kind: 'delay',
  delayMinutes,
  ...more,
})

function memberWith(leg: string, reports: Partial<Disruption>[], more: Partial<Member> = {}): Member {
  const usual = {
    at: departure,
    eventId: 't',
    leg,
    departsAt: departure,
    kind: 'delay',
    cause: 'technical',
    extraordinary: false,
  } as const
  return {
    ...newMember('M1'),
    disruptions: reports.map((report) => ({ ...usual, carrierLicence: 'CN', ...report })),
    ...more,
  }
}

type Row = [what: string, route: [string, string], reports: Partial<Disruption>[], owed: object]

test.each<Row>([
  ['from Europe, four hours', ['FRA', 'PEK'], [late(240)], { owed: 'money', regime: 'EU261', amountMinor: 600_00 }],
  ['from Europe, three', ['FRA', 'PEK'], [late(180)], { amountMinor: 300_00, currency: 'EUR' }],
  ['China’s own table', ['PEK', 'SHA'], [late(250)], { regime: 'CN', amountMinor: 200_00, currency: 'CNY' }],
  ['the most of all reports', ['PEK', 'SHA'], [late(100), late(500), late(250)], { amountMinor: 400_00 }],
  ['delayed, then cancelled', ['CDG', 'PVG'], [late(120), { kind: 'cancellation' }], { amountMinor: 600_00 }],
  ['told two weeks before', ['CDG', 'PVG'], [{ kind: 'cancellation', noticeDays: 14 }], { owed: 'nothing' }],
  ['weather', ['FRA', 'PEK'], [late(600, { extraordinary: true })], { owed: 'nothing', reason: /extraordinary/ }],
  ['a minute under', ['FRA', 'PEK'], [late(179)], { owed: 'nothing', reason: /EU261: 2 h 59/ }],
  ['an arrival that is not known yet', ['FRA', 'PEK'], [late(undefined)], { owed: 'nothing' }],
  ['the fare is needed', ['FRA', 'PEK'], [{ kind: 'downgrade' }], { owed: 'unclear', reason: /the fare/ }],
  ['late bags in China', ['PEK', 'SHA'], [{ kind: 'baggageDelay' }], { owed: 'nothing' }],
  ['late bags in America', ['PEK', 'JFK'], [{ kind: 'baggageDelay' }], { owed: 'unclear', reason: /the bag/ }],
  ['a refund is to be asked for', ['PEK', 'JFK'], [{ kind: 'cancellation' }], { owed: 'nothing' }],
  ['London to Paris pays once, in pounds', ['LHR', 'CDG'], [late(200, { carrierLicence: 'EU' })], { regime: 'UK261' }],
  ['Paris to London in euros', ['CDG', 'LHR'], [late(200, { carrierLicence: 'UK' })], { regime: 'EU261' }],
  ['nobody’s law', ['DXB', 'SIN'], [late(600, { carrierLicence: 'other' })], { owed: 'nothing', reason: /no law/ }],
])('%s', (_what, [from, to], reports, owed) => {
  const leg = legOf(from, to)
  const { reason, ...rest } = owed as { reason?: RegExp }
  const answer = owedTo(memberWith(leg, reports), leg, law)
  expect(answer).toMatchObject(rest)
  if (reason) expect(answer.reason).toMatch(reason)
})

test('without a table a delay in China is for a person', () => {
  const leg = legOf('PEK', 'SHA')
  const answer = owedTo(memberWith(leg, [late(250)]), leg, { ...law, law: { licence: 'CN', automaticPerHour: {} } })
  expect(answer).toMatchObject({ owed: 'unclear', reason: expect.stringContaining('no table') })
})

describe('one of several flights', () => {
  const leg = legOf('FRA', 'MUC')
  const segment = (from: string, to: string, departsAt: string) => ({
    carrier: 'XW',
    flightNumber: '9',
    from,
    to,
    departsAt: Date.parse(departsAt),
    cabin: 'Y' as const,
  })
  const booked = (...flights: ReturnType<typeof segment>[]): Partial<Member> => ({
    bookings: [{ pnr: 'P', created: { at: 0, eventId: 'b', flights } }],
  })
  const there = segment('FRA', 'MUC', '2026-06-01T08:00Z')
  const on = segment('MUC', 'PEK', '2026-06-01T12:00Z')

  test('late: the last arrival counts, and is not known', () => {
    const member = memberWith(leg, [late(200, { pnr: 'P' })], booked(there, on))
    expect(owedTo(member, leg, law)).toMatchObject({ owed: 'unclear', reason: expect.stringContaining('last arrival') })
  })

  test('cancelled: the whole way counts', () => {
    const member = memberWith(leg, [{ kind: 'cancellation', pnr: 'P' }], booked(there, on))
    expect(owedTo(member, leg, law)).toMatchObject({ owed: 'money', amountMinor: 600_00 })
  })

  test('there and back on one day are two', () => {
    const back = segment('MUC', 'FRA', '2026-06-01T18:00Z')
    const member = memberWith(leg, [late(200, { pnr: 'P' })], booked(there, back))
    expect(owedTo(member, leg, law)).toMatchObject({ owed: 'money', amountMinor: 250_00 })
  })
})

describe('a flight that nobody reported', () => {
  const leg = legOf('FRA', 'PEK')
  const flown = (delayMinutes: number): Flown => ({
    at: departure + 12 * 3_600_000,
    eventId: 't',
    carrier: 'XW',
    flightNumber: '9',
    from: 'FRA',
    to: 'PEK',
    date: '2026-06-01',
    cabin: 'Y',
    distanceKm: 7788,
    delayMinutes,
  })

  test('flown late: the cause is not known', () => {
    expect(owedTo(memberWith(leg, [], { flights: [flown(200)] }), leg, law)).toMatchObject({ owed: 'unclear' })
  })
  test('flown in time: nothing, whatever the cause', () => {
    expect(owedTo(memberWith(leg, [], { flights: [flown(20)] }), leg, law)).toMatchObject({ owed: 'nothing' })
  })
  test('nothing known at all', () => {
    expect(owedTo(memberWith(leg, []), leg, law)).toMatchObject({ owed: 'unclear' })
    expect(owedTo(memberWith(leg, []), 'no leg', law)).toMatchObject({ owed: 'unclear' })
  })
})

test('what is done besides paying', () => {
  const leg = legOf('FRA', 'PEK')
  const cancelled = memberWith(leg, [{ kind: 'cancellation', extraordinary: true }])
  expect(assistanceTo(cancelled, leg, law)).toEqual({ careDue: true, refundRight: true })
  expect(assistanceTo(memberWith(leg, []), leg, law)).toEqual({ careDue: false, refundRight: false })
})
