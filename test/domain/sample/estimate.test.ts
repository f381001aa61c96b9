import { describe, expect, test } from 'vitest'
import { allocate } from '../../../shared/domain/sample/choose.ts'
import { estimateDifference, estimateTotal, sumsOf } from '../../../shared/domain/sample/estimate.ts'
import { ofEachStratum, STRATUM_NAMES, type Stratum } from '../../../shared/domain/sample/strata.ts'

/** Numbers that are the same in every run: mulberry32. */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const ALL: Record<Stratum, number> = {
  ...ofEachStratum(() => 0),
  ...{ complained: 300, disrupted: 1500, moved: 4000, flew: 9000, nothing: 40_000 },
}

/** A population of these strata, in each of which a share of members counts; samples of it; how often the interval holds it. */
function coverage(
  shares: Partial<Record<Stratum, number>>,
  size: number,
  trials: number,
  worth: () => number = () => 1,
) {
  const draw = random(7)
  const places = allocate(ALL, size)
  const people = ofEachStratum((name) =>
    Array.from({ length: ALL[name] }, () => (draw() < (shares[name] ?? 0) ? worth() : 0)),
  )
  const truth = Object.values(people).reduce((sum, of) => sum + of.reduce((a, b) => a + b, 0), 0)
  let held = 0
  for (let trial = 0; trial < trials; trial++) {
    const values = STRATUM_NAMES.flatMap((name) => {
      const left = [...people[name]]
      return Array.from({ length: places[name] }, () => {
        const at = Math.floor(draw() * left.length)
        const [value = 0] = left.splice(at, 1, left.at(-1)!)
        left.pop()
        return [name, value] as const
      })
    })
    const { low, high } = estimateTotal(sumsOf(values), { all: ALL, looked: places })
    if (low <= truth && truth <= high) held += 1
  }
  return { truth, held: held / trials }
}

describe('the places of a sample', () => {
  test('go by the square root of a stratum, and all of a small one', () => {
    const places = allocate(ALL, 2000)
    expect(places.complained).toBeGreaterThan(80)
    expect(places.nothing).toBeLessThan(1100)
    expect(Object.values(places).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1990)
    expect(Object.values(places).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2000)
  })

  test('are for everybody, where there are fewer members than places', () => {
    expect(allocate({ ...ALL, nothing: 0, flew: 0, moved: 0 }, 2000)).toMatchObject({
      complained: 300,
      disrupted: 1500,
    })
    expect(
      allocate(
        ofEachStratum(() => 0),
        2000,
      ),
    ).toEqual(ofEachStratum(() => 0))
  })
})

describe('an estimate', () => {
  test.each([
    ['something common', { complained: 0.5, disrupted: 0.3, flew: 0.1, nothing: 0.05 }],
    ['something that comes of complaints', { complained: 0.4 }],
    ['something rare', { flew: 0.01, nothing: 0.0005 }],
  ])('of %s holds the truth in 93 of 100 samples at least', (_name, shares) => {
    expect(coverage(shares, 2000, 100).held).toBeGreaterThan(0.93)
  })

  test('of money that differs from member to member holds it too', () => {
    const draw = random(3)
    const amounts = [5000, 5000, 20_000, 60_000]
    const { held } = coverage({ complained: 0.5, disrupted: 0.2 }, 2000, 100, () => amounts[Math.floor(draw() * 4)]!)
    expect(held).toBeGreaterThan(0.92)
  })

  test('of what nobody in the sample did says how many may have all the same', () => {
    const looked = allocate(ALL, 2000)
    const { total, low, high } = estimateTotal(sumsOf([]), { all: ALL, looked })
    expect([total, low]).toEqual([0, 0])
    // At most 3.7 of a sample of so many: the largest weight.
    const heaviest = Math.max(
      ...STRATUM_NAMES.filter((name) => looked[name] > 0).map((name) => ALL[name] / looked[name]),
    )
    expect(high / heaviest).toBeCloseTo(3.7, 1)
  })

  test('is the number itself where everybody was looked at', () => {
    const all = { ...ofEachStratum(() => 0), complained: 3, nothing: 2 }
    const sums = sumsOf([
      ['complained', 2],
      ['nothing', 1],
    ])
    expect(estimateTotal(sums, { all, looked: all })).toEqual({ total: 3, low: 3, high: 3 })
    expect(estimateDifference(sums, { all, looked: all })).toEqual({ total: 3, low: 3, high: 3 })
  })

  test('of a difference is narrower than both, because what is the same for both rulebooks is not unsure', () => {
    const looked = allocate(ALL, 2000)
    const both = Array.from({ length: 100 }, () => ['flew', 1] as const)
    const { total, low, high } = estimateDifference(sumsOf([['flew', 1]]), { all: ALL, looked })
    const whole = estimateTotal(sumsOf(both), { all: ALL, looked })
    expect(total).toBeCloseTo(ALL.flew / looked.flew)
    expect(high - low).toBeLessThan((whole.high - whole.low) / 3)
  })
})
