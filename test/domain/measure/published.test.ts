import { describe, expect, test } from 'vitest'
import {
  alwaysValidInterval,
  alwaysValidLowerBound,
  alwaysValidP,
  alwaysValidPAbove,
  marginOf,
} from '../../../shared/domain/measure/always-valid.ts'
import { absolute, type Mean, relative, thetaOf } from '../../../shared/domain/measure/difference.ts'
import {
  degreesOfFreedom,
  fixedInterval,
  fixedLowerBound,
  fixedP,
  fixedPAbove,
} from '../../../shared/domain/measure/fixed.ts'
import { betaBinomialLogMixture, harmOf } from '../../../shared/domain/measure/harm.ts'
import { momentsOf } from '../../../shared/domain/measure/moments.ts'
import { logBayesFactor, ratioP, sampleRatio } from '../../../shared/domain/measure/sample-ratio.ts'
import { inSmallerUnits, NO_SUMS, plus, type Sums, sumsOf } from '../../../shared/domain/measure/sums.ts'

/** Numbers that others have published, each with where it stands. */

const z975 = 1.959963984540054

/** growthbook/growthbook, packages/stats/tests/frequentist/test_tests.py (MIT), to five decimals. */
describe('GrowthBook', () => {
  const mean = (members: number, sum: number, squares: number): Mean => ({
    members,
    mean: sum / members,
    variance: (squares - (sum * sum) / members) / (members - 1),
  })
  const share = (members: number, sum: number): Mean => ({
    members,
    mean: sum / members,
    variance: (sum / members) * (1 - sum / members),
  })
  const few = mean(3407, 1396.87, 52377.9767)
  const fewer = mean(3000, 1396.87, 52377.9767)
  const many = mean(3461, 2422.7, 134698.29)

  test.each([
    ['relative', few, many, relative, 0.70732, 0.37879, [-0.03526, 1.44989], 0.06191],
    ['absolute', few, many, absolute, 0.29, 0.12478, [0.04538, 0.53462], 0.02016],
    ['relative, of shares', share(28, 14), share(30, 16), relative, 0.06667, 0.2717, [-0.47767, 0.61101], 0.80707],
  ] as const)('one look: %s', (_name, control, treated, scale, difference, standardError, interval, p) => {
    const estimate = scale(control, treated)!
    const freedom = degreesOfFreedom(control, treated)
    expect(estimate.difference).toBeCloseTo(difference, 5)
    expect(estimate.standardError).toBeCloseTo(standardError, 5)
    const [low, high] = fixedInterval(estimate, freedom, 0.05)
    expect([low, high]).toEqual(interval.map((bound) => expect.closeTo(bound, 5)))
    expect(fixedP(estimate, freedom)).toBeCloseTo(p, 5)
  })

  test.each([
    ['relative', relative, -0.045136675850396046, 0.06558262868467746],
    ['absolute', absolute, 0.020791480063255735, 0.03554272489873023],
  ] as const)('one look, one side: %s', (_name, scale, low, p) => {
    const estimate = scale(fewer, many)!
    const freedom = degreesOfFreedom(fewer, many)
    expect(fixedLowerBound(estimate, freedom, 0.05)).toBeCloseTo(low, 9)
    expect(fixedPAbove(estimate, freedom)).toBeCloseTo(p, 9)
    const turned = { ...estimate, difference: -estimate.difference }
    expect(fixedPAbove(turned, freedom)).toBeCloseTo(1 - p, 9)
  })

  test.each([
    ['of means', fewer, many, 1000, 0.50336, 0.33341, [-0.5584405051077315, 1.5651626768202032], 1],
    [
      'of shares',
      share(3000, 1396),
      share(3461, 2422),
      5000,
      0.50386,
      0.03386,
      [0.4009784966859415, 0.6067482066783576],
      5.174716682839778e-44,
    ],
  ] as const)('always valid, relative, %s', (_name, control, treated, planned, difference, error, interval, p) => {
    const estimate = relative(control, treated)!
    const members = control.members + treated.members
    expect(estimate.difference).toBeCloseTo(difference, 5)
    expect(estimate.standardError).toBeCloseTo(error, 5)
    expect(alwaysValidInterval(estimate, members, { alpha: 0.05, planned })).toEqual(
      interval.map((bound) => expect.closeTo(bound, 10)),
    )
    expect(alwaysValidP(estimate, members, { alpha: 0.05, planned }) / p).toBeCloseTo(1, 6)
  })

  test('always valid, one side', () => {
    const estimate = absolute(fewer, many)
    const looking = { alpha: 0.05, planned: 5000 }
    expect(alwaysValidLowerBound(estimate, 6461, looking)).toBeCloseTo(-0.12656844172804982, 10)
    // The published p, 0.463165, is half a step of a bisection beside where the bound is 0 (there it is 1.6e-5).
    expect(alwaysValidPAbove(estimate, 6461, looking)).toBeCloseTo(0.46316491943359384, 3)
  })

  test('the p of one side is where the bound, at that level and the same tuning, is at 0', () => {
    const estimate = absolute(fewer, many)
    for (const alpha of [0.01, 0.05, 0.2]) {
      const p = alwaysValidPAbove(estimate, 6461, { alpha, planned: 5000 })
      expect(p < alpha).toBe(alwaysValidLowerBound(estimate, 6461, { alpha, planned: 5000 }) > 0)
    }
  })

  test('is tightest where it was planned to be', () => {
    const estimate = relative(fewer, many)!
    const margin = (planned: number) => marginOf(estimate.standardError, 6461, { alpha: 0.05, planned })
    expect(margin(6461)).toBeLessThan(margin(10))
    expect(margin(6461)).toBeLessThan(margin(10_000))
  })

  test.each([
    [-10, -5, 0.5],
    [-10, -15, -0.5],
    [-2, 3, 2.5],
    [10, 15, 0.5],
    [10, 5, -0.5],
  ])('the relative effect from %d to %d has the sign of the absolute one', (from, to, difference) => {
    const of = (value: number): Mean => ({ members: 100, mean: value, variance: 1 })
    expect(relative(of(from), of(to))!.difference).toBe(difference)
  })

  test('theta of CUPED', () => {
    const before = [0.3, 0.5, 0.9, 22].map((x) => BigInt(Math.round(x * 10)))
    const after = [2n, 1n, 5n, 3n]
    const arm = after.map((y, i) => sumsOf(y, before[i]!)).reduce(plus, NO_SUMS)
    expect(thetaOf(momentsOf(plus(arm, arm), { outcome: 1, before: 10 }))).toBeCloseTo(0.01864, 5)
    const without = after.map((y) => sumsOf(y, 7n)).reduce(plus, NO_SUMS)
    expect(thetaOf(momentsOf(without))).toBe(0)
  })
})

