import { describe, expect, test } from 'vitest'
import { everythingOf } from '../../shared/app/privacy/export.ts'
import { fanOut } from '../../shared/app/react/fan-out.ts'
import { wakeDue } from '../../shared/app/wake/wake.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { EVENT_BYTES_AT_MOST } from '../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { at, envelope } from '../support/events.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'

/** What was set aside about somebody is shown to them, and goes with them. */

const start = at('2026-06-01T04:00:00Z')
const now = new Date(start).toISOString()
const begin = () => reactorOf(undefined, start + MINUTE)

const enrolled = (memberId: string) => envelope('member.enrolled', { id: `e-${memberId}`, occurredAt: now, memberId })
const erased = (memberId: string) => envelope('member.erased', { id: `x-${memberId}`, occurredAt: now, memberId })
const merged = (memberId: string, into: string) =>
  envelope('member.merged', { id: `m-${memberId}`, occurredAt: now, memberId, into })

const flight = (...passengers: object[]): Envelope =>
  envelope('flight.disrupted', { id: 'f', occurredAt: now, carrier: 'CA', kind: 'nonsense', passengers })

/** Kinds of events that are not accepted, each about EE1 in its own way. */
const kinds: [string, Envelope][] = [
  [
    'a bad field',
    envelope('member.updated', { id: '1', occurredAt: now, memberId: 'EE1', email: 'MARK not an address' }),
  ],
  ['a card with a blank', envelope('member.updated', { id: '2', occurredAt: 'MARK', memberId: ' ee1 ' })],
  [
    'another name for the field',
    envelope('member.updated', { id: '3', occurredAt: now, member_id: 'EE1', givenName: 'MARK' }),
  ],
  ['an unknown type', envelope('member.seen', { id: '4', member: { memberId: 'EE1', name: 'MARK' } })],
  [
    'the other card of a merge',
    envelope('member.merged', { id: '5', occurredAt: 'MARK', memberId: 'X1', into: 'EE1' }),
  ],
]

async function fly({ ports, now, errors, alerts }: Reactor, ...flights: readonly Envelope[]): Promise<void> {
  const messages = flights.map((each, i) => ({ messageId: `f${i}`, body: JSON.stringify(each) }))
  await fanOut(messages, {
    ports,
    now,
    onError: (error) => errors.push(error),
    alert: (what) => alerts.push(what),
  })
}

const setAside = async ({ ports }: Reactor) => (await ports.setAsides.list({ limit: 100 })).entries
const exported = async ({ ports }: Reactor, card: string) =>
  (await everythingOf(card, ports))?.cards.flatMap(({ setAsides }) => setAsides)

describe('an event with', () => {
  test.each(kinds)('%s is shown to its person, and goes with them', async (_, bad) => {
    const reactor = begin()
    await reactor.take([enrolled('EE1'), enrolled('OTHER')])
    await reactor.take([bad])
    expect(await exported(reactor, 'EE1')).toEqual(await setAside(reactor))
    expect(await setAside(reactor)).toHaveLength(1)
    expect(await exported(reactor, 'OTHER')).toEqual([])
    await reactor.take([erased('OTHER')])
    await reactor.drain()
    expect(await setAside(reactor)).toHaveLength(1)
    await reactor.take([erased('EE1')])
    await reactor.drain()
    expect(await setAside(reactor)).toEqual([])
    expect((await reactor.ports.tally.read()).setAside).toBe(0)
  })

  test.each(kinds)('%s that comes after its person was erased says nothing', async (_, bad) => {
    const reactor = begin()
    await reactor.take([enrolled('EE1'), erased('EE1')])
    await reactor.take([bad])
    expect(await setAside(reactor)).toHaveLength(1)
    expect(JSON.stringify(await setAside(reactor))).not.toContain('MARK')
  })
})

test('what is about somebody of whom nothing else is known is shown to them', async () => {
  const reactor = begin()
  await reactor.take([kinds[0]![1]])
  expect(await exported(reactor, 'EE1')).toHaveLength(1)
  expect(await exported(reactor, 'EE2')).toBeUndefined()
})

test('a line of a file that was cut off is found by the card in it', async () => {
  const reactor = begin()
  await reactor.take([enrolled('EE1')])
  await reactor.take([{ ...envelope('x', {}), detail: { raw: '{"Detail": {"memberId": "EE1", "givenName": "MA' } }])
  expect(await exported(reactor, 'EE1')).toHaveLength(1)
})

