import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AttributeValue,
  type CancellationReason,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Parts, startParts } from '../../infra/local/parts/index.ts'
import { type SpawnedParts, spawnParts } from '../../infra/local/parts/spawn.ts'
import { table } from '../../shared/pipeline.ts'

const TableName = table.name
const key = (pk: string, sk = 'X') => ({ pk: { S: pk }, sk: { S: sk } })
const number = (value: number): AttributeValue => ({ N: String(value) })

describe('transactions of the local DynamoDB', () => {
  let parts: Parts
  let client: DynamoDBClient
  let round = 0
  /** A partition of the test's own. */
  let own: (name: string) => string

  beforeAll(async () => {
    parts = await startParts()
    client = clientOf(parts)
  })
  afterAll(async () => {
    client.destroy()
    await parts.close()
  })
  beforeEach(() => {
    round += 1
    const prefix = `${round}#`
    own = (name) => prefix + name
  })

  test('put, update, delete and check go together', async () => {
    await put(own('there'), { n: number(1) })
    await put(own('going'), {})
    await put(own('asked'), { open: { BOOL: true } })

    await transact([
      { Put: { TableName, Item: { ...key(own('new')), n: number(7) } } },
      update(own('there'), 'SET n = n + :n, seen = if_not_exists(seen, :n)', { ':n': number(2) }),
      { Delete: { TableName, Key: key(own('going')) } },
      check(own('asked'), '#o = :yes', { ':yes': { BOOL: true } }, { '#o': 'open' }),
    ])

    expect(await read(own('new'))).toMatchObject({ n: { N: '7' } })
    expect(await read(own('there'))).toMatchObject({ n: { N: '3' }, seen: { N: '2' } })
    expect(await read(own('going'))).toBeUndefined()
    expect(await read(own('asked'))).toMatchObject({ open: { BOOL: true } })
  })

  test('one failed condition: nothing is done, and the reasons come in order, with the item where asked for', async () => {
    await put(own('taken'), { by: { S: 'somebody' } })
    const condition = 'attribute_not_exists(pk)'
    const item = { ...key(own('taken')), by: { S: 'me' } }

    const reasons = await reasonsOf([
      update(own('counter'), 'ADD n :n', { ':n': number(1) }),
      {
        Put: {
          TableName,
          Item: item,
          ConditionExpression: condition,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      check(own('absent'), 'attribute_exists(pk)'),
    ])

    expect(reasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { ...key(own('taken')), by: { S: 'somebody' } },
      },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
    ])
    expect(await read(own('counter'))).toBeUndefined()
  })

  test('a key or an update that does not fit is a reason too', async () => {
    await put(own('text'), { n: { S: 'no number' } })
    const reasons = await reasonsOf([
      { Put: { TableName, Item: { pk: { S: own('a') }, sk: number(1) } } },
      update(own('text'), 'SET n = n + :n', { ':n': number(1) }),
    ])
    expect(reasons.map((reason) => reason.Code)).toEqual(['ValidationError', 'ValidationError'])
  })

  test.each([
    ['two operations on one item', () => [remove(own('a')), check(own('a'), 'attribute_exists(pk)')]],
    ['101 items', () => Array.from({ length: 101 }, (_, at) => remove(own(String(at))))],
    ['no item', () => []],
    ['two operations in one entry', () => [{ ...remove(own('a')), ...check(own('b'), 'attribute_exists(pk)') }]],
    ['a check of nothing', () => [{ ConditionCheck: { TableName, Key: key('a'), ConditionExpression: '' } }]],
    ['an expression that does not parse', () => [update(own('a'), 'SET SET', {})]],
  ])('%s: ValidationException', async (_, items) => {
    await expect(transact(items())).rejects.toMatchObject({ name: 'ValidationException' })
  })

  test('100 items are taken, and 4 MB are not', async () => {
    await transact(Array.from({ length: 100 }, (_, at) => putting(own(String(at)), {})))
    expect(await read(own('99'))).toBeDefined()
    const large = Array.from({ length: 12 }, (_, at) =>
      putting(own(`large${at}`), { text: { S: 'x'.repeat(380_000) } }),
    )
    await expect(transact(large)).rejects.toMatchObject({ name: 'ValidationException' })
  })

  test('an unknown table is said so', async () => {
    const items = [{ Delete: { TableName: 'another', Key: key('a') } }]
    await expect(transact(items)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  test('the same token does it once; another transaction may not use it; a cancelled one does not use it up', async () => {
    const adding = [update(own('counter'), 'ADD n :n', { ':n': number(1) })]
    const token = own('token')
    await Promise.all([transact(adding, token), transact(adding, token), transact(adding, token)])
    expect(await read(own('counter'))).toMatchObject({ n: { N: '1' } })
    await expect(transact([remove(own('counter'))], token)).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    })

    const late = [putting(own('late'), {}), check(own('door'), 'attribute_exists(pk)')]
    await expect(transact(late, own('again'))).rejects.toBeInstanceOf(TransactionCanceledException)
    await put(own('door'), {})
    await transact(late, own('again'))
    expect(await read(own('late'))).toBeDefined()
  })

  test('an item that another transaction is at is a conflict, told in its place; the token is not used up', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) =>
        transact(
          [putting(own(`beside${at}`), {}), update(own('counter'), 'ADD n :n', { ':n': number(1) })],
          own(`t${at}`),
        ),
      ),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused.length).toBeGreaterThan(0)
    for (const error of refused) {
      expect(error).toBeInstanceOf(TransactionCanceledException)
      expect(error.CancellationReasons).toEqual([
        { Code: 'None' },
        { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
      ])
    }
    expect(await read(own('counter'))).toMatchObject({ n: number(12 - refused.length) })
    const late = outcomes.findIndex(({ status }) => status === 'rejected')
    expect(await read(own(`beside${late}`))).toBeUndefined()
    await transact([putting(own(`beside${late}`), {})], own(`t${late}`))
    expect(await read(own(`beside${late}`))).toBeDefined()
  })

  test('fifty writers and a budget for twenty: never exceeded, and the last unit can be spent', async () => {
    await put(own('budget'), { spent: number(0) })
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        insisting(() =>
          transact([
            putting(own(`grant${at}`), {}),
            {
              Update: {
                TableName,
                Key: key(own('budget')),
                UpdateExpression: 'ADD spent :cost',
                ConditionExpression: 'spent <= :most',
                ExpressionAttributeValues: { ':cost': number(5), ':most': number(95) },
              },
            },
          ]),
        ).then(
          () => 'granted',
          (error) => error.name,
        ),
      ),
    )
    expect(outcomes.filter((each) => each === 'granted')).toHaveLength(20)
    expect(outcomes.filter((each) => each === 'TransactionCanceledException')).toHaveLength(30)
    expect(await read(own('budget'))).toMatchObject({ spent: { N: '100' } })
    const grants = await Promise.all(outcomes.map((_, at) => read(own(`grant${at}`))))
    expect(grants.map((grant) => (grant ? 'granted' : 'TransactionCanceledException'))).toEqual(outcomes)
  })

  test('plain writes and transactions on one item do not overwrite each other', async () => {
    const add = { UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': number(1) } }
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        at % 2 === 0
          ? client.send(new UpdateItemCommand({ TableName, Key: key(own('counter')), ...add }))
          : insisting(() =>
              transact([update(own('counter'), 'ADD n :n', { ':n': number(1) }), putting(own(`beside${at}`), {})]),
            ),
      ),
    )
    expect(await read(own('counter'))).toMatchObject({ n: { N: '30' } })
  })

  test('a reader of several items sees a transaction whole', async () => {
    const pair = (n: number) => [putting(own('a'), { n: number(n) }), putting(own('b'), { n: number(n) })]
    await transact(pair(0))
    const get = [own('a'), own('b')].map((pk) => ({ Get: { TableName, Key: key(pk) } }))
    const readings = Array.from({ length: 20 }, () => client.send(new TransactGetItemsCommand({ TransactItems: get })))
    await Promise.all([...Array.from({ length: 20 }, (_, at) => insisting(() => transact(pair(at + 1)))), ...readings])
    for (const { Responses } of await Promise.all(readings))
      expect(Responses?.[0]?.Item?.n).toEqual(Responses?.[1]?.Item?.n)
  })

  test('a transaction moves index entries', async () => {
    const due = { wakeShard: { S: own('shard') } }
    await transact([putting(own('a'), { ...due, wakeAt: number(5) }), putting(own('b'), { ...due, wakeAt: number(3) })])
    expect(await wakes(own('shard'))).toEqual([own('b'), own('a')])
    await transact([
      update(own('a'), 'SET wakeAt = :n', { ':n': number(1) }),
      update(own('b'), 'REMOVE wakeAt', undefined),
    ])
    expect(await wakes(own('shard'))).toEqual([own('a')])
  })

  test('a plain conditional write returns the item it met, where asked for', async () => {
    await put(own('a'), { n: number(1) })
    const again = new PutItemCommand({
      TableName,
      Item: key(own('a')),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
    await expect(client.send(again)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { ...key(own('a')), n: { N: '1' } },
    })
  })

  test('what a transaction takes up is twice what its writes are', async () => {
    const command = new TransactWriteItemsCommand({
      TransactItems: [putting(own('a'), { text: { S: 'x'.repeat(1500) } }), putting(own('b'), {})],
      ReturnConsumedCapacity: 'TOTAL',
    })
    expect((await client.send(command)).ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 6 }])
  })

  function transact(items: TransactWriteItem[], token?: string) {
    return client.send(new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token }))
  }

  async function reasonsOf(items: TransactWriteItem[]): Promise<CancellationReason[]> {
    const error = await transact(items).then(
      () => undefined,
      (thrown) => thrown,
    )
    expect(error).toBeInstanceOf(TransactionCanceledException)
    return (error as TransactionCanceledException).CancellationReasons!
  }

  async function put(pk: string, attributes: Record<string, AttributeValue>): Promise<void> {
    await client.send(new PutItemCommand({ TableName, Item: { ...key(pk), ...attributes } }))
  }

  async function read(pk: string): Promise<Record<string, AttributeValue> | undefined> {
    return (await client.send(new GetItemCommand({ TableName, Key: key(pk), ConsistentRead: true }))).Item
  }

  async function wakes(shard: string): Promise<(string | undefined)[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: table.wakeIndex.name,
        KeyConditionExpression: 'wakeShard = :shard',
        ExpressionAttributeValues: { ':shard': { S: shard } },
      }),
    )
    return Items.map((item) => item.pk?.S)
  }
})

