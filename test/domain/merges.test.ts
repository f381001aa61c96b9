import { describe, expect, test } from 'vitest'
import { survivorOf } from '../../shared/app/survivor.ts'
import { wakeDue } from '../../shared/app/wake/wake.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { at, envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'

/** One person, many cards: chains of merges, circles that are refused, and more cards than there may be. */

const start = at('2026-06-01T04:00:00Z')
const later = (ms: number) => new Date(start + ms).toISOString()

const enrolled = (memberId: string) =>
  envelope('member.enrolled', {
    id: `enrolled-${memberId}`,
    occurredAt: later(-HOUR),
    memberId,
    givenName: `Name of ${memberId}`,
    email: 'mei@example.com',
    consent: { email: true },
  })
const merged = (memberId: string, into: string, id = `merged-${memberId}-${into}`) =>
  envelope('member.merged', { id, occurredAt: later(MINUTE), memberId, into })
const withdrawn = (memberId: string) =>
  envelope('consent.changed', {
    id: `withdrawn-${memberId}`,
    occurredAt: later(2 * MINUTE),
    memberId,
    channel: 'email',
    granted: false,
  })
const erasure = (memberId: string) =>
  envelope('member.erased', { id: `erased-${memberId}`, occurredAt: later(3 * MINUTE), memberId })

const cards = (n: number) => Array.from({ length: n }, (_, i) => `H${i + 1}`)

async function play(...envelopes: Envelope[]): Promise<Reactor> {
  const reactor = reactorOf(undefined, start + HOUR)
  for (const each of envelopes) {
    await reactor.take([each])
    await reactor.drain()
  }
  return reactor
}

/** A chain, each card merged into the next one. */
const chainOf = (all: readonly string[]) => [
  ...all.map(enrolled),
  ...all.slice(1).map((card, i) => merged(all[i]!, card)),
]

const faultsIn = async ({ ports }: Reactor) =>
  (await ports.setAsides.list({ limit: 100 })).entries.map(({ fault }) => fault)
const consentOf = async (reactor: Reactor, card: string) => profileOf(await reactor.member(card)).consentEmail

describe('a chain of merged cards', () => {
  test.each([7, 65])('of %i leads everything to the one that goes on', async (n) => {
    const all = cards(n)
    const last = all.at(-1)!
    const reactor = await play(...chainOf(all))
    expect((await reactor.member(last)).aliases).toHaveLength(n - 1)
    expect(await survivorOf('H1', reactor.ports)).toMatchObject({ memberId: last })
    expect(await consentOf(reactor, last)).toBe(true)
    await reactor.take([withdrawn('H1')])
    await reactor.drain()
    expect(await consentOf(reactor, last)).toBe(false)
    await reactor.take([erasure('H2')])
    await reactor.drain()
    for (const card of all) {
      expect((await reactor.ports.members.read([card])).get(card)?.state).not.toContain('Name of')
      expect(await reactor.ports.records.list(card)).toEqual([])
    }
    expect((await reactor.member(last)).erasedAt).toBeDefined()
    expect(await faultsIn(reactor)).toEqual([])
    expect(reactor.alerts).toEqual([])
  })

  test.each([
    ['before', [merged('H1', 'H2'), erasure('H1')]],
    ['after', [erasure('H1'), merged('H1', 'H2')]],
  ])('whose merge is heard of %s the erasure is erased whole', async (_, told) => {
    const reactor = await play(enrolled('H1'), enrolled('H2'), ...told)
    expect((await reactor.member('H2')).erasedAt).toBeDefined()
    expect((await reactor.ports.members.read(['H2'])).get('H2')?.state).not.toContain('Name of')
  })

  test('that is merged the wrong way round, the later cards first, is the same person', async () => {
    const all = cards(7)
    const reactor = await play(
      ...all.map(enrolled),
      ...all
        .slice(1)
        .map((card, i) => merged(all[i]!, card))
        .reverse(),
      withdrawn('H1'),
    )
    expect((await reactor.member('H7')).aliases.toSorted()).toEqual(cards(6))
    expect(await consentOf(reactor, 'H7')).toBe(false)
  })

  test('an erasure that overtakes a merge reaches the cards of the card that was merged', async () => {
    const reactor = await play(...['A', 'B', 'C'].map(enrolled), merged('A', 'B'))
    await reactor.take([merged('B', 'C')])
    const absorbed = reactor.taken('events') as unknown as Envelope[]
    await reactor.take([erasure('C')])
    await reactor.take(absorbed)
    await reactor.drain()
    for (const card of ['A', 'B', 'C']) {
      expect((await reactor.ports.members.read([card])).get(card)?.state).not.toContain('Name of')
      expect(await reactor.ports.records.list(card)).toEqual([])
    }
    expect((await reactor.member('C')).aliases.toSorted()).toEqual(['A', 'B'])
  })

  test('a card that cannot reach its survivor for weeks goes on trying: what it knows may be a refusal', async () => {
    const reactor = await play(enrolled('A'), enrolled('B'), withdrawn('A'))
    await reactor.take([merged('A', 'B')])
    for (let days = 0; days < 60; days++) {
      reactor.taken('events')
      reactor.now += 24 * HOUR
      await wakeDue({ ports: reactor.ports, now: reactor.now })
      const woken = reactor.taken('events') as unknown as Envelope[]
      await reactor.take(woken)
    }
    expect(await consentOf(reactor, 'B')).toBe(true)
    for (let days = 0; days < 8; days++) {
      reactor.now += 24 * HOUR
      await wakeDue({ ports: reactor.ports, now: reactor.now })
      await reactor.drain()
    }
    expect(await consentOf(reactor, 'B')).toBe(false)
    expect(await reactor.ports.members.nextWakeAt()).toBeUndefined()
  })
})

