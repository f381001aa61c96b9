import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Movement, movementOf, nameOfBalance } from '../../domain/ledger/balances.ts'
import { alsoTaken } from '../../domain/ledger/cause.ts'
import { type BudgetShard, capOf, limitOf, type Seen, type Take } from '../../domain/ledger/decide.ts'
import type { Entry, Grant } from '../../domain/ledger/grant.ts'
import type { PersonOfCard } from '../../domain/ledger/person.ts'
import { bareEntry, bareGrant, personalOf, textIn } from '../../domain/ledger/personal.ts'
import { type GrantRequest, type Pool, poolOf } from '../../ports/index.ts'
import { personKeyAt, stillGoesOn } from './cards.ts'
import {
  approvalKey,
  attributesOf,
  dayKey,
  grantKeyAt,
  journalKey,
  personalAttributes,
  shardKey,
  takenKey,
  yearKey,
  yearKeyAt,
} from './ledger-items.ts'
import { IS_NEW, type Item, num, str } from './table.ts'

/** One write of a transaction, and whether it is on a budget's shard: if that condition fails, the shards are read. */
export interface Part {
  write: TransactWriteItem
  onShard?: true
}

/** What a grant is decided on. */
export interface Known {
  /** The surviving card, with those merged into it. */
  holder: PersonOfCard
  seen: Seen
}

/**
 * Everything one grant writes, each part on condition that what it was decided on still holds. A person's other cards need
 * no condition: nothing is granted under them after the merge.
 */
export function grantParts(
  table: string,
  request: GrantRequest,
  { holder, seen }: Known,
  takes: readonly Take[],
  { entry, grant }: { entry: Entry; grant: Grant },
): Part[] {
  const standing = {
    ...grantKeyAt(holder.person, request.key),
    grant: str(JSON.stringify(bareGrant(grant))),
    ...personalAttributes(personalOf(grant, entry)),
  }
  const { balances } = movementOf(entry)
  const pool = poolOf(request)
  const takesFromBook = pool?.id === entry.book
  return [
    putNew(table, standing),
    ...alsoTaken(request).map((key) => putNew(table, takenKey(holder.person, key, grant.grantId))),
    goesOn(table, holder),
    putEntry(table, entry, grant),
    ...(takesFromBook ? [] : [owe(table, entry, takes[0]?.shard ?? 0)]),
    ...(pool ? takes.map((take, i) => takeFrom(table, pool, take, takesFromBook && i === 0 ? balances : [])) : []),
    ...countYear(table, request, holder, seen),
    ...countDay(table, request, holder, seen, grant),
    ...(grant.state === 'pending' ? [putNew(table, waiting(request.memberId, grant))] : []),
  ]
}

/** Everything a change of a grant writes. `cutAnew`: the budget cannot simply add what it gets back. */
export function changeParts(
  table: string,
  before: Grant,
  { entry, grant }: { entry: Entry; grant: Grant },
  shard: number,
  cutAnew: boolean,
): Part[] {
  const movement = movementOf(entry)
  const text = textIn(entry)
  return [
    {
      write: {
        Update: {
          TableName: table,
          Key: grantKeyAt(grant.person, grant.key),
          UpdateExpression: `SET #grant = :after${text === undefined ? '' : ', texts.#name = :text'}`,
          ConditionExpression: '#grant = :before',
          ExpressionAttributeNames: { '#grant': 'grant', ...(text !== undefined && { '#name': entry.name }) },
          ExpressionAttributeValues: {
            ':before': str(JSON.stringify(bareGrant(before))),
            ':after': str(JSON.stringify(bareGrant(grant))),
            ...(text !== undefined && { ':text': str(text) }),
          },
        },
      },
    },
    putEntry(table, entry, grant),
    moveIn(table, grant, movement, shard, cutAnew),
    ...(grant.capYear !== undefined && movement.spentMinor !== 0 ? [giveBackYear(table, grant, movement)] : []),
    ...(before.state === 'pending' ? [{ write: { Delete: { TableName: table, Key: approvalKey(before) } } }] : []),
  ]
}

