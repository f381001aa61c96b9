import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arm, compareArms, decidedByHolm } from '../../../shared/domain/measure/compare.ts'
import { membersStillNeeded } from '../../../shared/domain/measure/enough.ts'
import { harmOf } from '../../../shared/domain/measure/harm.ts'
import { momentsOf } from '../../../shared/domain/measure/moments.ts'
import { membersToSee, membersUntilEnough, smallestEffect } from '../../../shared/domain/measure/plan.ts'
import { sampleRatio } from '../../../shared/domain/measure/sample-ratio.ts'
import { inSmallerUnits, minus, NO_SUMS, netOf, plus, type Sums, sumsOf } from '../../../shared/domain/measure/sums.ts'

const LOOKING = { alpha: 0.05, planned: 5000 }

/** So many members, of whom so many had the outcome, each worth so much. */
function group(members: number, withOutcome: number, worth = 1n): Sums {
  const count = BigInt(withOutcome)
  return {
    ...NO_SUMS,
    members,
    withOutcome: worth === 0n ? 0 : withOutcome,
    outcome: count * worth,
    outcomeSquared: count * worth * worth,
  }
}

const arm = (name: string, sums: Sums): Arm => ({ arm: name, sums })
const only = (control: Sums, treated: Sums, looking = LOOKING) =>
  compareArms(arm('held out', control), [arm('treated', treated)], looking)[0]!

const member = fc.record({
  outcome: fc.oneof(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }), fc.constant(0n)),
  before: fc.bigInt({ min: 0n, max: 2n ** 55n }),
})
const members = fc.array(member, { maxLength: 60 })
const sumUp = (of: readonly { outcome: bigint; before: bigint }[]) =>
  of.map(({ outcome, before }) => sumsOf(outcome, before)).reduce(plus, NO_SUMS)

