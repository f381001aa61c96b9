import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { COMPLAINTS_OF_A_CAUSE } from '../../shared/domain/ledger/cause.ts'
import type { GrantOutcome, GrantRequest, Ledger } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

type Goodwill = Extract<GrantRequest, { basis: 'goodwill' }>
type Statutory = Extract<GrantRequest, { basis: 'statutory' }>

/** What the law owes for the same flight. */
function owedTo(memberId: string, amount: number, more: Partial<Statutory> = {}): Statutory {
  const { budget, ...goodwill } = requestOf(memberId, 0)
  const debt = { basis: 'statutory', kind: 'cash', amount, costMinor: amount, currency: 'EUR' } as const
  return { ...goodwill, key: 'CA1501-PEK-SHA-2026-10-01+statutory', actionId: `law for ${memberId}`, ...debt, ...more }
}

function requestOf(memberId: string, costMinor: number, more: Partial<Goodwill> = {}): Goodwill {
  return {
    key: 'CA1501-PEK-SHA-2026-10-01+goodwill',
    memberId,
    actionId: `action for ${memberId}`,
    campaign: 'say-sorry',
    rulebook: 'abc',
    reason: 'service-recovery',
    basis: 'goodwill',
    kind: 'miles',
    amount: costMinor * 20,
    costMinor,
    requestedBy: 'the publisher',
    budget: { id: 'winback-2026', currency: 'CNY', limitMinor: 1_003, asOf: 1 },
    now: T,
    ...more,
  }
}

function granted(outcomes: GrantOutcome[]): number {
  return outcomes.filter((outcome) => outcome.granted).length
}

