import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { firstAfter, minuteOf, stepOf } from '../../domain/campaign/sending-slots.ts'
import type { Limits } from '../../ports/index.ts'
import { failureOf } from './retry.ts'
import { batchGet, type Item, keyOf, num, type Table } from './table.ts'

/** Per campaign, one item each for the current minute, for deferred members, and for the total. */
const keys = {
  minute: (campaign: string) => keyOf(`LIMIT#${campaign}`, 'MINUTE'),
  place: (campaign: string) => keyOf(`LIMIT#${campaign}`, 'PLACE'),
  all: (campaign: string) => keyOf(`LIMIT#${campaign}`, 'ALL'),
}

/**
 * The counters of campaigns' limits in DynamoDB. Each place is taken with a conditional update, so that no two take the last
 * one.
 */
export function createLimits(table: Table): Limits {
  /** The updated item. Undefined: the condition failed. */
  async function update(key: Item, set: string, condition: string, values: Item): Promise<Item | undefined> {
    try {
      const { Attributes } = await table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: key,
          UpdateExpression: set,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
          ReturnValues: 'ALL_NEW',
        }),
      )
      return Attributes
    } catch (error) {
      if (failureOf(error).name === 'ConditionalCheckFailedException') return undefined
      throw error
    }
  }

  /** The next place after those already given out. Once they have passed, it starts again from now. */
  async function nextPlace(campaign: string, perMinute: number, now: number): Promise<number> {
    const step = stepOf(perMinute)
    const first = firstAfter(now)
    for (;;) {
      const behind = await update(keys.place(campaign), 'ADD p :step', 'p >= :first', {
        ':step': num(step),
        ':first': num(first),
      })
      if (behind) return Number(behind.p!.N) - step
      const anew = await update(keys.place(campaign), 'SET p = :next', 'attribute_not_exists(p) OR p < :first', {
        ':next': num(first + step),
        ':first': num(first),
      })
      if (anew) return first
    }
  }

  async function read(items: readonly Item[], attribute: string): Promise<Map<string, number>> {
    const found = await batchGet(table, items, { consistent: true })
    return new Map(found.map((item) => [item.pk!.S!.slice('LIMIT#'.length), Number(item[attribute]!.N)]))
  }

  return {
    async takeMinute(campaign, perMinute, now) {
      const minute = num(minuteOf(now))
      const key = keys.minute(campaign)
      const more = { ':minute': minute, ':one': num(1), ':most': num(perMinute) }
      const anew = { ':minute': minute, ':one': num(1) }
      const took =
        (await update(key, 'ADD n :one', 'm = :minute AND n < :most', more)) ??
        (await update(key, 'SET m = :minute, n = :one', 'attribute_not_exists(m) OR m < :minute', anew)) ??
        (await update(key, 'ADD n :one', 'm = :minute AND n < :most', more))
      return took ? undefined : minuteOf(await nextPlace(campaign, perMinute, now))
    },
    async takeOne(campaign, inAll) {
      const values = { ':one': num(1), ':most': num(inAll) }
      return !!(await update(keys.all(campaign), 'ADD n :one', 'attribute_not_exists(n) OR n < :most', values))
    },
    async taken(campaigns) {
      const found = await read(campaigns.map(keys.all), 'n')
      return Object.fromEntries(campaigns.map((campaign) => [campaign, found.get(campaign) ?? 0]))
    },
    async toldUntil(campaigns) {
      return Math.max(0, ...(await read(campaigns.map(keys.place), 'p')).values())
    },
  }
}
