import { describe, expect, test } from 'vitest'
import { HOUR } from '../../shared/domain/calendar.ts'
import { at, envelope } from '../support/events.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'

/** Complaints and surveys come from systems that do not know cards. */

const now = at('2026-06-10T04:00:00Z')
const leg = { carrier: 'CA', flightNumber: '720', from: 'FRA', to: 'PEK' }
let ids = 0
const event = (type: string, more: object) =>
  envelope(type, { id: `e${ids++}`, occurredAt: new Date(now - HOUR).toISOString(), ...more })
const enrolled = (memberId: string, email: string | null) => event('member.updated', { memberId, email })
const booked = (memberId: string, pnr: string, departsAt = '2026-06-08T10:00:00Z') =>
  event('booking.created', { memberId, pnr, flights: [{ ...leg, departsAt, cabin: 'Y' }] })
const complaint = (more: object) => event('complaint.filed', { complaintId: `C${ids}`, category: 'seat', ...more })

const setAside = async ({ ports }: Reactor) => (await ports.setAsides.list({ limit: 10 })).entries
const complainants = async ({ ports }: Reactor, ...cards: string[]) => {
  const reactor = reactorOf(undefined, now, ports)
  const all = await Promise.all(
    cards.map(async (card) => [card, (await reactor.member(card)).complaints.length] as const),
  )
  return all.filter(([, count]) => count > 0).map(([card]) => card)
}

async function world() {
  const reactor = reactorOf(undefined, now)
  await reactor.take([
    enrolled('M1', 'Anna@Example.com'),
    enrolled('M2', 'home@example.com'),
    enrolled('M3', 'home@example.com'),
    booked('M1', 'AAAAA1'),
    booked('M2', 'FAM001'),
    booked('M4', 'FAM001'),
  ])
  return reactor
}

test.each<[string, object, string]>([
  ['their address, however it is written', { email: 'ANNA@EXAMPLE.com' }, 'M1'],
  ['their booking', { pnr: 'aaaaa1' }, 'M1'],
  ['what a couple shares, where the booking says which of them', { email: 'home@example.com', pnr: 'FAM001' }, 'M2'],
  ['an address alone, where nobody knows the booking', { email: 'anna@example.com', pnr: 'ZZZZZZ' }, 'M1'],
  ['a card that is blank, and an address', { memberId: ' ', email: 'anna@example.com' }, 'M1'],
])('a member is found by %s', async (_, means, card) => {
  const reactor = await world()
  await reactor.take([complaint(means)])
  expect(await complainants(reactor, 'M1', 'M2', 'M3', 'M4')).toEqual([card])
  expect(await setAside(reactor)).toEqual([])
})

test.each<[string, object, object]>([
  ['nobody has', { email: 'nobody@example.com' }, { code: 'unknown-member', path: 'email' }],
  ['two have', { email: 'home@example.com' }, { code: 'unknown-member', path: 'email' }],
  ['several are booked on', { pnr: 'FAM001' }, { code: 'unknown-member', path: 'pnr' }],
  ['is another member’s', { email: 'anna@example.com', pnr: 'FAM001' }, { code: 'unknown-member' }],
  ['is none', { email: 'anna' }, { code: 'missing-member', path: 'memberId' }],
  ['was not told', {}, { code: 'missing-member', path: 'memberId' }],
])('by what %s nobody is guessed at: it is set aside, and no address is in the reason', async (_, means, fault) => {
  const reactor = await world()
  await reactor.take([complaint(means)])
  expect(await complainants(reactor, 'M1', 'M2', 'M3', 'M4')).toEqual([])
  const entries = await setAside(reactor)
  expect(entries).toMatchObject([{ fault }])
  expect(JSON.stringify(entries[0]!.fault)).not.toContain('@')
})

test('what was set aside is taken once the member is known', async () => {
  const reactor = await world()
  await reactor.take([complaint({ email: 'late@example.com' })])
  const [entry] = await setAside(reactor)
  await reactor.take([enrolled('M9', 'late@example.com')])
  await reactor.take([{ ...entry!.envelope, setAsideKey: entry!.key }])
  expect(await complainants(reactor, 'M9')).toEqual(['M9'])
  expect(await setAside(reactor)).toEqual([])
})

test('a survey and the answer to a complaint find them too; no other event does, and a told card is the card', async () => {
  const reactor = await world()
  const means = { email: 'anna@example.com' }
  await reactor.take([
    event('survey.answered', { nps: 3, ...means }),
    event('complaint.resolved', { complaintId: 'C', outcome: 'upheld', ...means }),
    event('offer.accepted', { offerId: 'o', ...means }),
    complaint({ memberId: 'M3', ...means }),
  ])
  const anna = await reactor.member('M1')
  expect([anna.surveys.length, anna.complaints.length]).toEqual([1, 1])
  expect(await complainants(reactor, 'M3')).toEqual(['M3'])
  expect((await setAside(reactor)).map(({ fault }) => fault.code)).toEqual(['missing-member'])
})

test('the address is not kept with the complaint', async () => {
  const reactor = await world()
  await reactor.take([complaint({ email: 'anna@example.com', text: 'The seat was broken' })])
  expect(
    JSON.stringify(
      await reactor.ports.records.list('M1').then((all) => all.filter(({ type }) => type === 'complaint.filed')),
    ),
  ).not.toContain('@')
})

describe('a member is found', () => {
  const foundBy = async ({ ports }: Reactor, name: string) =>
    (await ports.finders.by(name)).map(({ memberId }) => memberId)

  test('by the address they have now', async () => {
    const reactor = await world()
    await reactor.take([
      event('member.updated', { memberId: 'M1', email: 'new@example.com', occurredAt: new Date(now).toISOString() }),
    ])
    expect(await foundBy(reactor, 'mail#anna@example.com')).toEqual([])
    expect(await foundBy(reactor, 'mail#new@example.com')).toEqual(['M1'])
  })

  test('by whichever card goes on', async () => {
    const reactor = await world()
    await reactor.take([event('member.merged', { memberId: 'M1', into: 'M5' })])
    await reactor.drain()
    expect(await foundBy(reactor, 'mail#anna@example.com')).toEqual(['M5'])
    expect(await foundBy(reactor, 'booking#AAAAA1')).toEqual(['M5'])
    expect(await foundBy(reactor, 'leg#CA720:FRA-PEK:2026-06-08')).not.toContain('M1')
  })

  test.each([undefined, 'before', 'after'] as const)(
    'by nothing once they are erased, a crash %s the index or not',
    async (when) => {
      const reactor = await world()
      const { ports } = reactor
      const erased = event('member.erased', { memberId: 'M1' })
      if (when) await reactor.take([erased], { finders: failing(ports.finders, 'put', when) })
      await reactor.take([erased])
      await reactor.drain()
      for (const name of ['mail#anna@example.com', 'booking#AAAAA1']) expect(await foundBy(reactor, name)).toEqual([])
    },
  )
})
