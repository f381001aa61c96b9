import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BudgetShard,
  capOf,
  checkRequest,
  decide,
  entryOf,
  freshOutcome,
  grantIdOf,
  type Seen,
} from '../../shared/domain/ledger/decide.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import type { GrantRequest } from '../../shared/ports/index.ts'

/** The ledger's decisions without a database: any requests, with any limits, on any number of shards. */

function requestOf(costMinor: number, limitMinor: number): GrantRequest {
  return {
    key: 'k',
    memberId: 'anna',
    actionId: 'a',
    campaign: 'c',
    rulebook: 'r',
    reason: 'sorry',
    basis: 'goodwill',
    kind: 'cash',
    amount: costMinor,
    costMinor,
    requestedBy: 'a publisher',
    budget: { id: 'b', currency: 'CNY', limitMinor, asOf: 1 },
    now: 0,
  }
}

/** Cuts where it must, then decides. */
function settle(request: GrantRequest, shards: BudgetShard[], preferred: number) {
  const first = decide(request, { grants: [], yearSpentMinor: [], dayAskedMinor: [], shards }, preferred)
  const cut = first.do === 'cut' ? first.shards : shards
  return {
    cut,
    decision: decide(request, { grants: [], yearSpentMinor: [], dayAskedMinor: [], shards: cut }, preferred),
  }
}

const small = fc.integer({ min: 0, max: 60 })

test('a grant is given exactly when the budget of the moment has enough left', async () => {
  const asked = fc.array(fc.record({ cost: small, limit: fc.integer({ min: 0, max: 300 }), preferred: small }))
  await fc.assert(
    fc.property(asked, fc.integer({ min: 1, max: 10 }), (requests, count) => {
      let shards: BudgetShard[] = Array.from({ length: count }, (_, shard) => ({
        shard,
        asOf: 0,
        leftMinor: 0,
        spentMinor: 0,
      }))
      let spent = 0
      for (const { cost, limit, preferred } of requests) {
        const { cut, decision } = settle(requestOf(cost, limit), shards, preferred % count)
        shards = cut
        const enough = cost <= Math.max(0, limit - spent)
        expect(decision.do).toBe(enough ? 'take' : 'answer')
        if (decision.do !== 'take') continue
        for (const { shard, amountMinor } of decision.takes) {
          shards[shard]!.leftMinor -= amountMinor
          shards[shard]!.spentMinor += amountMinor
        }
        spent += cost
        expect(Math.min(...shards.map(({ leftMinor }) => leftMinor))).toBeGreaterThanOrEqual(0)
        expect(shards.reduce((total, { spentMinor }) => total + spentMinor, 0)).toBe(spent)
      }
    }),
  )
})

test('one shard is enough where one has enough', () => {
  const shards = [5, 20, 9].map((leftMinor, shard) => ({ shard, limitMinor: 34, asOf: 1, leftMinor, spentMinor: 0 }))
  expect(settle(requestOf(9, 34), shards, 2).decision).toMatchObject({
    do: 'take',
    takes: [{ shard: 2, amountMinor: 9 }],
  })
  expect(settle(requestOf(9, 34), shards, 0).decision).toMatchObject({
    do: 'take',
    takes: [{ shard: 1, amountMinor: 9 }],
  })
  expect(settle(requestOf(29, 34), shards, 0).decision).toMatchObject({
    takes: [
      { shard: 1, amountMinor: 20 },
      { shard: 2, amountMinor: 9 },
    ],
  })
  const all = settle(requestOf(34, 34), shards, 0).decision
  expect(all.do === 'take' && all.takes.reduce((total, { amountMinor }) => total + amountMinor, 0)).toBe(34)
})

const nothing: Seen = { grants: [], yearSpentMinor: [], dayAskedMinor: [] }
const grantOf = (more: Partial<Grant> = {}): Grant =>
  ({ grantId: 'g', actionId: 'a', state: 'granted', key: 'k', at: 1, ...more }) as Grant
/** Of the law: `budget` is goodwill's. */
const debt = (more: object = {}): GrantRequest => {
  const { budget: _, ...about } = requestOf(9, 0) as Extract<GrantRequest, { basis: 'goodwill' }>
  return { ...about, basis: 'statutory', currency: 'EUR', ...more } as GrantRequest
}
const shard = (leftMinor: number, more: Partial<BudgetShard> = {}): BudgetShard => {
  return { shard: 0, limitMinor: 30, asOf: 1, leftMinor, spentMinor: 0, ...more }
}

