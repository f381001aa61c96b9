import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LegNames } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 5)

describe.each(stores)('under which names a leg is known, in %s', (_name, open) => {
  let store: Opened
  let legNames: LegNames

  beforeEach(async () => {
    store = await open()
    legNames = store.legNames
  })
  afterEach(() => store.close())

  test('each name says the others that were noted with it, however often', async () => {
    await legNames.note(['XW938', 'LH7238'], T)
    await legNames.note(['LH7238', 'XW938'], T)
    await legNames.note(['LH7238', 'NH5938'], T)
    expect(await legNames.of('XW938')).toEqual(['LH7238'])
    expect((await legNames.of('LH7238')).sort()).toEqual(['NH5938', 'XW938'])
    expect(await legNames.of('XW93')).toEqual([])
  })

  test('a name alone says nothing', async () => {
    await legNames.note(['XW938'], T)
    expect(await legNames.of('XW938')).toEqual([])
  })
})