/**
 * gostevehoward/confseq, test/uniform_boundaries_unittest.cpp (MIT), to 1e-5: the bounds of theirs that are used here. The others
 * (gamma mixtures, stitching, quantiles, the iterated logarithm) are of other problems.
 */
describe('the authors of confidence sequences', () => {
  /** Their bound on a sum of values of variance 1, at v = n: n times half our interval's width of a mean. */
  test('the normal mixture, two sides', () => {
    const bound = 100 * marginOf(1 / Math.sqrt(100), 100, { alpha: 0.05, planned: 100 })
    expect(Math.abs(bound - 30.35209)).toBeLessThan(1e-5)
    // Their ρ is 1/ρ² here: read off √(nρ² + 1) = p at z = 0.
    const estimate = (z: number) => ({ difference: z, standardError: 1 })
    const logE = -Math.log(alwaysValidP(estimate(1), 100, { alpha: 0.05, planned: 100 }))
    expect(logE).toBe(-0)
    const strong = -Math.log(alwaysValidP(estimate(4), 100, { alpha: 0.05, planned: 100 }))
    const rho = 12.60056
    expect(strong).toBeCloseTo(0.5 * Math.log(rho / (100 + rho)) + (40 * 40) / (2 * (100 + rho)), 5)
  })

  const centred = { variance: 100, tightestAt: 100, below: 0.2, above: 0.8, alpha: 0.05 }

  test('the beta-binomial mixture, one side', () => {
    expect(Math.abs(betaBinomialLogMixture({ sum: 10, ...centred }) - -0.07134019)).toBeLessThan(1e-5)
    expect(Math.abs(betaBinomialLogMixture({ sum: 28.41238, ...centred }) - Math.log(1 / 0.05))).toBeLessThan(1e-5)
  })
})

