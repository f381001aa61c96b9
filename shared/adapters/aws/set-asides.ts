import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { SetAside, SetAsides } from '../../ports/index.ts'
import { PARTITION, setAsideItems } from './set-aside-items.ts'
import {
  batchGet,
  cursorOf,
  deleteItem,
  getItem,
  IS_NEW,
  keyOf,
  keyOfCursor,
  partition,
  putIf,
  str,
  type Table,
} from './table.ts'

/**
 * Set-asides in DynamoDB: a head in one partition, sorted by key; large content in pieces, `ASIDE#<key>`; and an index item
 * beside each member, `A#<key>`. The head is written after its pieces, and the index after the head; they are deleted in the
 * same order. If an erasure finds an index without a head, it deletes what a crash left behind.
 */
export function createSetAsides(table: Table): SetAsides {
  const { headOf, entryOf, index, forget, erasePieces, clear } = setAsideItems(table)

  return {
    async put(entry) {
      const isThere = (await getItem(table, keyOf(PARTITION, entry.key))) !== undefined
      const put = !isThere && (await putIf(table, await headOf(entry), IS_NEW))
      await index(entry)
      return put
    },
    async replace(entry) {
      const before = await getItem(table, keyOf(PARTITION, entry.key))
      if (!before) return false
      const head = await headOf(entry)
      if (!(await putIf(table, head, IS_THERE))) return false
      if (before.pieces) await erasePieces(entry.key, head.pieces?.S)
      const kept = new Set(entry.cards)
      await forget(
        entry.key,
        (before.cards?.SS ?? []).filter((card) => !kept.has(card)),
      )
      return true
    },
    async list({ cursor, limit, chars = Number.POSITIVE_INFINITY }) {
      const { Items: heads = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': str(PARTITION) },
          Limit: limit,
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      const entries: SetAside[] = []
      let size = 0
      for (const head of heads) {
        const entry = await entryOf(head)
        size += JSON.stringify(entry).length
        if (entries.length > 0 && size > chars) return { entries, cursor: cursorOf(heads[entries.length - 1]) }
        entries.push(entry)
      }
      return { entries, cursor: cursorOf(LastEvaluatedKey) }
    },
    async about(card) {
      const keys = (await partition(table, `M#${card}`, 'A#', 'sk')).map(({ sk }) => sk!.S!.slice('A#'.length))
      const heads = await batchGet(
        table,
        keys.map((key) => keyOf(PARTITION, key)),
        { consistent: true },
      )
      const there = new Set(heads.map(({ sk }) => sk!.S!))
      for (const key of keys) if (!there.has(key)) await clear(key, [card])
      return Promise.all(heads.map(entryOf))
    },
    async read(key) {
      const head = await getItem(table, keyOf(PARTITION, key))
      return head && entryOf(head)
    },
    async remove(key) {
      const head = await deleteItem(table, keyOf(PARTITION, key))
      if (!head) return false
      if (head.pieces) await clear(key, head.cards?.SS ?? [])
      else await forget(key, head.cards?.SS ?? [])
      return true
    },
  }
}

const IS_THERE = { expression: 'attribute_exists(pk)' }
