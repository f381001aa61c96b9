import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { table } from '../../shared/pipeline.ts'
import { type Opened, openTable, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('suppressed addresses in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('are known however they are written, and others are not', async () => {
    const { suppressions } = store
    expect(await suppressions.read('mei@example.com')).toBeUndefined()
    await suppressions.add('Mei@Example.com', { why: 'bounce', at: T })
    await suppressions.add('li@bücher.example', { why: 'complaint', at: T })
    for (const written of ['mei@example.com', 'MEI@EXAMPLE.COM', 'Mei <mei@example.com>', 'mei@example.com.'])
      expect(await suppressions.read(written)).toEqual({ why: 'bounce', at: T })
    expect(await suppressions.read('LI@xn--bcher-kva.example')).toEqual({ why: 'complaint', at: T })
    for (const other of ['mei+1@example.com', 'mei@example.org', ''])
      expect(await suppressions.read(other)).toBeUndefined()
  })

  test('stay what they were first, whoever says so at once', async () => {
    const { suppressions } = store
    await suppressions.add('mei@example.com', { why: 'complaint', at: T })
    await Promise.all(
      Array.from({ length: 5 }, (_, i) => suppressions.add('mei@example.com', { why: 'bounce', at: T + i })),
    )
    expect(await suppressions.read('mei@example.com')).toEqual({ why: 'complaint', at: T })
  })
})

test('nobody’s address is in the table', async () => {
  const store = await openTable()
  await store.suppressions.add('mei@example.com', { why: 'bounce', at: T })
  const { Items } = await store.clients.dynamo.send(new ScanCommand({ TableName: table.name }))
  expect(JSON.stringify(Items)).toMatch(/ADDRESS#/)
  expect(JSON.stringify(Items)).not.toMatch(/mei|example/)
  await store.close()
})
