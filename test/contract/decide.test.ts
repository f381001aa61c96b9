import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type BudgetShard, decide } from '../../shared/domain/ledger/decide.ts'
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
  const all = settle(requestOf(34, 34), shards, 0).decision
  expect(all.do === 'take' && all.takes.reduce((total, { amountMinor }) => total + amountMinor, 0)).toBe(34)
})
