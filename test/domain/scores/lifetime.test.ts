import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma } from '../../../shared/domain/measure/special-functions.ts'
import { minimize } from '../../../shared/domain/scores/fit/minimize.ts'
import {
  type BgNbd,
  bgNbdAlive,
  bgNbdExpected,
  bgNbdExpectedOf,
} from '../../../shared/domain/scores/lifetime/bg-nbd.ts'
import { bgNbdLogLikelihood, bgNbdProbability, fitBgNbd } from '../../../shared/domain/scores/lifetime/fit-bg-nbd.ts'
import { fitGammaGamma } from '../../../shared/domain/scores/lifetime/fit-gamma-gamma.ts'
import { expectedSpend, type Spending, spends } from '../../../shared/domain/scores/lifetime/gamma-gamma.ts'
import { faultOf, gathered, type History } from '../../../shared/domain/scores/lifetime/history.ts'
import {
  discountedVisits,
  lifetimeValue,
  YEAR_IN_MONTHS,
} from '../../../shared/domain/scores/lifetime/lifetime-value.ts'
import {
  fitParetoNbd,
  type ParetoNbd,
  paretoNbdAlive,
  paretoNbdExpected,
  paretoNbdExpectedOf,
  paretoNbdLogLikelihood,
} from '../../../shared/domain/scores/lifetime/pareto-nbd.ts'

/** Numbers that others have published of the CDNOW customers, by week. */

/** Fader, Hardie and Lee (2005), table 2. */
const PUBLISHED: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
/** BTYD's vignette. */
const PARETO: ParetoNbd = { r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 }

const history = (repeats: number, recency: number, age: number): History => ({ repeats, recency, age })
/** Within half a hundredth of it. */
const near = (value: number) => expect.closeTo(value, -Math.log10(value * 0.01))

/** Of a member who is alive: how probable each number is, times of how many of them they are still there. */
function countedOneByOne({ r, alpha, a, b }: BgNbd, { repeats: x, age }: History, time: number): number {
  const [rate, z] = [r + x, time / (alpha + age + time)]
  const most = (rate * z + 40 * Math.sqrt(rate * z) + 60) / (1 - z) + 200
  let sum = 0
  let there = 0
  for (let n = 1; n < most; n++) {
    there += Math.exp(logGamma(b + x + n - 1) - logGamma(b + x) - logGamma(a + b + x + n - 1) + logGamma(a + b + x))
    const often = logGamma(rate + n) - logGamma(rate) - logGamma(n + 1) + rate * Math.log1p(-z) + n * Math.log(z)
    sum += there * Math.exp(often)
  }
  return sum
}

const anyOf = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp)
/** By day. */
const models = fc
  .record({ r: anyOf(0.01, 1e4), alpha: anyOf(5, 5e5), a: anyOf(0.01, 1e4), b: anyOf(0.02, 2e4) })
  .filter(({ r, alpha }) => r / alpha < 2)
const histories = fc
  .record({ repeats: fc.nat(300), recency: anyOf(1, 730), silence: anyOf(0.01, 3000) })
  .map(({ repeats, recency, silence }) =>
    repeats === 0 ? history(0, 0, silence) : history(repeats, recency, recency + silence),
  )

