import { gunzipSync, gzipSync } from 'node:zlib'
import { QueryCommand, type QueryCommandInput, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Draft, type DraftLine, isDone } from '../../domain/drafts/draft.ts'
import type { DraftList, Drafts } from '../../ports/index.ts'
import {
  batchGet,
  type Condition,
  cursorOf,
  getItem,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  putIf,
  str,
  type Table,
} from './table.ts'
import { transact } from './transaction.ts'

const DUE = 'DRAFTS#due'
const DUE_AT_MOST = 100
const LISTS: Record<DraftList, string> = { underWay: 'DRAFTS#underWay', done: 'DRAFTS#done' }
const VERSION_DIGITS = 12
const INSTANT_DIGITS = 13

type Asked = { and?: string; values?: Item } & Pick<
  QueryCommandInput,
  'ScanIndexForward' | 'Limit' | 'ExclusiveStartKey'
>

/**
 * Drafts in DynamoDB: one under `DRAFT#<id>`, as the item `D`, with the lines of its history `L#<version>` and its texts
 * `T#<name>`; an index of those under way and of those that are done, and one of those that are scheduled, by their instant.
 * A draft, its line and its places in the indexes are written in one transaction.
 */
export function createDrafts(table: Table): Drafts {
  function query(pk: string, { and = '', values = {}, ...more }: Asked) {
    return table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: `pk = :pk${and}`,
        ExpressionAttributeValues: { ':pk': str(pk), ...values },
        ...more,
      }),
    )
  }

  return {
    async read(id) {
      const item = await getItem(table, draftKey(id))
      return item && draftOf(item)
    },
    async write(before, after, line) {
      const unchanged = before ? { expression: 'v = :v', values: { ':v': num(before.version) } } : IS_NEW
      const [wasDue, isDue] = [before && dueKey(before), dueKey(after)]
      const cancelled = await transact(table, [
        put({ ...draftKey(after.id), v: num(after.version), body: str(JSON.stringify(after)) }, unchanged),
        put({ ...lineKey(after.id, line.version), body: str(JSON.stringify(line)) }),
        put({ ...listKey(after, listOf(after)), id: str(after.id) }),
        remove(listKey(after, isDone(after) ? 'underWay' : 'done')),
        ...(wasDue && wasDue !== isDue ? [remove(duePlace(wasDue))] : []),
        ...(isDue ? [put({ ...duePlace(isDue), id: str(after.id) })] : []),
      ])
      return cancelled ? 'conflict' : 'written'
    },
    async lines(id, { cursor, limit }) {
      const { Items = [], LastEvaluatedKey } = await query(`DRAFT#${id}`, {
        and: ' AND begins_with(sk, :line)',
        values: { ':line': str('L#') },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: keyOfCursor(cursor),
      })
      return { lines: Items.map((item) => JSON.parse(item.body!.S!) as DraftLine), cursor: cursorOf(LastEvaluatedKey) }
    },
    async putText(id, name, text) {
      await putIf(table, { ...textKey(id, name), bytes: { B: gzipSync(text) } }, IS_NEW)
    },
    async texts(id, names) {
      const keys = [...new Set(names)].map((name) => textKey(id, name))
      const items = await batchGet(table, keys, { consistent: true })
      return new Map(items.map((item) => [item.sk!.S!.slice('T#'.length), gunzipSync(item.bytes!.B!).toString('utf8')]))
    },
    async list(which, { cursor, limit }) {
      const { Items = [], LastEvaluatedKey } = await query(LISTS[which], {
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: keyOfCursor(cursor),
      })
      const ids = Items.map((item) => item.id!.S!)
      const items = await batchGet(table, ids.map(draftKey), { consistent: true })
      const drafts = new Map(items.map(draftOf).map((draft) => [draft.id, draft]))
      return { drafts: ids.flatMap((id) => drafts.get(id) ?? []), cursor: cursorOf(LastEvaluatedKey) }
    },
    async due(at) {
      const { Items = [] } = await query(DUE, {
        and: ' AND sk < :then',
        values: { ':then': str(instant(at + 1)) },
        Limit: DUE_AT_MOST,
      })
      return Items.map((item) => item.id!.S!)
    },
  }

  function put(item: Item, condition?: Condition): TransactWriteItem {
    const { expression, values } = condition ?? {}
    const input = { TableName: table.name, Item: item }
    return { Put: { ...input, ConditionExpression: expression, ExpressionAttributeValues: values } }
  }

  function remove(key: Item): TransactWriteItem {
    return { Delete: { TableName: table.name, Key: key } }
  }
}

function draftOf(item: Item): Draft {
  return JSON.parse(item.body!.S!) as Draft
}

function listOf(draft: Draft): DraftList {
  return isDone(draft) ? 'done' : 'underWay'
}

function draftKey(id: string): Item {
  return keyOf(`DRAFT#${id}`, 'D')
}

function lineKey(id: string, version: number): Item {
  return keyOf(`DRAFT#${id}`, `L#${String(version).padStart(VERSION_DIGITS, '0')}`)
}

function textKey(id: string, name: string): Item {
  return keyOf(`DRAFT#${id}`, `T#${name}`)
}

function listKey({ id, createdAt }: Draft, which: DraftList): Item {
  return keyOf(LISTS[which], `${instant(createdAt)}#${id}`)
}

function dueKey({ id, state, schedule }: Draft): string | undefined {
  return state === 'scheduled' && schedule ? `${instant(schedule.at)}#${id}` : undefined
}

function duePlace(key: string): Item {
  return keyOf(DUE, key)
}

/** Instants sort as they follow each other. */
function instant(at: number): string {
  return String(at).padStart(INSTANT_DIGITS, '0')
}
