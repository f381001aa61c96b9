import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Analysis, HELD_OUT, TREATED } from '../../shared/domain/results/assignment.ts'
import { cellOf, emptyCell, mergeCells } from '../../shared/domain/results/cohort.ts'
import type { Outcome } from '../../shared/domain/results/outcome.ts'
import type { Results } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const day = '2026-10-01'
const analysis = 'we-miss-you@1'

const about: Analysis = {
  id: analysis,
  campaign: 'we-miss-you',
  class: 'marketing',
  goalEvent: 'booking.created',
  zone: 'Asia/Shanghai',
  windowMs: 60 * 24 * 3600_000,
  alpha: 0.05,
  plannedMembers: 5000,
  currency: 'CNY',
  arms: [HELD_OUT, TREATED],
}

const cell = (outcome: Outcome, spendMinor = 0) =>
  cellOf({ arm: TREATED, tier: 'gold', share: 0.1, before: { spendMinor, flights: 1 }, outcome })

describe.each(stores)('results, in %s', (_name, open) => {
  let store: Opened
  let results: Results

  beforeEach(async () => {
    store = await open()
    results = store.results
  })
  afterEach(() => store.close())

  const say = (memberId: string, version: number, arm?: string, on = day) =>
    results.note([{ analysis, day: on, memberId, version, ...(arm && { as: { arm, sharePpm: 100_000 } }) }], T)
  const noted = async (on = day) => {
    const all: string[] = []
    for (const part of await results.parts(analysis, { from: on, to: on })) {
      all.push(...(await results.noted(part)).map(({ memberId, arm }) => `${memberId} ${arm}`))
    }
    return all.sort()
  }

  test('an analysis is defined once', async () => {
    await results.define([about, about])
    await results.define([{ ...about, plannedMembers: 1 }])
    expect(await results.analyses()).toEqual([about])
  })

  test('each day by itself', async () => {
    await results.note([], T)
    await say('anna', 1, TREATED)
    await say('wei', 4, HELD_OUT)
    await say('wei', 5, HELD_OUT, '2026-10-02')
    expect(await noted()).toEqual(['anna treated', 'wei holdout'])
    expect(await noted('2026-10-02')).toEqual(['wei holdout'])
    const days = async (days: { from?: string; to?: string }) =>
      [...new Set((await results.parts(analysis, days)).map((part) => part.day))].sort()
    expect(await days({})).toEqual([day, '2026-10-02'])
    expect(await days({ from: '2026-10-02' })).toEqual(['2026-10-02'])
    expect(await days({ to: day })).toEqual([day])
  })

  test.each([
    ['in, out', [1, TREATED], [2, undefined], []],
    ['out, in', [1, undefined], [2, TREATED], ['anna treated']],
    ['one arm, another', [1, TREATED], [2, HELD_OUT], ['anna holdout']],
  ] as const)('an older word does not overwrite a newer one: %s', async (_, older, newer, expected) => {
    await say('anna', newer[0], newer[1])
    await say('anna', older[0], older[1])
    await say('anna', newer[0], newer[1])
    expect(await noted()).toEqual(expected)
  })

  test('what is told of somebody while the cohort is open', async () => {
    const chances = { sharePpm: 150_000, armsPpm: { a: 425_000, b: 425_000 } }
    const as = { arm: 'a', tier: 'gold', ...chances, harms: ['spam' as const, 'complained' as const] }
    await results.note([{ analysis, day, memberId: 'anna', version: 1, as }], T)
    const [part] = await results.parts(analysis)
    expect(await results.noted(part!)).toEqual([{ memberId: 'anna', ...as }])
  })

  test('everybody of a large day', async () => {
    const ids = Array.from({ length: 700 }, (_, i) => `member-${i}`)
    for (let i = 0; i < ids.length; i += 100)
      await results.note(
        ids.slice(i, i + 100).map((memberId) => ({
          analysis,
          day,
          memberId,
          version: 1,
          as: { arm: TREATED, sharePpm: 0 },
        })),
        T,
      )
    expect((await noted()).length).toBe(700)
  })

  test('sums are kept to the last digit', async () => {
    await say('anna', 1, TREATED)
    const part = await results.partOf(analysis, day, 'anna')
    expect(part).toMatchObject({ analysis, day, touched: 0, remainder: [] })
    const cells = mergeCells([
      cell({ goal: 1, revenueMinor: 9_007_199_254_740_991 }),
      cell({ sent: 1 }, 77),
      emptyCell('x'),
      { ...cell({ goal: 1 }), split: 'hour', armsPpm: { morning: 700_000, evening: 300_000 } },
    ])
    expect(await results.count(part, cells, T)).toBe(true)
    expect(await results.partOf(analysis, day, 'anna')).toEqual({
      ...part,
      counted: { at: 0, cells, countedAt: T },
    })
  })

  test('sums of before a late change are not kept', async () => {
    await say('anna', 1, TREATED)
    const part = await results.partOf(analysis, day, 'anna')
    await results.touch([{ analysis, day, memberId: 'anna' }])
    expect(await results.count(part, [], T)).toBe(false)
    const now = await results.partOf(analysis, day, 'anna')
    expect(now.touched).toBe(1)
    expect(await results.count(now, [], T)).toBe(true)
  })

  test('who leaves is taken out of their item and into the remainder at once, or not at all', async () => {
    await say('anna', 1, TREATED)
    await store.members.write({ memberId: 'anna', version: 1, state: '{"format":5}' })
    const part = await results.partOf(analysis, day, 'anna')
    const left = [{ part, remainder: [cell({ goal: 1 })] }]
    const write = (version: number) => results.leave({ memberId: 'anna', version, state: '{"format":5,"x":1}' }, left)
    expect(await write(1)).toBe('conflict')
    expect((await results.partOf(analysis, day, 'anna')).remainder).toEqual([])
    expect(await write(2)).toBe('left')
    expect(await write(3)).toBe('conflict')
    expect(await results.partOf(analysis, day, 'anna')).toMatchObject({ touched: 1, remainder: left[0]!.remainder })
    expect((await store.members.read(['anna'])).get('anna')?.version).toBe(2)
  })
})
