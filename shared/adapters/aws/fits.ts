import type { Fit, Fits } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { batchWrite, keyOf, num, partition, str, type Table } from './table.ts'

const PARTITION = 'FITS'

/** Fits in DynamoDB: one item a month, all under one key, because there are few. */
export function createFits(table: Table): Fits {
  return {
    async list() {
      const items = await partition(table, PARTITION)
      return items.reverse().map((item) => JSON.parse(item.fit!.S!) as Fit)
    },
    async write(fit) {
      const Item = {
        ...keyOf(PARTITION, fit.month),
        fit: str(JSON.stringify(fit)),
        expiresAt: num(expiryOf('fits', fit.at)),
      }
      await batchWrite(table, [{ PutRequest: { Item } }])
    },
  }
}
