import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { type BudgetShard, checkRequest, decide, entryOf, freshOutcome, grantIdOf } from '../../domain/ledger/decide.ts'
import { afterEntry, changed, nameOf } from '../../domain/ledger/grant.ts'
import { entryWith } from '../../domain/ledger/personal.ts'
import { bookOf, currencyOf, type Ledger, poolOf } from '../../ports/index.ts'
import { BOOKS, entryOfItem, grantOf, journalKey, MONTHS, monthOf, personalIn, SHARDS } from './ledger-items.ts'
import { look } from './ledger-look.ts'
import { createLedgerReads } from './ledger-reads.ts'
import { actionsOf, nameOfKey, personsOf, type Shelf, standingOf } from './ledger-shelf.ts'
import { changeParts, cutPart, grantParts, type Part } from './ledger-writes.ts'
import { backOff, type Patience } from './retry.ts'
import { spread } from './spread.ts'
import { getItem, IS_NEW, type Item, keyOf, putIf, str, type Table } from './table.ts'
import { transact } from './transaction.ts'

/** An attempt fails only if another one succeeded, or was under way in a neighbouring shard. */
const ATTEMPTS = 24
/** All attempts together end well before a function times out. */
const LONGEST_DELAY_MS = 400

/** `onShard`: a condition on a shard failed. `other`: another condition failed, or there was a conflict. */
type Written = 'written' | 'onShard' | 'other'

/**
 * The ledger in DynamoDB: read, decide, then write in one transaction on condition that what was read still holds. If it
 * does not, start again. Idempotence rests on the grant's own item, never on a transaction's token, which lives ten minutes.
 */
export function createLedger(table: Table, hashes: HashKeeper): Ledger {
  const shelf: Shelf = { table, hashes }
  const listed = new Set<string>()

  return {
    persons: (memberIds) => personsOf(shelf, memberIds),
    actions: (actionIds) => actionsOf(shelf, actionIds),
    ...createLedgerReads(shelf),

    async grant(request) {
      checkRequest(request)
      const [person] = (await personsOf(shelf, [request.memberId])) as [string]
      const [action] = (await actionsOf(shelf, [request.actionId])) as [string]
      const grantId = grantIdOf(person, request.key)
      await list(keyOf(MONTHS, monthOf(request.now)))
      await list({ ...keyOf(BOOKS, bookOf(request)), currency: str(currencyOf(request)) })
      let withShards = false
      return persist(table.patience, bookOf(request), async (attempt) => {
        // Somebody else used this shard just now: another one is more likely to be free.
        const preferred = spread(`${grantId} ${attempt}`, SHARDS)
        const known = await look(shelf, request, person, withShards)
        const decision = decide(request, known.seen, preferred)
        if (decision.do === 'answer') return decision.outcome
        if (decision.do === 'cut') {
          await cut(table, poolOf(request)!.id, known.seen.shards!, decision.shards)
          return undefined
        }
        const entry = entryOf(request, { person, action }, decision.over)
        const grant = afterEntry(undefined, entry)
        const written = await write(table, grantParts(table.name, request, known, decision.takes, { entry, grant }))
        withShards ||= written === 'onShard'
        return written === 'written' ? freshOutcome(grant) : undefined
      })
    },

    async change({ memberIds, grantId, change, now }) {
      let cutAnew = false
      return persist(table.patience, grantId, async (attempt) => {
        const item = (await standingOf(shelf, memberIds)).find((each) => grantOf(each)?.grantId === grantId)
        const grant = grantOf(item)
        if (!item || !grant)
          return { changed: false, code: 'no-such-grant', reason: `no grant ${grantId} of this member` }
        const made = await getItem(table, journalKey(grantId, grant.at, nameOf(change)))
        if (made && change.what !== 'reversed')
          return { changed: true, again: true, grant, entry: entryWith(entryOfItem(made), personalIn(item)) }
        const next = changed(grant, change, now)
        if (!next.ok) return { changed: false, code: next.code, reason: next.reason, grant }
        const shard = spread(`${grantId} ${attempt}`, SHARDS)
        const written = await write(table, changeParts(table.name, grant, next, shard, cutAnew))
        cutAnew ||= written === 'onShard'
        return written === 'written' ? { changed: true, again: false, grant: next.grant, entry: next.entry } : undefined
      })
    },

    async forget(memberIds) {
      for (const item of await standingOf(shelf, memberIds)) {
        await table.client.send(
          new UpdateItemCommand({
            TableName: table.name,
            Key: keyOf(item.pk!.S!, item.sk!.S!),
            UpdateExpression: 'REMOVE actionId, #entry SET texts = :none',
            ExpressionAttributeNames: { '#entry': 'entry' },
            ExpressionAttributeValues: { ':none': { M: {} } },
          }),
        )
      }
    },
  }

  /** Months and books are listed before anything is written to them, once per process. */
  async function list(item: Item): Promise<void> {
    const name = nameOfKey(item)
    if (listed.has(name)) return
    await putIf(table, item, IS_NEW)
    listed.add(name)
  }
}

/** Tries until there is an answer, with growing delays after conflicts. */
async function persist<T>(
  patience: Patience,
  what: string,
  attempt: (n: number) => Promise<T | undefined>,
): Promise<T> {
  for (let n = 0; n < ATTEMPTS; n++) {
    if (n > 1) await backOff(n - 2, { ...patience, longestDelayMs: LONGEST_DELAY_MS })
    const answer = await attempt(n)
    if (answer !== undefined) return answer
  }
  throw new Error(`${what}: still in conflict with others after ${ATTEMPTS} tries`)
}

/** Cuts the pool anew, unless somebody else spent or cut in between. */
async function cut(
  table: Table,
  pool: string,
  before: readonly BudgetShard[],
  after: readonly BudgetShard[],
): Promise<void> {
  await write(
    table,
    after.map((shard, i) => cutPart(table.name, pool, before[i]!, shard)),
  )
}

async function write(table: Table, parts: readonly Part[]): Promise<Written> {
  const cancelled = await transact(
    table,
    parts.map((part) => part.write),
  )
  if (!cancelled) return 'written'
  const failed = (part: Part, i: number) => part.onShard && cancelled[i]?.Code === 'ConditionalCheckFailed'
  return parts.some(failed) ? 'onShard' : 'other'
}
