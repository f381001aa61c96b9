import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  type ScanCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { chunks } from '../../standards/chunks.ts'
import { failureOf, type Patience, untilDone } from './retry.ts'

/** An item as DynamoDB stores it. Values are written by hand here: a general marshaller costs more than the request. */
export type Item = Record<string, AttributeValue>

/** The one table, and what its adapters share. */
export interface Table {
  client: DynamoDBClient
  name: string
  patience: Patience
}

const KEYS_PER_GET = 100
const ITEMS_PER_WRITE = 25

export const str = (S: string): AttributeValue => ({ S })
export const num = (N: number): AttributeValue => ({ N: String(N) })
export const keyOf = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } })

export async function getItem(table: Table, key: Item): Promise<Item | undefined> {
  const input = { TableName: table.name, Key: key, ConsistentRead: true }
  return (await table.client.send(new GetItemCommand(input))).Item
}

/** A condition on the stored item, and the values it uses. */
export interface Condition {
  expression: string
  values?: Item
}

export const IS_NEW: Condition = { expression: 'attribute_not_exists(pk)' }

/** `false` if the condition failed. */
export async function putIf(table: Table, item: Item, { expression, values }: Condition): Promise<boolean> {
  const input = {
    TableName: table.name,
    Item: item,
    ConditionExpression: expression,
    ExpressionAttributeValues: values,
  }
  return held(table.client.send(new PutItemCommand(input)))
}

/** Returns the deleted item; undefined if there was none. */
export async function deleteItem(table: Table, key: Item): Promise<Item | undefined> {
  const input = { TableName: table.name, Key: key, ReturnValues: 'ALL_OLD' } as const
  return (await table.client.send(new DeleteItemCommand(input))).Attributes
}

/** Whether a conditional write was done; `false` if its condition failed. */
export async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (failureOf(error).name === 'ConditionalCheckFailedException') return false
    throw error
  }
}

/** The items that exist, unordered. Keys may not repeat. */
export async function batchGet(
  table: Table,
  keys: readonly Item[],
  options: { consistent: boolean; projection?: string; names?: Record<string, string> },
): Promise<Item[]> {
  const found: Item[] = []
  const request = {
    ConsistentRead: options.consistent,
    ProjectionExpression: options.projection,
    ExpressionAttributeNames: options.names,
  }
  await Promise.all(
    chunks(keys, KEYS_PER_GET).map((chunk) =>
      untilDone(
        'reading items',
        chunk,
        async (Keys) => {
          const input = { RequestItems: { [table.name]: { ...request, Keys } } }
          const { Responses, UnprocessedKeys } = await table.client.send(new BatchGetItemCommand(input))
          for (const item of Responses?.[table.name] ?? []) found.push(item)
          return UnprocessedKeys?.[table.name]?.Keys ?? []
        },
        table.patience,
      ),
    ),
  )
  return found
}

/** Writes them all, unordered. No two may have the same key. */
export async function batchWrite(table: Table, writes: readonly WriteRequest[]): Promise<void> {
  await Promise.all(
    chunks(writes, ITEMS_PER_WRITE).map((chunk) =>
      untilDone(
        'writing items',
        chunk,
        async (requests) => {
          const input = { RequestItems: { [table.name]: requests } }
          const { UnprocessedItems } = await table.client.send(new BatchWriteItemCommand(input))
          return UnprocessedItems?.[table.name] ?? []
        },
        table.patience,
      ),
    ),
  )
}

/** The items under one partition key, by sort key; only those that begin with `prefix`, if given. */
export async function partition(table: Table, pk: string, prefix = '', projection?: string): Promise<Item[]> {
  const input = {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': str(pk), ...(prefix !== '' && { ':prefix': str(prefix) }) },
    ProjectionExpression: projection,
  }
  const items: Item[] = []
  let from: Item | undefined
  do {
    const page = await table.client.send(new QueryCommand({ ...input, ExclusiveStartKey: from }))
    for (const item of page.Items ?? []) items.push(item)
    from = page.LastEvaluatedKey
  } while (from)
  return items
}

/** Deletes the items under one partition key whose sort key begins with `prefix`. */
export async function erasePartition(table: Table, pk: string, prefix: string): Promise<void> {
  const keys = await partition(table, pk, prefix, 'pk, sk')
  await batchWrite(
    table,
    keys.map((Key) => ({ DeleteRequest: { Key } })),
  )
}

/** Every page of a scan. */
export async function* scan(
  table: Table,
  input: Omit<ScanCommandInput, 'TableName'>,
): AsyncGenerator<{ items: Item[]; count: number; last?: Item | undefined }> {
  let from = input.ExclusiveStartKey
  do {
    const page = await table.client.send(new ScanCommand({ ...input, TableName: table.name, ExclusiveStartKey: from }))
    yield { items: page.Items ?? [], count: page.Count ?? 0, last: page.LastEvaluatedKey }
    from = page.LastEvaluatedKey
  } while (from)
}

/** A key as an opaque text, for paging. */
export function cursorOf(key: Item | undefined): string | undefined {
  return key && Buffer.from(JSON.stringify([key.pk!.S, key.sk!.S])).toString('base64url')
}

/** The key of a cursor made by {@link cursorOf}. */
export function keyOfCursor(cursor: string | undefined): Item | undefined {
  if (cursor === undefined) return undefined
  const [pk, sk] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string]
  return keyOf(pk, sk)
}