describe('a process killed in the middle of transactions', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wingback-transactions-'))
  afterAll(() => rmSync(dataDir, { recursive: true }))

  test('leaves each of them done or not done, and those it had answered done', async () => {
    const answered = new Set<string>()
    let parts = await spawnParts({ dataDir })
    for (let round = 0; round < 3; round++) {
      const running = Array.from({ length: 16 }, (_, worker) => grantUntilGone(parts, `${round}.${worker}`, answered))
      await answeredAtLeast(answered, (round + 1) * 150)
      await parts.crash()
      await Promise.all(running)
      parts = await spawnParts({ dataDir })
    }

    const items = await everything(parts)
    await parts.close()
    const named = (prefix: string) =>
      items.filter((item) => item.pk?.S?.startsWith(prefix)).map((item) => item.pk!.S!.slice(prefix.length))
    const grants = new Set(named('G#'))
    expect(named('M#').filter((id) => !grants.has(id))).toEqual([])
    expect(named('M#')).toHaveLength(grants.size)
    expect([...answered].filter((id) => !grants.has(id))).toEqual([])
    const spent = items.find((item) => item.pk?.S === 'B#1')?.spent?.N
    expect(spent).toBe(String(grants.size))
  })

  test('still knows the tokens it had seen, and its index fits its items', async () => {
    const adding = [update('counter', 'ADD n :n', { ':n': number(1) })]
    const command = new TransactWriteItemsCommand({ TransactItems: adding, ClientRequestToken: 'once' })
    let parts = await spawnParts({ dataDir })
    await sendTo(parts, command)
    await parts.crash()
    parts = await spawnParts({ dataDir })
    await sendTo(parts, command)
    const items = await everything(parts)
    const index = await everything(parts, table.wakeIndex.name)
    await parts.close()

    expect(items.find((item) => item.pk?.S === 'counter')?.n).toEqual(number(1))
    const due = items.filter((item) => item.wakeAt)
    expect(due.length).toBeGreaterThan(0)
    expect(index).toHaveLength(due.length)
    const wakeAt = new Map(index.map((entry) => [entry.pk?.S, entry.wakeAt?.N]))
    for (const item of due) expect(wakeAt.get(item.pk?.S)).toBe(item.wakeAt?.N)
  })
})

