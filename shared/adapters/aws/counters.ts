import { DeleteItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { CounterChange, CounterSet, Counters } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { remembered } from '../sampling.ts'
import {
  batchGet,
  batchWrite,
  erasePartition,
  held,
  IS_NEW,
  type Item,
  keyOf,
  num,
  partition,
  putIf,
  str,
  type Table,
} from './table.ts'

const SHARDS = 4

/**
 * Counters in DynamoDB, `N#<set>#<shard>`: an attribute each, spread so that no item is hot. The update says what it comes to, and by
 * that who is remembered: `N#<set>|<name>` has a place for each, and their own partition says where, for an erasure.
 */
export function createCounters(table: Table): Counters {
  let turn = 0

  async function addTo(set: string, changes: readonly CounterChange[], now: number): Promise<void> {
    const byName = [...Map.groupBy(changes, ({ name }) => name)]
    const sums = byName.map(([name, some]) => [name, some.reduce((sum, { by }) => sum + by, 0)] as const)
    const moved = sums.filter(([, by]) => by !== 0)
    if (moved.length === 0) return
    turn = (turn + 1) % SHARDS
    const shard = turn
    const expiresAt = Math.max(...changes.map((each) => each.expiresAt ?? 0))
    const { Attributes = {} } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: shardKey(set, shard),
        UpdateExpression: `ADD ${moved.map((_, i) => `#${i} :${i}`).join(', ')} SET since = if_not_exists(since, :now)${expiresAt > 0 ? ', expiresAt = :expiresAt' : ''}`,
        ExpressionAttributeNames: Object.fromEntries(moved.map(([name], i) => [`#${i}`, attributeOf(name)])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(moved.map(([, by], i) => [`:${i}`, num(by)])),
          ':now': num(now),
          ...(expiresAt > 0 && { ':expiresAt': num(expiresAt) }),
        },
        ReturnValues: 'UPDATED_NEW',
      }),
    )
    const places = byName.flatMap(([name, some]) => {
      const who = some.flatMap(({ memberId }) => memberId ?? [])
      const total = Number(Attributes[attributeOf(name)]?.N ?? 0)
      return remembered(total, who).flatMap(({ slot, who: memberId }) =>
        placeItems({ set, name, place: `${shard}.${slot}` }, memberId, now, expiresAt || expiryOf('records', now)),
      )
    })
    const latest = new Map(places.map((item) => [`${item.pk!.S}\n${item.sk!.S}`, item]))
    await batchWrite(
      table,
      [...latest.values()].map((Item) => ({ PutRequest: { Item } })),
    )
  }

  async function read(sets: readonly string[]): Promise<Map<string, CounterSet>> {
    const found = new Map(sets.map((set): [string, CounterSet] => [set, { counts: {} }]))
    const keys = [...found.keys()].flatMap((set) => Array.from({ length: SHARDS }, (_, shard) => shardKey(set, shard)))
    for (const { pk, sk: _sk, since, expiresAt: _expiresAt, ...counters } of await batchGet(table, keys, {
      consistent: false,
    })) {
      const set = found.get(setIn(pk!.S!))!
      set.since = Math.min(set.since ?? Number.POSITIVE_INFINITY, Number(since!.N))
      for (const [attribute, value] of Object.entries(counters)) {
        const name = attribute.slice(1)
        set.counts[name] = (set.counts[name] ?? 0) + Number(value.N)
      }
    }
    return found
  }

  return {
    async add(changes, now) {
      const bySet = [...Map.groupBy(changes, ({ set }) => set)]
      await Promise.all(bySet.map(([set, some]) => addTo(set, some, now)))
    },
    read,
    async some(set, name) {
      const items = await partition(table, placesOf(set, name))
      return items
        .map(({ memberId, at }) => ({ memberId: memberId!.S!, at: Number(at!.N) }))
        .sort((a, b) => b.at - a.at)
    },
    async erase(memberId) {
      const pk = `M#${memberId}`
      for (const { sk } of await partition(table, pk, 'N#', 'pk, sk')) {
        const at = sk!.S!.lastIndexOf('|')
        // Somebody else may have taken the place since.
        const input = {
          TableName: table.name,
          Key: keyOf(sk!.S!.slice(0, at), sk!.S!.slice(at + 1)),
          ConditionExpression: 'memberId = :memberId',
          ExpressionAttributeValues: { ':memberId': str(memberId) },
        }
        await held(table.client.send(new DeleteItemCommand(input)))
      }
      await erasePartition(table, pk, 'N#')
    },
    async beginDay(date, at, sets) {
      const counts = Object.fromEntries([...(await read(sets))].map(([set, read]) => [set, read.counts]))
      const kept = { at: num(at), counts: str(JSON.stringify(counts)), expiresAt: num(expiryOf('days', at)) }
      await putIf(table, { ...keyOf(DAYS, date), ...kept }, IS_NEW)
    },
    async days(from) {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': str(DAYS), ':from': str(from) },
        }),
      )
      return Items.map(({ sk, at, counts }) => {
        return { date: sk!.S!, at: Number(at!.N), counts: JSON.parse(counts!.S!) }
      })
    },
  }
}

const DAYS = 'N#days'

function shardKey(set: string, shard: number): Item {
  return keyOf(`N#${set}#${shard}`, 'N')
}

function setIn(pk: string): string {
  return pk.slice(2, pk.lastIndexOf('#'))
}

/** No counter's name is one of the item's own. */
function attributeOf(name: string): string {
  return `.${name}`
}

function placesOf(set: string, name: string): string {
  return `N#${set}|${name}`
}

/** Who is at a place, and at the member that they are there. */
function placeItems(
  { set, name, place }: { set: string; name: string; place: string },
  memberId: string,
  now: number,
  until: number,
): Item[] {
  const expiresAt = num(until)
  const pk = placesOf(set, name)
  return [
    { ...keyOf(pk, place), memberId: str(memberId), at: num(now), expiresAt },
    { ...keyOf(`M#${memberId}`, `${pk}|${place}`), expiresAt },
  ]
}