describe('BG/NBD', () => {
  test.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])('somebody new comes back in %d weeks so often: %d (Hardie)', (weeks, published) => {
    expect(bgNbdExpected(PUBLISHED, weeks)).toEqual(near(published))
  })

  test('a customer is expected to come back, and to be alive, as published and as recomputed', () => {
    expect(bgNbdExpectedOf(PUBLISHED, history(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3)
    expect(bgNbdExpectedOf(PUBLISHED, history(26, 30.86, 31), 1)).toBeCloseTo(0.710621, 6)
    expect(bgNbdExpectedOf(PUBLISHED, history(0, 0, 38.86), 39)).toBeCloseTo(0.195098, 6)
    expect(bgNbdAlive(PUBLISHED, history(2, 30.43, 38.86))).toBeCloseTo(0.726579, 6)
    expect(bgNbdAlive(PUBLISHED, history(1, 1.71, 38.86))).toBeCloseTo(0.212101, 6)
    expect(bgNbdAlive(PUBLISHED, history(0, 0, 38.86))).toBe(1)
  })

  test('how often somebody new comes back has the published distribution (BTYD), which sums to 1', () => {
    expect(bgNbdProbability(PUBLISHED, 10, 2)).toEqual(near(1.07869e-7))
    expect(bgNbdProbability(PUBLISHED, 0, 39)).toBeCloseTo(0.5737864, 6)
    expect(bgNbdProbability(PUBLISHED, 11, 30)).toBeCloseTo(0.0019995214, 9)
    let all = 0
    let mean = 0
    for (let x = 0; x < 400; x++) {
      all += bgNbdProbability(PUBLISHED, x, 39)
      mean += x * bgNbdProbability(PUBLISHED, x, 39)
    }
    expect(all).toBeCloseTo(1, 9)
    expect(mean).toBeCloseTo(bgNbdExpected(PUBLISHED, 39), 6)
  })

  test('the most extreme histories have finite answers', () => {
    for (const each of [history(5000, 299.9, 300), history(1, 0, 5000), history(254, 97.14, 97.29)]) {
      expect(bgNbdAlive(PUBLISHED, each)).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(bgNbdExpectedOf(PUBLISHED, each, 52))).toBe(true)
      expect(Number.isFinite(bgNbdLogLikelihood(PUBLISHED, gathered([each])))).toBe(true)
    }
  })

  test('whatever the parameters are, the expectation is what counting them out one by one comes to', () => {
    fc.assert(
      fc.property(models, histories, (model, of) => {
        const counted = bgNbdAlive(model, of) * countedOneByOne(model, of, 365)
        const found = bgNbdExpectedOf(model, of, 365)
        expect(Math.abs(found - counted)).toBeLessThanOrEqual(1e-7 * Math.max(counted, 1e-6))
      }),
      { numRuns: 60 },
    )
    // What came out otherwise: no number, and 8e12 flights.
    expect(bgNbdExpectedOf({ r: 3.1, alpha: 118, a: 1480, b: 4587 }, history(2, 75.7, 78.5), 365)).toBeCloseTo(2.59, 2)
    expect(bgNbdExpectedOf({ r: 349, alpha: 2.2, a: 8.3, b: 0.85 }, history(46, 295.2, 295.4), 365)).toBeCloseTo(6, 2)
    // Where a + b is 1, the paper's form divides by nothing.
    expect(bgNbdExpected({ r: 1, alpha: 60, a: 0.5, b: 0.5 }, 365)).toBeCloseTo(2.2857, 4)
  })

  test('where a is 1 the expectation goes on smoothly', () => {
    const at = (a: number) => bgNbdExpected({ ...PUBLISHED, a }, 39)
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 5)
  })
})

describe('Pareto/NBD', () => {
  test('a customer is alive and expected as published (BTYD)', () => {
    const often = history(26, 30.86, 31)
    expect(paretoNbdAlive(PARETO, often)).toBeCloseTo(0.9979, 4)
    expect(paretoNbdExpectedOf(PARETO, often, 52)).toBeCloseTo(25.46, 1)
    const weeks = [0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159]
    // The manual's own example, by rounded parameters.
    const example = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 }
    for (const [week, published] of weeks.entries()) {
      expect(paretoNbdExpected(example, week)).toBeCloseTo(published, 7)
    }
  })

  test('nothing underflows (cases of lifetimes)', () => {
    const model = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 }
    expect(paretoNbdExpectedOf(model, history(132, 200, 200), 10)).toBeCloseTo(6.206051788963242, 9)
    expect(paretoNbdExpectedOf(model, history(133, 200, 200), 10)).toBeCloseTo(6.252872247574811, 9)
    const other = { r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 }
    const cases = [
      [221, 103.42857, 103.57143],
      [254, 97.14286, 97.28571],
      [161, 94.71429, 98],
      [204, 98.57143, 99.42857],
    ] as const
    for (const [x, recency, age] of cases) {
      const alive = paretoNbdAlive(other, history(x, recency, age))
      expect(alive).toBeGreaterThan(0.7)
      expect(alive).toBeLessThan(1)
    }
    expect(paretoNbdAlive(other, history(221, 1, 103))).toBe(0)
  })

  test.each([
    ['alpha above beta', { r: 0.5, alpha: 9, s: 0.7, beta: 2 }],
    ['alpha below beta', { r: 0.5, alpha: 2.9, s: 0.3, beta: 14 }],
    ['alike', { r: 1.5, alpha: 4, s: 2, beta: 4 }],
  ])('the likelihood is the integral it stands for: %s', (_name, model) => {
    const { r, alpha, s, beta } = model
    const [x, recency, age] = [4, 3, 20]
    // ∫ over the instant y at which they dropped out, of the likelihood without its constants.
    const steps = 20_000
    let gone = 0
    for (let i = 0; i < steps; i++) {
      const y = recency + ((i + 0.5) * (age - recency)) / steps
      gone += ((alpha + y) ** -(r + x) * s * (beta + y) ** -(s + 1) * (age - recency)) / steps
    }
    const alive = (alpha + age) ** -(r + x) * (beta + age) ** -s
    expect(paretoNbdAlive(model, history(x, recency, age))).toBeCloseTo(alive / (alive + gone), 7)
    const rates = Math.log(r * (r + 1) * (r + 2) * (r + 3))
    expect(paretoNbdLogLikelihood(model, gathered([history(x, recency, age)]))).toBeCloseTo(
      rates + r * Math.log(alpha) + s * Math.log(beta) + Math.log(alive + gone),
      6,
    )
  })

  test('where s is 1 the expectation goes on smoothly', () => {
    const at = (s: number) => paretoNbdExpected({ ...PARETO, s }, 39)
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 5)
  })
})

