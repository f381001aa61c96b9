import { describe, expect, test } from '@jest/globals'
import { fanOut } from '../../shared/app/react/fan-out.ts'
import { memberOf } from '../../shared/app/react/member-turn.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { at, envelope } from '../support/events.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** One passenger who cannot be read costs nobody else their rights. */

const start = at('2026-06-01T04:00:00Z')

function disrupted(passengers: unknown, more: object = {}): Envelope {
  const detail = {
    id: 'F1',
    occurredAt: new Date(start).toISOString(),
    carrier: 'CA',
    flightNumber: '720',
    from: 'FRA',
    to: 'PEK',
    scheduledDeparture: new Date(start - HOUR).toISOString(),
    kind: 'cancellation',
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'EU',
    passengers,
    ...more,
  }
  return envelope('flight.disrupted', detail, 'airline.ops')
}

const [P1, P2, BAD] = [
  { memberId: 'P1', cabin: 'Y' },
  { memberId: 'P2', cabin: 'Y' },
  { memberId: 'CA#1', cabin: 'Y' },
]
const begin = () => reactorOf(undefined, start + MINUTE)
const redelivered = (one: Envelope): Envelope => ({ ...one, id: `${one.id}-again` })

async function fly(reactor: Reactor, flights: readonly Envelope[], broken: object = {}): Promise<string[]> {
  const { ports, now, errors, alerts } = reactor
  const messages = flights.map((flight, i) => ({ messageId: `f${i}`, body: JSON.stringify(flight) }))
  const failed = await fanOut(messages, {
    ports: { ...ports, ...broken },
    now,
    onError: (error) => errors.push(error),
    alert: (what) => alerts.push(what),
  })
  await reactor.drain()
  return failed
}

const setAside = async ({ ports }: Reactor) => (await ports.setAsides.list({ limit: 100 })).entries
const counts = async ({ ports }: Reactor) => {
  const { 'accepted.flight.disrupted': accepted = 0, duplicates = 0, setAside = 0 } = await ports.tally.read()
  return { accepted, duplicates, setAside }
}
const onBoard = async ({ ports }: Reactor) =>
  (await ports.members.page({ limit: 100 })).members.map(({ memberId }) => memberId).sort()

test('the others are told of, and the one is set aside as a flight of their own', async () => {
  const reactor = begin()
  const flight = disrupted([P1, BAD, P2])
  expect(await fly(reactor, [flight])).toEqual([])
  expect(await onBoard(reactor)).toEqual(['P1', 'P2'])
  expect(await counts(reactor)).toEqual({ accepted: 1, duplicates: 0, setAside: 1 })
  expect(reactor.alerts).toEqual(['flight-set-aside'])
  const [entry] = await setAside(reactor)
  expect(entry).toMatchObject({
    fault: { code: 'bad-passenger', path: 'passengers.1.memberId' },
    envelope: {
      source: 'airline.ops',
      'detail-type': 'flight.disrupted',
      detail: { flightNumber: '720', passengers: [BAD] },
    },
  })
  expect(entry!.fault.message).toMatch(/^passengers\.1\.memberId: /)
})

test.each<[string, unknown, string]>([
  ['nothing', null, 'passengers.1'],
  ['a text', 'P3', 'passengers.1'],
  ['a number for a card', { memberId: 7 }, 'passengers.1.memberId'],
  ['a cabin nobody has', { memberId: 'P3', cabin: 'Z9' }, 'passengers.1.cabin'],
])('%s for a passenger is set aside alone', async (_, passenger, path) => {
  const reactor = begin()
  await fly(reactor, [disrupted([P1, passenger, P2])])
  expect(await onBoard(reactor)).toEqual(['P1', 'P2'])
  expect((await setAside(reactor)).map(({ fault }) => fault)).toMatchObject([{ code: 'bad-passenger', path }])
})

test('each who cannot be read is set aside apart', async () => {
  const reactor = begin()
  await fly(reactor, [disrupted([BAD, P1, { memberId: 'CA#2' }])])
  expect(
    (await setAside(reactor)).map(({ envelope: { detail } }) => (detail as { passengers: unknown }).passengers),
  ).toEqual(expect.arrayContaining([[BAD], [{ memberId: 'CA#2' }]]))
  expect(await counts(reactor)).toEqual({ accepted: 1, duplicates: 0, setAside: 2 })
})

