import { describe, expect, test } from 'vitest'
import type { Envelope } from '../../shared/contract/index.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { owedTo } from '../../shared/domain/campaign/owed-to-member.ts'
import type { LegalSettings } from '../../shared/domain/rulebook/rulebook.ts'
import { envelope } from '../support/events.ts'
import { fly } from '../support/fly.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'

/** No money goes by a field that cannot be read: it waits for the field to be corrected, and then a person looks. */

const law: LegalSettings = {
  flightSuffix: 'ignored',
  law: { licence: 'CN', table: 'Air China', causes: { 71: 'extraordinary' }, automaticPerHour: {} },
}
const departure = Date.parse('2026-06-01T08:00Z')
const landed = departure + 20 * HOUR
const iso = (instant: number) => new Date(instant).toISOString()

interface Route {
  from: string
  to: string
}
const europe: Route = { from: 'FRA', to: 'PEK' }
const china: Route = { from: 'PEK', to: 'SHA' }
const home: Route = { from: 'PEK', to: 'FRA' }
const legOf = ({ from, to }: Route) => `XW9:${from}-${to}:2026-06-01`

const usual = { cause: 'technical', extraordinary: false, carrierLicence: 'CN' }
const cancelled = { ...usual, kind: 'cancellation' }
const denied = { ...usual, kind: 'deniedBoarding' }
const late = (arrivalDelayMinutes: unknown, more: object = {}) => ({
  ...{ ...usual, kind: 'delay', certainty: 'actual', arrivalDelayMinutes },
  ...more,
})
const withoutCause = { cause: undefined, extraordinary: undefined }

function report(route: Route, told: object, { id = 'f1', at = landed, passenger = {} } = {}): Envelope {
  const flight = { carrier: 'XW', flightNumber: '9', ...route, scheduledDeparture: iso(departure) }
  const passengers = [{ memberId: 'M1', pnr: 'AAAAA1', boarded: true, ...passenger }]
  return envelope('flight.disrupted', { id, occurredAt: iso(at), ...flight, ...told, passengers }, 'airline.ops')
}

const begin = () => reactorOf(undefined, landed + MINUTE)
const owed = async (reactor: Reactor, route: Route, now: number) =>
  owedTo(await reactor.member(), legOf(route), law, now)

type Row = [what: string, route: Route, told: object, passenger?: object]

/** Each would be paid otherwise if the field had not been told at all. */
test.each<Row>([
  ['when passengers were told', europe, { ...cancelled, toldAt: 'last week' }],
  ['the days of notice', europe, { ...cancelled, noticeDays: '14 days' }],
  ['the flight that was given instead', europe, { ...cancelled, reroute: 'XW11' }],
  ['when that leaves', europe, { ...cancelled, reroute: { arrivesLaterMinutes: 60, departsEarlierMinutes: 'none' } }],
  ['how late that arrives', europe, { ...cancelled, arrivalDelayMinutes: '60 min' }],
  ['whether the booking was confirmed', europe, cancelled, { confirmed: 'waitlist' }],
  ['whether it was extraordinary', europe, { ...cancelled, extraordinary: 'weather' }],
  ['a delay code that is a number', europe, { ...cancelled, ...withoutCause, cause: 71 }],
  ['what else it is called', europe, { ...cancelled, marketedAs: 'LH7238' }],
  ['when it was to depart before', europe, { ...cancelled, earlierDepartures: ['01JUN'] }],
  ['what a passenger who was left behind was given', europe, { ...denied, reroute: { arrivesLaterMinutes: '4h' } }],
  ['how late it arrived', europe, late('four hours')],
  ['how late it left, which China counts', china, late(20, { departureDelayMinutes: '260' })],
  ['whether they were on board', europe, late(250), { boarded: 'Y' }],
  ['whose licence, which decides whether Europe’s law counts', home, late(250, { carrierLicence: 49 })],
  ['whether it happened', europe, late(250, { certainty: 'ACT' })],
])('%s: the money waits for three days, and is then for a person', async (_what, route, told, passenger = {}) => {
  const reactor = begin()
  await fly(reactor, [report(route, told, { passenger })])
  expect(reactor.alerts).toEqual(['flight-set-aside'])
  expect(await owed(reactor, route, departure + 3 * DAY - 1)).toMatchObject({ owed: 'later' })
  expect(await owed(reactor, route, departure + 3 * DAY)).toMatchObject({ owed: 'unclear' })
})

