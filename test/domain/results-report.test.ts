import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../../shared/domain/calendar.ts'
import { HELD_OUT, TREATED } from '../../shared/domain/results/assignment.ts'
import type { DayCohort } from '../../shared/domain/results/cohort.ts'
import { resultInAWord } from '../../shared/domain/results/report/in-a-word.ts'
import { type Report, reportOf } from '../../shared/domain/results/report/report.ts'
import { sentencesOf } from '../../shared/domain/results/report/sentences.ts'
import type { SlicedBy } from '../../shared/domain/results/report/slices.ts'
import { viewOf } from '../../shared/domain/results/report/view.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { type ArmMade, analysis, type CohortsMade, cohortsMade } from '../support/cohorts.ts'
import { proseFaults } from '../support/prose.ts'

const limits = { unsubscribed: 0.01, spam: 0.001, complained: 0.02 }
const now = Date.parse('2026-12-31T00:00:00Z')

function report(cohorts: readonly DayCohort[], more: { by?: SlicedBy; now?: number } = {}, of = analysis): Report {
  return reportOf(of, cohorts, { now, limits, ...more })
}

function said(of: Report, language: 'en' | 'zh-CN' = 'en'): string {
  return sentencesOf(viewOf(of), textsIn(language).results).join('\n')
}

const heldOut = { arm: HELD_OUT, members: 20, rate: 0.1, fareMinor: 100_000 }
const treated = { arm: TREATED, members: 180, rate: 0.16, fareMinor: 100_000, costMinor: 500 }
const helps: CohortsMade = { arms: [heldOut, treated] }
const helping = cohortsMade(helps)

describe('a campaign that helps', () => {
  const its = report(helping)

  test('is said to have more, in the goal and in money, and enough to decide', () => {
    expect(its.compared!.goal[0]).toMatchObject({
      arm: TREATED,
      verdict: 'better',
      members: { control: 1200, treated: 10_800 },
    })
    expect(its.compared!.net[0]!.verdict).toBe('better')
    expect(said(its)).toMatch(
      /^Since 1 January 2026 12,000 were assigned, 1,200 of them held out\. 16\.\d % booked again against 1\d\.\d %: \+\d\.\d points \(between \+\d\.\d and \+\d\.\d\)\. Net \+[\d,]+ CNY \(between \+[\d,]+ and \+[\d,]+\)\. Enough to decide: yes\.$/,
    )
    expect(said(its, 'zh-CN')).toMatch(
      /^2026年1月1日起共 12,000 名会员进入，其中 1,200 名为对照组。.*是否足以下结论：是。$/,
    )
  })

  test('the interval that is said is the one on which the verdict rests', () => {
    const { cautious, members } = its.compared!.net[0]!
    const total = Math.round(cautious!.interval[0] * members.treated).toLocaleString('en-US')
    expect(said(its)).toContain(`between +${total} and`)
  })

  test('net is revenue less what it cost, in whole units of the currency', () => {
    const [control, arm] = [its.arms[0]!, its.arms[1]!]
    const mean = (cell: typeof arm) =>
      Number(cell.counts.revenueMinor - cell.counts.compensationMinor) / cell.members / 100
    expect(its.compared!.net[0]!.difference).toBeCloseTo(mean(arm) - mean(control), 8)
    const yen = report(helping, {}, { ...analysis, currency: 'JPY' })
    expect(yen.compared!.net[0]!.difference).toBeCloseTo(100 * its.compared!.net[0]!.difference!, 6)
  })
})

