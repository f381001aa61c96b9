import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { LegNames } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { keyOf, num, partition, type Table } from './table.ts'

/** The names of a leg, in DynamoDB: a small item for each pair of names, which expires once nobody asks for it any more. */
export function createLegNames(table: Table): LegNames {
  return {
    async note(names, departsAt) {
      const expiresAt = num(expiryOf('seats', departsAt))
      const pairs = names.flatMap((name) =>
        names.filter((other) => other !== name).map((other) => [name, other] as const),
      )
      await Promise.all(
        pairs.map(([name, other]) => {
          const Item = { ...keyOf(`NAMES#${name}`, other), expiresAt }
          return table.client.send(new PutItemCommand({ TableName: table.name, Item }))
        }),
      )
    },
    async of(name) {
      const items = await partition(table, `NAMES#${name}`, '', 'sk')
      return items.map(({ sk }) => sk!.S!)
    },
  }
}
