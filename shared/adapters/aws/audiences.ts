import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type { Audiences, Membership } from '../../ports/index.ts'
import { spread } from './spread.ts'
import { cursorOf, type Item, keyOf, keyOfCursor, num, putIf, str, type Table } from './table.ts'

/** Spread, so that an audience of a million that fills at once has no hot partition. The number can never change. */
const SHARDS = 8
/**
 * That a member left is kept for a day, so that a late write of an older version does not bring them back. No worker lives
 * that long.
 */
const LEFT_IS_KEPT_SECONDS = 24 * 3600
const SHARD_NUMBERS = Array.from({ length: SHARDS }, (_, shard) => shard)

/** An index of audience members in DynamoDB: one small item per membership, under its audience and shard. */
export function createAudiences(table: Table): Audiences {
  async function query(audience: string, shard: number, more: Partial<QueryCommandInput>) {
    return table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'attribute_not_exists(expiresAt)',
        ExpressionAttributeValues: { ':pk': str(partitionOf(audience, shard)) },
        ...more,
      }),
    )
  }

  async function countShard(audience: string, shard: number): Promise<number> {
    let count = 0
    let from: Item | undefined
    do {
      const page = await query(audience, shard, { Select: 'COUNT', ExclusiveStartKey: from })
      count += page.Count ?? 0
      from = page.LastEvaluatedKey
    } while (from)
    return count
  }

  return {
    async put(memberships, now) {
      const expiresAt = num(Math.floor(now / 1000) + LEFT_IS_KEPT_SECONDS)
      await Promise.all(
        memberships.map((each) =>
          putIf(table, itemOf(each, expiresAt), {
            expression: 'attribute_not_exists(pk) OR v < :v',
            values: { ':v': num(each.version) },
          }),
        ),
      )
    },
    async page({ audience, cursor, limit }) {
      const members: { memberId: string; since: number }[] = []
      let from = keyOfCursor(cursor)
      for (let shard = from ? shardOf(from) : 0; shard < SHARDS; ) {
        const { Items = [], LastEvaluatedKey } = await query(audience, shard, {
          Limit: limit - members.length,
          ExclusiveStartKey: from,
        })
        members.push(...Items.map((item) => ({ memberId: item.sk!.S!, since: Number(item.since!.N) })))
        from = LastEvaluatedKey
        if (members.length >= limit && (from || shard + 1 < SHARDS)) {
          return { members, cursor: cursorOf(from ?? startOf(audience, shard + 1)) }
        }
        if (!from) shard++
      }
      return { members }
    },
    async count(audience) {
      const counts = await Promise.all(SHARD_NUMBERS.map((shard) => countShard(audience, shard)))
      return counts.reduce((sum, each) => sum + each, 0)
    },
  }
}

export function itemOf({ audience, memberId, version, since }: Membership, expiresAt: Item[string]): Item {
  const key = keyOf(partitionOf(audience, spread(memberId, SHARDS)), memberId)
  return { ...key, v: num(version), ...(since === undefined ? { expiresAt } : { since: num(since) }) }
}

function partitionOf(audience: string, shard: number): string {
  return `A#${audience}#${shard}`
}

function shardOf(key: Item): number {
  return Number(key.pk!.S!.split('#').at(-1))
}

/** A key before every member of a shard: no id is as short as a single space. */
function startOf(audience: string, shard: number): Item {
  return keyOf(partitionOf(audience, shard), ' ')
}
