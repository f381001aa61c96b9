import type { GrantRequest, Ledger, LedgerEntry } from '../../ports.ts'
import { checkRequest, decide, grantIdOf } from '../ledger/decide.ts'

/** The ledger in memory: the same decisions as in DynamoDB, one after the other, on a budget of one shard. */
export function createMemoryLedger(): Ledger {
  const grants = new Map<string, { grantId: string; actionId: string }>()
  const years = new Map<string, number>()
  const spent = new Map<string, number>()
  const entries = new Map<string, LedgerEntry[]>()

  function write(request: GrantRequest, grantId: string): void {
    const memberId = request.memberIds[0]!
    grants.set(`${memberId}\n${request.key}`, { grantId, actionId: request.actionId })
    if (request.yearlyCap) add(years, yearKey(memberId, request), request.costMinor)
    add(spent, request.budget.id, request.costMinor)
    const entry = {
      grantId,
      at: request.now,
      memberId,
      campaign: request.campaign,
      budget: request.budget.id,
      kind: request.kind,
      amount: request.amount,
      ...(request.currency !== undefined && { currency: request.currency }),
      costMinor: request.costMinor,
    }
    entries.set(memberId, [...(entries.get(memberId) ?? []), entry])
  }

  return {
    async grant(request) {
      checkRequest(request)
      const { memberIds, key, budget, yearlyCap } = request
      const spentMinor = spent.get(budget.id) ?? 0
      const { limitMinor } = budget
      const decision = decide(
        request,
        {
          grants: [...new Set(memberIds)].flatMap((id) => grants.get(`${id}\n${key}`) ?? []),
          yearSpentMinor: [...new Set(memberIds)].map((id) => (yearlyCap && years.get(yearKey(id, request))) ?? 0),
          shards: [{ shard: 0, limitMinor, leftMinor: Math.max(0, limitMinor - spentMinor), spentMinor }],
        },
        0,
      )
      if (decision.do === 'answer') return decision.outcome
      const grantId = grantIdOf(request)
      write(request, grantId)
      return { granted: true, grantId, again: false }
    },
    async spent(budgets) {
      return Object.fromEntries(budgets.map((id) => [id, spent.get(id) ?? 0]))
    },
    async entries(memberId) {
      return (entries.get(memberId) ?? []).map((entry) => ({ ...entry }))
    },
  }
}

function yearKey(memberId: string, { yearlyCap, budget }: GrantRequest): string {
  return `${memberId}\n${yearlyCap?.year}\n${budget.id}`
}

function add(totals: Map<string, number>, key: string, by: number): void {
  totals.set(key, (totals.get(key) ?? 0) + by)
}
