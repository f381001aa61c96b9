import { setImmediate as nextTurn } from 'node:timers/promises'
import { table } from '../../../shared/pipeline.ts'
import type { DynamoDb } from './dynamodb.ts'

/** Creates the one table, unless it exists. */
export async function makeTable(dynamodb: Pick<DynamoDb, 'call'>): Promise<void> {
  const { TableNames } = await dynamodb.call('ListTables', {})
  if ((TableNames as string[]).includes(table.name)) return
  const { wakeIndex } = table
  await dynamodb.call('CreateTable', {
    TableName: table.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: table.partitionKey, AttributeType: 'S' },
      { AttributeName: table.sortKey, AttributeType: 'S' },
      { AttributeName: wakeIndex.partitionKey, AttributeType: 'S' },
      { AttributeName: wakeIndex.sortKey, AttributeType: 'N' },
    ],
    KeySchema: keySchema(table.partitionKey, table.sortKey),
    GlobalSecondaryIndexes: [
      {
        IndexName: wakeIndex.name,
        KeySchema: keySchema(wakeIndex.partitionKey, wakeIndex.sortKey),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  })
  while ((await statusOf(dynamodb)) !== 'ACTIVE') await nextTurn()
}

async function statusOf(dynamodb: Pick<DynamoDb, 'call'>): Promise<unknown> {
  const { Table } = await dynamodb.call('DescribeTable', { TableName: table.name })
  return Object(Table).TableStatus
}

function keySchema(partitionKey: string, sortKey: string) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ]
}
