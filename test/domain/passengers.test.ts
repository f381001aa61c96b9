import { describe, expect, test } from 'vitest'
import { memberOf } from '../../shared/app/react/member-turn.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { at, envelope } from '../support/events.ts'
import { fly } from '../support/fly.ts'
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
])('%s for a passenger is set aside alone', async (_, passenger, path) => {
  const reactor = begin()
  await fly(reactor, [disrupted([P1, passenger, P2])])
  expect(await onBoard(reactor)).toEqual(['P1', 'P2'])
  expect((await setAside(reactor)).map(({ fault }) => fault)).toMatchObject([{ code: 'bad-passenger', path }])
})

test.each([
  ['a cabin nobody has', { cabin: 'Z9' }, 'passengers.1.cabin'],
  ['a word for whether they were on board', { boarded: 'yes' }, 'passengers.1.boarded'],
])('%s costs the passenger nothing else, and is told', async (_, bad, path) => {
  const reactor = begin()
  await fly(reactor, [disrupted([P1, { memberId: 'P3', pnr: 'AAAAA1', ...bad }])])
  expect((await reactor.member('P3')).disruptions[0]!.words).toMatchObject({ pnr: { says: 'AAAAA1' } })
  const [entry, ...others] = await setAside(reactor)
  expect([entry!.fault.path, others]).toEqual([path, []])
  const corrected = { ...(entry!.envelope.detail as object), passengers: [{ memberId: 'P3', cabin: 'C' }] }
  await fly(reactor, [{ ...entry!.envelope, id: 'a delivery of its own', detail: corrected }])
  expect((await reactor.member('P3')).disruptions[0]!.words).toMatchObject({ cabin: { says: 'C' } })
  expect(await setAside(reactor)).toEqual([])
})

test('a field of the flight that cannot be read keeps nobody from hearing of it, and somebody is told', async () => {
  const reactor = begin()
  const flight = disrupted([P1, BAD, { pnr: 'AAAAA4' }], { toldAt: 'yesterday', marketedAs: [{ carrier: 'LH' }] })
  await fly(reactor, [flight])
  expect(await onBoard(reactor)).toEqual(['P1'])
  const entries = await setAside(reactor)
  expect(entries.map(({ fault }) => fault.path).sort()).toEqual([
    'marketedAs.0.flightNumber',
    'passengers.1.memberId',
    'toldAt',
  ])
  expect(reactor.alerts).toEqual(Array(3).fill('flight-set-aside'))
  const told = entries.find(({ fault }) => fault.path === 'toldAt')!
  expect(told.envelope.detail).toMatchObject({ passengers: [P1, { pnr: 'AAAAA4' }], toldAt: 'yesterday' })

  await fly(reactor, [{ ...told.envelope, setAsideKey: told.key }, redelivered(flight)])
  expect(await setAside(reactor)).toHaveLength(3)
  expect(await counts(reactor)).toMatchObject({ accepted: 1, duplicates: 1 })

  const detail = { ...(told.envelope.detail as object), toldAt: new Date(start - 2 * HOUR).toISOString() }
  await fly(reactor, [{ ...told.envelope, id: 'corrected', detail }])
  expect((await reactor.member('P1')).disruptions[0]!.words.toldAt).toMatchObject({ says: start - 2 * HOUR })
  expect((await setAside(reactor)).map(({ fault }) => fault.path)).not.toContain('toldAt')
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
      await reactor.take([booked('M1', 'AAAAA1')], { finders: failing(ports.finders, 'put', when) })
      await reactor.take([
        envelope('consent.changed', {
          id: 'k',
          occurredAt: new Date(start).toISOString(),
          memberId: 'M1',
          channel: 'email',
          granted: true,
        }),
      ])
      expect(await ports.finders.by('leg#CA720:FRA-PEK:2026-06-01')).toMatchObject([{ memberId: 'M1', pnr: 'AAAAA1' }])
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

/** As it is once the rulebook is published: the world says which cards are ours. */
async function published(): Promise<Reactor> {
  const reactor = reactorOf(ofOurs, start + MINUTE)
  const live = { version: 1, paused: {}, cards: ofOurs.settings.cards, rulebook: ofOurs.version }
  await reactor.ports.world.write(live, { at: start, by: 'test', what: 'published' })
  return reactor
}

const SQ = { memberId: 'SQ314655277', pnr: '2LS6KP' }

describe('cards of another programme', () => {
  const tasks = async ({ ports }: Reactor) => (await ports.tasks.list('wingback')).map(({ title }) => title)

  test('make no member: operations hear how many are on board, once, and who is ours has their rights', async () => {
    const reactor = await published()
    const LH = { memberId: 'LH992' }
    await fly(reactor, [disrupted([P1, SQ, LH])])
    await fly(reactor, [disrupted([LH, SQ, P1], { id: 'F2', kind: 'delay', arrivalDelayMinutes: 200 })])
    expect(await onBoard(reactor)).toEqual(['P1'])
    expect(await setAside(reactor)).toEqual([])
    expect(await tasks(reactor)).toEqual(['2 passengers with cards of other programmes on CA720:FRA-PEK:2026-06-01'])
    const said = JSON.stringify([await reactor.ports.tasks.list('wingback'), reactor.ports.bus.announcements])
    expect(said).toContain('task.opened')
    expect(said).not.toMatch(/SQ314655277|2LS6KP|LH992/)
    expect(await reactor.ports.tally.read()).toMatchObject({ 'passengers.ofOtherProgrammes': 4 })
  })

  test.each([
    ['late by less than anything is owed for', 'flight.disrupted', { kind: 'delay', arrivalDelayMinutes: 119 }],
    ['put on again', 'flight.reinstated', {}],
  ])('on a flight that is %s are nobody’s task', async (_, type, more) => {
    const reactor = await published()
    await fly(reactor, [{ ...disrupted([P1, SQ], more), 'detail-type': type }])
    expect(await tasks(reactor)).toEqual([])
    expect(await onBoard(reactor)).toEqual(['P1'])
  })

  test('are ours once the programme says so', async () => {
    const reactor = await published()
    const enrolled = { id: 'e', occurredAt: new Date(start).toISOString(), memberId: 'X1', tier: 'gold' }
    await reactor.take([envelope('member.enrolled', enrolled)])
    await fly(reactor, [disrupted([{ memberId: 'X1' }])])
    expect((await reactor.member('X1')).disruptions).toHaveLength(1)
    expect(await tasks(reactor)).toEqual([])
  })

  test('are set aside of whatever else: a booking makes no member of them', async () => {
    const reactor = await published()
    await reactor.take([envelope('booking.cancelled', { id: 'b', occurredAt: new Date(start).toISOString(), ...SQ })])
    expect(await setAside(reactor)).toMatchObject([{ fault: { code: 'not-our-card' } }])
    expect(await onBoard(reactor)).toEqual([])
  })
})