/** Grants one after the other, each a grant, a member in the index and a budget together, until nobody answers. */
async function grantUntilGone(parts: SpawnedParts, worker: string, answered: Set<string>): Promise<void> {
  const client = clientOf(parts, 1)
  try {
    for (let at = 0; ; at++) {
      const id = `${worker}.${at}`
      const due = { wakeShard: { S: 'all' }, wakeAt: number(at) }
      const items = [
        putting(`G#${id}`, {}),
        putting(`M#${id}`, due),
        update('B#1', 'ADD spent :n', { ':n': number(1) }),
      ]
      await insisting(() => client.send(new TransactWriteItemsCommand({ TransactItems: items })))
      answered.add(id)
      const move = { UpdateExpression: 'SET wakeAt = :n', ExpressionAttributeValues: { ':n': number(at + 1000) } }
      await client.send(new UpdateItemCommand({ TableName, Key: key(`M#${id}`), ...move }))
    }
  } catch (error) {
    // Refused is wrong; cut off is what it waits for.
    if ((error as Error).name.endsWith('Exception')) throw error
  } finally {
    client.destroy()
  }
}

async function answeredAtLeast(answered: ReadonlySet<string>, count: number): Promise<void> {
  while (answered.size < count) await new Promise(setImmediate)
}

async function everything(parts: Parts, IndexName?: string): Promise<Record<string, AttributeValue>[]> {
  const client = clientOf(parts)
  const items: Record<string, AttributeValue>[] = []
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName, IndexName, ExclusiveStartKey }))
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  client.destroy()
  return items
}

