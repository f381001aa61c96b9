import { bookOf, type GrantRequest, type Ledger, type LedgerEntry, poolOf } from '../../ports.ts'
import { capOf, checkRequest, decide, grantIdOf } from '../ledger/decide.ts'

/** The ledger in memory: the same decisions as in DynamoDB, one after the other, on a budget of one shard. */
export function createMemoryLedger(): Ledger {
  const grants = new Map<string, { grantId: string; actionId: string }>()
  const years = new Map<string, number>()
  const spent = new Map<string, number>()
  const entries = new Map<string, LedgerEntry[]>()

  function write(request: GrantRequest, grantId: string): void {
    const memberId = request.memberIds[0]!
    grants.set(`${memberId}\n${request.key}`, { grantId, actionId: request.actionId })
    if (capOf(request)) add(years, yearKey(memberId, request), request.costMinor)
    for (const book of new Set([bookOf(request), poolOf(request)?.id ?? bookOf(request)]))
      add(spent, book, request.costMinor)
    const entry = {
      grantId,
      key: request.key,
      actionId: request.actionId,
      at: request.now,
      memberId,
      campaign: request.campaign,
      basis: request.basis,
      book: bookOf(request),
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
      const { memberIds, key } = request
      const { id, limitMinor } = poolOf(request) ?? { id: bookOf(request), limitMinor: 0 }
      const spentMinor = spent.get(id) ?? 0
      const decision = decide(
        request,
        {
          grants: [...new Set(memberIds)].flatMap((id) => grants.get(`${id}\n${key}`) ?? []),
          yearSpentMinor: [...new Set(memberIds)].map((id) => (capOf(request) && years.get(yearKey(id, request))) ?? 0),
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

function yearKey(memberId: string, request: GrantRequest): string {
  return `${memberId}\n${capOf(request)?.year}\n${bookOf(request)}`
}

function add(totals: Map<string, number>, key: string, by: number): void {
  totals.set(key, (totals.get(key) ?? 0) + by)
}
