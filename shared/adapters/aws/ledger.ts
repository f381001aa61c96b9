import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { bookOf, type GrantRequest, type Ledger, type LedgerEntry, poolOf } from '../../ports.ts'
import { type BudgetShard, capOf, checkRequest, decide, grantIdOf, type Seen, type Take } from '../ledger/decide.ts'
import { cutOf, entryOf, grantKey, grantOf, type Known, SHARDS, shardKey, shardOf, yearKey } from './ledger-items.ts'
import { backOff, failureOf } from './retry.ts'
import { spread } from './spread.ts'
import { batchGet, type Item, partition, type Table } from './table.ts'

/** Each try that fails means that somebody else's went through, or that a neighbour's was under way. */
const ATTEMPTS = 24
/** All tries together end well before a function's time is up. */
const LONGEST_DELAY_MS = 400

/** Reasons of a cancelled transaction that a new look can settle; any other is an error. */
const PASSING = new Set([
  'None',
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
])

/**
 * The ledger in DynamoDB. Look, decide, write in one transaction on condition that what was seen still holds; where
 * it does not, look again. Idempotence rests on the grant's own item, never on a transaction's token, which lives
 * ten minutes.
 */
export function createLedger(table: Table): Ledger {
  const patience = { ...table.patience, longestDelayMs: LONGEST_DELAY_MS }

  return {
    async grant(request) {
      checkRequest(request)
      const grantId = grantIdOf(request)
      const preferred = spread(grantId, SHARDS)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 1) await backOff(attempt - 2, patience)
        const known = await look(request, attempt > 0)
        const decision = decide(request, known.seen, preferred)
        if (decision.do === 'answer') return decision.outcome
        if (decision.do === 'cut') await cut(poolOf(request)!.id, known.seen.shards!, decision.shards)
        else if (await take(request, grantId, known, decision.takes)) return { granted: true, grantId, again: false }
      }
      throw new Error(`${bookOf(request)}: still in conflict with other grants after ${ATTEMPTS} tries`)
    },
    async spent(books) {
      const totals = books.map(async (id) => {
        const shards = await partition(table, `B#${id}`)
        return [id, shards.reduce((total, item) => total + Number(item.spentMinor!.N), 0)] as const
      })
      return Object.fromEntries(await Promise.all(totals))
    },
    async entries(memberId) {
      return (await partition(table, `L#${memberId}`, 'T#')).map(entryOfItem)
    },
  }

  /** One read of everything the decision needs. The shards are looked at only after a first try was refused. */
  async function look(request: GrantRequest, withShards: boolean): Promise<Known> {
    const memberIds = [...new Set(request.memberIds)]
    const grants = memberIds.map((id) => grantKey(id, request))
    const years = capOf(request) ? memberIds.map((id) => yearKey(id, request)) : []
    const pool = withShards ? poolOf(request) : undefined
    const shards = pool ? Array.from({ length: SHARDS }, (_, n) => shardKey(pool.id, n)) : []
    const items = await batchGet(table, [...grants, ...years, ...shards], { consistent: true })
    const found = new Map(items.map((item) => [nameOf(item), item]))
    const itemAt = (key: Item) => found.get(nameOf(key))
    const seen: Seen = {
      grants: grants
        .map(itemAt)
        .filter((item) => item !== undefined)
        .map(grantOf),
      yearSpentMinor: years.map((key) => Number(itemAt(key)?.spentMinor?.N ?? 0)),
      shards: pool ? shards.map((key, n) => shardOf(n, itemAt(key))) : undefined,
    }
    return { memberIds, seen }
  }

  /** Cuts the budget anew, unless somebody else spent or cut in between. */
  async function cut(budget: string, before: readonly BudgetShard[], after: readonly BudgetShard[]): Promise<void> {
    await transact(after.map((shard, i) => cutOf(table.name, budget, before[i]!, shard)))
  }

  /** All of the grant or nothing. */
  async function take(request: GrantRequest, grantId: string, known: Known, takes: readonly Take[]): Promise<boolean> {
    return transact(entryOf(table.name, request, grantId, known, takes))
  }

  async function transact(TransactItems: ReturnType<typeof entryOf>): Promise<boolean> {
    try {
      await table.client.send(new TransactWriteItemsCommand({ TransactItems }))
      return true
    } catch (error) {
      if (isPassing(error)) return false
      throw error
    }
  }
}

function isPassing(error: unknown): boolean {
  const { name, CancellationReasons = [] } = failureOf(error)
  if (name === 'TransactionInProgressException') return true
  return name === 'TransactionCanceledException' && CancellationReasons.every(({ Code = 'None' }) => PASSING.has(Code))
}

function nameOf(key: Item): string {
  return `${key.pk!.S}\n${key.sk!.S}`
}

function entryOfItem(item: Item): LedgerEntry {
  return JSON.parse(item.entry!.S!) as LedgerEntry
}
