import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { table as schema } from '../../pipeline.ts'
import type { Members, StoredMember } from '../../ports/index.ts'
import { packText, unpackText } from './compression.ts'
import { spread } from './spread.ts'
import {
  batchGet,
  cursorOf,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  putIf,
  scan,
  str,
  type Table,
} from './table.ts'

/** With its key and other attributes, a plain state of this size still fits into one write unit. */
const PLAIN_STATE_BYTES = 900

/** Spread over the wake index, so that no partition becomes hot. Shards may be added, never removed. */
const WAKE_SHARDS = ['w0', 'w1', 'w2', 'w3'] as const

/** Excludes other items that have a member's sort key: one stored under a member's id, for a card named `M`. */
const ONLY_MEMBERS = {
  FilterExpression: 'begins_with(pk, :pk) AND sk = :sk',
  ExpressionAttributeValues: { ':pk': str('M#'), ':sk': str('M') },
}

/** Members in DynamoDB: one item each, written on condition of its version. */
export function createMembers(table: Table): Members {
  /** One shard's earliest wakes, no later than `until` if given. A page of the index holds some ten thousand. */
  async function wakes(shard: string, limit: number, until?: number) {
    const { partitionKey, sortKey, name } = schema.wakeIndex
    const input = {
      TableName: table.name,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :shard${until === undefined ? '' : ` AND ${sortKey} <= :until`}`,
      ExpressionAttributeValues: { ':shard': str(shard), ...(until !== undefined && { ':until': num(until) }) },
    }
    const found: { memberId: string; wakeAt: number }[] = []
    let from: Item | undefined
    do {
      const command = new QueryCommand({ ...input, Limit: limit - found.length, ExclusiveStartKey: from })
      const page = await table.client.send(command)
      for (const item of page.Items ?? []) found.push({ memberId: memberIdOf(item), wakeAt: Number(item.wakeAt!.N) })
      from = page.LastEvaluatedKey
    } while (from && found.length < limit)
    return found
  }

  return {
    async read(ids, { consistent = false } = {}) {
      const keys = [...new Set(ids)].map(memberKey)
      const items = await batchGet(table, keys, { consistent })
      return new Map(items.map((item) => [memberIdOf(item), memberOf(item)]))
    },
    async write(member) {
      const before = member.version - 1
      const unchanged = before === 0 ? IS_NEW : { expression: 'v = :v', values: { ':v': num(before) } }
      return (await putIf(table, itemOf(member), unchanged)) ? 'written' : 'conflict'
    },
    async due(now, limit) {
      const shards = await Promise.all(WAKE_SHARDS.map((shard) => wakes(shard, limit, now)))
      return shards
        .flat()
        .sort((a, b) => a.wakeAt - b.wakeAt)
        .slice(0, limit)
    },
    async nextWakeAt() {
      const shards = await Promise.all(WAKE_SHARDS.map((shard) => wakes(shard, 1)))
      const earliest = shards.flat().map(({ wakeAt }) => wakeAt)
      return earliest.length > 0 ? Math.min(...earliest) : undefined
    },
    async page({ cursor, limit }) {
      const found: Item[] = []
      let last: Item | undefined
      const input = { ...ONLY_MEMBERS, Limit: Math.max(limit, 1) * 4, ExclusiveStartKey: keyOfCursor(cursor) }
      for await (const page of scan(table, input)) {
        found.push(...page.items)
        last = page.last
        if (found.length >= limit) break
      }
      const members = found.slice(0, limit)
      return { members: members.map(memberOf), cursor: cursorOf(members.length < found.length ? members.at(-1) : last) }
    },
    async count() {
      let members = 0
      for await (const page of scan(table, { ...ONLY_MEMBERS, Select: 'COUNT' })) members += page.count
      return members
    },
  }
}

function memberKey(memberId: string): Item {
  return keyOf(`M#${memberId}`, 'M')
}

function memberIdOf(item: Item): string {
  return item.pk!.S!.slice(2)
}

/** Without a wake the index attributes are absent, and the member is not in the index. */
export function itemOf({ memberId, version, state, wakeAt }: StoredMember): Item {
  const item: Item = { ...memberKey(memberId), v: num(version), state: packText(state, PLAIN_STATE_BYTES) }
  if (wakeAt !== undefined) {
    item.wakeShard = str(WAKE_SHARDS[spread(memberId, WAKE_SHARDS.length)]!)
    item.wakeAt = num(wakeAt)
  }
  return item
}

function memberOf(item: Item): StoredMember {
  const member: StoredMember = {
    memberId: memberIdOf(item),
    version: Number(item.v!.N),
    state: unpackText(item.state!),
  }
  if (item.wakeAt) member.wakeAt = Number(item.wakeAt.N)
  return member
}
