import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { driversOf } from '../../../shared/domain/scores/satisfaction/drivers.ts'
import { hotSpotsOf } from '../../../shared/domain/scores/satisfaction/hot-spots.ts'
import {
  byTopic,
  type PairSums,
  pairSumsOfAnswer,
  type Sums,
  sumsOfAnswer,
  TOPICS_AT_MOST,
} from '../../../shared/domain/scores/satisfaction/sums.ts'
import { SHARED_DATA } from '../../support/shared-data.ts'

type Answer = { ratings: Record<string, number>; nps?: number }

function addedUp(answers: readonly Answer[]) {
  const all: Record<string, number> = {}
  const pairs: Record<string, number> = {}
  const add = (into: Record<string, number>, sums: Record<string, number>) => {
    for (const [name, by] of Object.entries(sums)) into[name] = (into[name] ?? 0) + by
  }
  for (const { ratings, nps } of answers) {
    add(all, sumsOfAnswer(ratings))
    if (nps !== undefined) add(pairs, pairSumsOfAnswer(ratings, nps))
  }
  return [byTopic<Sums>(all), byTopic<PairSums>(pairs)] as const
}

/** Numbers that look random and are the same each time. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('what drives a low score', () => {
  test('is worked out by hand', () => {
    // Food follows nps, the seat does not; 40 answers.
    const answers = Array.from({ length: 40 }, (_, i) => ({
      ratings: { food: i % 2 ? 1 : 3, seat: i % 4 < 2 ? 2 : 4 },
      nps: i % 2 ? 2 : 8,
    }))
    const [food, seat] = driversOf(...addedUp(answers))
    expect(food).toMatchObject({ topic: 'food', answers: 40, performance: { mean: 2 }, importance: { correlation: 1 } })
    // (5 - 2) / 4, times 1.
    expect(food!.priority).toBeCloseTo(0.75)
    // Ones and threes vary by 1.0256: 1.96 times the root of that by 40.
    expect(food!.performance!.within[0]).toBeCloseTo(2 - 0.3139, 3)
    expect(seat).toMatchObject({ topic: 'seat', performance: { mean: 3 }, priority: 0 })
    expect(seat!.importance!.correlation).toBeCloseTo(0)
    // Fisher: tanh(1.96 / sqrt(37)).
    expect(seat!.importance!.within[1]).toBeCloseTo(0.3117, 3)
  })

  test('is not said of too few answers, nor of an importance without nps', () => {
    const few = Array.from({ length: 29 }, () => ({ ratings: { food: 1 }, nps: 3 }))
    expect(driversOf(...addedUp(few))).toEqual([{ topic: 'food', answers: 29 }])
    const without = Array.from({ length: 31 }, () => ({ ratings: { food: 2 } }))
    const [food] = driversOf(...addedUp(without))
    expect(food).toMatchObject({ performance: { mean: 2 } })
    expect(food).not.toHaveProperty('importance')
  })

  test('a topic may have a slash in its name, and only so many of an answer are counted', () => {
    expect(Object.keys(byTopic(sumsOfAnswer({ 'food/drink': 3 })))).toEqual(['food/drink'])
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`t${i}`, 3]))
    expect(Object.keys(byTopic(sumsOfAnswer(many)))).toHaveLength(TOPICS_AT_MOST)
  })
})

describe('hot spots', () => {
  const sums = (next: () => number, n: number, mean: number): Sums => {
    const all = Array.from({ length: n }, () => Math.min(5, Math.max(1, Math.round(mean + 2.4 * (next() - 0.5)))))
    return all.reduce((sum, x) => ({ n: sum.n + 1, x: sum.x + x, xx: sum.xx + x * x }), { n: 0, x: 0, xx: 0 })
  }

  test('a drop is found where there are answers enough, and the worst comes first', () => {
    const next = sequence(1)
    const found = hotSpotsOf([
      { place: 'PEK-SHA', topic: 'food', week: sums(next, 40, 2.4), before: sums(next, 400, 3.6) },
      { place: 'PEK', topic: 'food', week: sums(next, 80, 2.0), before: sums(next, 800, 3.6) },
      { place: 'CAN-PEK', topic: 'food', week: sums(next, 12, 1.2), before: sums(next, 400, 3.6) },
      { place: 'SHA-PEK', topic: 'seat', week: sums(next, 40, 4.6), before: sums(next, 400, 3.6) },
    ])
    expect(found.map(({ place }) => place)).toEqual(['PEK', 'PEK-SHA'])
  })

  test('where nothing changes, one in a hundred weeks has one', () => {
    const next = sequence(7)
    const weeks = 100
    let found = 0
    for (let week = 0; week < weeks; week++) {
      const places = Array.from({ length: 20 }, (_, i) => ({
        ...{ place: `P${i}`, topic: 'food' },
        ...{ week: sums(next, 40, 3.5), before: sums(next, 400, 3.5) },
      }))
      if (hotSpotsOf(places).length > 0) found += 1
    }
    // One is expected; of 7 or more the chance is one in 10,000.
    expect(found).toBeLessThan(7)
  })
})

;(SHARED_DATA ? describe : describe.skip)('the answers of 103,904 passengers', () => {
  test('boarding online and entertainment go together with satisfaction most, and gates and departure times hardly', () => {
    const [head = '', ...rows] = gunzipSync(readFileSync(join(SHARED_DATA!, 'passenger-satisfaction.csv.gz')))
      .toString()
      .trim()
      .split(/\r?\n/)
    const names = head.split(',')
    const from = names.findIndex((name) => /wifi/i.test(name))
    const topics = names.slice(from, from + 14)
    const some = rows.filter((_, i) => i % 8 === 0)
    const answers = some.map((row): Answer => {
      const cells = row.split(',')
      const rated = topics
        .map((topic, i) => [topic, Number(cells[from + i])] as const)
        .filter(([, rating]) => rating > 0)
      return { ratings: Object.fromEntries(rated), nps: cells.at(-1) === 'satisfied' ? 10 : 3 }
    })
    const drivers = driversOf(...addedUp(answers))
    expect(drivers).toHaveLength(14)
    const byImportance = drivers
      .toSorted((a, b) => b.importance!.correlation - a.importance!.correlation)
      .map(({ topic }) => topic)
    expect(byImportance.slice(0, 2)).toEqual(['Online boarding', 'Inflight entertainment'])
    expect(byImportance.slice(-2).toSorted()).toEqual(['Departure/Arrival time convenient', 'Gate location'])
    // What is done worst among what matters comes first, too: the wifi.
    expect(drivers.slice(0, 2).map(({ topic }) => topic)).toEqual(['Online boarding', 'Inflight wifi service'])
  })
})