test.each<Row>([
  ['the notice of a flight that is late', china, late(20, { noticeDays: 'none' })],
  ['how late, in a storm', europe, late('very', { extraordinary: true })],
  ['a word for the cause where it is said to be extraordinary', europe, late(250, { extraordinary: true, cause: 71 })],
  [
    'when the passengers were told, where the days are given',
    europe,
    { ...cancelled, noticeDays: 20, toldAt: 'early' },
  ],
  ['how late, for who was not on board', europe, late('very'), { boarded: false }],
])('%s: nothing is owed, whatever it says', async (_what, route, told, passenger = {}) => {
  const reactor = begin()
  await fly(reactor, [report(route, told, { passenger })])
  for (const days of [1, 4])
    expect(await owed(reactor, route, departure + days * DAY)).toMatchObject({ owed: 'nothing' })
})

describe('corrected', () => {
  const bad = report(europe, { ...cancelled, toldAt: 'last week' })
  const corrected = async (toldAt: string) => {
    const reactor = begin()
    await fly(reactor, [bad])
    const [entry] = (await reactor.ports.setAsides.list({ limit: 10 })).entries
    const detail = { ...(entry!.envelope.detail as object), toldAt }
    await fly(reactor, [{ ...entry!.envelope, id: 'corrected', detail }])
    return owed(reactor, europe, landed)
  }
  test('it is paid, or it is not', async () => {
    expect(await corrected(iso(departure - 20 * DAY))).toMatchObject({ owed: 'nothing' })
    expect(await corrected(iso(departure - 2 * DAY))).toMatchObject({ owed: 'money', amountMinor: 600_00 })
  })

  test('what was known before does not hold, and what is said later does', async () => {
    const before = report(europe, late(250), { id: 'f0', at: landed - HOUR })
    const unread = report(europe, late('190'))
    const after = report(europe, late(190), { id: 'f2', at: landed + MINUTE })
    for (const order of [
      [before, unread],
      [unread, before],
    ]) {
      const reactor = begin()
      await fly(reactor, order)
      expect(await owed(reactor, europe, landed)).toMatchObject({ owed: 'later' })
      await fly(reactor, [after])
      expect(await owed(reactor, europe, landed)).toMatchObject({ amountMinor: 300_00 })
    }
  })
})

describe('what is told of one member alone', () => {
  const about = { occurredAt: iso(landed), memberId: 'M1' }
  const flight = { carrier: 'XW', flightNumber: '9', ...europe, scheduledDeparture: iso(departure) }

  test('of the flight they were given: the money waits', async () => {
    const reactor = begin()
    await fly(reactor, [report(europe, cancelled)])
    expect(await owed(reactor, europe, landed)).toMatchObject({ amountMinor: 600_00 })
    await reactor.take([
      envelope('flight.rebooked', { ...about, id: 'r', flight, arrivesLaterMinutes: '60', departsEarlierMinutes: 0 }),
    ])
    expect(await owed(reactor, europe, landed)).toMatchObject({ owed: 'later' })
  })

  test('how late they arrived: what operations said before it does not hold', async () => {
    const flown = (id: string, arrivalDelayMinutes: unknown, at = landed + MINUTE) =>
      envelope('flight.completed', {
        ...{ ...about, ...flight, id, occurredAt: iso(at) },
        ...{ cabin: 'Y', distanceKm: 7788, arrivalDelayMinutes },
      })
    const reactor = begin()
    await fly(reactor, [report(europe, late(250))])
    await reactor.take([flown('c1', 170.5)])
    expect(await owed(reactor, europe, landed)).toMatchObject({ owed: 'later' })
    await reactor.take([flown('c2', 190, landed + 2 * MINUTE)])
    expect(await owed(reactor, europe, landed)).toMatchObject({ amountMinor: 300_00 })

    const alone = begin()
    await alone.take([flown('c1', 'late')])
    expect(await owed(alone, europe, landed)).toMatchObject({ owed: 'unclear' })
  })

  test('at the gate: nobody is on board by a word that cannot be read', async () => {
    const reactor = begin()
    await fly(reactor, [report(europe, late(250), { passenger: { boarded: undefined } })])
    const passengers = [{ memberId: 'M1', boarded: 'no show' }]
    await fly(reactor, [
      envelope('flight.boarded', { id: 'g', occurredAt: iso(departure), ...flight, passengers }, 'airline.ops'),
    ])
    expect((await reactor.member()).boardings).toEqual([])
    expect(await owed(reactor, europe, landed)).toMatchObject({ owed: 'later' })
  })
})