describe('a whole flight', () => {
  test('is shown to everybody on board, and loses who is erased, and nobody else', async () => {
    const reactor = begin()
    await reactor.take([enrolled('A'), enrolled('B')])
    await fly(reactor, flight({ memberId: 'A', name: 'Ann' }, { memberId: 'B', name: 'Bo' }))
    expect([(await exported(reactor, 'A'))!.length, (await exported(reactor, 'B'))!.length]).toEqual([1, 1])
    await reactor.take([erased('A')])
    await reactor.drain()
    const [left] = await setAside(reactor)
    expect(left!.envelope.detail).toMatchObject({ id: 'f', passengers: [{ memberId: 'B', name: 'Bo' }] })
    expect(JSON.stringify(left)).not.toContain('Ann')
    expect(await exported(reactor, 'B')).toEqual([left])
    expect((await reactor.ports.tally.read()).setAside).toBe(1)
  })

  test('that comes later does not bring them back', async () => {
    const reactor = begin()
    await reactor.take([enrolled('A'), erased('A')])
    await fly(reactor, flight({ memberId: 'A', name: 'Ann' }, { memberId: 'B', name: 'Bo' }))
    expect(JSON.stringify(await setAside(reactor))).not.toContain('Ann')
    expect(JSON.stringify(await setAside(reactor))).toContain('Bo')
  })
})

test('what is about a card that was merged goes with its person', async () => {
  const reactor = begin()
  await reactor.take([enrolled('OLD'), enrolled('NEW')])
  await reactor.take([envelope('member.updated', { id: '1', occurredAt: 'MARK', memberId: 'OLD' })])
  await reactor.take([merged('OLD', 'NEW')])
  await reactor.drain()
  expect(await exported(reactor, 'NEW')).toHaveLength(1)
  await reactor.take([erased('NEW')])
  await reactor.drain()
  expect(await setAside(reactor)).toEqual([])
  await reactor.take([envelope('member.updated', { id: '2', occurredAt: 'MARK', memberId: 'OLD' })])
  expect(JSON.stringify(await setAside(reactor))).not.toContain('MARK')
})

test('an erasure that was cut off is done by the second try', async () => {
  const reactor = begin()
  await reactor.take([enrolled('EE1'), kinds[0]![1], kinds[1]![1]])
  await reactor.take([erased('EE1')])
  const { ports } = reactor
  const cut = { ...ports, setAsides: failing(ports.setAsides, 'remove', 'after') }
  await reactor.drain(cut).catch(() => undefined)
  reactor.now += HOUR
  await wakeDue({ ports, now: reactor.now })
  await reactor.drain()
  expect(await setAside(reactor)).toEqual([])
})

test('of several under one delivery each is set aside: passengers of one flight', async () => {
  const reactor = begin()
  const own = (memberId: string) =>
    ({
      ...envelope('member.disrupted', { id: `f:${memberId}`, memberId, kind: 'nonsense' }, 'wingback'),
      id: 'one',
    }) as Envelope
  await reactor.take([own('A'), own('B'), own('A')])
  expect((await setAside(reactor)).map(({ cards }) => cards).sort()).toEqual([['A'], ['B']])
})

describe('a large event', () => {
  const text = '航班'.repeat(150_000)

  test('that is sound is accepted, up to what the bus takes', async () => {
    const reactor = begin()
    const detail = { id: 'c', occurredAt: now, memberId: 'EE1', complaintId: 'C', category: 'service', text }
    await reactor.take([envelope('complaint.filed', detail)])
    expect((await reactor.member('EE1')).complaints).toHaveLength(1)
    expect(await setAside(reactor)).toEqual([])
  })

  test('that is not is kept whole, and taken when it is tried again after a fix', async () => {
    const reactor = begin()
    const detail = { id: 'c', occurredAt: new Date(start + HOUR).toISOString(), memberId: 'EE1', x: text }
    const bad = envelope('member.enrolled', detail)
    await reactor.take([bad])
    const [entry] = await setAside(reactor)
    expect(entry!.envelope).toEqual(bad)
    reactor.now += 2 * HOUR
    await reactor.take([{ ...entry!.envelope, setAsideKey: entry!.key }])
    expect((await reactor.member('EE1')).memberId).toBe('EE1')
    expect(await setAside(reactor)).toEqual([])
  })

  test('that could not be sent on is set aside by its bytes, whole', async () => {
    const reactor = begin()
    const bad = envelope('member.enrolled', { id: 'c', memberId: 'EE1', x: '航'.repeat(EVENT_BYTES_AT_MOST / 3) })
    await reactor.take([bad, enrolled('GOOD')])
    const [entry] = await setAside(reactor)
    expect(entry).toMatchObject({ fault: { code: 'too-large' }, cards: ['EE1'] })
    expect(JSON.parse(String(entry!.envelope.detail))).toEqual(bad)
    expect(await reactor.recorded('GOOD')).toHaveLength(1)
  })
})