describe('what is not enough', () => {
  test('too small: no interval, but how many members more and about how many weeks', () => {
    const small = report(
      cohortsMade({
        arms: [
          { ...heldOut, members: 1 },
          { ...treated, members: 9 },
        ],
        days: 104,
        now: '2026-04-15',
      }),
      {
        now: Date.parse('2026-04-15T00:00:00+08:00'),
      },
    )
    expect(small.compared!.goal[0]!.verdict).toBe('tooSmall')
    const [wait] = small.waits
    // About 25 of a tenth of a tenth of the members, less those who are in already; 70 a week.
    expect(wait!.members).toBeGreaterThan(500)
    expect(wait!.weeks).toBeGreaterThan(wait!.members! / 70)
    expect(wait!.weeks).toBeLessThan(wait!.members! / 70 + 7)
    expect(said(small)).toMatch(
      /against \d+\.\d %\. Too small to tell: each side needs 25 .* About [\d,]+ members more, about \d+ weeks\. Enough to decide: no\.$/,
    )
    expect(said(small)).not.toContain('between')
  })

  test('once nobody comes in any more no weeks are foretold', () => {
    const over = report(
      cohortsMade({
        arms: [
          { ...heldOut, members: 1 },
          { ...treated, members: 9 },
        ],
        days: 20,
      }),
    )
    expect(over.waits[0]).toMatchObject({ outcome: 'goal', members: expect.any(Number) })
    expect(over.waits[0]!.weeks).toBeUndefined()
  })

  test('where nobody held out has the outcome nothing says how rare it is', () => {
    const none = report(cohortsMade({ arms: [{ ...heldOut, rate: 0 }, treated] }))
    expect(none.waits[0]).toEqual({ outcome: 'goal', arm: TREATED })
    expect(said(none)).toContain('one has none yet')
  })

  test('no effect: the difference may be chance', () => {
    const nothing = report(cohortsMade({ arms: [heldOut, { ...treated, rate: 0.1, costMinor: 0 }] }))
    expect(nothing.compared!.goal[0]!.verdict).toBe('noDifferenceSeen')
    expect(said(nothing)).toMatch(/Enough to decide: no, the difference may be chance\.$/)
  })

  test('cohorts whose time is not over are shown as open, and count for nothing', () => {
    const all = helping
    const closed = all.slice(0, 40)
    const open = all.slice(40).map((cohort) => ({ ...cohort, isOpen: true }))
    const its = report([...closed, ...open])
    expect(its.open).toEqual({ members: 4000, days: 20, nextAt: open[0]!.closesAt })
    expect(its.compared).toEqual(report(closed).compared)
    expect(its.assigned).toEqual([
      { arm: HELD_OUT, members: 1200 },
      { arm: TREATED, members: 10_800 },
    ])
    const few = cohortsMade({
      arms: [
        { ...heldOut, members: 3 },
        { ...treated, members: 27 },
      ],
      days: 2,
      now: '2026-01-02',
    })
    expect(said(report(few))).toMatch(/Too small to tell so far: each side needs 25 .* the smaller one has 6 in all\.$/)
    expect(said(report(open))).toMatch(/Nothing can be told yet: .* on 18 March 2026\.$/)
  })
})

describe('more members came back, and it lost money', () => {
  test('is what is said, and enough to decide', () => {
    const loses = report(cohortsMade({ arms: [heldOut, { ...treated, costMinor: 20_000 }] }))
    expect(loses.compared!.goal[0]!.verdict).toBe('better')
    expect(loses.compared!.net[0]!.verdict).toBe('worse')
    expect(said(loses)).toContain('More members came back, and it lost money. Enough to decide: yes.')
    expect(said(loses)).toMatch(/Net −[\d,]+ CNY/)
  })
})

