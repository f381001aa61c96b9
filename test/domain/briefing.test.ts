import { beforeEach, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { needs } from '../../shared/app/api/rights.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { at, envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Whom the crew of a flight should recognise, from events to the answer of the API. */

const now = at('2026-10-19T04:00:00Z')
const route = { carrier: 'CA', flightNumber: '123', from: 'PEK', to: 'ICN' }
/** 00:30 on the 20th in Beijing: the date at the origin, and still the 19th in UTC. */
const departsAt = '2026-10-19T16:30:00Z'
let reactor: Reactor
let ids = 0

const event = (type: string, memberId: string, more: object = {}) =>
  envelope(type, { id: `b${ids++}`, memberId, occurredAt: '2026-10-01T04:00:00Z', ...more })
const enrolled = (memberId: string, more: object = {}) =>
  event('member.updated', memberId, { givenName: memberId, ...more })
const booked = (memberId: string, cabin: string, more: object = {}) =>
  event('booking.created', memberId, { pnr: `P${memberId}`, flights: [{ ...route, departsAt, cabin, ...more }] })
const flew = (memberId: string) =>
  event('flight.completed', memberId, {
    ...route,
    scheduledDeparture: '2026-09-01T01:00:00Z',
    cabin: 'Y',
    distanceKm: 900,
    occurredAt: '2026-09-01T04:00:00Z',
  })

async function briefing(flight = 'CA123', query: Record<string, string> = {}, date = '2026-10-20') {
  const rulebook = await rulebookOf({ campaigns: [] })
  const context = {
    ports: reactor.ports as MemoryPorts,
    now: () => now,
    rulebooks: { load: async () => rulebook, get: () => rulebook },
    identify: bySaying,
  }
  const path = `/v1/flights/${flight}/${date}/briefing`
  const { status, body } = await handleApi({ method: 'GET', path, query, headers: {}, body: new Uint8Array() }, context)
  return { status, ...JSON.parse(body) }
}

beforeEach(() => {
  reactor = reactorOf(undefined, now, createMemoryPorts({ now: () => now }))
})

test('it says who sits in which cabin, with preferences, scores, the last trouble and what was given since', async () => {
  await reactor.take([
    enrolled('M1', { familyName: 'Li', tier: 'gold', preferences: { seat: 'aisle' } }),
    flew('M1'),
    event('complaint.filed', 'M1', { complaintId: 'C1', category: 'crew' }),
    booked('M1', 'Y'),
    enrolled('M2'),
    booked('M2', 'C'),
    booked('M3', 'Y', { departsAt: '2026-10-20T16:30:00Z' }),
  ])
  const { status, legs, models } = await briefing()
  expect(status).toBe(200)
  expect(models.churn).toEqual(expect.any(String))
  expect(legs).toMatchObject([
    {
      leg: 'CA123:PEK-ICN:2026-10-20',
      cabins: [
        { cabin: 'C', members: 1, guests: [{ memberId: 'M2', churnRisk: null, tierScore: null, lastTrouble: null }] },
        {
          cabin: 'Y',
          members: 1,
          guests: [
            {
              name: 'M1 Li',
              tier: 'gold',
              preferences: { seat: 'aisle' },
              lastTrouble: { kind: 'complaint', category: 'crew', on: '2026-10-01', isOpen: true, given: [] },
            },
          ],
        },
      ],
    },
  ])
  const [guest] = legs[0].cabins[1].guests
  expect(guest.churnRisk).toBeGreaterThan(0)
  expect(guest.tierScore).toBeGreaterThan(0)
})

test('of more members than fit, those come first for whose trouble nothing was done, then those who fly most', async () => {
  await reactor.take([
    booked('M1', 'Y'),
    booked('M2', 'Y'),
    flew('M2'),
    booked('M3', 'Y'),
    event('complaint.filed', 'M3', { complaintId: 'C1', category: 'crew' }),
  ])
  const { legs } = await briefing('CA0123', { atMost: '2' })
  expect(legs[0].cabins).toMatchObject([{ members: 3, guests: [{ memberId: 'M3' }, { memberId: 'M2' }] }])
})

test('who cancelled, or was erased, is on no briefing', async () => {
  await reactor.take([booked('M1', 'Y'), booked('M2', 'Y'), enrolled('M2')])
  await reactor.take([
    event('booking.cancelled', 'M1', { pnr: 'PM1', occurredAt: '2026-10-02T04:00:00Z' }),
    event('member.erased', 'M2', { occurredAt: '2026-10-02T04:00:00Z' }),
  ])
  await reactor.drain()
  expect((await briefing()).legs).toEqual([])
})

test('who objected to scores has none, and is recognised all the same', async () => {
  await reactor.take([enrolled('M1', { tier: 'gold', profiling: false }), flew('M1'), booked('M1', 'Y')])
  const [guest] = (await briefing()).legs[0].cabins[0].guests
  expect(guest).toMatchObject({ tier: 'gold', churnRisk: null, tierScore: null })
})

test('names are written as the crew says them', async () => {
  await reactor.take([
    enrolled('M1', { givenName: '云舟', familyName: '林' }),
    booked('M1', 'Y'),
    enrolled('M2', { givenName: 'Anna', familyName: 'Berg' }),
    booked('M2', 'Y'),
  ])
  const { legs } = await briefing()
  expect(legs[0].cabins[0].guests).toMatchObject([{ name: '林云舟' }, { name: 'Anna Berg' }])
})

test('two legs under one number are told apart, and who booked by a partner’s number is on the same one', async () => {
  const onward = { from: 'ICN', to: 'NRT', departsAt: '2026-10-20T06:00:00Z' }
  await reactor.take([
    booked('M1', 'Y'),
    booked('M2', 'Y', onward),
    booked('M3', 'Y', { carrier: 'OZ', flightNumber: '6801' }),
  ])
  await reactor.ports.legNames.note(['CA123:PEK-ICN:2026-10-20', 'OZ6801:PEK-ICN:2026-10-20'], at(departsAt))
  const { legs } = await briefing()
  expect(legs).toMatchObject([
    { leg: 'CA123:ICN-NRT:2026-10-20', cabins: [{ guests: [{ memberId: 'M2' }] }] },
    { leg: 'CA123:PEK-ICN:2026-10-20', cabins: [{ guests: [{ memberId: 'M1' }, { memberId: 'M3' }] }] },
  ])
})

test.each([
  ['123', '2026-10-20'],
  ['CA', '2026-10-20'],
  ['CA123', '20.10.2026'],
])('%s on %s is refused with what is wrong', async (flight, date) => {
  const { status, error } = await briefing(flight, {}, date)
  expect([status, error.code]).toEqual([400, 'bad-request'])
})

test('it needs the right to personal data', () => {
  expect(needs['GET /v1/flights/{flight}/{date}/briefing']).toEqual({ right: 'personalData' })
})
