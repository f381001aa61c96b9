import { QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { World, WorldChange, WorldState } from '../../ports/index.ts'
import {
  type Condition,
  cursorOf,
  getItem,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  str,
  type Table,
} from './table.ts'
import { transact } from './transaction.ts'

const KEY = keyOf('WORLD', 'W')
/** Every change, under the version it made, so that they sort. */
const CHANGES = 'WORLD#CHANGES'
const VERSION_DIGITS = 12

const publisherKey = (rulebook: string) => keyOf('WORLD#PUBLISHERS', rulebook)

/** The world's one item in DynamoDB, written on condition of its version, together with the change that led to it. */
export function createWorld(table: Table): World {
  return {
    async read() {
      const item = await getItem(table, KEY)
      if (!item) return { version: 0, paused: {} }
      return { version: Number(item.v!.N), ...(JSON.parse(item.state!.S!) as Omit<WorldState, 'version'>) }
    },
    async write({ version, ...state }, change) {
      const before = version - 1
      const unchanged = before === 0 ? IS_NEW : { expression: 'v = :v', values: { ':v': num(before) } }
      const name = String(version).padStart(VERSION_DIGITS, '0')
      const { by, askedBy = by, rulebook, madeLive } = change
      const cancelled = await transact(table, [
        put({ ...KEY, v: num(version), state: str(JSON.stringify(state)) }, unchanged),
        put({ ...keyOf(CHANGES, name), change: str(JSON.stringify(change)) }, IS_NEW),
        ...(rulebook !== undefined && madeLive ? [put({ ...publisherKey(rulebook), by: str(askedBy) })] : []),
      ])
      return cancelled ? 'conflict' : 'written'
    },
    async changes({ cursor, limit }) {
      const { Items, LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': str(CHANGES) },
          ScanIndexForward: false,
          Limit: limit,
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      return { changes: (Items ?? []).map(changeOf), cursor: cursorOf(LastEvaluatedKey) }
    },
    async publisherOf(rulebook) {
      return (await getItem(table, publisherKey(rulebook)))?.by?.S
    },
  }

  function put(item: Item, condition?: Condition): TransactWriteItem {
    const { expression, values } = condition ?? {}
    const input = { TableName: table.name, Item: item }
    return { Put: { ...input, ConditionExpression: expression, ExpressionAttributeValues: values } }
  }
}

function changeOf(item: Item): WorldChange {
  return JSON.parse(item.change!.S!) as WorldChange
}