describe('the sample ratio', () => {
  test('on alarm it stands in place of the lift, with what to look at', () => {
    const its = report(
      cohortsMade({
        arms: [
          { ...heldOut, members: 10 },
          { ...treated, members: 190 },
        ],
      }),
    )
    expect(its).toMatchObject({
      sampleRatio: {
        verdict: 'alarm',
        arms: [
          { arm: HELD_OUT, members: 600, expected: 1200 },
          { arm: TREATED, members: 11_400, expected: 10_800 },
        ],
      },
      looks: [],
      waits: [],
    })
    expect(its.compared).toBeUndefined()
    expect(said(its)).toMatch(/^Since .*\nALARM: the arms .*: held out 600 \(expected 1,200\), treated 11,400/)
    expect(said(its)).toContain('Usual causes')
    expect(said(its)).not.toContain('between')
  })

  test('goes by the shares that members were drawn with, also where they changed', () => {
    const before = cohortsMade({ arms: [heldOut, treated], share: 0.1 })
    const after = cohortsMade({
      from: '2026-03-02',
      share: 0.5,
      arms: [
        { ...heldOut, members: 40 },
        { ...treated, members: 40 },
      ],
    })
    expect(report([...before, ...after]).sampleRatio).toMatchObject({
      verdict: 'fine',
      arms: [{ members: 3600, expected: 3600 }, { members: 13_200 }],
    })
  })

  test('an alarm stays, though later days would hide it', () => {
    const bad = cohortsMade({
      arms: [
        { ...heldOut, members: 0 },
        { ...treated, members: 40 },
      ],
      days: 20,
    })
    const good = cohortsMade({
      from: '2026-02-01',
      arms: [
        { ...heldOut, members: 40 },
        { ...treated, members: 360 },
      ],
      days: 90,
    })
    expect(report(good).sampleRatio!.verdict).toBe('fine')
    expect(report([...bad, ...good]).sampleRatio!.verdict).toBe('alarm')
  })
})

describe('several arms', () => {
  const arms = ['a', 'b', 'c'].map((arm, i) => ({ ...treated, arm, members: 60, rate: [0.1, 0.13, 0.24][i]! }))
  const of = { ...analysis, arms: [HELD_OUT, 'a', 'b', 'c'] }
  const holdout = { ...heldOut, members: 60 }
  const armShares = { a: 1 / 3, b: 1 / 3, c: 1 / 3 }

  test('are each compared with the holdout, and the best is named where it is beyond every other', () => {
    const its = report(cohortsMade({ arms: [holdout, ...arms], share: 0.25, armShares, of }), {}, of)
    expect(its.compared!.goal.map(({ arm, isBest }) => [arm, isBest])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ])
    expect(said(its).split('\n')).toHaveLength(4)
    expect(said(its)).toMatch(/\nc: 2\d\.\d % booked again .* It is better than every other arm too\. Enough/)
  })

  test('without a holdout they are compared with the first', () => {
    const its = report(cohortsMade({ arms, share: 0, armShares, of }), {}, of)
    const { verdict, arms: sizes } = its.sampleRatio!
    expect([verdict, ...sizes.map(({ expected }) => Math.round(expected))]).toEqual(['fine', 3600, 3600, 3600])
    expect(its.compared!.control).toBe('a')
    expect(said(its)).toContain('Nobody is held out: compared with the arm a.')
  })

  test('are each asked whether they are as large as they should be, though the holdout is', () => {
    const uneven = [{ ...arms[0]!, members: 50 }, { ...arms[1]!, members: 70 }, arms[2]!]
    const its = report(cohortsMade({ arms: [holdout, ...uneven], share: 0.25, armShares, of }), {}, of)
    expect(its.sampleRatio!.verdict).toBe('alarm')
    expect(its.compared).toBeUndefined()
    expect(said(its)).toMatch(/held out 3,600 \(expected 3,600\), a 3,000 \(expected 3,600\), b 4,200/)
    expect(said(its, 'zh-CN')).toContain('对照组 3,600 名（预期 3,600 名）、a 3,000 名')
  })

  test('go by the shares of when they were drawn, also where an arm came later', () => {
    const two = cohortsMade({ arms: [holdout, arms[0]!, arms[1]!], share: 1 / 3, armShares: { a: 0.5, b: 0.5 }, of })
    const three = cohortsMade({ from: '2026-04-01', arms: [holdout, ...arms], share: 0.25, armShares, of })
    const { arms: sizes, verdict } = report([...two, ...three], {}, of).sampleRatio!
    expect([verdict, ...sizes.map(({ expected }) => Math.round(expected))]).toEqual(['fine', 7200, 7200, 7200, 3600])
  })
})

