import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audiences } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('the index of audiences in %s', (_name, open) => {
  let store: Opened
  let audiences: Audiences

  beforeEach(async () => {
    store = await open()
    audiences = store.audiences
  })
  afterEach(() => store.close())

  const say = (memberId: string, version: number, since?: number, audience = 'quiet') =>
    audiences.put([{ audience, memberId, version, ...(since !== undefined && { since }) }], T)

  async function all(audience: string, limit: number): Promise<string[]> {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await audiences.page({ audience, cursor, limit })
      expect(page.members.length).toBeLessThanOrEqual(limit)
      found.push(...page.members.map(({ memberId }) => memberId))
      cursor = page.cursor
    } while (cursor)
    return found.sort()
  }

  test('says who is in and since when, of each audience by itself', async () => {
    await audiences.put([], T)
    await say('anna', 1, T + 5)
    await say('wei', 3, T + 7)
    await say('anna', 1, T + 9, 'valued')
    expect((await audiences.page({ audience: 'valued', limit: 10 })).members).toEqual([
      { memberId: 'anna', since: T + 9 },
    ])
    const { members } = await audiences.page({ audience: 'quiet', limit: 10 })
    expect(new Map(members.map(({ memberId, since }) => [memberId, since]))).toEqual(
      new Map([
        ['anna', T + 5],
        ['wei', T + 7],
      ]),
    )
    expect(await audiences.count('quiet')).toBe(2)
    expect(await audiences.count('qui')).toBe(0)
    expect(await all('nobody', 10)).toEqual([])
  })

  test('forgets who leaves, and takes them back', async () => {
    await say('anna', 1, T)
    await say('anna', 2)
    expect(await all('quiet', 10)).toEqual([])
    expect(await audiences.count('quiet')).toBe(0)
    await say('anna', 3, T + 1)
    expect(await all('quiet', 10)).toEqual(['anna'])
  })

  test.each([
    ['entered, left', [1, T], [2, undefined], []],
    ['left, entered', [1, undefined], [2, T], ['anna']],
    ['entered twice', [1, T], [2, T + 1], ['anna']],
  ] as const)('an older word does not overwrite a newer one: %s', async (_, older, newer, expected) => {
    await say('anna', newer[0], newer[1])
    await say('anna', older[0], older[1])
    await say('anna', newer[0], newer[1])
    expect(await all('quiet', 10)).toEqual(expected)
    const { members } = await audiences.page({ audience: 'quiet', limit: 10 })
    if (expected.length > 0) expect(members[0]!.since).toBe(newer[1])
  })

  test.each([1, 7, 100])('is read page by page, everybody once, %d at a time', async (limit) => {
    const ids = Array.from({ length: 60 }, (_, i) => `member-${i}`)
    await audiences.put(
      ids.map((memberId) => ({ audience: 'quiet', memberId, version: 1, since: T })),
      T,
    )
    const gone = ids.filter((_, i) => i % 5 === 0)
    await audiences.put(
      gone.map((memberId) => ({ audience: 'quiet', memberId, version: 2 })),
      T,
    )
    expect(await all('quiet', limit)).toEqual(ids.filter((id) => !gone.includes(id)).sort())
  })

  test('one of many writers at once is right: the latest version', async () => {
    const versions = Array.from({ length: 12 }, (_, i) => i + 1)
    await Promise.all(versions.map((version) => say('anna', version, version === 12 ? undefined : T + version)))
    expect(await all('quiet', 10)).toEqual([])
    await Promise.all(versions.map((version) => say('wei', version, T + version)))
    const { members } = await audiences.page({ audience: 'quiet', limit: 10 })
    expect(members).toEqual([{ memberId: 'wei', since: T + 12 }])
  })
})
