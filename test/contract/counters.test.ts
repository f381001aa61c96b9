import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CounterChange } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const SET = 'journey/apology/abc'
const came = (memberId: string, name = 'way/1.on', set = SET): CounterChange => ({ set, name, by: 1, memberId })
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `M${from + i}`)

describe.each(stores)('counters in %s', (_name, open) => {
  let store: Opened
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const countsOf = async (set = SET) => (await store.counters.read([set])).get(set)

  test('add up whatever comes at once, down too, and say since when', async () => {
    expect(await countsOf()).toEqual({ counts: {} })
    await store.counters.add([came('M1')], T)
    await Promise.all(ids(0, 30).map((id) => store.counters.add([came(id), { set: SET, name: 'at/2', by: 1 }], T + 1)))
    await store.counters.add([{ set: SET, name: 'at/2', by: -7 }], T + 2)
    expect(await countsOf()).toEqual({ since: T, counts: { 'way/1.on': 31, 'at/2': 23 } })
  })

  test('of a time that is over may go; until then nothing of that shows', async () => {
    const expiresAt = Math.floor(T / 1000) + 60
    await store.counters.add([{ set: SET, name: 'at/2', by: 3, expiresAt }], T)
    expect(await countsOf()).toEqual({ since: T, counts: { 'at/2': 3 } })
  })

  test('of different sets are apart, and a move that comes to nothing is none', async () => {
    await store.counters.add([came('M1'), came('M2', 'way/1.on', 'other'), { set: 'none', name: 'x', by: 0 }], T)
    const read = await store.counters.read([SET, 'other', 'none'])
    expect([...read].map(([set, { counts }]) => [set, Object.values(counts).filter((each) => each !== 0)])).toEqual([
      [SET, [1]],
      ['other', [1]],
      ['none', []],
    ])
  })

  test('a small number leads to everybody behind it, the latest first', async () => {
    for (const [i, id] of ids(0, 9).entries()) await store.counters.add([came(id)], T + i)
    expect(await store.counters.some(SET, 'way/1.on')).toEqual(
      ids(0, 9)
        .map((memberId, i) => ({ memberId, at: T + i }))
        .reverse(),
    )
    expect(await store.counters.some(SET, 'way/1.then')).toEqual([])
  })

  test('a large one leads to so many at most, most of them of the latest', async () => {
    for (let i = 0; i < 4; i++)
      await store.counters.add(
        ids(i * 2500, i * 2500 + 2500).map((id) => came(id)),
        T + i,
      )
    const some = await store.counters.some(SET, 'way/1.on')
    expect(some.length).toBeGreaterThanOrEqual(32)
    expect(some.length).toBeLessThanOrEqual(128)
    expect(new Set(some.map(({ memberId }) => memberId)).size).toBe(some.length)
    expect((await countsOf())!.counts['way/1.on']).toBe(10_000)
  })

  test('who is erased is found nowhere any more; what was counted stays, and so does who took their place', async () => {
    await store.counters.add([came('M1'), came('M2'), came('M1', 'kept/1/skipped/consent')], T)
    await store.counters.erase('M1')
    expect((await store.counters.some(SET, 'way/1.on')).map(({ memberId }) => memberId)).toEqual(['M2'])
    expect(await store.counters.some(SET, 'kept/1/skipped/consent')).toEqual([])
    expect((await countsOf())!.counts).toEqual({ 'way/1.on': 2, 'kept/1/skipped/consent': 1 })
    // Sixty-three more a shard push out who came first.
    for (let i = 0; i < 4; i++)
      await store.counters.add(
        ids(0, 2100).map((id) => came(`N${i}${id}`)),
        T + 1,
      )
    const before = await store.counters.some(SET, 'way/1.on')
    await store.counters.erase('M2')
    expect(await store.counters.some(SET, 'way/1.on')).toEqual(before.filter(({ memberId }) => memberId !== 'M2'))
  })

  test('keep what a day began with, as it first stood', async () => {
    const set = 'audience/valued'
    await store.counters.add([{ set, name: 'in', by: 5 }], T)
    await store.counters.beginDay('2026-10-05', 1000, [set, 'audience/nobody'])
    await store.counters.add([{ set, name: 'in', by: 1 }], T)
    await store.counters.beginDay('2026-10-05', 2000, [set])
    await store.counters.beginDay('2026-10-06', 3000, [set])
    expect(await store.counters.days('2026-10-05')).toEqual([
      { date: '2026-10-05', at: 1000, counts: { [set]: { in: 5 }, 'audience/nobody': {} } },
      { date: '2026-10-06', at: 3000, counts: { [set]: { in: 6 } } },
    ])
    expect((await store.counters.days('2026-10-06')).map(({ date }) => date)).toEqual(['2026-10-06'])
  })
})