/** Cuts a shard anew, if it is unchanged. */
export function cutPart(table: string, pool: string, before: BudgetShard, after: BudgetShard): Part {
  const { limitMinor = 0, asOf, leftMinor, spentMinor, overspent = false } = after
  const seen =
    before.limitMinor === undefined
      ? 'attribute_not_exists(limitMinor) AND (attribute_not_exists(spentMinor) OR spentMinor = :spent)'
      : 'limitMinor = :before AND spentMinor = :spent AND leftMinor = :seen'
  return {
    write: {
      Update: {
        TableName: table,
        Key: shardKey(pool, after.shard),
        UpdateExpression:
          'SET limitMinor = :limit, asOf = :asOf, leftMinor = :left, spentMinor = :spent, overspent = :overspent',
        ConditionExpression: seen,
        ExpressionAttributeValues: {
          ':limit': num(limitMinor),
          ':asOf': num(asOf),
          ':left': num(leftMinor),
          ':spent': num(spentMinor),
          ':overspent': { BOOL: overspent },
          ...(before.limitMinor !== undefined && { ':before': num(before.limitMinor), ':seen': num(before.leftMinor) }),
        },
      },
    },
  }
}

function putNew(table: string, item: Item): Part {
  return { write: { Put: { TableName: table, Item: item, ConditionExpression: IS_NEW.expression } } }
}

function putEntry(table: string, entry: Entry, { grantId, at }: Grant): Part {
  return putNew(table, { ...journalKey(grantId, at, entry.name), entry: str(JSON.stringify(bareEntry(entry))) })
}

function waiting(memberId: string, grant: Grant): Item {
  return { ...approvalKey(grant), memberId: str(memberId), grant: str(JSON.stringify(bareGrant(grant))) }
}

/** Adds a debt, which has no limit. */
function owe(table: string, entry: Entry, shard: number): Part {
  const { spentMinor, balances } = movementOf(entry)
  const sums = additions(balances)
  const update = {
    TableName: table,
    Key: shardKey(entry.book, shard),
    ...sums.names,
    UpdateExpression: `ADD spentMinor :spent${sums.add}`,
    ExpressionAttributeValues: { ':spent': num(spentMinor), ...sums.values },
  }
  return { write: { Update: update } }
}

function takeFrom(table: string, pool: Pool, { shard, amountMinor }: Take, balances: Movement['balances']): Part {
  const { limitMinor, asOf } = limitOf(pool)
  const sums = additions(balances)
  const update = {
    TableName: table,
    Key: shardKey(pool.id, shard),
    ...sums.names,
    UpdateExpression: `SET leftMinor = leftMinor - :taken ADD spentMinor :taken${sums.add}`,
    ConditionExpression: 'leftMinor >= :taken AND (limitMinor = :limit OR asOf > :asOf)',
    ExpressionAttributeValues: {
      ':taken': num(amountMinor),
      ':limit': num(limitMinor),
      ':asOf': num(asOf),
      ...sums.values,
    },
  }
  return { write: { Update: update }, onShard: true }
}

/**
 * What a change of a grant moves in its book. What returns to a budget can be granted again; if more was spent than its
 * limit, only after a new cut.
 */