describe('Gamma-Gamma', () => {
  test('what a customer spends lies between their own mean and that of all (Hardie)', () => {
    const model = { p: 6.25, q: 3.74, gamma: 15.44 }
    expect(expectedSpend(model, { repeats: 2, mean: 22.35 })).toBeCloseTo(24.65, 1)
    expect(expectedSpend(model, { repeats: 1, mean: 11.77 })).toBeCloseTo(18.91, 1)
    expect(expectedSpend(model, { repeats: 0, mean: 0 })).toBeCloseTo(35.17, 0)
    expect(expectedSpend({ ...model, q: 1 }, { repeats: 1, mean: 10 })).toBeUndefined()
  })

  test('the value of a year discounts what comes later, and is nothing where there is no mean', () => {
    const model = { p: 6.25, q: 3.74, gamma: 15.44 }
    const customer = { ...history(2, 30.43, 38.86), mean: 22.35 }
    const each = expectedSpend(model, customer)!
    const horizon = { periods: 12, periodLength: 30, discountRate: 0 }
    expect(lifetimeValue(PUBLISHED, model, horizon)(customer)).toBeCloseTo(
      each * bgNbdExpectedOf(PUBLISHED, customer, 360),
      9,
    )
    const undiscounted = lifetimeValue(PUBLISHED, model, horizon)(customer)!
    expect(lifetimeValue(PUBLISHED, model)(customer)).toBeLessThan(undiscounted)
    expect(lifetimeValue(PUBLISHED, { ...model, q: 0.9 })(customer)).toBeUndefined()
  })

  test('the visits of a year are the sum over its months, whatever the parameters are', () => {
    const months = { periods: 12, periodLength: 365 / 12, discountRate: 0.01 }
    fc.assert(
      fc.property(models, histories, (model, of) => {
        let [sum, before] = [0, 0]
        for (let month = 1; month <= 12; month++) {
          const until = bgNbdExpectedOf(model, of, (month * 365) / 12)
          sum += (until - before) / 1.01 ** month
          before = until
        }
        const found = discountedVisits(model, months)(of)
        expect(Math.abs(found - sum)).toBeLessThanOrEqual(1e-8 * sum)
      }),
      { numRuns: 300 },
    )
  })

  test('a model answers of one member what it does after many others', () => {
    const visitsOf = discountedVisits(PUBLISHED, YEAR_IN_MONTHS)
    const all = [history(2, 30.43, 38.86), history(2, 30.43, 300), history(3, 30.43, 38.86), history(0, 0, 0)]
    const answers = all.map(visitsOf)
    for (const [i, each] of all.entries()) {
      expect(visitsOf(each)).toBe(answers[i])
      expect(discountedVisits(PUBLISHED, YEAR_IN_MONTHS)(each)).toBe(answers[i])
    }
    expect(new Set(answers).size).toBe(all.length)
  })
})

