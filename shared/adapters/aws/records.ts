import { type AcceptedAs, type ReactionRecord, type Records, recordKey } from '../../ports/index.ts'
import { packText, unpackText } from './compression.ts'
import {
  batchGet,
  batchWrite,
  erasePartition,
  IS_NEW,
  type Item,
  keyOf,
  num,
  partition,
  putIf,
  scan,
  str,
  type Table,
} from './table.ts'

/** With the other attributes beside it, a plain body of this size still fits into one write unit. */
const PLAIN_BODY_BYTES = 800

/**
 * Records in DynamoDB, beside their member: `E#<event>` a record, `D#<event>|<delivery>` a duplicate of it
 * (no id contains a `|`).
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
      await erasePartition(table, `M#${memberId}`, 'E#')
      await erasePartition(table, `M#${memberId}`, 'D#')
    },
    async count(countsOf) {
      const acceptedByType: Record<string, number> = {}
      const inBodies: Record<string, number> = {}
      let duplicates = 0
      const input = {
        FilterExpression: 'begins_with(sk, :record) OR begins_with(sk, :duplicate) OR sk = :flight',
        ExpressionAttributeValues: { ':record': str('E#'), ':duplicate': str('D#'), ':flight': str('F') },
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