describe('several splits', () => {
  const of: typeof analysis = {
    ...analysis,
    arms: [HELD_OUT, 'short', 'long'],
    splits: [
      { split: 'words', arms: [HELD_OUT, 'short', 'long'] },
      { split: 'hour', arms: [HELD_OUT, 'morning', 'evening'] },
    ],
  }
  const made = (shares: Record<string, number>, more: { now?: string } = {}) =>
    cohortsMade({
      arms: [
        { ...heldOut, members: 60 },
        { ...heldOut, arm: 'short', members: 60 },
        { ...heldOut, arm: 'long', members: 60 },
      ],
      share: 1 / 3,
      armShares: { short: 0.5, long: 0.5 },
      second: { split: 'hour', shares, adds: { evening: 0.1 } },
      of,
      ...more,
    })
  const its = report(made({ morning: 0.5, evening: 0.5 }), {}, of)

  test('are each compared with the holdout, and share the level', () => {
    expect(its.compared!.goal.map(({ arm, verdict }) => [arm, verdict])).toEqual([
      ['short', 'better'],
      ['long', 'better'],
    ])
    const [hour] = its.splits
    expect(hour).toMatchObject({ split: 'hour', sampleRatio: { verdict: 'fine' } })
    expect(hour!.compared!.goal.map(({ arm, verdict, isBest }) => [arm, verdict, isBest])).toEqual([
      ['morning', 'noDifferenceSeen', false],
      ['evening', 'better', true],
    ])
    // As wide as at half the level, of the same sums.
    const { splits: _, ...one } = of
    const [alone] = report(made({ morning: 0.5, evening: 0.5 }), {}, { ...one, alpha: of.alpha / 2 }).compared!.goal
    expect(its.compared!.goal[0]!.interval).toEqual(alone!.interval)
  })

  test('count everybody once', () => {
    expect(its.assigned.reduce((sum, { members }) => sum + members, 0)).toBe(60 * 180)
    expect(its.splits[0]!.arms.reduce((sum, { members }) => sum + members, 0)).toBe(60 * 180)
    expect(its.harms[0]!.members).toBe(60 * 120)
  })

  test('are said one by one', () => {
    const text = said(its)
    expect(text).toContain('It has 2 splits.')
    expect(text).toMatch(
      /\nwords \/ short: .*\nwords \/ long: .*\nhour \/ morning: .*\nhour \/ evening: .* every other arm/,
    )
    expect(said(its, 'zh-CN')).toContain('hour／evening：')
  })

  test('of which one is not as large as it should be: that one is not told of', () => {
    const cohorts = made({ morning: 0.5, evening: 0.5 }).map((cohort) => ({
      ...cohort,
      cells: cohort.cells.filter(({ split, arm, tier }) => split === '' || arm !== 'evening' || tier !== 'gold'),
    }))
    const one = report(cohorts, {}, of)
    expect(one.compared).toBeDefined()
    expect(one.splits[0]).toMatchObject({ sampleRatio: { verdict: 'alarm' } })
    expect(one.splits[0]!.compared).toBeUndefined()
    expect(said(one)).toContain('\nhour: ALARM')
  })
})

test('where nothing is seen, a gain that would be worth seeing may still be ruled out', () => {
  const alike = cohortsMade({
    arms: [
      { ...heldOut, members: 100 },
      { ...heldOut, arm: TREATED, members: 100 },
    ],
    share: 0.5,
    days: 200,
  })
  const saidWith = (minimumEffect: number) => said(report(alike, {}, { ...analysis, minimumEffect }))
  expect(saidWith(0.05)).toContain('A gain of 5.0 points, the least that is worth seeing, is ruled out.')
  expect(saidWith(0.001)).not.toContain('ruled out')
})