describe('who was set aside', () => {
  async function begun() {
    const reactor = begin()
    const flight = disrupted([P1, BAD])
    await fly(reactor, [flight])
    const [entry] = await setAside(reactor)
    return { reactor, flight, entry: entry! }
  }

  test('stays so when tried again as they are', async () => {
    const { reactor, entry } = await begun()
    await fly(reactor, [{ ...entry.envelope, setAsideKey: entry.key }])
    expect(await setAside(reactor)).toEqual([entry])
    expect(await counts(reactor)).toEqual({ accepted: 1, duplicates: 0, setAside: 1 })
  })

  test('has their rights when corrected and sent under the same id, and is set aside no more', async () => {
    const { reactor, entry } = await begun()
    const detail = { ...(entry.envelope.detail as object), passengers: [{ memberId: 'CA1', cabin: 'Y' }] }
    await fly(reactor, [{ ...entry.envelope, id: 'a delivery of its own', detail }])
    expect(await onBoard(reactor)).toEqual(['CA1', 'P1'])
    expect((await reactor.member('CA1')).disruptions).toHaveLength(1)
    expect(await setAside(reactor)).toEqual([])
    expect(await counts(reactor)).toEqual({ accepted: 2, duplicates: 0, setAside: 0 })
  })

  test('is set aside once, however often the flight comes', async () => {
    const { reactor, flight, entry } = await begun()
    await fly(reactor, [flight, redelivered(flight)])
    expect(await setAside(reactor)).toEqual([entry])
    expect(await counts(reactor)).toEqual({ accepted: 1, duplicates: 1, setAside: 1 })
  })

  test('is part of what the flight says: another one in their place is a conflict', async () => {
    const { reactor, flight } = await begun()
    const other = {
      ...redelivered(flight),
      detail: { ...(flight.detail as object), passengers: [P1, { memberId: 'CA#9' }] },
    }
    await fly(reactor, [other])
    expect((await setAside(reactor)).map(({ fault }) => fault.code).sort()).toEqual(['bad-passenger', 'id-conflict'])
  })
})

test('a flight on which nobody can be read is set aside, and taken once it is corrected', async () => {
  const reactor = begin()
  const flight = disrupted([BAD])
  await fly(reactor, [flight])
  expect(await setAside(reactor)).toMatchObject([{ fault: { code: 'bad-passenger' }, envelope: flight }])
  expect(await counts(reactor)).toEqual({ accepted: 0, duplicates: 0, setAside: 1 })
  await fly(reactor, [{ ...redelivered(flight), detail: { ...(flight.detail as object), passengers: [P1] } }])
  expect(await onBoard(reactor)).toEqual(['P1'])
  expect(await counts(reactor)).toEqual({ accepted: 1, duplicates: 0, setAside: 0 })
})

test.each<[string, unknown]>([
  ['everybody', 'everybody'],
  ['a passenger', P1],
  ['a thousand and one', Array.from({ length: 1001 }, (_, i) => ({ memberId: `P${i}` }))],
])('%s for a list of passengers is the flight’s own fault', async (_, passengers) => {
  const reactor = begin()
  await fly(reactor, [disrupted(passengers)])
  expect(await setAside(reactor)).toMatchObject([{ fault: { code: 'bad-field', path: 'passengers' } }])
  expect(await onBoard(reactor)).toEqual([])
})

test.each(['before', 'after'] as const)('a crash %s the one is set aside loses nobody', async (when) => {
  const reactor = begin()
  const flight = disrupted([P1, BAD])
  expect(await fly(reactor, [flight], { setAsides: failing(reactor.ports.setAsides, 'put', when) })).toEqual(['f0'])
  expect(await fly(reactor, [flight])).toEqual([])
  expect(await onBoard(reactor)).toEqual(['P1'])
  expect((await reactor.member('P1')).disruptions).toHaveLength(1)
  expect(await setAside(reactor)).toHaveLength(1)
  expect((await counts(reactor)).accepted).toBe(1)
})

