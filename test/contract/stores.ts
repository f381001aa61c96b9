import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '../../infra/local/parts/dynamodb.ts'
import { createDynamoClient, createTablePorts } from '../../shared/adapters/aws/index.ts'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { table } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports.ts'

export const LOCAL = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

/** The ports that keep something, empty. */
export type Store = Omit<Ports, 'queues' | 'bus' | 'mailer'> & { close(): Promise<void> }

/** What every suite of a port that keeps something runs on. */
export const stores: [string, () => Promise<Store>][] = [
  ['memory', async () => ({ ...createMemoryPorts(), close: async () => {} })],
  ['DynamoDB', openDynamo],
]

async function openDynamo(): Promise<Store> {
  const { client, close } = await openTable()
  return { ...createTablePorts(client, table.name), close }
}

/** An empty table on this machine, and a client for it. */
export async function openTable() {
  const dynamo = await startDynamoDb({ port: 0, now: Date.now })
  const client = createDynamoClient({ ...LOCAL, endpoint: dynamo.url })
  const { partitionKey, sortKey, wakeIndex } = table
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: partitionKey, AttributeType: 'S' },
        { AttributeName: sortKey, AttributeType: 'S' },
        { AttributeName: wakeIndex.partitionKey, AttributeType: 'S' },
        { AttributeName: wakeIndex.sortKey, AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: wakeIndex.name,
          KeySchema: [
            { AttributeName: wakeIndex.partitionKey, KeyType: 'HASH' },
            { AttributeName: wakeIndex.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  )
  return {
    client,
    async close() {
      client.destroy()
      await dynamo.close()
    },
  }
}