/** optimizely/ssrm, ssrm_test/test_ssrm_test.py (Apache-2.0). */
describe('the sequential test of the sample ratio', () => {
  const shares = [0.4, 0.4, 0.2]
  const sumUp = (looks: readonly (readonly number[])[]) =>
    looks.map((_, i) => [0, 1, 2].map((arm) => looks.slice(0, i + 1).reduce((sum, look) => sum + look[arm]!, 0)))
  const logM0 = (counts: readonly number[]) => counts.reduce((sum, x, i) => sum + x * Math.log(shares[i]!), 0)

  test('member by member', () => {
    const looks = sumUp([
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
    const logM1 = [
      -1.0986122886681096, -2.4849066497880004, -3.401197381662155, -4.499809670330265, -6.4457198193855785,
    ]
    for (const [i, counts] of looks.entries()) {
      expect(logBayesFactor(counts, shares, [1, 1, 1]) + logM0(counts)).toBeCloseTo(logM1[i]!, 10)
    }
  })

  test('in batches', () => {
    const looks = sumUp([
      [20, 17, 9],
      [18, 21, 8],
      [4, 6, 4],
      [18, 19, 11],
    ])
    // Of each batch's members in their order, as it is counted here; theirs have the batches' coefficients besides.
    const bayesFactors = [0.05231036283114996, 0.02517507459661876, 0.021054132270913576, 0.015240270456864352]
    for (const [i, counts] of looks.entries()) {
      expect(Math.exp(logBayesFactor(counts, shares, [1, 1, 1]))).toBeCloseTo(bayesFactors[i]!, 10)
    }
  })

  test('a regression of theirs', () => {
    const expected = [0.1, 0.5, 0.4]
    const seen = [2, 2, 2, 2, 0, 2, 2, 0, 1, 2]
    const looks = sumUp(seen.map((arm) => [0, 1, 2].map((each) => (each === arm ? 1 : 0))))
    expect(Math.exp(logBayesFactor(looks.at(-1)!, expected, [1000, 5000, 4000]))).toBeCloseTo(1.0017496120131435, 9)
    // After each member, the least so far.
    expect(Math.min(...looks.map((counts) => ratioP(counts, expected, 10_000)))).toBeCloseTo(0.9980534145723241, 9)
  })

  test.each([
    [9000, 1000, 1, 1],
    [9080, 920, 0.2651548440830696, 0.22972663909550084],
    [9120, 880, 0.002583729893074388, 0.02341549229521367],
    [45200, 4800, 0.24893242877791866, 0.05726491671880347],
    [45500, 4500, 8.28498857277152e-12, 1.1477144106988868e-10],
  ])('a holdout of 10 %%: %d and %d', (treated, held, sharp, fine) => {
    expect(ratioP([treated, held], [0.9, 0.1], 100) / sharp).toBeCloseTo(1, 6)
    expect(ratioP([treated, held], [0.9, 0.1], 10_000) / fine).toBeCloseTo(1, 6)
    expect(sampleRatio([treated, held], [0.9, 0.1]).p).toBeCloseTo(Math.min(1, 2 * Math.min(sharp, fine)), 6)
  })

  test('two arms of 800,000 that a percent apart are not by chance', () => {
    expect(ratioP([821_809, 815_261], [0.5, 0.5], 10_000)).toBeCloseTo(2.8549652374333926e-5, 9)
    expect(sampleRatio([821_809, 815_261], [0.5, 0.5]).verdict).toBe('alarm')
  })

  test('an alarm stays', () => {
    const alarm = sampleRatio([500, 300], [0.5, 0.5])
    expect(alarm.verdict).toBe('alarm')
    expect(sampleRatio([5000, 5000], [0.5, 0.5], alarm.p)).toEqual(alarm)
  })
})

/** Margins of a mean of variance 1: members, α, N*, half the interval by the formula used here, by Lambert's W, of one look. */
const MARGINS = [
  [100, 0.05, 500, 0.3363887725782781, 0.3347056153770255, 0.1959963984540054],
  [500, 0.05, 500, 0.13573867256799613, 0.13573480071130067, 0.08765225405765815],
  [5000, 0.05, 500, 0.0458448883769114, 0.04590976696851521, 0.027718076486993554],
  [50000, 0.05, 500, 0.01592814295789554, 0.01594924058660498, 0.008765225405765815],
  [100, 0.05, 5000, 0.6694388617066039, 0.6599204638331476, 0.1959963984540054],
  [500, 0.05, 5000, 0.1724032843509863, 0.17097952170991906, 0.08765225405765815],
  [5000, 0.05, 5000, 0.042924337188268456, 0.04292311279967531, 0.027718076486993554],
  [50000, 0.05, 5000, 0.014497426634721988, 0.014517943046807182, 0.008765225405765815],
  [100, 0.1, 500, 0.3115685405228882, 0.30911165113529193, 0.1644853626951472],
  [500, 0.1, 500, 0.12360709067791134, 0.12359896494707236, 0.07356009045801144],
  [5000, 0.1, 500, 0.04220687418430002, 0.042304534627702346, 0.023261743073533472],
  [50000, 0.1, 500, 0.01488254687565308, 0.01491404539228345, 0.007356009045801144],
  [100, 0.1, 5000, 0.6484462355424614, 0.6352549994080877, 0.1644853626951472],
  [500, 0.1, 5000, 0.16215278572422825, 0.1601153319999703, 0.07356009045801144],
  [5000, 0.1, 5000, 0.039087994148916616, 0.03908542456720616, 0.023261743073533472],
  [50000, 0.1, 5000, 0.013346985533854943, 0.013377868477700276, 0.007356009045801144],
  [100, 0.01, 500, 0.38623244669773893, 0.3853723515096966, 0.25758293035489005],
  [500, 0.01, 500, 0.15972814810683839, 0.15972708738655078, 0.11519458842342563],
  [5000, 0.01, 500, 0.05308093917660005, 0.05311262438511949, 0.036427727354368986],
  [50000, 0.01, 500, 0.018042036012601143, 0.018052481590041223, 0.011519458842342564],
  [100, 0.01, 5000, 0.7088407302017565, 0.7035008067570971, 0.25758293035489005],
  [500, 0.01, 5000, 0.19301800263425328, 0.19226644628826908, 0.11519458842342563],
  [5000, 0.01, 5000, 0.05051047544583212, 0.05051014001662522, 0.036427727354368986],
  [50000, 0.01, 5000, 0.016785666813891886, 0.016795686556597765, 0.011519458842342564],
] as const

test.each(MARGINS)('at %d members, level %d, planned %d the interval is as wide as it was worked out', (...row) => {
  const [members, alpha, planned, margin, exact, oneLook] = row
  const standardError = 1 / Math.sqrt(members)
  const ours = marginOf(standardError, members, { alpha, planned })
  expect(ours).toBeCloseTo(margin, 10)
  // The approximate tuning costs next to nothing where it counts, and little elsewhere.
  expect(ours / exact).toBeLessThan(members === planned ? 1.0001 : 1.025)
  const [low, high] = fixedInterval({ difference: 0, standardError }, 1e7, alpha)
  expect((high - low) / 2 / oneLook).toBeCloseTo(1, 6)
})

test('being allowed to look at any time makes it one and a half times as wide', () => {
  const [, , , margin, , oneLook] = MARGINS[6]
  expect(margin / oneLook).toBeCloseTo(1.55, 2)
})

/**
 * Sums of a real e-mail experiment (MineThatData E-Mail Analytics Challenge, K. Hillstrom 2008) and of a real promotion.
 * The files themselves are read in test/tools/lift.test.ts where they are at hand.
 */
describe('experiments that were made', () => {
  const share = (members: number, count: number): Sums => ({
    ...NO_SUMS,
    members,
    withOutcome: count,
    outcome: BigInt(count),
    outcomeSquared: BigInt(count),
  })

  test.each([
    ['visit, men’s', share(21306, 2262), share(21307, 3894), 0.0765896, 0.0033859, [0.07, 0.0832], [0.0657, 0.0875]],
    [
      'visit, women’s',
      share(21306, 2262),
      share(21387, 3238),
      0.0452331,
      0.0032345,
      [0.0389, 0.0516],
      [0.0348, 0.0557],
    ],
    [
      'conversion, men’s',
      share(21306, 122),
      share(21307, 267),
      0.006805,
      0.00092087,
      [0.005, 0.0086],
      [0.0038, 0.0098],
    ],
    [
      'conversion, women’s',
      share(21306, 122),
      share(21387, 189),
      0.0031111,
      0.00082268,
      [0.0015, 0.0047],
      [0.0005, 0.0058],
    ],
  ] as const)('%s mail', (_name, control, treated, difference, standardError, oneLook, always) => {
    const estimate = absolute(momentsOf(control), momentsOf(treated))
    expect(estimate.difference).toBeCloseTo(difference, 7)
    expect(estimate.standardError).toBeCloseTo(standardError, 7)
    const margin = z975 * estimate.standardError
    expect([estimate.difference - margin, estimate.difference + margin]).toEqual(
      oneLook.map((bound) => expect.closeTo(bound, 4)),
    )
    const members = control.members + treated.members
    expect(alwaysValidInterval(estimate, members, { alpha: 0.05, planned: 5000 })).toEqual(
      always.map((bound) => expect.closeTo(bound, 4)),
    )
  })

  test('their arms are as large as they should be', () => {
    expect(sampleRatio([21306, 21307, 21387], [1 / 3, 1 / 3, 1 / 3])).toEqual({ p: 1, verdict: 'fine' })
  })

  test('units of the sums change nothing', () => {
    const sums = share(21306, 122)
    const cents = inSmallerUnits(sums, { outcome: 100n, before: 1n })
    expect(momentsOf(cents, { outcome: 100, before: 1 })).toEqual(momentsOf(sums))
  })
})

/** One arm of 1,000 unsubscriptions worked out by numerical integration of the mixture. */
test('the evidence of harm is the mixture over higher rates', () => {
  const [count, members, limit, planned, alpha] = [18, 1000, 0.01, 1000, 0.05]
  // r of the prior Beta(a, b), cut at the limit: confseq's tuning.
  const doubt = -2 * Math.log(2 * alpha)
  const r = (planned * limit * (1 - limit)) / (doubt + Math.log1p(doubt)) - limit * (1 - limit)
  const [a, b] = [r / (1 - limit), r / limit]
  let [prior, mixed] = [0, 0]
  const steps = 400_000
  for (let i = 0; i < steps; i++) {
    const rate = limit + ((1 - limit) * (i + 0.5)) / steps
    const weight = Math.exp((a - 1) * Math.log(rate) + (b - 1) * Math.log1p(-rate))
    prior += weight
    mixed += weight * Math.exp(count * Math.log(rate / limit) + (members - count) * Math.log((1 - rate) / (1 - limit)))
  }
  const { p } = harmOf({ count, members }, { limit, alpha, planned })
  expect(p).toBeCloseTo(Math.min(1, prior / mixed), 3)
})
