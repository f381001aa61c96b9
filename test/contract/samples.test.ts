import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('the sample in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('is the last that was written, however large it is, until it is removed', async () => {
    expect(await store.samples.read()).toBeUndefined()
    const large = Uint8Array.from({ length: 900_000 }, (_, i) => (i * 7919) % 251)
    await store.samples.write(large, T)
    expect(Buffer.compare((await store.samples.read())!, large)).toBe(0)
    await store.samples.write(Uint8Array.of(1, 2, 3), T)
    expect([...(await store.samples.read())!]).toEqual([1, 2, 3])
    await store.samples.remove()
    expect(await store.samples.read()).toBeUndefined()
  })
})
