import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GrantOutcome, GrantRequest, Ledger } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const HOUR = 3_600_000

/** From what on a second person must approve: a member's day counts together, however it is cut into slices. */
describe.each(stores)('thresholds in %s', (_name, open) => {
  let store: Opened
  let ledger: Ledger

  beforeEach(async () => {
    store = await open()
    ledger = store.ledger
  })
  afterEach(() => store.close())

  type Goodwill = Extract<GrantRequest, { basis: 'goodwill' }>
  type More = Partial<Omit<Goodwill, 'basis'>> & { day?: string; above?: number }

  function slice(name: string, costMinor: number, { day = '2026-10-01', above = 200, ...more }: More = {}): Goodwill {
    return {
      key: `${name}+goodwill`,
      memberId: 'anna',
      actionId: name,
      campaign: 'by hand',
      rulebook: 'abc',
      reason: 'sorry',
      basis: 'goodwill',
      kind: 'cash',
      amount: costMinor,
      currency: 'CNY',
      costMinor,
      requestedBy: 'li',
      budget: { id: 'care', currency: 'CNY', limitMinor: 100_000, asOf: 1 },
      approval: { aboveMinor: above, day, until: T + 72 * HOUR },
      now: T,
      ...more,
    }
  }

  const debt = (name: string, costMinor: number, currency = 'CNY'): GrantRequest => {
    const { budget: _, ...asked } = slice(name, costMinor)
    return { ...asked, key: `${name}+statutory`, basis: 'statutory', currency }
  }
  const became = (outcome: GrantOutcome) => (outcome.granted ? 'granted' : outcome.code)
  const ask = async (request: GrantRequest) => became(await ledger.grant(request))

  test('slices below it add up, to the last unit', async () => {
    expect(await ask(slice('a', 120))).toBe('granted')
    expect(await ask(slice('b', 80))).toBe('granted')
    expect(await ask(slice('c', 1))).toBe('awaits-approval')
    expect(await ask(slice('d', 200, { day: '2026-10-02' }))).toBe('granted')
    const waiting = (await ledger.pending()).map(({ grant: { costMinor, over } }) => ({ costMinor, ...over }))
    expect(waiting).toEqual([{ costMinor: 1, aboveMinor: 200, dayMinor: 201 }])
  })

  test('what was granted stays so, though the day is full by now', async () => {
    await ask(slice('a', 150))
    await ask(slice('b', 150))
    expect(await ledger.grant(slice('a', 150))).toMatchObject({ granted: true, again: true })
    expect(await ask(slice('b', 150))).toBe('awaits-approval')
  })

  test('what was refused counts, too: it was asked for', async () => {
    const asked = await ledger.grant(slice('a', 500))
    const { grantId } = (asked as { grant: { grantId: string } }).grant
    const change = { what: 'refused', by: 'wang', why: 'too much' } as const
    await ledger.change({ memberIds: ['anna'], grantId, change, now: T + HOUR })
    expect(await ask(slice('b', 10))).toBe('awaits-approval')
  })

  test('budgets in one currency count together; another currency, another basis and another member do not', async () => {
    const other = { budget: { id: 'another', currency: 'CNY', limitMinor: 100_000, asOf: 1 } }
    expect(await ask(slice('a', 150))).toBe('granted')
    expect(await ask(slice('b', 150, other))).toBe('awaits-approval')
    const abroad = { budget: { id: 'abroad', currency: 'EUR', limitMinor: 100_000, asOf: 1 }, currency: 'EUR' }
    expect(await ask(slice('c', 150, abroad))).toBe('granted')
    expect(await ask(debt('d', 150))).toBe('granted')
    expect(await ask(debt('e', 150))).toBe('awaits-approval')
    expect(await ask(debt('f', 150, 'EUR'))).toBe('granted')
    expect(await ask(slice('g', 150, { memberId: 'ben' }))).toBe('granted')
  })

  test('a person’s cards count together', async () => {
    expect(await ask(slice('a', 150, { memberId: 'old' }))).toBe('granted')
    expect(await ask(slice('b', 20, { memberId: 'older' }))).toBe('granted')
    for (const card of ['old', 'older']) expect(await store.cards.join({ card, into: 'anna' })).toBe('joined')
    expect(await ask(slice('c', 30))).toBe('granted')
    expect(await ask(slice('d', 1))).toBe('awaits-approval')
  })

  test('of slices at once no more are granted than together are below it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => ask(slice(`s${i}`, 45))))
    expect(outcomes.filter((each) => each === 'granted')).toHaveLength(4)
    expect(outcomes.filter((each) => each === 'awaits-approval')).toHaveLength(8)
  })

  test('without one nothing is counted', async () => {
    const { approval: _, ...free } = slice('a', 5_000)
    expect(await ask(free)).toBe('granted')
    expect(await ask(slice('b', 200))).toBe('granted')
  })

  test('one that waits is found by its id, and who decided on it afterwards', async () => {
    const asked = await ledger.grant(slice('a', 500))
    const { grantId } = (asked as { grant: { grantId: string } }).grant
    expect(await ledger.waiting(grantId)).toMatchObject({ memberId: 'anna', grant: { grantId, reason: 'sorry' } })
    expect(await ledger.decided(grantId, T)).toBeUndefined()
    const change = { what: 'approved', by: 'wang' } as const
    await ledger.change({ memberIds: ['anna'], grantId, change, now: T + 48 * HOUR })
    expect(await ledger.waiting(grantId)).toBeUndefined()
    for (const later of [T + 48 * HOUR, Date.UTC(2026, 11, 31)])
      expect(await ledger.decided(grantId, later)).toMatchObject({ what: 'approved', by: 'wang', at: T + 48 * HOUR })
  })
})