describe('a circle of merged cards', () => {
  const words: [string, string][] = [
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'A'],
  ]
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]

  test.each(orders)(
    'is not closed: the last word of %i, %i, %i is refused, and a person hears of it',
    async (...order) => {
      const said = order.map((i) => words[i]!)
      const reactor = await play(...['A', 'B', 'C'].map(enrolled), ...said.map(([card, into]) => merged(card, into)))
      const [card, into] = said[2]!
      expect(await faultsIn(reactor)).toEqual([
        expect.objectContaining({ code: 'merged-in-a-circle', path: 'into', message: expect.stringContaining(into) }),
      ])
      expect(reactor.alerts).toEqual(['merge-refused'])
      expect((await reactor.member(card)).aliases).toHaveLength(2)
      await reactor.take([withdrawn('A')])
      await reactor.drain()
      expect(await consentOf(reactor, card)).toBe(false)
      await reactor.take([erasure('A'), erasure('B'), erasure('C')])
      await reactor.drain()
      for (const each of ['A', 'B', 'C'])
        expect((await reactor.ports.members.read([each])).get(each)?.state).not.toContain('Name of')
    },
  )

  test.each([2, 3, 7])('of %i that come at once is not closed either: one is refused', async (n) => {
    const all = cards(n)
    const reactor = await play(...all.map(enrolled))
    const said = all.map((card, i) => merged(card, all[(i + 1) % n]!))
    await Promise.all(said.map((each) => reactor.take([each])))
    await reactor.drain()
    expect(await faultsIn(reactor)).toHaveLength(1)
    const gone = await Promise.all(all.map(async (card) => (await survivorOf(card, reactor.ports)).memberId))
    expect(new Set(gone).size).toBe(1)
    expect((await reactor.member(gone[0]!)).aliases).toHaveLength(n - 1)
  })

  test('of one is refused: a card is not merged into itself', async () => {
    const reactor = await play(enrolled('A'), merged('A', 'A'))
    expect(await faultsIn(reactor)).toEqual([expect.objectContaining({ code: 'merged-in-a-circle' })])
    expect((await reactor.member('A')).mergedInto).toBeUndefined()
    expect(await consentOf(reactor, 'A')).toBe(true)
  })

  test('is none where a merge is told once more, by another event: it says nothing new', async () => {
    const again = merged('A', 'B', 'told-again')
    const other = merged('A', 'C', 'told-otherwise')
    const reactor = await play(...['A', 'B', 'C'].map(enrolled), merged('A', 'B'), merged('B', 'C'), again, other)
    expect(await faultsIn(reactor)).toEqual([])
    expect((await reactor.member('C')).aliases.toSorted()).toEqual(['A', 'B'])
    expect(await reactor.recorded('C')).toEqual(expect.arrayContaining(['told-again', 'told-otherwise']))
  })

  test('a card that was merged and is merged into another leads whoever goes on there', async () => {
    const reactor = await play(...['A', 'B', 'C'].map(enrolled), merged('A', 'B'), merged('A', 'C'))
    expect((await reactor.member('C')).aliases.toSorted()).toEqual(['A', 'B'])
  })
})

describe('more cards than one person may have', () => {
  test('64 others are taken, with what they were; the 65th stays a person of its own, aloud', async () => {
    const all = cards(65)
    const reactor = await play(enrolled('K'), ...all.map(enrolled), ...all.map((card) => merged(card, 'K')))
    expect((await reactor.member('K')).aliases).toHaveLength(64)
    expect(await faultsIn(reactor)).toEqual([expect.objectContaining({ code: 'too-many-cards', path: 'into' })])
    expect(reactor.alerts).toEqual(['merge-refused'])
    expect(await reactor.member('H65')).toMatchObject({ aliases: [] })
    expect((await reactor.member('H65')).mergedInto).toBeUndefined()
    await reactor.take([withdrawn('H64'), withdrawn('H65')])
    await reactor.drain()
    expect(await consentOf(reactor, 'K')).toBe(false)
    expect(await consentOf(reactor, 'H65')).toBe(false)
    await reactor.take([erasure('K')])
    await reactor.drain()
    for (const card of cards(64)) expect(await reactor.ports.records.list(card)).toEqual([])
    expect(await reactor.ports.records.list('H65')).not.toEqual([])
  })
})

describe('what somebody’s rights hang on', () => {
  test.each([
    [
      'a word on consent',
      envelope('consent.changed', { id: 'x', occurredAt: later(0), memberId: 'M1', granted: false }),
    ],
    ['an erasure', envelope('member.erased', { id: 'x', memberId: 'M1' })],
    [
      'a profile with a word on consent',
      envelope('member.updated', { id: 'x', memberId: 'M1', consent: { email: false } }),
    ],
  ])('%s that cannot be applied is told to a person at once', async (_, broken) => {
    const reactor = await play(enrolled('M1'), broken)
    expect(await faultsIn(reactor)).toHaveLength(1)
    expect(reactor.alerts).toEqual(['consent-not-applied'])
  })

  test('another event that is set aside waits for a person without an alarm', async () => {
    const reactor = await play(envelope('complaint.filed', { id: 'x', memberId: 'M1' }))
    expect(await faultsIn(reactor)).toHaveLength(1)
    expect(reactor.alerts).toEqual([])
  })
})
