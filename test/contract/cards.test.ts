import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Joined } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

describe.each(stores)('who is who in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const join = (card: string, into: string) => store.cards.join({ card, into })

  test('a card is merged once; the same word again changes nothing', async () => {
    expect(await join('A', 'B')).toBe('joined')
    expect(await join('A', 'B')).toBe('joined')
    expect(await join('A', 'C')).toBe('elsewhere')
    expect(await join('B', 'C')).toBe('joined')
    expect(await join('A', 'B')).toBe('joined')
  })

  test('a card is not merged into itself, nor into one that was merged into it', async () => {
    expect(await join('A', 'A')).toBe('circle')
    expect(await join('A', 'B')).toBe('joined')
    expect(await join('B', 'A')).toBe('circle')
    expect(await join('B', 'C')).toBe('joined')
    expect(await join('C', 'A')).toBe('circle')
    expect(await join('C', 'D')).toBe('joined')
  })

  test('of the words that make a circle one is refused, in whatever order they come', async () => {
    const words = [
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'A'],
    ] as const
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const [n, order] of orders.entries()) {
      const said: Joined[] = []
      for (const i of order) said.push(await join(words[i]![0] + n, words[i]![1] + n))
      // The last of them closes the circle.
      expect(said).toEqual(['joined', 'joined', 'circle'])
    }
  })

  test('of the words that make a circle one is refused, however many come at once', async () => {
    for (const size of [2, 3, 7]) {
      const cards = Array.from({ length: size }, (_, i) => `at-once-${size}-${i}`)
      const said = await Promise.all(cards.map((card, i) => join(card, cards[(i + 1) % size]!)))
      expect(said.filter((each) => each === 'circle')).toHaveLength(1)
      expect(said.filter((each) => each === 'joined')).toHaveLength(size - 1)
    }
  })

  test('a person has 64 other cards and no more, also where two with many are merged, or all come at once', async () => {
    for (let i = 0; i < 58; i++) expect(await join(`card${i}`, 'anna')).toBe('joined')
    const said = await Promise.all(Array.from({ length: 10 }, (_, i) => join(`at-once-${i}`, 'anna')))
    expect(said.filter((each) => each === 'joined')).toHaveLength(6)
    expect(said.filter((each) => each === 'too-many')).toHaveLength(4)
    expect(await join('one', 'two')).toBe('joined')
    expect(await join('two', 'anna')).toBe('too-many')
    expect(await join('anna', 'two')).toBe('too-many')
    expect(await join('two', 'three')).toBe('joined')
  })

  test('a chain of 64 merges has one at its end, whoever is named', async () => {
    for (let i = 0; i < 64; i++) expect(await join(`c${i}`, `c${i + 1}`)).toBe('joined')
    expect(await join('c64', 'c0')).toBe('circle')
    expect(await join('c64', 'c65')).toBe('too-many')
    expect(await join('stranger', 'c0')).toBe('too-many')
  })
})

/** Merges and grants at once, on whatever cards: what was granted is never granted again once the cards are one person. */
describe.each(stores)('racing merges and grants in %s', (name, open) => {
  const CARDS = ['A', 'B', 'C', 'D', 'E']
  const card = fc.constantFrom(...CARDS)
  const step = fc.oneof(
    fc.record({ do: fc.constant('merge' as const), card, into: card }),
    fc.record({ do: fc.constant('grant' as const), card, cause: fc.constantFrom('x', 'y') }),
  )
  /** What goes on at once, one after the other. */
  const story = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })

  test('one cause pays one person once', async () => {
    const store = await open()
    let run = 0
    await fc.assert(
      fc.asyncProperty(story, async (waves) => {
        const at = `run${run++}-`
        /** Of each card, whose it is as far as was said. */
        const into = new Map<string, string>()
        const survivorOf = (each: string): string => (into.has(each) ? survivorOf(into.get(each)!) : each)
        const granted: { card: string; cause: string; wave: number; actionId: string }[] = []
        const joined: { card: string; into: string; wave: number }[] = []
        for (const [wave, steps] of waves.entries()) {
          await Promise.all(
            steps.map(async (each, i) => {
              if (each.do === 'merge') {
                const said = await store.cards.join({ card: at + each.card, into: at + each.into })
                if (said === 'joined') joined.push({ ...each, wave })
                return
              }
              const actionId = `${at}${wave}-${i}`
              const request = grantOf(at + each.card, each.cause, actionId)
              const outcome = await store.ledger.grant(request).catch(() => undefined)
              if (outcome?.granted) granted.push({ ...each, wave, actionId })
            }),
          )
          for (const each of joined) into.set(each.card, each.into)
        }
        for (const one of granted) {
          for (const other of granted) {
            if (one === other || one.cause !== other.cause || survivorOf(one.card) !== survivorOf(other.card)) continue
            // Two were paid: then neither card could know of the other when the later one was.
            const later = Math.max(one.wave, other.wave)
            const known = new Map(joined.filter(({ wave }) => wave < later).map((each) => [each.card, each.into]))
            const then = (each: string): string => (known.has(each) ? then(known.get(each)!) : each)
            expect(then(one.card)).not.toBe(then(other.card))
          }
        }
        // Nobody is granted anything who does not go on, and a circle is never closed.
        for (const each of CARDS) expect(survivorOf(each)).toBeDefined()
        for (const each of into.keys())
          await expect(store.ledger.grant(grantOf(at + each, 'z', `${at}${each}-z`))).rejects.toThrow('was merged')
      }),
      { numRuns: name === 'memory' ? 300 : 25 },
    )
    await store.close()
  })

  function grantOf(memberId: string, cause: string, actionId: string) {
    return {
      key: cause,
      memberId,
      actionId,
      campaign: 'say-sorry',
      rulebook: 'abc',
      reason: 'sorry',
      kind: 'cash' as const,
      amount: 100,
      costMinor: 100,
      basis: 'statutory' as const,
      currency: 'EUR',
      requestedBy: 'somebody',
      now: Date.UTC(2026, 9, 1),
    }
  }
})