describe('slices', () => {
  test.each(['tier', 'month'] as const)('by %s share the level, and are the whole together', (by) => {
    const whole = report(helping, { by })
    const { slices } = whole.slices!
    expect(slices.map(({ of }) => of)).toEqual(
      by === 'tier' ? ['', 'gold', 'silver'] : ['2026-01', '2026-02', '2026-03'],
    )
    const sum = (arm: string) =>
      slices
        .flatMap((each) => each.arms)
        .filter((each) => each.arm === arm)
        .reduce((n, { members }) => n + members, 0)
    expect([sum(HELD_OUT), sum(TREATED)]).toEqual([1200, 10_800])
    const alone = report(
      helping.map((cohort) => ({ ...cohort, cells: cohort.cells.filter(({ tier }) => tier === 'gold') })),
    )
    if (by === 'tier') {
      const [at, a] = [slices[1]!.compared!.goal[0]!, alone.compared!.goal[0]!]
      expect(at.difference).toBe(a.difference)
      expect(at.interval![0]).toBeLessThan(a.interval![0])
    }
  })
})

describe('a service campaign', () => {
  test('has counts and no comparison', () => {
    const of = { ...analysis, class: 'service' as const, arms: [TREATED] }
    const its = report(cohortsMade({ arms: [treated], share: 0, of }), {}, of)
    expect(its.compared).toBeUndefined()
    expect(its.arms).toMatchObject([{ arm: TREATED, members: 10_800 }])
    expect(said(its)).toMatch(
      /^Since 1 January 2026 it was for 10,800 members\.\n1\d\.\d % booked again\.\nNo comparison: a service campaign holds nobody out\.$/,
    )
  })
})

describe('in a word, as a list says it', () => {
  const word = (of: Report, language: 'en' | 'zh-CN' = 'en') => resultInAWord(viewOf(of), textsIn(language).results)

  test('the difference, and whether it is enough to decide', () => {
    expect(word(report(helping))).toMatch(/^\+\d\.\d points, enough to decide$/)
    expect(word(report(helping), 'zh-CN')).toMatch(/^\+\d\.\d 个百分点，足以下结论$/)
  })

  test('what is too small to tell, and what is too early', () => {
    const small = cohortsMade({
      ...helps,
      arms: [
        { ...heldOut, members: 1 },
        { ...treated, members: 1 },
      ],
      days: 3,
    })
    expect(word(report(small))).toMatch(/^too small to tell/)
    const allOpen = cohortsMade({ ...helps, now: '2026-01-02' })
    expect(word(report(allOpen, { now: Date.parse('2026-01-20T00:00:00Z') }))).toMatch(
      /^too early: first figures on \d/,
    )
  })
})

describe('harm', () => {
  test('speaks by itself beyond its limit, with what it is at least, also while cohorts are open', () => {
    const made = cohortsMade({
      arms: [heldOut, { ...treated, members: 180, more: { unsubscribed: 1 } }],
      days: 1,
      now: '2026-01-02',
    })
    const its = report(made)
    expect(its.open.days).toBe(1)
    expect(its.harms[0]).toMatchObject({ harm: 'unsubscribed', count: 180, members: 180, limit: 0.01, isHarmful: true })
    expect(said(its)).toMatch(
      /HARM: of 180 treated members 180 unsubscribed: at least \d\d\.\d %, and no more than 1\.0 % is borne/,
    )
  })

  test('below its limit nothing is said', () => {
    expect(report(helping).harms.every(({ isHarmful }) => !isHarmful)).toBe(true)
  })
})

