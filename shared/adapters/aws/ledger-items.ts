import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { bookOf, type GrantRequest, type LedgerEntry, type Pool, poolOf } from '../../ports.ts'
import { type BudgetShard, capOf, type Seen, type Take } from '../ledger/decide.ts'
import { IS_NEW, type Item, keyOf, num, str } from './table.ts'

/**
 * What the ledger keeps. Of a member (`L#<member>`): a grant `G#<key>`, what they got in a year out of a budget
 * `Y#<year>#<budget>`, and the book entry `T#<at>#<grant>`, which is only ever added to. Of a budget, of a tranche, or of
 * the debts of one currency (`B#<book>`): its shards `S#<n>`.
 */

/** More grants at once do not wait for each other; fewer make small budgets simpler. Never changed for a table. */
export const SHARDS = 10

/** What a grant is decided on. */
export interface Known {
  /** The member first, then the aliases, each once; `seen.yearSpentMinor` is in this order. */
  memberIds: readonly string[]
  seen: Seen
}

export function grantKey(memberId: string, { key }: GrantRequest): Item {
  return keyOf(`L#${memberId}`, `G#${key}`)
}

export function yearKey(memberId: string, request: GrantRequest): Item {
  return keyOf(`L#${memberId}`, `Y#${capOf(request)?.year}#${bookOf(request)}`)
}

export function shardKey(book: string, shard: number): Item {
  return keyOf(`B#${book}`, `S#${shard}`)
}

export function grantOf(item: Item): { grantId: string; actionId: string } {
  return { grantId: item.grantId!.S!, actionId: item.actionId!.S! }
}

/** A shard that is not there yet has no limit, and nothing is left in it. */
export function shardOf(shard: number, item: Item | undefined): BudgetShard {
  if (!item) return { shard, leftMinor: 0, spentMinor: 0 }
  return {
    shard,
    limitMinor: Number(item.limitMinor!.N),
    leftMinor: Number(item.leftMinor!.N),
    spentMinor: Number(item.spentMinor!.N),
  }
}

/** Puts a shard as it is cut anew, if it is still as it was seen. */
export function cutOf(table: string, budget: string, before: BudgetShard, after: BudgetShard): TransactWriteItem {
  const unchanged =
    before.limitMinor === undefined
      ? { ConditionExpression: IS_NEW.expression }
      : {
          ConditionExpression: 'limitMinor = :limit AND spentMinor = :spent AND leftMinor = :left',
          ExpressionAttributeValues: {
            ':limit': num(before.limitMinor),
            ':spent': num(before.spentMinor),
            ':left': num(before.leftMinor),
          },
        }
  const { limitMinor, leftMinor, spentMinor } = after
  const amounts = { limitMinor: num(limitMinor!), leftMinor: num(leftMinor), spentMinor: num(spentMinor) }
  return { Put: { TableName: table, Item: { ...shardKey(budget, after.shard), ...amounts }, ...unchanged } }
}

/** Everything one grant writes, each part on condition that what it was decided on still holds. */
export function entryOf(
  table: string,
  request: GrantRequest,
  grantId: string,
  { memberIds, seen }: Known,
  takes: readonly Take[],
): TransactWriteItem[] {
  const yearlyCap = capOf(request)
  const pool = poolOf(request)
  const [memberId, ...aliases] = memberIds as [string, ...string[]]
  return [
    putGrant(table, memberId, request, grantId),
    ...aliases.map((alias) => isAbsent(table, grantKey(alias, request))),
    ...(request.basis === 'statutory' ? [owe(table, request, takes[0]?.shard ?? 0)] : []),
    ...(pool ? takes.map((take) => takeFrom(table, pool, take)) : []),
    ...(yearlyCap ? countYear(table, request, yearlyCap.limitMinor, memberIds, seen) : []),
    putEntry(table, memberId, request, grantId),
  ]
}

function putGrant(table: string, memberId: string, request: GrantRequest, grantId: string): TransactWriteItem {
  const item = {
    ...grantKey(memberId, request),
    grantId: str(grantId),
    actionId: str(request.actionId),
    rulebook: str(request.rulebook),
    reason: str(request.reason),
  }
  return { Put: { TableName: table, Item: item, ConditionExpression: IS_NEW.expression } }
}

function isAbsent(table: string, key: Item): TransactWriteItem {
  return { ConditionCheck: { TableName: table, Key: key, ConditionExpression: IS_NEW.expression } }
}

/** Books a debt, which has no limit. */
function owe(table: string, request: GrantRequest, shard: number): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: shardKey(bookOf(request), shard),
      UpdateExpression: 'ADD spentMinor :amount',
      ExpressionAttributeValues: { ':amount': num(request.costMinor) },
    },
  }
}

function takeFrom(table: string, { id, limitMinor }: Pool, { shard, amountMinor }: Take): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: shardKey(id, shard),
      UpdateExpression: 'SET leftMinor = leftMinor - :amount, spentMinor = spentMinor + :amount',
      ConditionExpression: 'limitMinor = :limit AND leftMinor >= :amount',
      ExpressionAttributeValues: { ':amount': num(amountMinor), ':limit': num(limitMinor) },
    },
  }
}

/** Counts the cost against the member's year. What the aliases had may not change meanwhile: it counts too. */
function countYear(
  table: string,
  request: GrantRequest,
  limitMinor: number,
  [memberId, ...aliases]: readonly string[],
  { yearSpentMinor: [, ...ofAliases] }: Seen,
): TransactWriteItem[] {
  const room = limitMinor - request.costMinor - ofAliases.reduce((total, spent) => total + spent, 0)
  return [
    {
      Update: {
        TableName: table,
        Key: yearKey(memberId!, request),
        UpdateExpression: 'ADD spentMinor :cost',
        ConditionExpression: 'attribute_not_exists(spentMinor) OR spentMinor <= :room',
        ExpressionAttributeValues: { ':cost': num(request.costMinor), ':room': num(room) },
      },
    },
    ...aliases.map((alias, i) => ({
      ConditionCheck: {
        TableName: table,
        Key: yearKey(alias, request),
        ConditionExpression: 'attribute_not_exists(spentMinor) OR spentMinor = :spent',
        ExpressionAttributeValues: { ':spent': num(ofAliases[i]!) },
      },
    })),
  ]
}

function putEntry(table: string, memberId: string, request: GrantRequest, grantId: string): TransactWriteItem {
  const { key: grantKey, actionId, now: at, campaign, basis, kind, amount, currency, costMinor } = request
  const about = { grantId, key: grantKey, actionId, at, memberId, campaign, basis, book: bookOf(request) }
  const entry: LedgerEntry = { ...about, kind, amount, currency, costMinor }
  const key = keyOf(`L#${memberId}`, `T#${String(at).padStart(15, '0')}#${grantId}`)
  return { Put: { TableName: table, Item: { ...key, entry: str(JSON.stringify(entry)) } } }
}
