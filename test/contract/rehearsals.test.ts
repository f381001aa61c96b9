import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EverybodyRehearsal } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const of: EverybodyRehearsal = {
  ...{ draft: 'd1', id: 'i1', rulebook: 'r2', live: 'r1' },
  ...{ files: 'f', at: T, by: 'li' },
}

describe.each(stores)('rehearsals on everybody in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('take the place of the one that was read, and of no other', async () => {
    const { rehearsals } = store
    expect(await rehearsals.read('d1')).toBeUndefined()
    expect(await rehearsals.write(of, undefined)).toBe('written')
    expect(await rehearsals.write({ ...of, at: T + 1 }, undefined)).toBe('conflict')
    const cancelled = { ...of, cancelledAt: T + 5 }
    expect(await rehearsals.write(cancelled, of)).toBe('written')
    expect(await rehearsals.write({ ...of, at: T + 9 }, of)).toBe('conflict')
    expect(await rehearsals.read('d1')).toEqual(cancelled)
    expect(await rehearsals.read('d2')).toBeUndefined()
  })

  test('have their parts in order, each once, however large its figures are', async () => {
    const { rehearsals } = store
    const large = Uint8Array.from({ length: 900_000 }, (_, i) => (i * 7919) % 251)
    await rehearsals.keep(of, { n: 10, looked: 3, isLast: true }, Uint8Array.of(10))
    await rehearsals.keep(of, { n: 2, looked: 1, isLast: false }, Uint8Array.of(1))
    await rehearsals.keep(of, { n: 2, looked: 2, isLast: false }, large)
    await rehearsals.keep({ ...of, at: T + 1 }, { n: 0, looked: 9, isLast: true }, Uint8Array.of(9))
    expect(await rehearsals.parts(of)).toEqual([
      { n: 2, looked: 2, isLast: false },
      { n: 10, looked: 3, isLast: true },
    ])
    const figures = await rehearsals.figures(of)
    expect(figures.map(({ length }) => length)).toEqual([900_000, 1])
    expect(Buffer.compare(figures[0]!, large)).toBe(0)
  })
})
