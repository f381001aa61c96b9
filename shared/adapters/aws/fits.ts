import { type Fit, type Fits, newestFirst } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { batchWrite, keyOf, num, partition, str, type Table } from './table.ts'

const PARTITION = 'FITS'

/** Fits in DynamoDB: one item a month and score, all under one key, because there are few. */
export function createFits(table: Table): Fits {
  return {
    async list() {
      const items = await partition(table, PARTITION)
      // Those of before there were others do not say that they are of the churn model.
      return newestFirst(items.map((item) => ({ score: 'churn', ...JSON.parse(item.fit!.S!) }) as Fit))
    },
    async write(fit) {
      const Item = {
        ...keyOf(PARTITION, `${fit.month} ${fit.score}`),
        fit: str(JSON.stringify(fit)),
        expiresAt: num(expiryOf('fits', fit.at)),
      }
      await batchWrite(table, [{ PutRequest: { Item } }])
    },
  }
}
