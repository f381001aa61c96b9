import { describe, expect, test } from 'vitest'
import { fanOut } from '../../shared/app/react/fan-out.ts'
import { type Envelope, parseEnvelope } from '../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { LIMITS } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { shortHash } from '../../shared/standards/hash.ts'
import { at, envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'

/** An event is what its source, its type and its id name, and what comes under these again must say the same. */

const start = at('2026-06-01T04:00:00Z')
const later = (ms: number) => new Date(start + ms).toISOString()

const said = (type: string, id: string, more: object, source = 'airline.crm', memberId = 'M1') =>
  envelope(type, { id, occurredAt: later(0), memberId, ...more }, source)
const enrols = (more: object = {}, source?: string, memberId?: string) =>
  said('member.enrolled', '1', { email: 'mei@example.com', consent: { email: true }, ...more }, source, memberId)
const withdraws = (source?: string) =>
  said('consent.changed', '1', { occurredAt: later(MINUTE / 2), channel: 'email', granted: false }, source)
const cancels = (pnr: string, source?: string) => said('booking.cancelled', '1', { pnr }, source)
const redelivered = (one: Envelope): Envelope => ({ ...one, id: `${one.id}-again`, time: '2026-06-03T00:00:00Z' })

const begin = () => reactorOf(undefined, start + MINUTE)
const counted = async ({ ports }: Reactor) => {
  const { members: _, pending: __, reachable: ___, ...counts } = await ports.tally.read()
  return counts
}
const setAside = async ({ ports }: Reactor) => (await ports.setAsides.list({ limit: 100 })).entries

describe('the same id', () => {
  test('of another system, or of another type, is another event', async () => {
    const reactor = begin()
    const all = [enrols(), cancels('AAA', 'airline.pss'), withdraws(), cancels('BBB'), cancels('CCC', 'airline.dcs')]
    await reactor.take(all)
    await reactor.take(all.map(redelivered))
    const { bookings, ...member } = await reactor.member()
    expect(bookings.map(({ pnr }) => pnr).sort()).toEqual(['AAA', 'BBB', 'CCC'])
    expect(profileOf(member).consentEmail).toBe(false)
    expect(await counted(reactor)).toEqual({
      'accepted.member.enrolled': 1,
      'accepted.consent.changed': 1,
      'accepted.booking.cancelled': 3,
      duplicates: 5,
    })
    expect(await reactor.recorded()).toHaveLength(5)
  })

  test('however long ago the first was', async () => {
    const reactor = begin()
    const many = Array.from({ length: 2 * LIMITS.seen }, (_, i) => said('booking.cancelled', `n${i}`, { pnr: `P${i}` }))
    await reactor.take([enrols({ tier: 'gold' }), ...many])
    await reactor.take([
      enrols({ tier: 'gold' }, 'airline.loyalty'),
      withdraws(),
      redelivered(enrols({ tier: 'gold' })),
    ])
    expect(await counted(reactor)).toMatchObject({
      'accepted.member.enrolled': 2,
      'accepted.consent.changed': 1,
      duplicates: 1,
    })
  })

  test('at one instant gives the same member in any order', async () => {
    const [one, other] = [enrols({ tier: 'gold' }, 'airline.a'), enrols({ tier: 'silver' }, 'airline.b')]
    const [reactor, reversed] = [begin(), begin()]
    await reactor.take([one, other])
    await reversed.take([other, one])
    expect((await reactor.member()).layers).toEqual((await reversed.member()).layers)
  })

  test('of two flights does not lose one of them', async () => {
    const reactor = begin()
    const flights = [disrupted('1501', 'airline.ops-eu', 'A'), disrupted('1502', 'airline.ops-cn', 'B')]
    const onBoth = [disrupted('1503', 'airline.ops-eu', 'C', '2'), disrupted('1504', 'airline.ops-cn', 'C', '2')]
    expect(await fly(reactor, [...flights, ...onBoth])).toEqual([])
    await reactor.drain()
    expect(await counted(reactor)).toMatchObject({ 'accepted.flight.disrupted': 4 })
    for (const [member, legs] of [
      ['A', 1],
      ['B', 1],
      ['C', 2],
    ] as const)
      expect((await reactor.member(member)).disruptions).toHaveLength(legs)
  })
})

describe('what comes again', () => {
  const first = enrols({ givenName: 'Mei', preferences: { seat: 'aisle', meal: 'none' } })

  test.each<[string, object]>([
    ['in another order of its fields', { preferences: { meal: 'none', seat: 'aisle' }, givenName: 'Mei' }],
    ['with another writing of its time', { occurredAt: '2026-06-01T12:00:00+08:00' }],
    ['with fields that nobody knows', { attempt: 2, trace: { sentAt: 'now' } }],
  ])('%s is a duplicate', async (_, more) => {
    const reactor = begin()
    await reactor.take([first])
    await reactor.take([{ ...redelivered(first), detail: { ...more, ...(first.detail as object), ...more } }])
    expect(await counted(reactor)).toEqual({ 'accepted.member.enrolled': 1, duplicates: 1 })
  })

  const other = { ...redelivered(first), detail: { ...(first.detail as object), consent: { email: false } } }

  test.each([
    ['at once', 0],
    ['long after', 2 * LIMITS.seen],
  ])('with other content is set aside as a conflict, %s', async (_, between) => {
    const reactor = begin()
    await reactor.take([first])
    await reactor.take(Array.from({ length: between }, (_, i) => said('booking.cancelled', `n${i}`, { pnr: `P${i}` })))
    expect(await reactor.take([other])).toEqual([])
    expect(await setAside(reactor)).toMatchObject([
      {
        fault: {
          code: 'id-conflict',
          path: 'id',
          message: 'member.enrolled "1" of airline.crm was accepted before, with other content',
          hint: 'an event that is new needs an id of its own; one that comes again says the same',
        },
        envelope: other,
      },
    ])
    expect(await counted(reactor)).toMatchObject({ 'accepted.member.enrolled': 1, setAside: 1 })
    expect((await counted(reactor)).duplicates).toBeUndefined()
    expect(profileOf(await reactor.member()).consentEmail).toBe(true)
  })

  test('and was set aside as a conflict stays so when it is tried again', async () => {
    const reactor = begin()
    await reactor.take([first, other])
    const [entry] = await setAside(reactor)
    await reactor.take([{ ...entry!.envelope, setAsideKey: entry!.key }])
    expect(await setAside(reactor)).toEqual([entry])
    expect(await counted(reactor)).toMatchObject({ setAside: 1 })
  })

  test('under the very delivery is the same, whatever it says by now', async () => {
    const reactor = begin()
    await reactor.take([first])
    await reactor.take([{ ...other, id: first.id }])
    expect(await counted(reactor)).toEqual({ 'accepted.member.enrolled': 1 })
  })

  test('by way of a card that was merged is known, and compared', async () => {
    const reactor = begin()
    await reactor.take([first, enrols({}, 'airline.crm', 'M2')])
    await reactor.take([said('member.merged', 'm', { into: 'M2' })])
    await reactor.drain()
    await reactor.take([redelivered(first), other])
    await reactor.drain()
    expect(await counted(reactor)).toMatchObject({ duplicates: 1, setAside: 1 })
  })

  test('of a flight is a duplicate, and a conflict where it says something else', async () => {
    const reactor = begin()
    const flight = disrupted('1501', 'airline.ops', 'A')
    const corrected = redelivered(disrupted('1501', 'airline.ops', 'B'))
    await fly(reactor, [flight])
    await fly(reactor, [redelivered(flight), corrected])
    await fly(reactor, [corrected])
    await reactor.drain()
    expect(await counted(reactor)).toMatchObject({ 'accepted.flight.disrupted': 1, duplicates: 1, setAside: 1 })
    expect(await setAside(reactor)).toMatchObject([{ fault: { code: 'id-conflict' }, envelope: corrected }])
  })
})

/** Before, an event was known by its id alone, and nothing of its content was kept. */
describe('what is stored from before', () => {
  const first = enrols({ tier: 'gold' })

  async function asBefore(reactor: Reactor): Promise<void> {
    await reactor.take([first])
    const { version, state } = (await reactor.ports.members.read(['M1'])).get('M1')!
    const { format: _, seen: __, layers: ___, ...rest } = JSON.parse(state)
    const seen = [[shortHash('1', 10), start, 'xxxxx']]
    const layers = [{ at: start, eventId: '1', fields: { tier: 'gold' } }]
    await reactor.ports.members.write({
      memberId: 'M1',
      version: version + 1,
      state: JSON.stringify({ format: 2, ...rest, seen, layers }),
    })
    const [record] = await reactor.ports.records.list('M1')
    await reactor.ports.records.erase('M1')
    const { print: ____, ...old } = record!
    await reactor.ports.records.put([{ ...old, id: '1' }])
  }

  test('is recognised by the cache', async () => {
    const reactor = begin()
    await asBefore(reactor)
    await reactor.take([redelivered(first)])
    expect(await counted(reactor)).toMatchObject({ 'accepted.member.enrolled': 1, duplicates: 1 })
  })

  test('is recognised by its record', async () => {
    const reactor = begin()
    await asBefore(reactor)
    await reactor.take(
      Array.from({ length: 2 * LIMITS.seen }, (_, i) => said('booking.cancelled', `n${i}`, { pnr: 'P' })),
    )
    await reactor.take([redelivered(first)])
    expect(await counted(reactor)).toMatchObject({ 'accepted.member.enrolled': 1, duplicates: 1 })
  })

  test('is not taken for an event of another type', async () => {
    const reactor = begin()
    await asBefore(reactor)
    await reactor.take([withdraws()])
    expect(await counted(reactor)).toMatchObject({ 'accepted.consent.changed': 1 })
  })

  test('of a flight is recognised', async () => {
    const reactor = begin()
    await reactor.ports.flights.accept({ id: '1', type: 'flight.disrupted', delivery: 'd', print: '', expiresAt: 2e9 })
    await fly(reactor, [disrupted('1501', 'airline.ops', 'A')])
    expect(await counted(reactor)).toEqual({ duplicates: 1 })
  })
})

test('what is remembered of an event takes no more room than before, and comes back as it was', () => {
  const seen = Array.from({ length: LIMITS.seen }, (_, i) => ({
    id: `abcdefg${i % 10}`,
    at: start + i * HOUR,
    delivery: `dddd${i % 10}`,
    ...(i % 3 > 0 && { print: `apppp${i % 10}` }),
  }))
  const state = encodeMember({ ...newMember('M1'), seen })
  expect(decodeMember({ memberId: 'M1', state }).seen).toEqual(seen)
  const before = JSON.stringify(seen.map(({ id, at, delivery }) => [id, at, delivery]))
  expect(state.length).toBeLessThan(before.length)
})

/** Of these much is stored: should one change, what was accepted before it would be taken for a conflict. Then raise the contract's letter. */
test('the same event has the same fingerprint for ever', () => {
  const prints = [enrols(), withdraws(), cancels('AAA'), disrupted('1501', 'airline.ops', 'A')].map((each) => {
    const parsed = parseEnvelope(each, start + HOUR)
    return parsed.ok && parsed.print
  })
  expect(prints).toEqual(['aYIO1F', 'ailfTi', 'ayptwY', 'aD1y46'])
})

function disrupted(flightNumber: string, source: string, memberId: string, id = '1'): Envelope {
  const detail = {
    id,
    occurredAt: later(0),
    carrier: 'CA',
    flightNumber,
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: later(-HOUR),
    kind: 'delay',
    arrivalDelayMinutes: 200,
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'CN',
    passengers: [{ memberId }],
  }
  return envelope('flight.disrupted', detail, source)
}

function fly({ ports, now, errors, alerts }: Reactor, flights: readonly Envelope[]): Promise<string[]> {
  const messages = flights.map((flight, i) => ({ messageId: `f${i}`, body: JSON.stringify(flight) }))
  return fanOut(messages, { ports, now, onError: (error) => errors.push(error), alert: (what) => alerts.push(what) })
}
