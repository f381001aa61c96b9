import { ScanCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { monthsIn } from '../../domain/receipt.ts'
import { addMonths, type CountsByMonth } from '../../domain/targets/counts.ts'
import { type AcceptedAs, type ReactionRecord, type Records, recordKey } from '../../ports/index.ts'
import { chunks } from '../../standards/chunks.ts'
import { packText, unpackText } from './compression.ts'
import { forgettingMonths } from './months.ts'
import {
  batchGet,
  batchWrite,
  cursorOf,
  erasePartition,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  partition,
  putIf,
  scan,
  str,
  type Table,
} from './table.ts'
import { transact } from './transaction.ts'

/** Records in one transaction, which may have 100 writes: each of them may count in a month of its own. */
const ERASED_AT_ONCE = 50
const IS_THERE = 'attribute_exists(pk)'

/** With the other attributes, a plain body of this size still fits into one write unit. */
const PLAIN_BODY_BYTES = 800

/**
 * Records in DynamoDB, beside their member: `E#<event>` for a record, `D#<event>|<delivery>` for a duplicate of it (no id
 * contains `|`).
 */
export function createRecords(table: Table): Records {
  return {
    async accepted(keys, { consistent = false } = {}) {
      const wanted = new Map(keys.map(({ memberId, id }) => [recordKey(memberId, id), keyOfRecord(memberId, id)]))
      const items = await batchGet(table, [...wanted.values()], {
        consistent,
        projection: 'pk, sk, #type, delivery, print',
        names: { '#type': 'type' },
      })
      return new Map(items.map((item) => [recordKey(memberIdOf(item), idOf(item)), acceptedAs(item)]))
    },
    async put(records) {
      const latest = new Map(records.map((record) => [recordKey(record.memberId, record.id), record]))
      await batchWrite(
        table,
        [...latest.values()].map((record) => ({ PutRequest: { Item: itemOf(record) } })),
      )
    },
    async putNew(record) {
      return putIf(table, itemOf(record), IS_NEW)
    },
    async list(memberId) {
      return (await partition(table, `M#${memberId}`, 'E#')).map(recordOf)
    },
    async noteDuplicate(memberId, id, delivery, expiresAt) {
      return putIf(table, { ...keyOf(`M#${memberId}`, `D#${id}|${delivery}`), expiresAt: num(expiresAt) }, IS_NEW)
    },
    async erase(memberId) {
      const records = await partition(table, `M#${memberId}`, 'E#', 'pk, sk, body')
      for (const some of chunks(records, ERASED_AT_ONCE)) await eraseCounted(table, some)
      await erasePartition(table, `M#${memberId}`, 'D#')
    },
    async page(cursor) {
      const { Items = [], LastEvaluatedKey } = await table.client.send(
        new ScanCommand({
          TableName: table.name,
          FilterExpression: 'begins_with(sk, :record)',
          ExpressionAttributeValues: { ':record': str('E#') },
          ProjectionExpression: 'reactedAt, body',
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      const records = Items.map(({ reactedAt, body }) => ({
        reactedAt: Number(reactedAt!.N),
        body: unpackText(body!),
      }))
      return { records, cursor: cursorOf(LastEvaluatedKey) }
    },
    async count(countsOf) {
      const acceptedByType: Record<string, number> = {}
      const inBodies: Record<string, number> = {}
      let duplicates = 0
      const input = {
        // Of members and flights alone: others have items under such sort keys too.
        FilterExpression:
          '(begins_with(pk, :member) OR begins_with(pk, :flights)) AND (begins_with(sk, :record) OR begins_with(sk, :duplicate) OR sk = :flight)',
        ExpressionAttributeValues: {
          ...{ ':member': str('M#'), ':flights': str('F#') },
          ...{ ':record': str('E#'), ':duplicate': str('D#'), ':flight': str('F') },
        },
        ExpressionAttributeNames: { '#type': 'type' },
        ProjectionExpression: '#type, body',
      }
      for await (const { items } of scan(table, input)) {
        for (const { type, body } of items) {
          if (type) acceptedByType[type.S!] = (acceptedByType[type.S!] ?? 0) + 1
          else duplicates++
          const counts = body ? countsOf(unpackText(body)) : {}
          for (const [key, count] of Object.entries(counts)) inBodies[key] = (inBodies[key] ?? 0) + count
        }
      }
      return { acceptedByType, duplicates, inBodies }
    },
  }
}

/** What they counted in their months stays, without the person: it is noted with their going, so that it is neither lost nor doubled. */
async function eraseCounted(table: Table, records: readonly Item[]): Promise<void> {
  const months: CountsByMonth = {}
  for (const { body } of records) addMonths(months, monthsIn(unpackText(body!)))
  const deletes = records.map(({ pk, sk }): TransactWriteItem => {
    const Key = { pk: pk!, sk: sk! }
    return { Delete: { TableName: table.name, Key, ConditionExpression: IS_THERE } }
  })
  if (await transact(table, [...deletes, ...forgettingMonths(table, months)]))
    throw new Error('records of an erased member were deleted by somebody else too: this is tried again')
}

function keyOfRecord(memberId: string, id: string): Item {
  return keyOf(`M#${memberId}`, `E#${id}`)
}

function memberIdOf(item: Item): string {
  return item.pk!.S!.slice(2)
}

function idOf(item: Item): string {
  return item.sk!.S!.slice(2)
}

function itemOf(record: ReactionRecord): Item {
  return {
    ...keyOfRecord(record.memberId, record.id),
    type: str(record.type),
    occurredAt: num(record.occurredAt),
    reactedAt: num(record.reactedAt),
    delivery: str(record.delivery),
    ...(record.print !== undefined && { print: str(record.print) }),
    body: packText(record.body, PLAIN_BODY_BYTES),
    expiresAt: num(record.expiresAt),
  }
}

function acceptedAs({ type, delivery, print }: Item): AcceptedAs {
  return { type: type!.S!, delivery: delivery!.S!, ...(print && { print: print.S! }) }
}

function recordOf(item: Item): ReactionRecord {
  return {
    memberId: memberIdOf(item),
    id: idOf(item),
    ...acceptedAs(item),
    occurredAt: Number(item.occurredAt!.N),
    reactedAt: Number(item.reactedAt!.N),
    body: unpackText(item.body!),
    expiresAt: Number(item.expiresAt!.N),
  }
}
