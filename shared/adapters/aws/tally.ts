import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Tally } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { batchGet, batchWrite, getItem, IS_NEW, type Item, keyOf, num, putIf, str, type Table } from './table.ts'

const SHARDS = 4

/** Counters in DynamoDB: one attribute each, spread over a few items so that none becomes hot. */
export function createTally(table: Table): Tally {
  let turn = 0

  async function read(): Promise<Record<string, number>> {
    const totals: Record<string, number> = {}
    for (const shard of await batchGet(table, shardKeys(), { consistent: true })) {
      for (const [name, value] of Object.entries(countersOf(shard)))
        totals[name] = (totals[name] ?? 0) + Number(value.N)
    }
    return totals
  }

  return {
    async add(counts) {
      const changes = Object.entries(counts).filter(([, by]) => by !== 0)
      if (changes.length === 0) return
      turn = (turn + 1) % SHARDS
      await table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: shardKey(turn),
          UpdateExpression: `ADD ${changes.map((_, i) => `#${i} :${i}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(changes.map(([name], i) => [`#${i}`, name])),
          ExpressionAttributeValues: Object.fromEntries(changes.map(([, by], i) => [`:${i}`, num(by)])),
        }),
      )
    },
    read,
    async set(counts) {
      const values = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, num(value)]))
      await batchWrite(
        table,
        shardKeys().map((key, i) => ({ PutRequest: { Item: { ...key, ...(i === 0 && values) } } })),
      )
    },
    async beginDay(date, at, also) {
      const counts = JSON.stringify({ ...(await read()), ...also })
      const kept = { at: num(at), counts: str(counts), expiresAt: num(expiryOf('days', at)) }
      await putIf(table, { ...dayKey(date), ...kept }, IS_NEW)
    },
    async beginningOf(date) {
      const item = await getItem(table, dayKey(date))
      return item && { at: Number(item.at!.N), counts: JSON.parse(item.counts!.S!) as Record<string, number> }
    },
  }
}

function dayKey(date: string): Item {
  return keyOf(`DAY#${date}`, 'T')
}

/** Counters have dotted names, so that none of them can be a key attribute. */
function countersOf({ pk: _pk, sk: _sk, ...counters }: Item): Item {
  return counters
}

function shardKeys(): Item[] {
  return Array.from({ length: SHARDS }, (_, shard) => shardKey(shard))
}

function shardKey(shard: number): Item {
  return keyOf(`TALLY#${shard}`, 'T')
}
