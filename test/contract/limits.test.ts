import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../shared/domain/calendar.ts'
import type { Limits } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('limits of campaigns in %s', (_name, open) => {
  let store: Opened
  let limits: Limits

  beforeEach(async () => {
    store = await open()
    limits = store.limits
  })
  afterEach(() => store.close())

  test('a minute has so many places, and the next one as many again; each campaign its own', async () => {
    const take = (campaign: string, now: number) => limits.takeMinute(campaign, 2, now)
    expect([await take('a', T), await take('a', T + 59_999)]).toEqual([undefined, undefined])
    expect(await take('b', T + 1)).toBeUndefined()
    expect(await take('a', T + 59_999)).toBe(T + MINUTE)
    expect([await take('a', T + MINUTE), await take('a', T + MINUTE)]).toEqual([undefined, undefined])
    expect(await take('a', T + MINUTE)).toBe(T + 2 * MINUTE)
    // A worker whose clock is behind is not let into a minute that has passed.
    expect(await take('a', T)).toBeGreaterThan(T)
  })

  test('who finds it full is told to come later, no more in a minute than it has places', async () => {
    await Promise.all(Array.from({ length: 7 }, () => limits.takeMinute('a', 7, T)))
    expect(await limits.toldUntil(['a', 'b'])).toBe(0)
    const told = await Promise.all(Array.from({ length: 21 }, () => limits.takeMinute('a', 7, T + 5)))
    const byMinute = Map.groupBy(told, (until) => until)
    expect([...byMinute.keys()].sort()).toEqual([T + MINUTE, T + 2 * MINUTE, T + 3 * MINUTE])
    for (const some of byMinute.values()) expect(some.length).toBeLessThanOrEqual(7)
    expect(await limits.toldUntil(['a', 'b'])).toBeGreaterThan(T + 3 * MINUTE)
  })

  test('of many at once no more get a place than there are', async () => {
    const minute = await Promise.all(Array.from({ length: 40 }, () => limits.takeMinute('a', 15, T)))
    expect(minute.filter((until) => until === undefined)).toHaveLength(15)
    const all = await Promise.all(Array.from({ length: 40 }, () => limits.takeOne('a', 15)))
    expect(all.filter((taken) => taken)).toHaveLength(15)
  })

  test('all are all, until the limit is raised', async () => {
    expect([await limits.takeOne('a', 2), await limits.takeOne('a', 2), await limits.takeOne('a', 2)]).toEqual([
      true,
      true,
      false,
    ])
    expect(await limits.takeOne('a', 3)).toBe(true)
    expect(await limits.takeOne('a', 1)).toBe(false)
    expect(await limits.taken(['a', 'b'])).toEqual({ a: 3, b: 0 })
    expect(await limits.taken([])).toEqual({})
  })
})