describe('sums', () => {
  test('are the same in any order and in any batches', () => {
    fc.assert(
      fc.property(members, fc.nat(60), fc.infiniteStream(fc.nat()), (all, cut, dice) => {
        const shuffled = all
          .map((each) => ({ each, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
        expect(sumUp(shuffled)).toEqual(sumUp(all))
        expect(plus(sumUp(all.slice(0, cut)), sumUp(all.slice(cut)))).toEqual(sumUp(all))
      }),
    )
  })

  test('of whom one is taken away are those of the others', () => {
    fc.assert(
      fc.property(members, member, (others, one) => {
        expect(minus(sumUp([...others, one]), sumUp([one]))).toEqual(sumUp(others))
      }),
    )
  })

  test('of an outcome that changed are those of the later one', () => {
    const before = plus(sumsOf(120_00n, 7n), sumsOf(0n, 3n))
    const corrected = plus(minus(before, sumsOf(120_00n, 7n)), sumsOf(0n, 7n))
    expect(corrected).toEqual(plus(sumsOf(0n, 7n), sumsOf(0n, 3n)))
  })

  test('are exact above 2⁵³', () => {
    const sums = plus(sumsOf(2n ** 53n), sumsOf(2n ** 53n + 2n))
    // The variance of two values two apart is 2, which the squares as floating point numbers do not show.
    expect(momentsOf(sums)).toMatchObject({ mean: 2 ** 53, variance: 2 })
  })

  test('of net are those of each member’s net', () => {
    fc.assert(
      fc.property(members, fc.bigInt(-1000n, 1000n), fc.bigInt(0n, 1000n), (all, value, cost) => {
        const each = all.map(({ outcome, before }) => ({ outcome: value * outcome - cost, before }))
        const { withOutcome: _, ...net } = netOf(sumUp(all), { value, cost })
        expect(net).toEqual((({ withOutcome: _not, ...rest }) => rest)(sumUp(each)))
      }),
    )
  })
})

describe('a comparison', () => {
  test('is the same in other units, in any size', () => {
    fc.assert(
      fc.property(members, members, fc.constantFrom(10n, 100n, 10n ** 9n), (held, treated, factor) => {
        const [a, b] = [sumUp(held), sumUp(treated)]
        const smaller = (sums: Sums) => inSmallerUnits(sums, { outcome: factor, before: factor })
        const [plain] = compareArms(arm('held', a), [arm('treated', b)], LOOKING)
        const units = { outcome: Number(factor), before: Number(factor) }
        const [scaled] = compareArms(arm('held', smaller(a)), [arm('treated', smaller(b))], LOOKING, units)
        expect(scaled!.verdict).toBe(plain!.verdict)
        for (const figure of ['difference', 'standardError', 'pValue'] as const) {
          const [is, was] = [scaled![figure], plain![figure]]
          expect(is === undefined).toBe(was === undefined)
          if (is !== undefined) expect(Math.abs(is - was!)).toBeLessThanOrEqual(1e-9 * Math.abs(was!) + 1e-300)
        }
      }),
    )
  })

  test('turned round has the sign turned round', () => {
    const [there, back] = [only(group(900, 90), group(1000, 160)), only(group(1000, 160), group(900, 90))]
    expect(there.difference).toBe(-back.difference!)
    expect(there.pValue).toBe(back.pValue)
    expect([there.verdict, back.verdict]).toEqual(['better', 'worse'])
  })

  test('says better, worse, or that no difference is seen', () => {
    expect(only(group(5000, 400), group(5000, 600)).verdict).toBe('better')
    expect(only(group(5000, 600), group(5000, 400)).verdict).toBe('worse')
    expect(only(group(5000, 500), group(5000, 510)).verdict).toBe('noDifferenceSeen')
  })

  test('below 25 members with the outcome in each arm says that it is too small to tell, and what is missing', () => {
    const { verdict, stillNeeded } = only(group(1000, 24), group(9000, 2000))
    expect(verdict).toBe('tooSmall')
    expect(stillNeeded).toEqual({ control: 42, treated: 0 })
    expect(only(group(1000, 25), group(9000, 2000)).verdict).toBe('better')
  })

  test('counts the rarer of coming and not coming', () => {
    const { verdict, withOutcome } = only(group(1000, 990), group(9000, 5000))
    expect({ verdict, withOutcome }).toEqual({ verdict: 'tooSmall', withOutcome: { control: 990, treated: 5000 } })
    // Of an amount it is no matter that everybody spent something.
    const spent = (amounts: readonly bigint[]) => amounts.map((each) => sumsOf(each)).reduce(plus, NO_SUMS)
    const [little, much] = [spent(Array(50).fill([3n, 4n]).flat()), spent(Array(50).fill([8n, 9n]).flat())]
    expect(only(little, much).verdict).toBe('better')
  })

  test('speaks only where both tests agree', () => {
    // The control's own variance is small by chance: the interval leaves 0 out, the test of no effect does not.
    const control = plus(group(2000, 25), NO_SUMS)
    const heavy = Array.from({ length: 20 }, (_, i) => group(1, 1, BigInt(40 * (i + 1)))).reduce(
      plus,
      group(19000, 700, 5n),
    )
    const said = only(control, heavy)
    expect(said.interval![0]).toBeGreaterThan(0)
    expect(said.cautious!.interval[0]).toBeLessThan(0)
    expect(said.verdict).toBe('noDifferenceSeen')
  })

  test.each([
    ['nobody in an arm', NO_SUMS, group(100, 50)],
    ['nobody at all', NO_SUMS, NO_SUMS],
    ['one member', group(1, 1), group(100, 50)],
    ['nobody with the outcome', group(100, 0), group(100, 0)],
    ['everybody with the same', group(100, 100, 7n), group(100, 100, 9n)],
  ])('of %s says that it is too small to tell, and no figure that is none', (_name, control, treated) => {
    const said = only(control, treated)
    expect(said.verdict).toBe('tooSmall')
    expect(
      JSON.stringify(said, (_key, value) => (Number.isNaN(value) || Math.abs(value) === Infinity ? 'NO' : value)),
    ).not.toContain('NO')
  })

  test('with nothing in the control has no relative difference', () => {
    const said = only(group(100, 0), group(100, 50))
    expect(said.relative).toBeUndefined()
    expect(said.difference).toBe(0.5)
    expect(said.verdict).toBe('tooSmall')
  })

  test('of net rests on those who brought something in', () => {
    const arms = [group(1000, 20), group(1000, 40)] as const
    const [held, treated] = arms.map((decisive, i) => ({
      ...{ arm: String(i), decisive },
      sums: netOf(decisive, { value: 1000n, cost: i === 1 ? 15n : 0n }),
    })) as [Arm, Arm]
    const [said] = compareArms(held, [treated], LOOKING, { outcome: 100, before: 1 })
    expect(said).toMatchObject({ withOutcome: { control: 20, treated: 40 }, verdict: 'tooSmall' })
    expect(said!.difference).toBeCloseTo(0.2 - 0.15, 12)
  })

  test('is adjusted by what was known before where that narrows it', () => {
    // Who spent before spends after; the effect is 2 for everybody.
    const spenders = (effect: bigint) =>
      Array.from({ length: 400 }, (_, i) =>
        sumsOf(BigInt((i % 40) * 10 + (i % 3)) + effect, BigInt((i % 40) * 10)),
      ).reduce(plus, NO_SUMS)
    const said = only(spenders(0n), spenders(2n))
    expect(said.interval![0]).toBeLessThan(0)
    expect(said.cuped).toMatchObject({ theta: expect.closeTo(1, 2), difference: expect.closeTo(2, 9) })
    expect(said.cuped!.factor).toBeLessThan(0.02)
    expect(said.verdict).toBe('better')
  })
})

describe('several arms', () => {
  test('share the level: the least p is asked at a part of it', () => {
    expect(decidedByHolm([0.04, 0.03], 0.05)).toEqual([false, false])
    expect(decidedByHolm([0.04, 0.02], 0.05)).toEqual([true, true])
    expect(decidedByHolm([0.04], 0.05)).toEqual([true])
    expect(decidedByHolm([1, 0.01, 0.04], 0.05)).toEqual([false, true, false])
    expect(decidedByHolm([], 0.05)).toEqual([])
  })

  test('alone one would be better, beside others none is', () => {
    const control = arm('none', group(5000, 500))
    const treated = arm('a', group(5000, 605))
    const others = ['b', 'c', 'd'].map((name) => arm(name, group(5000, 500)))
    expect(compareArms(control, [treated], LOOKING)[0]!.verdict).toBe('better')
    expect(compareArms(control, [treated, ...others], LOOKING).map(({ verdict }) => verdict)).toEqual(
      Array(4).fill('noDifferenceSeen'),
    )
  })

  test('the best is named only where it is better than all others', () => {
    const best = (...counts: number[]) =>
      compareArms(
        arm('none', group(5000, 400)),
        counts.map((count, i) => arm(String(i), group(5000, count))),
        LOOKING,
      ).map(({ isBest }) => isBest)
    expect(best(600, 800)).toEqual([false, true])
    expect(best(790, 800)).toEqual([false, false])
    expect(best(600)).toEqual([false])
    expect(best(300, 350)).toEqual([false, false])
  })
})

describe('how much more it takes', () => {
  test('is what the arm’s own share says', () => {
    expect(membersStillNeeded(group(1000, 10))).toBe(1500)
    expect(membersStillNeeded(group(1000, 0))).toBeUndefined()
  })
})

describe('harm', () => {
  const LIMIT = { limit: 0.005, alpha: 0.05, planned: 5000 }

  test.each([
    [0, 0, false],
    [0, 10_000, false],
    [40, 10_000, false],
    [60, 10_000, false],
    [100, 10_000, true],
    [10_000, 10_000, true],
  ])('%d of %d', (count, members, isHarmful) => {
    const harm = harmOf({ count, members }, LIMIT)
    expect(harm.isHarmful).toBe(isHarmful)
    expect(harm.atLeast > LIMIT.limit).toBe(isHarmful)
    expect(harm.atLeast).toBeLessThanOrEqual(harm.rate)
    expect(harm.p).toBeGreaterThanOrEqual(0)
  })

  test('the more often it came, the more surely it is harm', () => {
    const p = [50, 60, 70, 80, 90].map((count) => harmOf({ count, members: 10_000 }, LIMIT).p)
    expect(p).toEqual([...p].sort((a, b) => b - a))
  })
})

describe('a plan', () => {
  const expected = { rate: 0.08, holdout: 0.1 }

  test('sees a smaller effect with more members, and with arms of one size', () => {
    const effect = (members: number, holdout = 0.1) => smallestEffect(members, { rate: 0.08, holdout }, LOOKING)
    expect(effect(40_000)).toBeLessThan(effect(10_000))
    expect(effect(10_000, 0.5)).toBeLessThan(effect(10_000, 0.1))
  })

  test('says from how many members on an effect is seen', () => {
    const members = membersToSee(0.02, expected, LOOKING)!
    expect(smallestEffect(members, expected, LOOKING)).toBeLessThanOrEqual(0.02)
    expect(smallestEffect(members - 1, expected, LOOKING)).toBeGreaterThan(0.02)
    expect(membersToSee(0, expected, LOOKING)).toBeUndefined()
  })

  test('waits until there is enough of a rare outcome', () => {
    expect(membersUntilEnough({ rate: 0.001, holdout: 0.05 })).toBe(500_000)
    expect(membersToSee(0.5, { rate: 0.001, holdout: 0.05 }, LOOKING)).toBe(500_000)
  })
})

test('an arm that nobody is in is no alarm by itself', () => {
  expect(sampleRatio([0, 0], [0.5, 0.5])).toEqual({ p: 1, verdict: 'fine' })
  expect(sampleRatio([3, 0], [0.5, 0.5]).verdict).toBe('fine')
  expect(sampleRatio([300, 0], [0.5, 0.5]).verdict).toBe('alarm')
})