describe('one’s own grant is answered as it stands', () => {
  const by = { by: 'li.na' }
  test.each([
    ['granted', {}, { granted: true, grantId: 'g', again: true }],
    [
      'pending',
      { until: Date.UTC(2026, 5, 4, 8) },
      { granted: false, code: 'awaits-approval', reason: { is: 'approval.awaited', until: '2026-06-04 08:00' } },
    ],
    [
      'refused',
      { settled: by },
      { granted: false, code: 'approval-refused', reason: { is: 'approval.refused', by: 'li.na' } },
    ],
    ['lapsed', {}, { granted: false, code: 'approval-lapsed', reason: { is: 'approval.lapsed' } }],
    [
      'reversed',
      { settled: by },
      { granted: false, code: 'reversed', reason: { is: 'approval.reversed', by: 'li.na' } },
    ],
  ] as const)('%s', (state, more, outcome) => {
    const grant = grantOf({ state, ...(more as Partial<Grant>) })
    const given = { ...nothing, grants: [grantOf({ actionId: 'other' }), grant], yearSpentMinor: [99] }
    expect(decide(requestOf(9, 0), given, 0)).toMatchObject({ do: 'answer', outcome })
    expect(freshOutcome(grant)).toMatchObject({ ...outcome, ...('again' in outcome && { again: false }) })
  })
})

describe('a refusal says why, in figures', () => {
  const refused = (code: string, reason: object) => ({ do: 'answer', outcome: { granted: false, code, reason } })

  test('of a cause that was compensated before', () => {
    const given = { ...nothing, grants: [grantOf({ actionId: 'other' })] }
    const reason = { is: 'ledger.alreadyCompensated', key: 'k' }
    expect(decide(requestOf(9, 30), given, 0)).toEqual(refused('already-compensated', reason))
  })

  test('of the yearly cap, over all cards; what fits exactly is granted', () => {
    const capped = { ...requestOf(9, 30), yearlyCap: { year: 2026, limitMinor: 20 } } as GrantRequest
    const reason = { is: 'ledger.yearlyCap', costs: 9, limit: 20, currency: 'CNY', year: 2026 }
    const spent = (...yearSpentMinor: number[]) => decide(capped, { ...nothing, yearSpentMinor }, 0)
    expect(spent(8, 4)).toEqual(refused('yearly-cap', { ...reason, left: 8 }))
    expect(spent(25)).toEqual(refused('yearly-cap', { ...reason, left: 0 }))
    expect(spent(8, 3)).toMatchObject({ do: 'take' })
    expect(capOf({ ...debt(), yearlyCap: { year: 2026, limitMinor: 1 } } as GrantRequest)).toBeUndefined()
  })

  test('of a budget, or of what the law owes by itself within an hour', () => {
    const seen = { ...nothing, shards: [shard(5), shard(3, { shard: 1 })] }
    const figures = { costs: 9, left: 8, limit: 30 }
    const budget = { is: 'ledger.budgetExhausted', ...figures, currency: 'CNY', budget: 'b' }
    expect(decide(requestOf(9, 30), seen, 0)).toEqual(refused('budget-exhausted', budget))
    const tranche = { id: 't', limitMinor: 30, asOf: 1 }
    const hour = { is: 'ledger.trancheExhausted', ...figures, currency: 'EUR', budget: 't' }
    expect(decide(debt({ tranche }), seen, 0)).toEqual(refused('tranche-exhausted', hour))
  })

  test('and a debt without a tranche is owed whatever is left', () => {
    const owed = { do: 'take', takes: [{ shard: 3, amountMinor: 9 }] }
    expect(decide(debt(), { ...nothing, shards: [shard(0)] }, 3)).toEqual(owed)
  })
})

test('what a member gets in a day above the threshold waits for a second person', () => {
  const request = {
    ...requestOf(9, 30),
    approval: { aboveMinor: 20, day: '2026-06-01', until: 5 },
  } as unknown as GrantRequest
  const asked = (...dayAskedMinor: number[]) => decide(request, { ...nothing, dayAskedMinor }, 0)
  expect(asked(6, 6)).toMatchObject({ do: 'take', over: { aboveMinor: 20, dayMinor: 21 } })
  expect(asked(6, 5)).not.toHaveProperty('over')
})

