import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { SetAside, SetAsides } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { packText, unpackText } from './compression.ts'
import {
  cursorOf,
  deleteExisting,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  putIf,
  str,
  type Table,
} from './table.ts'

const PARTITION = 'ASIDE'
/** An event of 256 KB is escaped in JSON and would not fit an item of 400 KB: large ones are deflated. */
const PLAIN_BODY_BYTES = 16 * 1024

/** Set-asides in DynamoDB: one partition, sorted by key. */
export function createSetAsides(table: Table): SetAsides {
  return {
    async put({ key, ...body }) {
      const item = {
        ...keyOf(PARTITION, key),
        body: packText(JSON.stringify(body), PLAIN_BODY_BYTES),
        expiresAt: num(expiryOf('setAsides', body.setAsideAt)),
      }
      return putIf(table, item, IS_NEW)
    },
    async list({ cursor, limit }) {
      const { Items, LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': str(PARTITION) },
          Limit: limit,
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      return { entries: (Items ?? []).map(entryOf), cursor: cursorOf(LastEvaluatedKey) }
    },
    async remove(key) {
      return deleteExisting(table, keyOf(PARTITION, key))
    },
  }
}

function entryOf(item: Item): SetAside {
  return { key: item.sk!.S!, ...(JSON.parse(unpackText(item.body!)) as Omit<SetAside, 'key'>) }
}