describe('fitting', () => {
  const made = customersMade(2500, { r: 0.6, alpha: 6, a: 0.8, b: 3 })

  test('finds again the parameters that customers were made with', () => {
    const { model, converged, logLikelihood } = fitBgNbd(gathered(made))
    expect(converged).toBe(true)
    expect(model.r).toBeCloseTo(0.6, 1)
    expect(Math.abs(Math.log(model.alpha / 6))).toBeLessThan(0.15)
    expect(model.a / (model.a + model.b)).toBeCloseTo(0.8 / 3.8, 1)
    for (const other of [
      { ...model, r: model.r * 1.02 },
      { ...model, b: model.b * 0.98 },
    ]) {
      expect(bgNbdLogLikelihood(other, gathered(made))).toBeLessThan(logLikelihood)
    }
  })

  test('does not depend on the unit of time', () => {
    const some = made.slice(0, 120)
    const inDays = some.map(({ repeats, recency, age }) => history(repeats, recency * 7, age * 7))
    // Densities a day are a seventh of those a week, once for each time that somebody came back.
    const unit = some.reduce((sum, { repeats }) => sum + repeats * Math.log(7), 0)
    for (const fitted of [fitBgNbd, fitParetoNbd]) {
      const [weeks, days] = [fitted(gathered(some)), fitted(gathered(inDays))]
      expect(days.converged && weeks.converged).toBe(true)
      expect(days.model.r).toBeCloseTo(weeks.model.r, 2)
      expect(days.model.alpha / weeks.model.alpha).toBeCloseTo(7, 1)
      expect(days.logLikelihood).toBeCloseTo(weeks.logLikelihood - unit, 2)
    }
  })

  test('of spending finds its mean again', () => {
    const random = chances(7)
    const spending: Spending[] = Array.from({ length: 3000 }, () => {
      const [q, p, gamma] = [4, 6, 15]
      const rate = gammaDrawn(q, gamma, random)
      const repeats = 1 + Math.floor(random() * 5)
      return { repeats, mean: gammaDrawn(p * repeats, rate * repeats, random) }
    })
    const { model } = fitGammaGamma(spending.filter(spends))
    expect((model.p * model.gamma) / (model.q - 1)).toBeCloseTo((6 * 15) / 3, -1)
    expect(model.p).toBeCloseTo(6, 0)
  })

  test('finds the least of a narrow, curved valley', () => {
    const { at, converged } = minimize(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2, [-1.2, 1])
    expect(converged).toBe(true)
    expect(at).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)])
  })

  test('ends where its patience does, and says so', () => {
    expect(minimize(([x]) => -x!, [0], { evaluations: 100 }).converged).toBe(false)
    expect(minimize(() => Number.NaN, [0]).value).toBe(Number.POSITIVE_INFINITY)
  })
})

test('a history that cannot be is told', () => {
  expect(faultOf(history(1, 3, 10))).toBeUndefined()
  expect(faultOf(history(1.5, 3, 10))).toBe('notWhole')
  expect(faultOf(history(1, -3, 10))).toBe('negative')
  expect(faultOf(history(1, 11, 10))).toBe('beyondAge')
  expect(faultOf(history(0, 3, 10))).toBe('withoutRepeat')
})

/** Customers who come back and drop out as the BG/NBD model has it, over a year of weeks. */
function customersMade(count: number, { r, alpha, a, b }: BgNbd): History[] {
  const random = chances(1)
  return Array.from({ length: count }, () => {
    const rate = gammaDrawn(r, alpha, random)
    const dropsOut = betaDrawn(a, b, random)
    const age = 26 + random() * 26
    let [repeats, recency] = [0, 0]
    for (let at = 0; ; ) {
      at -= Math.log(random()) / rate
      if (at > age) break
      repeats += 1
      recency = at
      if (random() < dropsOut) break
    }
    return history(repeats, recency, age)
  })
}

function betaDrawn(a: number, b: number, random: () => number): number {
  const [x, y] = [gammaDrawn(a, 1, random), gammaDrawn(b, 1, random)]
  return x / (x + y)
}

/** Marsaglia and Tsang (2000). */
function gammaDrawn(shape: number, rate: number, random: () => number): number {
  if (shape < 1) return gammaDrawn(shape + 1, rate, random) * random() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + z / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(random()) < z ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / rate
  }
}

/** The same numbers each time (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32 || 0.5
  }
}