describe('who has no card', () => {
  const booked = (memberId: string, pnr: string, more: object = {}) =>
    envelope('booking.created', {
      id: `b-${memberId}`,
      occurredAt: new Date(start - 48 * HOUR).toISOString(),
      memberId,
      pnr,
      flights: [
        {
          carrier: 'CA',
          flightNumber: '720',
          from: 'FRA',
          to: 'PEK',
          departsAt: new Date(start - HOUR).toISOString(),
          cabin: 'C',
          ...more,
        },
      ],
    })
  const passed = async ({ ports }: Reactor) => {
    const tally = await ports.tally.read()
    return Object.fromEntries(Object.entries(tally).filter(([key]) => key.startsWith('passengers.')))
  }
  const disruptedOn = async ({ ports }: Reactor) => {
    const { members } = await ports.members.page({ limit: 100 })
    return members.map(memberOf).filter(({ disruptions }) => disruptions.length > 0)
  }

  test('is passed over and counted, and keeps nobody from their rights', async () => {
    const reactor = begin()
    await fly(reactor, [disrupted([P1, { pnr: 'AAAAA4', name: 'LEE/INFANT' }, { memberId: ' ' }, { memberId: null }])])
    expect(await onBoard(reactor)).toEqual(['P1'])
    expect(await setAside(reactor)).toEqual([])
    expect(await passed(reactor)).toEqual({ 'passengers.withoutCard': 3 })
  })

  test('is found where a member has that booking', async () => {
    const reactor = begin()
    await reactor.take([booked('M1', 'AAAAA1'), booked('M2', 'BBBBB2')])
    await fly(reactor, [disrupted([P1, { pnr: 'aaaaa1' }])])
    expect((await disruptedOn(reactor)).map(({ memberId }) => memberId).sort()).toEqual(['M1', 'P1'])
    expect(await passed(reactor)).toEqual({ 'passengers.withoutCard': 1, 'passengers.foundByBooking': 1 })
  })

  test.each([undefined, []])('without a list (%j) it is everybody who is booked on the leg', async (list) => {
    const reactor = begin()
    await reactor.take([
      booked('M1', 'AAAAA1'),
      booked('M2', 'BBBBB2', { flightNumber: '721' }),
      booked('M3', 'CCCCC3', { carrier: 'LH', flightNumber: '7238' }),
      booked('M4', 'DDDDD4'),
      envelope('booking.cancelled', {
        id: 'c',
        occurredAt: new Date(start - 24 * HOUR).toISOString(),
        memberId: 'M4',
        pnr: 'DDDDD4',
      }),
    ])
    await fly(reactor, [disrupted(list, { marketedAs: [{ carrier: 'LH', flightNumber: '7238' }] })])
    const found = await disruptedOn(reactor)
    expect(found.map(({ memberId }) => memberId).sort()).toEqual(['M1', 'M3'])
    expect(found[0]!.disruptions[0]!.words).toMatchObject({ pnr: { says: 'AAAAA1' }, cabin: { says: 'C' } })
    expect(await passed(reactor)).toEqual({ 'passengers.foundByBooking': 2 })
  })

  test.each(['before', 'after'] as const)(
    'a crash %s the index is told of a booking heals with the next event',
    async (when) => {
      const reactor = begin()
      const { ports } = reactor
      await reactor.take([booked('M1', 'AAAAA1')], { seats: failing(ports.seats, 'put', when) })
      await reactor.take([
        envelope('consent.changed', {
          id: 'k',
          occurredAt: new Date(start).toISOString(),
          memberId: 'M1',
          channel: 'email',
          granted: true,
        }),
      ])
      expect(await ports.seats.on('CA720:FRA-PEK:2026-06-01')).toMatchObject([{ memberId: 'M1', pnr: 'AAAAA1' }])
    },
  )

  test('a flight on which nobody is known is counted', async () => {
    const reactor = begin()
    await fly(reactor, [disrupted(undefined)])
    expect(await counts(reactor)).toEqual({ accepted: 1, duplicates: 0, setAside: 0 })
    expect(await passed(reactor)).toEqual({ 'passengers.flightsWithNobody': 1 })
  })
})

const ofOurs = await rulebookOf({ settings: "cards: '^P[0-9]+$'" })

describe('cards of another programme', () => {
  test('make no member: a person is told that somebody is on board, and who is ours has their rights', async () => {
    const reactor = reactorOf(ofOurs, start + MINUTE)
    await fly(reactor, [disrupted([P1, { memberId: 'SQ314655277', pnr: '2LS6KP' }])])
    expect(await onBoard(reactor)).toEqual(['P1'])
    expect(reactor.alerts).toEqual(['flight-set-aside'])
    expect(await setAside(reactor)).toMatchObject([
      { fault: { code: 'not-our-card', message: expect.stringContaining('SQ314655277') } },
    ])
  })

  test('are ours once the programme says so', async () => {
    const reactor = reactorOf(ofOurs, start + MINUTE)
    const enrolled = { id: 'e', occurredAt: new Date(start).toISOString(), memberId: 'X1', tier: 'gold' }
    await reactor.take([envelope('member.enrolled', enrolled)])
    await fly(reactor, [disrupted([{ memberId: 'X1' }])])
    expect((await reactor.member('X1')).disruptions).toHaveLength(1)
    expect(await setAside(reactor)).toEqual([])
  })
})
