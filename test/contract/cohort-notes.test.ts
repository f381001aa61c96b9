import { DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unpackText } from '../../shared/adapters/aws/compression.ts'
import { createMeter } from '../../shared/adapters/aws/index.ts'
import { table } from '../../shared/pipeline.ts'
import type { AssignmentNote } from '../../shared/ports/index.ts'
import { openTable } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const [analysis, day] = ['we-miss-you@1', '2026-10-01']

let store: Awaited<ReturnType<typeof openTable>>
const meter = createMeter()

beforeEach(async () => {
  store = await openTable({ meter })
})
afterEach(() => store.close())

const note = (memberId: string, version: number, arm?: string): AssignmentNote => ({
  ...{ analysis, day, memberId, version },
  ...(arm && { as: { arm, sharePpm: 100_000 } }),
})
const ids = (count: number) => Array.from({ length: count }, (_, i) => `member-${i}`)

async function noted(): Promise<string[]> {
  const parts = await store.results.parts(analysis)
  const all = await Promise.all(parts.map((part) => store.results.noted(part)))
  return all
    .flat()
    .map(({ memberId, arm }) => `${memberId} ${arm}`)
    .sort()
}

async function items() {
  const { Items = [] } = await store.clients.dynamo.send(new ScanCommand({ TableName: table.name }))
  return Items.filter(({ pk }) => pk!.S!.startsWith('RA#'))
}

/** Where somebody is still named. */
async function naming(memberId: string): Promise<string[]> {
  const all = await items()
  return all
    .filter(({ sk, rows }) => sk!.S!.includes(memberId) || (rows && unpackText(rows).includes(`"${memberId}"`)))
    .map(({ sk }) => sk!.S!)
}

test('a batch of a hundred costs a few writes', async () => {
  await store.results.note([note('first', 1, 'treated')], T)
  const before = structuredClone(meter)
  await store.results.note(
    ids(100).map((id) => note(id, 1, 'treated')),
    T,
  )
  expect(await noted()).toHaveLength(101)
  expect(meter.writeUnits - before.writeUnits).toBeLessThanOrEqual(10)
})

test('the same notes again are the same items', async () => {
  const notes = ids(30).map((id) => note(id, 1, 'treated'))
  await store.results.note(notes, T)
  const before = await items()
  await store.results.note(notes.toReversed(), T)
  expect(await items()).toEqual(before)
})

test('who is gone is named by nothing but the word of it, which expires', async () => {
  const [gone, ...others] = ids(30)
  await store.results.note(
    [gone!, ...others].map((id) => note(id, 1, 'treated')),
    T,
  )
  await store.results.note([note(gone!, 2, 'holdout')], T)
  await store.results.note([note(gone!, 3)], T)
  expect(await naming(gone!)).toEqual([`|-${gone}`])
  expect((await items()).find(({ sk }) => sk!.S === `|-${gone}`)!.expiresAt).toEqual({ N: String(T / 1000 + 86_400) })
  expect(await noted()).toEqual(others.map((id) => `${id} treated`).sort())
})

test('what is noted late of somebody who is gone is taken out again, and does not come back once the word of it has expired', async () => {
  await store.results.note([note('anna', 3)], T)
  await store.results.note([note('anna', 2, 'treated'), note('wei', 1, 'treated')], T)
  const [word] = await naming('anna')
  expect(await naming('anna')).toEqual(['|-anna'])
  const { pk, sk } = (await items()).find((item) => item.sk!.S === word) as { pk: { S: string }; sk: { S: string } }
  await store.clients.dynamo.send(new DeleteItemCommand({ TableName: table.name, Key: { pk, sk } }))
  expect(await noted()).toEqual(['wei treated'])
})

test('two who go at once both do', async () => {
  const all = ids(40)
  await store.results.note(
    all.map((id) => note(id, 1, 'treated')),
    T,
  )
  await Promise.all(all.slice(0, 20).map((id) => store.results.note([note(id, 2)], T)))
  expect(await noted()).toEqual(
    all
      .slice(20)
      .map((id) => `${id} treated`)
      .sort(),
  )
})

test('items of earlier versions are read, overwritten and taken out', async () => {
  await store.results.note([note('wei', 1, 'treated')], T)
  const { pk } = (await items())[0]!
  const part = await store.results.partOf(analysis, day, 'wei')
  const [day0, number] = [part.day, part.part]
  expect(pk).toEqual({ S: `RA#${analysis}#${day0}#${number}` })
  const Item = {
    ...{ pk: pk!, sk: { S: 'wei' }, v: { N: '4' }, arm: { S: 'a' }, ppm: { N: '150000' }, tier: { S: 'gold' } },
    ...{ arms: { S: '{"a":425000,"b":425000}' }, harms: { S: 'spam complained' } },
  }
  await store.clients.dynamo.send(new PutItemCommand({ TableName: table.name, Item }))
  expect(await store.results.noted(part)).toEqual([
    {
      ...{ memberId: 'wei', arm: 'a', sharePpm: 150_000, tier: 'gold', harms: ['spam', 'complained'] },
      armsPpm: { a: 425_000, b: 425_000 },
    },
  ])
  await store.results.note([note('wei', 5, 'b')], T)
  expect(await noted()).toEqual(['wei b'])
  await store.results.note([note('wei', 6)], T)
  expect(await naming('wei')).toEqual(['|-wei'])
})
