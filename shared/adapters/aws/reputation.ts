import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Reputation } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { erasePartition, type Item, keyOf, num, partition, type Table } from './table.ts'

/** Bounces and spam reports in DynamoDB: `SENDER#<measure>`, an item per day, which expires. */
export function createReputation(table: Table): Reputation {
  return {
    async add(measure, day, { mails, bad }) {
      await table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: dayKey(measure, day),
          UpdateExpression: 'ADD mails :mails, bad :bad SET expiresAt = :expiresAt',
          ExpressionAttributeValues: {
            ':mails': num(mails),
            ':bad': num(bad),
            ':expiresAt': num(expiryOf('reputation', Date.parse(`${day}T00:00:00Z`))),
          },
        }),
      )
    },
    async read(measure, days) {
      const items = (await partition(table, `SENDER#${measure}`)).filter((item) => days.includes(item.sk!.S!))
      return { mails: sum(items, 'mails'), bad: sum(items, 'bad') }
    },
    async forget(measure) {
      await erasePartition(table, `SENDER#${measure}`, '')
    },
  }
}

function dayKey(measure: string, day: string): Item {
  return keyOf(`SENDER#${measure}`, day)
}

function sum(items: readonly Item[], attribute: string): number {
  return items.reduce((total, item) => total + Number(item[attribute]!.N), 0)
}