function moveIn(table: string, { book, basis }: Grant, movement: Movement, shard: number, cutAnew: boolean): Part {
  const sums = additions(movement.balances)
  const back = -movement.spentMinor
  const comesBack = basis === 'goodwill' && back > 0
  const staysCut = comesBack && !cutAnew
  const update = {
    TableName: table,
    Key: shardKey(book, shard),
    ...sums.names,
    UpdateExpression: [
      staysCut ? 'SET leftMinor = leftMinor + :back ' : '',
      comesBack && cutAnew ? 'REMOVE limitMinor ' : '',
      `ADD spentMinor :spent${sums.add}`,
    ].join(''),
    ...(staysCut && { ConditionExpression: 'attribute_exists(limitMinor) AND overspent = :no' }),
    ExpressionAttributeValues: {
      ':spent': num(movement.spentMinor),
      ...(staysCut && { ':back': num(back), ':no': { BOOL: false } }),
      ...sums.values,
    },
  }
  return { write: { Update: update }, onShard: true }
}

function additions(balances: Movement['balances']) {
  const pairs = balances.flatMap((balance) => {
    const { amount, costMinor } = attributesOf(nameOfBalance(balance))
    return [[amount, balance.amount] as const, [costMinor, balance.costMinor] as const]
  })
  return {
    add: pairs.map((_, i) => `, #b${i} :b${i}`).join(''),
    names: pairs.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(pairs.map(([name], i) => [`#b${i}`, name])),
    },
    values: Object.fromEntries(pairs.map(([, value], i) => [`:b${i}`, num(value)])),
  }
}

/** On condition that the person's cards are unchanged. */
function goesOn(table: string, holder: PersonOfCard): Part {
  const { expression, values } = stillGoesOn(holder)
  const check = { TableName: table, Key: personKeyAt(holder.person), ConditionExpression: expression }
  return { write: { ConditionCheck: { ...check, ExpressionAttributeValues: values } } }
}

/** Counts the cost against the member's yearly limit. Merged cards' amounts count too: they can only decrease. */
function countYear(table: string, request: GrantRequest, { person }: PersonOfCard, { yearSpentMinor }: Seen): Part[] {
  const cap = capOf(request)
  if (!cap) return []
  const [, ...ofOthers] = yearSpentMinor
  const room = cap.limitMinor - request.costMinor - ofOthers.reduce((total, spent) => total + spent, 0)
  const update = {
    TableName: table,
    Key: yearKey(person, request),
    UpdateExpression: 'ADD spentMinor :cost',
    ConditionExpression: 'attribute_not_exists(spentMinor) OR spentMinor <= :room',
    ExpressionAttributeValues: { ':cost': num(request.costMinor), ':room': num(room) },
  }
  return [{ write: { Update: update } }]
}

/** The day and its neighbours in every zone: after that the count is not needed. */
const DAY_IS_KEPT_SECONDS = 4 * 86_400

/** Counts the cost against the member's day. A grant without approval is written only if it still needs none. */
function countDay(
  table: string,
  request: GrantRequest,
  { person }: PersonOfCard,
  { dayAskedMinor }: Seen,
  { state }: Grant,
): Part[] {
  if (!request.approval) return []
  const { costMinor, now, approval } = request
  const [, ...ofOthers] = dayAskedMinor
  const room = approval.aboveMinor - costMinor - ofOthers.reduce((total, asked) => total + asked, 0)
  const alone = state === 'granted'
  const update = {
    TableName: table,
    Key: dayKey(person, request),
    UpdateExpression: 'SET expiresAt = :expires ADD spentMinor :cost',
    ...(alone && { ConditionExpression: 'attribute_not_exists(spentMinor) OR spentMinor <= :room' }),
    ExpressionAttributeValues: {
      ':expires': num(Math.floor(now / 1000) + DAY_IS_KEPT_SECONDS),
      ':cost': num(costMinor),
      ...(alone && { ':room': num(room) }),
    },
  }
  return [{ write: { Update: update } }]
}

function giveBackYear(table: string, { person, capYear, book }: Grant, { spentMinor }: Movement): Part {
  const update = {
    TableName: table,
    Key: yearKeyAt(person, capYear, book),
    UpdateExpression: 'ADD spentMinor :spent',
    ExpressionAttributeValues: { ':spent': num(spentMinor) },
  }
  return { write: { Update: update } }
}
