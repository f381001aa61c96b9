import { type CancellationReason, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { failureOf } from './retry.ts'
import type { Table } from './table.ts'

/** Reasons of a cancelled transaction that a retry can settle; any other is an error. */
const PASSING = new Set([
  'None',
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
])

/**
 * Writes all or nothing. Returns undefined if it was written; otherwise, after a conflict or a failed condition, the reasons
 * for each write, as far as known.
 */
export async function transact(
  table: Table,
  writes: readonly TransactWriteItem[],
): Promise<readonly Pick<CancellationReason, 'Code'>[] | undefined> {
  try {
    await table.client.send(new TransactWriteItemsCommand({ TransactItems: [...writes] }))
    return undefined
  } catch (error) {
    const { name, CancellationReasons = [] } = failureOf(error)
    const passes =
      name === 'TransactionInProgressException' ||
      (name === 'TransactionCanceledException' && CancellationReasons.every(({ Code = 'None' }) => PASSING.has(Code)))
    if (!passes) throw error
    return CancellationReasons
  }
}
