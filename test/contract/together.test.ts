import fc from 'fast-check'
import { expect, test } from 'vitest'
import { together } from '../../shared/adapters/aws/together.ts'

/** A store that answers when it is told to. */
function slow() {
  const store = new Map<string, number>()
  const reads: { keys: readonly string[]; answer(): void; fail(): void }[] = []
  const read = together<string, number>((keys) => {
    const seen = new Map(keys.flatMap((key) => (store.has(key) ? [[key, store.get(key)!] as const] : [])))
    return new Promise((resolve, reject) => {
      reads.push({ keys, answer: () => resolve(seen), fail: () => reject(new Error('not now')) })
    })
  })
  return { store, reads, read }
}

const turns = () => new Promise((resolve) => setImmediate(resolve))

test('what is asked while a read is under way goes with the next, each key once', async () => {
  const { store, reads, read } = slow()
  store.set('a', 1).set('b', 2)
  const all = ['a', 'b', 'c', 'b'].map(read)
  reads[0]!.answer()
  await turns()
  expect(reads.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c']])
  reads[1]!.answer()
  expect(await Promise.all(all)).toEqual([1, 2, undefined, 2])
})

test('what was stored before it was asked for is seen, though a read of before it is under way', async () => {
  const { store, reads, read } = slow()
  void read('a')
  store.set('b', 2)
  const asked = read('b')
  reads[0]!.answer()
  await turns()
  reads[1]!.answer()
  expect(await asked).toBe(2)
})

test('a read that fails fails for those who were in it alone', async () => {
  const { store, reads, read } = slow()
  store.set('a', 1).set('b', 2)
  const [first, second] = [read('a'), read('b')]
  const failed = expect(first).rejects.toThrow('not now')
  reads[0]!.fail()
  await failed
  await turns()
  reads[1]!.answer()
  expect(await second).toBe(2)
  const third = read('a')
  await turns()
  reads[2]!.answer()
  expect(await third).toBe(1)
})

test('whoever asks in whatever order gets what the store had, or has got since', () =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }),
      async (s, keys) => {
        const read = together<string, string>(
          s.scheduleFunction(async (some) => new Map(some.map((key) => [key, `of ${key}`]))),
        )
        const all = Promise.all(keys.map(read))
        await s.waitFor(all)
        expect(await all).toEqual(keys.map((key) => `of ${key}`))
      },
    ),
  ))
