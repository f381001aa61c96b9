import { randomBytes } from 'node:crypto'
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patient } from '../../shared/adapters/aws/retry.ts'
import { scan } from '../../shared/adapters/aws/table.ts'
import { table } from '../../shared/pipeline.ts'
import type { SetAside } from '../../shared/ports/index.ts'
import { openTable } from './stores.ts'

/** What is set aside in pieces leaves nothing of them behind, whatever happens to it. */

let store: Awaited<ReturnType<typeof openTable>>

beforeEach(async () => {
  store = await openTable()
})
afterEach(() => store.close())

const text = randomBytes(500_000).toString('hex')

function large(cards: string[], letter: string): SetAside {
  const envelope = { id: 'd', source: 'airline.x', 'detail-type': 'x', time: '', detail: { letter, text } }
  return { key: 'k', setAsideAt: 0, fault: { code: 'bad-id', path: 'id', message: 'no' }, envelope, cards }
}

async function keys(): Promise<string[]> {
  const found: string[] = []
  for await (const { items } of scan({ client: store.clients.dynamo, name: table.name, patience: patient }, {}))
    for (const { pk, sk } of items) if (/ASIDE| A#/.test(`${pk!.S} ${sk!.S}`)) found.push(`${pk!.S} ${sk!.S}`)
  return found.sort()
}

test('not when something else is set aside under its key', async () => {
  await store.setAsides.put(large(['A'], 'one'))
  const before = await keys()
  expect(await store.setAsides.put(large(['A'], 'two'))).toBe(false)
  expect(await keys()).toEqual(before)
})

test('not when it is replaced, and not when it goes', async () => {
  await store.setAsides.put(large(['A', 'B'], 'one'))
  const before = await keys()
  await store.setAsides.replace(large(['B'], 'two'))
  expect(await keys()).toHaveLength(before.length - 1)
  expect(await store.setAsides.about('B')).toEqual([large(['B'], 'two')])
  await store.setAsides.replace(large(['B'], 'two'))
  expect(await store.setAsides.about('B')).toEqual([large(['B'], 'two')])
  await store.setAsides.remove('k')
  expect(await keys()).toEqual([])
})

test('not when a crash took only the head: who is erased finds the rest', async () => {
  await store.setAsides.put(large(['A'], 'one'))
  const Key = { pk: { S: 'ASIDE' }, sk: { S: 'k' } }
  await store.clients.dynamo.send(new DeleteItemCommand({ TableName: table.name, Key }))
  expect(await store.setAsides.about('A')).toEqual([])
  expect(await keys()).toEqual([])
})
