import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Members, StoredMember } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('members in %s', (_name, open) => {
  let store: Opened
  let members: Members

  beforeEach(async () => {
    store = await open()
    members = store.members
  })
  afterEach(() => store.close())

  async function put(memberId: string, wakeAt?: number): Promise<StoredMember> {
    const member: StoredMember = { memberId, version: 1, state: `state of ${memberId}` }
    if (wakeAt !== undefined) member.wakeAt = wakeAt
    expect(await members.write(member)).toBe('written')
    return member
  }

  test('come back as they were written, and only those that exist', async () => {
    const [anna, wei] = [await put('anna', T), await put('wei')]
    const found = await members.read(['anna', 'nobody', 'wei', 'anna'], { consistent: true })
    expect(found).toEqual(new Map([anna, wei].map((member) => [member.memberId, member])))
    expect(found.get('wei')).not.toHaveProperty('wakeAt')
    expect(await members.read([])).toEqual(new Map())
  })

  test('are all that is counted and paged through, whatever else is stored', async () => {
    const [anna, m] = [await put('anna'), await put('M')]
    await store.months.add({ '2026-10': { members: 2 } })
    await store.finders.put([{ memberId: 'M', version: 1, name: 'seat', finder: {} }], T)
    const { members: page } = await members.page({ limit: 10 })
    expect(page.sort((a, b) => b.memberId.localeCompare(a.memberId))).toEqual([m, anna])
    expect(await members.count()).toBe(2)
  })

  test.each([0, 899, 901, 5_000, 60_000])('come back with a state of %d characters', async (length) => {
    const state = '{"journeys":[{"name":"刘超"}]}'.repeat(length / 25).slice(0, length)
    await members.write({ memberId: 'anna', version: 1, state })
    expect((await members.read(['anna'])).get('anna')?.state).toBe(state)
  })

  test('are read by the hundred and more in one call', async () => {
    const ids = Array.from({ length: 230 }, (_, i) => `m${i}`)
    await Promise.all(ids.map((id) => put(id)))
    const found = await members.read(ids, { consistent: true })
    expect([...found.keys()].sort()).toEqual([...ids].sort())
    expect(await members.count()).toBe(230)
  })

  test('are written only over the version that was read', async () => {
    const first = await put('anna', T)
    expect(await members.write({ ...first, state: 'another first' })).toBe('conflict')
    expect(await members.write({ ...first, version: 3, state: 'too far' })).toBe('conflict')
    expect(await members.write({ ...first, version: 2, state: 'second' })).toBe('written')
    expect(await members.write({ ...first, version: 2, state: 'late' })).toBe('conflict')
    expect(await members.write({ memberId: 'new', version: 2, state: 'from nowhere' })).toBe('conflict')
    expect((await members.read(['anna'])).get('anna')?.state).toBe('second')
  })

  test('let one of many writers at once win, each round', async () => {
    await put('anna')
    for (let version = 2; version <= 4; version++) {
      const writers = Array.from({ length: 12 }, (_, i) => `${version} by ${i}`)
      const outcomes = await Promise.all(writers.map((state) => members.write({ memberId: 'anna', version, state })))
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1)
      const stored = (await members.read(['anna'], { consistent: true })).get('anna')
      expect(stored).toEqual({ memberId: 'anna', version, state: writers[outcomes.indexOf('written')] })
    }
  })

  test('are due at their wake, the earliest first, no more than asked for', async () => {
    await Promise.all([put('c', T + 3), put('a', T + 1), put('b', T + 2), put('later', T + 10), put('never')])
    expect(await members.due(T, 10)).toEqual([])
    expect(await members.due(T + 3, 10)).toEqual([
      { memberId: 'a', wakeAt: T + 1 },
      { memberId: 'b', wakeAt: T + 2 },
      { memberId: 'c', wakeAt: T + 3 },
    ])
    expect((await members.due(T + 3, 2)).map(({ memberId }) => memberId)).toEqual(['a', 'b'])
    expect(await members.due(T + 3, 10)).toHaveLength(3)
  })

  test('are due as their wake moves, and no longer once it is gone', async () => {
    const member = await put('anna', T + 5)
    await members.write({ ...member, version: 2, wakeAt: T + 1 })
    expect(await members.due(T + 9, 10)).toEqual([{ memberId: 'anna', wakeAt: T + 1 }])
    await members.write({ ...member, version: 3, wakeAt: T + 5 })
    expect(await members.due(T + 9, 10)).toEqual([{ memberId: 'anna', wakeAt: T + 5 }])
    await members.write({ memberId: 'anna', version: 4, state: 'at rest' })
    expect(await members.due(T + 9, 10)).toEqual([])
    expect(await members.nextWakeAt()).toBeUndefined()
  })

  test('say when the next of them wakes', async () => {
    expect(await members.nextWakeAt()).toBeUndefined()
    await Promise.all(Array.from({ length: 20 }, (_, i) => put(`m${i}`, T + 100 - i)))
    expect(await members.nextWakeAt()).toBe(T + 81)
  })

  test('are paged through once each, past everything else in the table', async () => {
    const ids = Array.from({ length: 35 }, (_, i) => `m${i}`)
    for (const id of ids) await put(id)
    await store.records.put(ids.flatMap((memberId) => [recordOf(memberId, 'a'), recordOf(memberId, 'b')]))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await members.page({ cursor, limit: 10 })
      expect(page.members.length).toBeLessThanOrEqual(10)
      seen.push(...page.members.map(({ memberId }) => memberId))
      cursor = page.cursor
    } while (cursor)
    expect(seen.sort()).toEqual(ids.sort())
    expect(await members.count()).toBe(35)
  })
})

function recordOf(memberId: string, id: string) {
  const at = { occurredAt: T, reactedAt: T, expiresAt: 2e9 }
  return { memberId, id, type: 'flight.completed', delivery: 'd', body: '{}', ...at }
}