async function sendTo(parts: Parts, command: TransactWriteItemsCommand): Promise<void> {
  const client = clientOf(parts)
  await client.send(command)
  client.destroy()
}

function clientOf(parts: Parts, maxAttempts = 3): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return new DynamoDBClient({ endpoint: parts.endpoints.dynamodb, region: 'us-east-1', credentials, maxAttempts })
}

/** Until nobody else is at the items: what a client does about a conflict. */
async function insisting<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      const { CancellationReasons = [] } = error as TransactionCanceledException
      if (!CancellationReasons.some(({ Code }) => Code === 'TransactionConflict')) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
    }
  }
}

function putting(pk: string, attributes: Record<string, AttributeValue>) {
  return { Put: { TableName, Item: { ...key(pk), ...attributes } } }
}

function remove(pk: string) {
  return { Delete: { TableName, Key: key(pk) } }
}

function update(pk: string, expression: string, values: Record<string, AttributeValue> | undefined) {
  return {
    Update: { TableName, Key: key(pk), UpdateExpression: expression, ExpressionAttributeValues: values },
  }
}

function check(pk: string, condition: string, values?: Record<string, AttributeValue>, names?: Record<string, string>) {
  return {
    ConditionCheck: {
      TableName,
      Key: key(pk),
      ConditionExpression: condition,
      ExpressionAttributeValues: values,
      ExpressionAttributeNames: names,
    },
  }
}