test('the latest limit holds, whoever brings it; what was spent beyond it is said', () => {
  const older = { ...requestOf(1, 50), budget: { id: 'b', currency: 'CNY', limitMinor: 50, asOf: 1 } } as GrantRequest
  const shards = [shard(10, { asOf: 2, limitMinor: 20, spentMinor: 5 }), shard(0, { shard: 1, asOf: 1, spentMinor: 4 })]
  expect(decide(older, { ...nothing, shards }, 0)).toEqual({
    do: 'cut',
    shards: [
      { shard: 0, limitMinor: 20, asOf: 2, leftMinor: 6, spentMinor: 5, overspent: false },
      { shard: 1, limitMinor: 20, asOf: 2, leftMinor: 5, spentMinor: 4, overspent: false },
    ],
  })
  const undated = { ...older, budget: { id: 'b', currency: 'CNY', limitMinor: 50 } } as GrantRequest
  expect(decide(undated, { ...nothing, shards: [shard(10, { limitMinor: 20 })] }, 0)).toMatchObject({ do: 'take' })
  const spent = { ...older, budget: { id: 'b', currency: 'CNY', limitMinor: 9, asOf: 3 } } as GrantRequest
  expect(decide(spent, { ...nothing, shards }, 0)).toMatchObject({
    shards: [
      { leftMinor: 0, overspent: false },
      { leftMinor: 0, overspent: false },
    ],
  })
  const lowered = { ...requestOf(1, 8), budget: { id: 'b', currency: 'CNY', limitMinor: 8, asOf: 3 } } as GrantRequest
  const cut = decide(lowered, { ...nothing, shards }, 0)
  expect(cut.do === 'cut' && cut.shards.map(({ leftMinor, overspent }) => [leftMinor, overspent])).toEqual([
    [0, true],
    [0, true],
  ])
})

test('an id begins with no dash: it is typed after a command', () => {
  const ids = Array.from({ length: 500 }, (_, i) => grantIdOf(`person ${i}`, 'k'))
  expect(ids.filter((id) => id.startsWith('-'))).toEqual([])
  expect(ids.some((id) => id.startsWith('_'))).toBe(true)
  expect(new Set(ids).size).toBe(500)
})

test('the entry has what was asked for, and nothing that was not', () => {
  const named = { person: 'p', action: 'h' }
  const plain = entryOf(requestOf(9, 30), named)
  expect(plain).toMatchObject({
    grantId: grantIdOf('p', 'k'),
    person: 'p',
    action: 'h',
    book: 'b',
    costCurrency: 'CNY',
  })
  for (const absent of ['alsoKeyed', 'entry', 'currency', 'capYear', 'until', 'over'])
    expect([absent, absent in plain]).toEqual([absent, false])
  const whole = {
    ...requestOf(9, 30),
    alsoKeyed: ['k2'],
    entry: 'e',
    currency: 'CNY',
    yearlyCap: { year: 2026, limitMinor: 20 },
    approval: { aboveMinor: 1, day: '2026-06-01', until: 5 },
  } as unknown as GrantRequest
  const over = { aboveMinor: 1, dayMinor: 30 }
  const said = { alsoKeyed: ['k2'], entry: 'e', currency: 'CNY', capYear: 2026 }
  expect(entryOf(whole, named, over)).toMatchObject({ ...said, until: 5, over })
  expect('until' in entryOf(whole, named)).toBe(false)
})

test.each([
  ['a cost of -1', { costMinor: -1 }],
  ['a cost of 0.5', { costMinor: 0.5 }],
  ['an amount of -1', { amount: -1 }],
  ['a limit of 1.5 minor units for b', { budget: { id: 'b', currency: 'CNY', limitMinor: 1.5 } }],
])('%s would make the books wrong', (message, more) => {
  expect(() => checkRequest({ ...requestOf(9, 30), ...more } as GrantRequest)).toThrow(message)
  expect(() => checkRequest(requestOf(0, 0))).not.toThrow()
})
