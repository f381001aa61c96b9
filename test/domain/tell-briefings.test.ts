import { beforeEach, describe, expect, test } from 'vitest'
import { tellBriefings } from '../../shared/app/rounds/tell-briefings.ts'
import { announcements } from '../../shared/contract/announcements.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { Ports } from '../../shared/ports/index.ts'
import { at, envelope } from '../support/events.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Hours before departure it is announced that a flight's briefing is ready: from bookings to what is on the bus. */

const booksAt = at('2026-10-01T04:00:00Z')
const departsAt = '2026-10-20T04:00:00Z'
const dueAt = at(departsAt) - 6 * HOUR
const route = { carrier: 'CA', flightNumber: '123', from: 'PEK', to: 'ICN' }
let reactor: Reactor
let rulebook: Rulebook
let ids = 0

const event = (type: string, memberId: string, more: object = {}) =>
  envelope(type, { id: `t${ids++}`, memberId, occurredAt: '2026-10-01T04:00:00Z', ...more })
const booked = (memberId: string, cabin: string, more: object = {}) =>
  event('booking.created', memberId, { pnr: `P${memberId}`, flights: [{ ...route, departsAt, cabin, ...more }] })

async function look(now: number, broken: Partial<Ports> = {}) {
  const errors: unknown[] = []
  const went = await tellBriefings({
    ports: { ...reactor.ports, ...broken },
    rulebooks: { load: async () => rulebook, get: () => rulebook },
    world: { version: 1, rulebook: rulebook.version, paused: {} },
    now,
    baseUrl: 'https://console.example.com/',
    onError: (error) => errors.push(error),
  })
  return { ...went, errors }
}

const told = () => reactor.ports.bus.announcements.filter(({ type }) => type === 'briefing.ready')

beforeEach(async () => {
  reactor = reactorOf(undefined, booksAt)
  rulebook = await rulebookOf({ airline: 'airline: { name: Wings, carriers: [CA] }', settings: 'briefings: 6h' })
})

test('as long before as the rulebook says, once, with numbers, a link and no names', async () => {
  await reactor.take([
    event('member.updated', 'M1', { givenName: 'Anna', familyName: 'Berg', email: 'anna@example.com' }),
    event('complaint.filed', 'M1', { complaintId: 'C1', category: 'crew' }),
    booked('M1', 'Y'),
    booked('M2', 'C'),
    booked('M3', 'Y'),
  ])
  expect(await look(dueAt - 1)).toMatchObject({ handed: 0, nextAt: dueAt - 1 + MINUTE })
  expect(await look(dueAt - HOUR)).toMatchObject({ handed: 0, nextAt: dueAt })
  expect(told()).toEqual([])
  expect(await look(dueAt)).toMatchObject({ handed: 1, nextAt: Number.POSITIVE_INFINITY })
  expect(await look(dueAt + MINUTE)).toMatchObject({ handed: 0 })
  const [only, ...more] = told()
  expect(more).toEqual([])
  expect(only!.detail).toEqual({
    id: `briefing:CA123:PEK-ICN:2026-10-20:${at(departsAt)}`,
    occurredAt: new Date(dueAt).toISOString(),
    memberId: 'wingback',
    flight: 'CA123',
    from: 'PEK',
    to: 'ICN',
    date: '2026-10-20',
    departsAt: new Date(at(departsAt)).toISOString(),
    cabins: [
      { cabin: 'C', members: 1, highValue: 0, unanswered: 0 },
      { cabin: 'Y', members: 2, highValue: 0, unanswered: 1 },
    ],
    link: 'https://console.example.com/flights/CA123/2026-10-20/briefing',
  })
  expect(announcements['briefing.ready'].safeParse(only!.detail).success).toBe(true)
  expect(JSON.stringify(only)).not.toMatch(/M1|M2|M3|Anna|Berg/)
})

test('who books within those hours brings one on that was not due before, and no second one', async () => {
  reactor.now = dueAt + HOUR
  await reactor.take([booked('M1', 'Y', {})])
  expect(await look(dueAt + HOUR)).toMatchObject({ handed: 1 })
  await reactor.take([booked('M2', 'Y')])
  expect(await look(dueAt + 2 * HOUR)).toMatchObject({ handed: 0 })
  expect(told()).toHaveLength(1)
})

test('a booking of what has departed brings none', async () => {
  reactor.now = at(departsAt) + HOUR
  await reactor.take([booked('M1', 'Y')])
  expect(await reactor.ports.departures.next(0, 10)).toEqual([])
})

test.each([
  [
    'cancelled their bookings',
    () => [event('booking.cancelled', 'M1', { pnr: 'PM1', occurredAt: '2026-10-02T04:00:00Z' })],
  ],
  ['were erased', () => [event('member.erased', 'M1', { occurredAt: '2026-10-02T04:00:00Z' })]],
])('where all %s there is nobody to be recognised, and nothing is told', async (_, events) => {
  await reactor.take([booked('M1', 'Y')])
  reactor.now = at('2026-10-03T04:00:00Z')
  await reactor.take(events())
  await reactor.drain()
  await look(dueAt)
  expect(told()).toEqual([])
  expect(await reactor.ports.departures.next(0, 10)).toEqual([])
})

test('under a partner’s number it is the same flight, told by our own', async () => {
  const sold = { carrier: 'AC', flightNumber: '6801' }
  await reactor.take([booked('M1', 'Y', sold), booked('M2', 'Y')])
  await reactor.ports.legNames.note(['CA123:PEK-ICN:2026-10-20', 'AC6801:PEK-ICN:2026-10-20'], at(departsAt))
  await look(dueAt)
  const details = told().map(({ detail }) => detail)
  expect(new Set(details.map(({ id }) => id)).size).toBe(1)
  expect(details[0]).toMatchObject({ flight: 'CA123', cabins: [{ cabin: 'Y', members: 2 }] })
})

test('a rulebook that says nothing of it announces nothing', async () => {
  rulebook = await rulebookOf({})
  await reactor.take([booked('M1', 'Y')])
  expect(await look(dueAt)).toMatchObject({ handed: 0, nextAt: Number.POSITIVE_INFINITY })
})

describe('where something fails', () => {
  test.each(['before', 'after'] as const)(
    '%s it is on the bus: it is told again, under the same name',
    async (when) => {
      await reactor.take([booked('M1', 'Y')])
      const { bus } = reactor.ports
      const first = await look(dueAt, { bus: failing(bus, 'publish', when) })
      expect(first).toMatchObject({ handed: 0, nextAt: dueAt + MINUTE })
      expect(first.errors).toHaveLength(1)
      expect(await look(dueAt + MINUTE)).toMatchObject({ handed: 1 })
      expect(new Set(told().map(({ detail }) => detail.id)).size).toBe(1)
    },
  )

  test('with one flight, the others are told all the same', async () => {
    await reactor.take([booked('M1', 'Y'), booked('M2', 'Y', { flightNumber: '99' })])
    const { finders } = reactor.ports
    await look(dueAt, { finders: failing(finders, 'by', 'before') })
    expect(told()).toHaveLength(1)
  })
})