describe('a loss', () => {
  const losing = (more: Partial<ArmMade> = {}) =>
    cohortsMade({ arms: [heldOut, { ...treated, costMinor: 40_000, ...more }] })

  test('is said by itself where the whole interval of the net is below nothing', () => {
    const its = report(losing())
    expect(its.losses).toMatchObject([{ arm: TREATED, difference: expect.any(Number) }])
    expect(its.losses[0]!.interval[1]).toBeLessThan(0)
    expect(said(its)).toMatch(/\nLOSS: it costs more than it brings in, beyond chance\. Pause it, or change it\.$/)
    expect(said(its, 'zh-CN')).toContain('亏损：活动的成本高于')
  })

  test('is not said while it may be chance, nor before anything is counted', () => {
    expect(report(helping).losses).toEqual([])
    expect(report(losing().map((cohort) => ({ ...cohort, isOpen: true }))).losses).toEqual([])
  })

  test('is one against the holdout: the worse of two arms may earn something all the same', () => {
    const of = { ...analysis, arms: ['short', 'long'] }
    const arms = [
      { ...treated, arm: 'short' },
      { ...treated, arm: 'long', costMinor: 40_000 },
    ]
    const its = report(cohortsMade({ arms, share: 0, armShares: { short: 0.5, long: 0.5 }, of }), {}, of)
    expect(its.compared!.net.map(({ verdict }) => verdict)).toEqual(['worse'])
    expect(its.losses).toEqual([])
  })
})

describe('looks over time', () => {
  test('are what could be said each week, the last one what is said now', () => {
    const its = report(helping)
    const goal = its.looks.filter(({ outcome }) => outcome === 'goal')
    expect(goal.length).toBeGreaterThanOrEqual(9)
    expect(goal.map(({ at }) => at)).toEqual(goal.map(({ at }) => at).sort((a, b) => a - b))
    expect(new Set(goal.map(({ at }) => Math.floor(at / (7 * DAY)))).size).toBe(goal.length)
    const { difference, interval } = its.compared!.goal[0]!.cautious!
    expect(goal.at(-1)).toMatchObject({ difference, interval, verdict: 'better', members: 12_000 })
    const width = ({ interval: [low, high] }: (typeof goal)[number]) => high - low
    expect(width(goal[0]!)).toBeGreaterThan(width(goal.at(-1)!))
  })
})

describe('what is said', () => {
  test.each(LANGUAGES)('is well written in %s', (language) => {
    const many = { ...analysis, arms: [HELD_OUT, 'a', 'b'] }
    const arms = [heldOut, { ...treated, arm: 'a' }, { ...treated, arm: 'b', rate: 0.1 }]
    const service = { ...analysis, class: 'service' as const, arms: [TREATED] }
    const all = [
      report(helping),
      report([]),
      report(helping.map((cohort) => ({ ...cohort, isOpen: true }))),
      report(
        cohortsMade({
          arms: [
            { ...heldOut, members: 1 },
            { ...treated, members: 9, more: { spam: 1 } },
          ],
        }),
      ),
      report(cohortsMade({ arms: [{ ...heldOut, members: 2 }, treated] })),
      report(cohortsMade({ arms, of: many, days: 20 }), {}, many),
      report(cohortsMade({ arms: [treated], of: service, share: 0, days: 5 }), {}, service),
    ]
    for (const each of all) expect(proseFaults(said(each, language))).toEqual([])
  })
})

describe('whatever the order', () => {
  test('cohorts and cells in any order and any batches say the same', () => {
    const made = cohortsMade({ ...helps, days: 12 })
    const expected = report(made, { by: 'tier' })
    fc.assert(
      fc.property(
        fc.shuffledSubarray(made, { minLength: made.length }),
        fc.array(fc.nat(), { minLength: 40 }),
        (days, keys) => {
          const mixed = days.map((cohort) => ({
            ...cohort,
            cells: cohort.cells
              .map((cell, i) => ({ cell, key: keys[i % keys.length]! }))
              .sort((a, b) => a.key - b.key)
              .map(({ cell }) => cell),
          }))
          expect(report(mixed, { by: 'tier' })).toEqual(expected)
        },
      ),
      { numRuns: 20 },
    )
  })
})
