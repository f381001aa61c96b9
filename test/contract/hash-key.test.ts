import { afterAll, beforeAll, expect, test } from 'vitest'
import { keeperOf } from '../../shared/adapters/aws/hash-key.ts'
import { patient } from '../../shared/adapters/aws/retry.ts'
import { keyedHashWith } from '../../shared/domain/keyed-hash.ts'
import { table } from '../../shared/pipeline.ts'
import { openTable } from './stores.ts'

const first = keyedHashWith('the key that the table was begun with')
const second = keyedHashWith('the key of a secret that was made anew')

let aws: Awaited<ReturnType<typeof openTable>>
beforeAll(async () => {
  aws = await openTable()
})
afterAll(() => aws.close())

const keeper = (load: () => Promise<typeof first>) =>
  keeperOf({ client: aws.clients.dynamo, name: table.name, patience: patient }, load)

test('a table takes the key that it was begun with, and no other', async () => {
  expect((await keeper(async () => first)())('address', 'a@example.com')).toBe(first('address', 'a@example.com'))
  await expect(keeper(async () => second)()).rejects.toThrow('is not the one that the table was begun with')
  await expect(keeper(async () => first)()).resolves.toBeDefined()
})

test('the key is got once, and asked for again only where it could not be got', async () => {
  const answers = [Promise.reject(new Error('throttled')), Promise.resolve(first)]
  const hashes = keeper(async () => answers.shift()!)
  await expect(hashes()).rejects.toThrow('throttled')
  await hashes()
  await hashes()
  expect(answers).toEqual([])
})
