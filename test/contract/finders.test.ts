import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Finders } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const leg = 'leg#XW9:FRA-PEK:2026-10-05'

describe.each(stores)('who is found by a name, in %s', (_name, open) => {
  let store: Opened
  let finders: Finders

  beforeEach(async () => {
    store = await open()
    finders = store.finders
  })
  afterEach(() => store.close())

  const say = (memberId: string, version: number, pnr?: string, on = leg) => {
    const finder = pnr === undefined ? undefined : { seat: { pnr, cabin: 'Y' as const, departsAt: T } }
    return finders.put([{ name: on, memberId, version, ...(finder && { finder }) }], T)
  }
  const on = async (name = leg) => (await finders.by(name)).map(({ memberId, pnr }) => `${memberId} ${pnr}`).sort()

  test('is told of each leg by itself', async () => {
    await finders.put([], T)
    await say('anna', 1, 'A')
    await say('wei', 4, 'W')
    await say('wei', 4, 'W', 'leg#XW9:FRA-PEK:2026-10-06')
    expect(await on()).toEqual(['anna A', 'wei W'])
    expect(await finders.by('leg#XW9:FRA-PEK:2026-10-06')).toEqual([{ memberId: 'wei', pnr: 'W', cabin: 'Y' }])
    expect(await on('leg#XW9:FRA-PEK:2026-10-0')).toEqual([])
  })

  test.each([
    ['booked, cancelled', [1, 'A'], [2, undefined], []],
    ['cancelled, booked', [1, undefined], [2, 'A'], ['anna A']],
    ['booked twice', [1, 'A'], [2, 'B'], ['anna B']],
  ] as const)('an older word does not overwrite a newer one: %s', async (_, older, newer, expected) => {
    await say('anna', newer[0], newer[1])
    await say('anna', older[0], older[1])
    await say('anna', newer[0], newer[1])
    expect(await on()).toEqual(expected)
  })

  test('by an address, until they have another', async () => {
    const word = { memberId: 'anna', name: 'mail#anna@example.com' }
    await finders.put([{ ...word, version: 1, finder: {} }], T)
    expect(await finders.by('mail#anna@example.com')).toEqual([{ memberId: 'anna' }])
    expect(await finders.by('mail#ann@example.com')).toEqual([])
    await finders.put([{ ...word, version: 2 }], T)
    expect(await finders.by('mail#anna@example.com')).toEqual([])
  })

  test('by the beginning of a name, a page at a time, until they are called otherwise', async () => {
    const name = 'name#dun'
    const called = ['anna', 'ben', 'cleo', 'dora'].map((memberId) => ({ name, memberId, version: 1, finder: {} }))
    await finders.put(called, T)
    await finders.put([{ name, memberId: 'ben', version: 2 }], T)
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await finders.page({ name, cursor, limit: 2 })
      expect(page.memberIds.length).toBeLessThanOrEqual(2)
      ids.push(...page.memberIds)
      cursor = page.cursor
    } while (cursor)
    expect(ids).toEqual(['anna', 'cleo', 'dora'])
    expect(await finders.page({ name: 'name#du', limit: 2 })).toEqual({ memberIds: [], cursor: undefined })
  })

  test('everybody on a full aircraft', async () => {
    const ids = Array.from({ length: 700 }, (_, i) => `member-${i}`)
    for (let i = 0; i < ids.length; i += 100)
      await finders.put(
        ids.slice(i, i + 100).map((memberId) => ({
          name: leg,
          memberId,
          version: 1,
          finder: { seat: { pnr: 'P', cabin: 'Y' as const, departsAt: T } },
        })),
        T,
      )
    expect((await finders.by(leg)).length).toBe(700)
  })
})
