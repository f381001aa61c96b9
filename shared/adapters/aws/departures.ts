import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { table as schema } from '../../pipeline.ts'
import type { Departure, Departures } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { IS_NEW, type Item, keyOf, num, putIf, str, type Table } from './table.ts'

/** Beside the members' shards of the wake index. Some departures a minute are no load for one. */
const SHARD = 'departures'

const PREFIX = 'DEPARTS#'

/** So many are remembered as noted: a full flight is not written once a passenger. */
const REMEMBERED_AT_MOST = 20_000

/**
 * Departures in DynamoDB: one small item each. It is in the index of wakes, at its departure, until its briefing was told, and stays a while
 * after that, so that a late booking does not bring it back.
 */
export function createDepartures(table: Table): Departures {
  const { name, partitionKey, sortKey } = schema.wakeIndex
  const noted = new Set<string>()

  async function noteOne(departure: Departure): Promise<void> {
    const { leg, departsAt } = departure
    const known = `${leg} ${departsAt}`
    if (noted.has(known)) return
    const indexed: Item = { [partitionKey]: str(SHARD), [sortKey]: num(departsAt) }
    await putIf(table, { ...keyIn(departure), ...indexed, expiresAt: num(expiryOf('departures', departsAt)) }, IS_NEW)
    if (noted.size >= REMEMBERED_AT_MOST) noted.delete(noted.values().next().value!)
    noted.add(known)
  }

  return {
    async note(departures) {
      await Promise.all(departures.map(noteOne))
    },
    async next(from, limit) {
      const { Items: items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: name,
          KeyConditionExpression: `${partitionKey} = :shard AND ${sortKey} >= :from`,
          ExpressionAttributeValues: { ':shard': str(SHARD), ':from': num(from) },
          Limit: limit,
        }),
      )
      return items.map(({ pk, sk }) => ({ leg: pk!.S!.slice(PREFIX.length), departsAt: Number(sk!.S!) }))
    },
    async told(departure) {
      const input = { TableName: table.name, Key: keyIn(departure) }
      await table.client.send(
        new UpdateItemCommand({ ...input, UpdateExpression: `REMOVE ${partitionKey}, ${sortKey}` }),
      )
    },
  }
}

function keyIn({ leg, departsAt }: Departure): Item {
  return keyOf(`${PREFIX}${leg}`, String(departsAt))
}