describe.each(stores)('the ledger in %s', (_name, open) => {
  let store: Opened
  let ledger: Ledger

  beforeEach(async () => {
    store = await open()
    ledger = store.ledger
  })
  afterEach(() => store.close())

  async function merge(card: string, into: string): Promise<void> {
    expect(await store.cards.join({ card, into })).toBe('joined')
  }

  async function spent(): Promise<number> {
    return (await ledger.spent(['winback-2026']))['winback-2026']!
  }

  test('grants once and books it', async () => {
    const request = requestOf('anna', 50)
    const first = await ledger.grant(request)
    expect(first).toMatchObject({ granted: true, grantId: expect.stringMatching(/^[\w-]{22}$/), again: false })
    expect(await ledger.grant({ ...request, now: T + 9 })).toEqual({ ...first, again: true })
    expect(await spent()).toBe(50)
    expect(await ledger.entries(['anna'])).toEqual([
      {
        grantId: (first as { grantId: string }).grantId,
        key: request.key,
        person: (await ledger.persons(['anna']))[0],
        action: (await ledger.actions([request.actionId]))[0],
        actionId: request.actionId,
        rulebook: 'abc',
        name: 'granted',
        what: 'granted',
        from: 'budget',
        to: 'owed',
        at: T,
        campaign: 'say-sorry',
        basis: 'goodwill',
        book: 'winback-2026',
        kind: 'miles',
        costCurrency: 'CNY',
        amount: 1_000,
        costMinor: 50,
        by: 'the publisher',
        why: 'service-recovery',
      },
    ])
    expect(await ledger.entries(['wei'])).toEqual([])
    expect(await ledger.spent(['winback-2026', 'unheard-of'])).toEqual({ 'winback-2026': 50, 'unheard-of': 0 })
  })

  test('the same grant many times at once is one grant', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => ledger.grant(requestOf('anna', 50))))
    expect(granted(outcomes)).toBe(12)
    expect(outcomes.filter((outcome) => outcome.granted && !outcome.again)).toHaveLength(1)
    expect(await spent()).toBe(50)
    expect(await ledger.entries(['anna'])).toHaveLength(1)
  })

  test('one cause pays once, whichever action asks; goodwill comes on top of the law', async () => {
    await ledger.grant(requestOf('anna', 50))
    const other = await ledger.grant(requestOf('anna', 50, { actionId: 'another' }))
    expect(other).toMatchObject({ granted: false, code: 'already-compensated' })
    expect((await ledger.grant(owedTo('anna', 60_000))).granted).toBe(true)
    const otherDebt = await ledger.grant(owedTo('anna', 60_000, { actionId: 'another' }))
    expect(otherDebt).toMatchObject({ granted: false, code: 'already-compensated' })
    expect((await ledger.grant(requestOf('wei', 50))).granted).toBe(true)
    expect(await spent()).toBe(100)
    expect((await ledger.entries(['anna'])).map(({ basis, book }) => [basis, book])).toEqual(
      expect.arrayContaining([
        ['goodwill', 'winback-2026'],
        ['statutory', 'statutory:EUR'],
      ]),
    )
  })

  describe('a leg that was called otherwise when it was paid', () => {
    const key = 'CA720:FRA-PEK:2026-10-06+statutory'
    const before = [
      'CA720:FRA-PEK:2026-10-05T23:30Z+statutory',
      'CA0720:FRA-PEK:2026-10-05T23:35Z+statutory',
      'CCA00720:FRA-PEK:2026-10-06T10:00Z+statutory',
      'CA720D:FRA-PEK:2026-10-06+statutory',
    ]
    const alsoKeyed = ['CA720D:FRA-PEK:2026-10-06+statutory']

    test.each(before)('is paid by %s', async (then) => {
      const first = await ledger.grant(owedTo('anna', 60_000, { key: then }))
      expect(await ledger.grant(owedTo('anna', 60_000, { key, alsoKeyed }))).toEqual({ ...first, again: true })
      const another = owedTo('anna', 60_000, { key, alsoKeyed, actionId: 'another' })
      expect(await ledger.grant(another)).toMatchObject({ granted: false, code: 'already-compensated' })
      await merge('anna', 'wei')
      expect(await ledger.grant({ ...another, memberId: 'wei' })).toMatchObject({ code: 'already-compensated' })
      expect((await ledger.grants(['anna', 'wei'])).map((grant) => grant.key)).toEqual([then])
    })

    test('and by its complaint, which was compensated before anybody told the flight', async () => {
      const complaint = 'complaint:CMP-1+statutory'
      await ledger.grant(owedTo('anna', 60_000, { key: complaint }))
      const told = owedTo('anna', 60_000, { key, alsoKeyed: [...alsoKeyed, complaint], actionId: 'another' })
      expect(await ledger.grant(told)).toMatchObject({ granted: false, code: 'already-compensated' })
    })

    test('and so are the steps up from it', async () => {
      await ledger.grant(owedTo('anna', 30_000, { key: `${before[1]}+30000` }))
      const step = owedTo('anna', 30_000, { key: `${key}+30000`, actionId: 'another' })
      expect(await ledger.grant(step)).toMatchObject({ code: 'already-compensated' })
      expect((await ledger.grant({ ...step, key: `${key}+60000` })).granted).toBe(true)
    })

    test('another day, route or number, and goodwill, are another cause', async () => {
      await ledger.grant(owedTo('anna', 1, { key: before[0]! }))
      const others = [
        'CA720:FRA-PEK:2026-10-05+statutory',
        'CA720:PEK-FRA:2026-10-06+statutory',
        'CA72:FRA-PEK:2026-10-06+statutory',
        'CA720:FRA-PEK:2026-10-06+goodwill',
      ]
      for (const other of others)
        expect((await ledger.grant(owedTo('anna', 1, { key: other, actionId: other }))).granted).toBe(true)
    })
  })

  describe('a complaint whose flight is told otherwise, or forgotten', () => {
    const key = 'CA1501:PEK-SHA:2026-10-01+goodwill'
    const other = 'CA1502:SHA-PEK:2026-10-02+goodwill'
    const complaint = 'complaint:CMP-1+goodwill'
    const asked = {
      'before its flight was told': { key: complaint },
      'with its flight': { key, alsoKeyed: [complaint] },
      'with the flight it was corrected to': { key: other, alsoKeyed: [complaint] },
      'with both': { key: other, alsoKeyed: [key, complaint] },
      'with another of the same flight': { key: 'complaint:CMP-2+goodwill', alsoKeyed: [complaint] },
    }
    const ways = Object.entries(asked)
    const pairs = ways.flatMap(([then, first]) => ways.map(([now, second]) => ({ then, now, first, second })))

    test.each(pairs)('is paid once: $then, and $now', async ({ first, second }) => {
      const paid = await ledger.grant(requestOf('anna', 50, first))
      expect(paid).toMatchObject({ granted: true, again: false })
      const another = requestOf('anna', 50, { ...second, actionId: 'another' })
      expect(await ledger.grant(another)).toMatchObject({ granted: false, code: 'already-compensated' })
      await merge('anna', 'wei')
      expect(await ledger.grant({ ...another, memberId: 'wei' })).toMatchObject({ code: 'already-compensated' })
      expect(await ledger.grant(requestOf('wei', 50, { ...second, actionId: requestOf('anna', 0).actionId }))).toEqual({
        ...paid,
        again: true,
      })
      expect(await spent()).toBe(50)
    })

    test.each(pairs)('is paid once by two at once: $then, and $now', async ({ first, second }) => {
      const both = [first, second].map((each, i) => ledger.grant(requestOf('anna', 50, { ...each, actionId: `a${i}` })))
      expect(granted(await Promise.all(both))).toBe(1)
      expect(await ledger.grants(['anna'])).toHaveLength(1)
      expect(await spent()).toBe(50)
    })

    test('and so where the person has been erased since', async () => {
      await ledger.grant(requestOf('anna', 50, asked['with its flight']))
      await ledger.forget(['anna'])
      const another = requestOf('anna', 50, { key: complaint, actionId: 'another' })
      expect(await ledger.grant(another)).toMatchObject({ code: 'already-compensated' })
    })

    test('another flight and another complaint are another cause', async () => {
      await ledger.grant(requestOf('anna', 50, asked['with its flight']))
      const others = [{ key: other }, { key: 'complaint:CMP-2+goodwill' }]
      for (const each of others)
        expect((await ledger.grant(requestOf('anna', 50, { ...each, actionId: each.key }))).granted).toBe(true)
    })

    test('what the law owes is owed for each flight it was said to be of, and for the complaint alone not once more', async () => {
      const law = (keys: { key: string; alsoKeyed?: string[] }, actionId: string) => {
        const [named, ...others] = [keys.key, ...(keys.alsoKeyed ?? [])].map((each) =>
          each.replace('goodwill', 'statutory'),
        )
        return ledger.grant(owedTo('anna', 100, { key: named!, alsoKeyed: others, actionId }))
      }
      expect((await law(asked['with its flight'], 'a')).granted).toBe(true)
      expect((await law(asked['with the flight it was corrected to'], 'b')).granted).toBe(true)
      expect(await law(asked['before its flight was told'], 'c')).toMatchObject({ code: 'already-compensated' })
      expect(await law(asked['with its flight'], 'd')).toMatchObject({ code: 'already-compensated' })
    })

    test('a cause with as many complaints as are remembered is granted the last of a budget', async () => {
      const alsoKeyed = Array.from({ length: COMPLAINTS_OF_A_CAUSE }, (_, i) => `complaint:C${i}+goodwill`)
      const whole = {
        alsoKeyed,
        approval: { aboveMinor: 0, day: '2026-10-01', until: T + 1 },
        yearlyCap: { year: 2026, limitMinor: 1_000 },
        budget: { id: 'small', currency: 'CNY', limitMinor: 140, asOf: 1 },
      }
      expect(await ledger.grant(requestOf('anna', 140, whole))).toMatchObject({ code: 'awaits-approval' })
      expect(await ledger.spent(['small'])).toEqual({ small: 140 })
      for (const key of alsoKeyed)
        expect(await ledger.grant(requestOf('anna', 1, { key, actionId: key }))).toMatchObject({
          code: 'already-compensated',
        })
    })
  })

  test('what the law owes is owed without a budget and outside the yearly cap, by currency', async () => {
    const yearlyCap = { year: 2026, limitMinor: 100 }
    await ledger.grant(requestOf('anna', 100, { yearlyCap }))
    const owed = [
      owedTo('anna', 60_000),
      owedTo('wei', 25_000),
      owedTo('li', 40_000, { currency: 'CNY' }),
      owedTo('anna', 60_000),
    ]
    expect(granted(await Promise.all(owed.map((each) => ledger.grant(each))))).toBe(4)
    const more = { key: 'another cause+goodwill', actionId: 'b', yearlyCap }
    expect(await ledger.grant(requestOf('anna', 1, more))).toMatchObject({ code: 'yearly-cap' })
    const books = ['winback-2026', 'statutory:EUR', 'statutory:CNY']
    expect(await ledger.spent(books)).toEqual({ 'winback-2026': 100, 'statutory:EUR': 85_000, 'statutory:CNY': 40_000 })
  })

  test('what may be granted without a person is never exceeded, and the debts are booked whole', async () => {
    const tranche = { id: 'automatic:EUR:1', limitMinor: 250_00 * 10 + 249_99 }
    const asked = Array.from({ length: 24 }, (_, i) => owedTo(`m${i}`, 250_00, { tranche }))
    const outcomes = await Promise.all(asked.map((each) => ledger.grant(each)))
    expect(granted(outcomes)).toBe(10)
    for (const outcome of outcomes) if (!outcome.granted) expect(outcome.code).toBe('tranche-exhausted')
    const again = await Promise.all(asked.map((each) => ledger.grant(each)))
    expect(again.map((each) => each.granted)).toEqual(outcomes.map((each) => each.granted))
    expect(await ledger.grant(owedTo('small', 249_99, { tranche }))).toMatchObject({ granted: true })
    expect(await ledger.grant(owedTo('seen by a person', 250_00))).toMatchObject({ granted: true })
    const books = [tranche.id, 'statutory:EUR']
    expect(await ledger.spent(books)).toEqual({ [tranche.id]: 2749_99, 'statutory:EUR': 2999_99 })
  })

  test('one of two actions at once pays for one cause', async () => {
    const actions = Array.from({ length: 6 }, (_, i) => ledger.grant(requestOf('anna', 50, { actionId: `a${i}` })))
    expect(granted(await Promise.all(actions))).toBe(1)
    expect(await spent()).toBe(50)
  })

  test('a grant under one card is a grant under all cards of the person', async () => {
    await ledger.grant(requestOf('old-card', 50, { actionId: 'a' }))
    await merge('older-card', 'old-card')
    await merge('old-card', 'anna')
    const asMerged = requestOf('anna', 50)
    expect(await ledger.grant(asMerged)).toMatchObject({ granted: false, code: 'already-compensated' })
    expect(await ledger.grant({ ...asMerged, actionId: 'a' })).toMatchObject({ granted: true, again: true })
    expect(await spent()).toBe(50)
  })

  test('a card that was merged is granted nothing more: it is to be asked for again', async () => {
    await merge('old-card', 'anna')
    await expect(ledger.grant(requestOf('old-card', 50))).rejects.toThrow('was merged')
    expect(await spent()).toBe(0)
  })

  test('a grant and a merge at once: whoever goes on is paid for what was not paid, and for nothing else', async () => {
    const asked = Array.from({ length: 8 }, async (_, i) => {
      const [card, survivor] = [`card${i}`, `anna${i}`]
      const [own] = await Promise.allSettled([
        ledger.grant(requestOf(card, 10, { actionId: `a${i}` })),
        merge(card, survivor),
      ])
      const after = await ledger.grant(requestOf(survivor, 10, { actionId: `b${i}` }))
      expect(after.granted).toBe(own.status === 'rejected')
    })
    await Promise.all(asked)
    expect(await spent()).toBe(80)
  })

  test('what was granted to the 64th card of a person is seen, and so is its year; the last of a budget is still to be had', async () => {
    const yearlyCap = { year: 2026, limitMinor: 200 }
    for (let i = 0; i < 64; i++) {
      if (i === 63) await ledger.grant(requestOf('card63', 60, { yearlyCap, actionId: 'a' }))
      await merge(`card${i}`, 'anna')
    }
    expect(await store.cards.join({ card: 'card64', into: 'anna' })).toBe('too-many')
    expect(await ledger.grant(requestOf('anna', 50, { yearlyCap }))).toMatchObject({ code: 'already-compensated' })
    const other = { key: 'another cause', actionId: 'b', yearlyCap }
    expect(await ledger.grant(requestOf('anna', 141, other))).toMatchObject({ code: 'yearly-cap' })
    // The whole of a budget takes from all of its shards, in one transaction with everything else.
    const whole = {
      ...other,
      approval: { aboveMinor: 0, day: '2026-10-01', until: T + 1 },
      budget: { id: 'small', currency: 'CNY', limitMinor: 140, asOf: 1 },
    }
    expect(await ledger.grant(requestOf('anna', 140, whole))).toMatchObject({ code: 'awaits-approval' })
    expect(await ledger.spent(['small'])).toEqual({ small: 140 })
  })

  test('forty at once on a budget that is nearly empty: never over it, and to the last unit', async () => {
    await ledger.grant(requestOf('first', 800))
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, i) => ledger.grant(requestOf(`m${i}`, 10))))
    expect(granted(outcomes)).toBe(20)
    for (const outcome of outcomes)
      if (!outcome.granted)
        expect(outcome).toMatchObject({ code: 'budget-exhausted', reason: { is: 'ledger.budgetExhausted' } })
    expect(await spent()).toBe(1_000)
    expect(await ledger.grant(requestOf('last', 4))).toMatchObject({ granted: false, code: 'budget-exhausted' })
    expect((await ledger.grant(requestOf('last', 3))).granted).toBe(true)
    expect(await spent()).toBe(1_003)
    expect(await ledger.grant(requestOf('first', 800))).toMatchObject({ granted: true, again: true })
  })

  test('a grant of the whole budget is possible, one of a unit more is not', async () => {
    expect(await ledger.grant(requestOf('anna', 1_004))).toMatchObject({ granted: false, code: 'budget-exhausted' })
    expect((await ledger.grant(requestOf('anna', 1_003))).granted).toBe(true)
    expect((await ledger.grant(requestOf('free', 0))).granted).toBe(true)
  })

  test('a changed limit counts at once, also one below what is spent', async () => {
    let asOf = 1
    const budget = (limitMinor: number) => ({
      budget: { id: 'winback-2026', currency: 'CNY', limitMinor, asOf: ++asOf },
    })
    await ledger.grant(requestOf('anna', 600))
    expect(await ledger.grant(requestOf('wei', 1, budget(500)))).toMatchObject({ code: 'budget-exhausted' })
    expect(await ledger.grant(requestOf('wei', 101, budget(700)))).toMatchObject({ code: 'budget-exhausted' })
    expect((await ledger.grant(requestOf('wei', 100, budget(700)))).granted).toBe(true)
    expect((await ledger.grant(requestOf('li', 1_300, budget(2_000)))).granted).toBe(true)
    expect(await spent()).toBe(2_000)
    const late = { budget: { id: 'winback-2026', currency: 'CNY', limitMinor: 9_000, asOf: 2 } }
    expect(await ledger.grant(requestOf('late', 1, late))).toMatchObject({ code: 'budget-exhausted' })
  })

  test('a member gets no more in a year than the cap, over all their cards', async () => {
    const yearlyCap = { year: 2026, limitMinor: 100 }
    const nth = (n: number, costMinor: number, more: Partial<Goodwill> = {}) =>
      ledger.grant(requestOf('anna', costMinor, { key: `cause ${n}`, actionId: `a${n}`, yearlyCap, ...more }))
    expect((await nth(1, 60)).granted).toBe(true)
    expect(await nth(2, 41)).toMatchObject({ granted: false, code: 'yearly-cap' })
    expect(await nth(1, 60)).toMatchObject({ granted: true, again: true })
    await merge('anna', 'survivor')
    const asMerged = { memberId: 'survivor' }
    expect(await nth(3, 41, asMerged)).toMatchObject({ granted: false, code: 'yearly-cap' })
    expect((await nth(4, 30, asMerged)).granted).toBe(true)
    expect(await nth(5, 11, asMerged)).toMatchObject({ granted: false, code: 'yearly-cap' })
    expect((await nth(6, 10, asMerged)).granted).toBe(true)
    const nextYear = { yearlyCap: { year: 2027, limitMinor: 100 } }
    expect((await nth(7, 100, { ...asMerged, ...nextYear })).granted).toBe(true)
  })

  test('many grants to one member at once stay under the cap', async () => {
    const yearlyCap = { year: 2026, limitMinor: 45 }
    const asked = Array.from({ length: 10 }, (_, i) =>
      ledger.grant(requestOf('anna', 10, { key: `cause ${i}`, actionId: `a${i}`, yearlyCap })),
    )
    expect(granted(await Promise.all(asked))).toBe(4)
    expect(await spent()).toBe(40)
  })

  test('an amount that would falsify the books is refused', async () => {
    await expect(ledger.grant(requestOf('anna', -1))).rejects.toThrow(RangeError)
    await expect(ledger.grant(requestOf('anna', 0.5))).rejects.toThrow(RangeError)
  })
})
