import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconcile } from '../../shared/app/ledger/reconcile.ts'
import type { Change, Entry } from '../../shared/domain/ledger/grant.ts'
import type { GrantRequest } from '../../shared/ports/index.ts'
import { wholeStores } from './stores.ts'

/**
 * Whatever is asked of the ledger, and however much of it at once: no limit is exceeded by a unit, nobody is over their
 * year, no cause pays twice, and everything adds up again.
 */

const T = Date.UTC(2026, 9, 1)
const CAP = 120

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      member: fc.nat(5),
      cause: fc.nat(3),
      cost: fc.nat(60),
      waits: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      pick: fc.nat(30),
      change: fc.nat(5),
      amount: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('limit' as const), limit: fc.nat(400) }) },
)
/** What is in one batch is asked at once. */
const storm = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })

function spentIn(entries: readonly Entry[]): number {
  const spends = ({ from, to, costMinor }: Entry) => (from === 'budget' ? costMinor : to === 'budget' ? -costMinor : 0)
  return entries.reduce((sum, entry) => sum + spends(entry), 0)
}

function changeOf(n: number, amount: number): Change {
  const changes: Change[] = [
    { what: 'approved', by: 'li' },
    { what: 'refused', by: 'wang', why: 'no' },
    { what: 'reversed', by: 'li', why: 'wrong', release: true },
    { what: 'reversed', by: 'li', why: 'fraud', release: false },
    { what: 'redeemed', by: 'loyalty', key: `r${amount}`, amount },
    { what: 'expired', by: 'loyalty', key: `e${amount}`, amount },
  ]
  return changes[n]!
}

test.each(wholeStores)(
  'a storm of grants, approvals, reversals and limits in %s',
  async (name, open) => {
    await fc.assert(
      fc.asyncProperty(storm, async (batches) => {
        const { ledger, close, ...store } = await open()
        let limitMinor = 200
        let asOf = 1
        let highest = limitMinor
        const made: { memberId: string; grantId: string }[] = []
        const standing = async () => {
          const entries = (await Array.fromAsync(ledger.journal())).flat()
          return { spent: spentIn(entries), entries }
        }
        for (const batch of batches) {
          const before = await standing()
          for (const each of batch) {
            if (each.do !== 'limit') continue
            limitMinor = each.limit
            asOf++
          }
          highest = Math.max(limitMinor, before.spent)
          await Promise.all(
            batch.map(async (each) => {
              if (each.do === 'grant') {
                const memberId = `m${each.member}`
                const outcome = await ledger.grant({
                  key: `cause${each.cause}+goodwill`,
                  memberId,
                  actionId: `a${each.member}-${each.cause}-${each.cost}`,
                  campaign: 'c',
                  rulebook: 'r',
                  reason: 'storm',
                  basis: 'goodwill',
                  kind: 'miles',
                  amount: each.cost,
                  costMinor: each.cost,
                  requestedBy: 'publisher',
                  budget: { id: 'care', currency: 'CNY', limitMinor, asOf },
                  yearlyCap: { year: 2026, limitMinor: CAP },
                  ...(each.waits && { approval: { aboveMinor: 0, day: '2026-10-01', until: T + 1_000_000 } }),
                  now: T,
                } satisfies GrantRequest)
                const grant = outcome.granted || outcome.code === 'awaits-approval' ? outcome.grant : undefined
                if (grant) made.push({ memberId, grantId: grant.grantId })
              } else if (each.do === 'change' && made.length > 0) {
                const { memberId, grantId } = made[each.pick % made.length]!
                const change = changeOf(each.change, each.amount)
                await ledger.change({ memberIds: [memberId], grantId, change, now: T + 1 })
              }
            }),
          )
          expect((await standing()).spent).toBeLessThanOrEqual(highest)
        }
        const { entries } = await standing()
        const spentBy = Map.groupBy(entries, ({ person }) => person)
        for (const own of spentBy.values()) {
          expect(spentIn(own)).toBeLessThanOrEqual(CAP)
        }
        const ports = { ledger, members: store.members, records: store.records, queues: store.queues }
        const { findings } = await reconcile({ ports, now: T + 2, msPerLook: 60_000, pause: async () => {} })
        expect(findings.filter(({ code }) => code !== 'grant-of-nobody')).toEqual([])
        await close()
      }),
      { numRuns: name === 'memory' ? 300 : 6, seed: 7 },
    )
  },
  60_000,
)
