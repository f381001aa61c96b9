import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { HashKeeper, HashPurpose } from '../../domain/keyed-hash.ts'
import type { Finders, FinderWord, Found } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { cursorOf, type Item, keyOf, keyOfCursor, num, putIf, str, type Table } from './table.ts'

/**
 * That a name no longer finds a member is kept for a day, so that a late write of an older version does not bring it back.
 * No worker lives that long.
 */
const GONE_IS_KEPT_SECONDS = 24 * 3600

/** What says who somebody is lies under a hash. */
const HASHED: Record<string, HashPurpose> = { mail: 'address', name: 'family name' }

/**
 * The names by which members are found, in DynamoDB: one small item each, under its name. That of a seat expires once nobody
 * asks for it any more. That of an address, kept as a hash, is removed when the member has another.
 */
export function createFinders(table: Table, hashes: HashKeeper): Finders {
  return {
    async put(words, now) {
      await Promise.all(
        words.map(async (each) =>
          putIf(table, itemOf(await partitionOf(each.name), each, now), {
            expression: 'attribute_not_exists(pk) OR v < :v',
            values: { ':v': num(each.version) },
          }),
        ),
      )
    },
    async by(name) {
      const found: Found[] = []
      const pk = await partitionOf(name)
      let from: Item | undefined
      do {
        const page = await read(pk, { from })
        for (const { sk, pnr, cabin } of page.items)
          found.push({ memberId: sk!.S!, ...(pnr && { pnr: pnr.S!, cabin: cabin!.S as NonNullable<Found['cabin']> }) })
        from = page.last
      } while (from)
      return found
    },
    async page({ name, cursor, limit }) {
      const { items, last } = await read(await partitionOf(name), { from: keyOfCursor(cursor), limit })
      return { memberIds: items.map(({ sk }) => sk!.S!), cursor: cursorOf(last) }
    },
  }

  async function read(pk: string, { from, limit }: { from: Item | undefined; limit?: number }) {
    const { Items: items = [], LastEvaluatedKey: last } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'attribute_not_exists(gone)',
        ExpressionAttributeValues: { ':pk': str(pk) },
        ConsistentRead: true,
        ExclusiveStartKey: from,
        Limit: limit,
      }),
    )
    return { items, last }
  }

  async function partitionOf(name: string): Promise<string> {
    const [, kind = '', text = ''] = /^(mail|name)#(.*)$/s.exec(name) ?? []
    const purpose = HASHED[kind]
    return purpose ? `FIND#${kind}#${(await hashes())(purpose, text)}` : `FIND#${name}`
  }
}

function itemOf(partition: string, { memberId, version, finder }: FinderWord, now: number): Item {
  const about = { ...keyOf(partition, memberId), v: num(version) }
  if (!finder) return { ...about, gone: { BOOL: true }, expiresAt: num(Math.floor(now / 1000) + GONE_IS_KEPT_SECONDS) }
  if (!finder.seat) return about
  const { pnr, cabin, departsAt } = finder.seat
  return { ...about, pnr: str(pnr), cabin: str(cabin), expiresAt: num(expiryOf('seats', departsAt)) }
}
