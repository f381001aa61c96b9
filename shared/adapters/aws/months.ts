import { type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { addCounts, type CountsByMonth } from '../../domain/targets/counts.ts'
import type { Counts } from '../../domain/targets/figures.ts'
import type { Months } from '../../ports/index.ts'
import { batchGet, type Item, keyOf, num, type Table } from './table.ts'

const SHARDS = ['0', '1', '2', '3']
/** Written in transactions alone, which nobody who counts collides with. */
const OF_ERASED = 'E'
/** Of counts of members who were erased. No count's name begins like it. */
const ERASED = 'erased.'

/** Counts by month in DynamoDB: `MONTH#<month>#<shard>`, a small item each, so that none becomes hot. */
export function createMonths(table: Table): Months {
  let turn = 0

  async function readAll(months: readonly string[], isWanted: (name: string) => boolean): Promise<CountsByMonth> {
    const keys = months.flatMap((month) => [...SHARDS, OF_ERASED].map((shard) => shardKey(month, shard)))
    const all: CountsByMonth = {}
    for (const { pk, sk: _, ...counters } of await batchGet(table, keys, { consistent: false })) {
      const wanted = Object.entries(counters).filter(([name]) => isWanted(name))
      const counts = wanted.map(([name, value]) => [name.replace(ERASED, ''), Number(value.N)])
      addCounts(all, monthIn(pk!.S!), Object.fromEntries(counts))
    }
    return all
  }

  return {
    async add(counts, ofErased = {}) {
      for (const [month, some] of Object.entries(counts)) {
        turn = (turn + 1) % SHARDS.length
        const changes = { ...some, ...erasedNames(ofErased[month] ?? {}) }
        await table.client.send(new UpdateItemCommand(adding(table, shardKey(month, SHARDS[turn]!), changes)))
      }
    },
    read: (months) => readAll(months, (name) => !name.startsWith(ERASED)),
    readErased: (months) => readAll(months, (name) => name.startsWith(ERASED)),
  }
}

/** Writes that note, in a transaction, that no record tells any more of what was counted. */
export function forgettingMonths(table: Table, counts: CountsByMonth): TransactWriteItem[] {
  return Object.entries(counts).map(([month, some]) => ({
    Update: adding(table, shardKey(month, OF_ERASED), erasedNames(some)),
  }))
}

function erasedNames(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, by]) => [`${ERASED}${name}`, by]))
}

function adding(table: Table, Key: Item, counts: Counts) {
  const changes = Object.entries(counts) as [string, number][]
  return {
    TableName: table.name,
    Key,
    UpdateExpression: `ADD ${changes.map((_, i) => `#${i} :${i}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(changes.map(([name], i) => [`#${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(changes.map(([, by], i) => [`:${i}`, num(by)])),
  }
}

function shardKey(month: string, shard: string): Item {
  return keyOf(`MONTH#${month}#${shard}`, 'M')
}

function monthIn(key: string): string {
  return key.split('#')[1]!
}
