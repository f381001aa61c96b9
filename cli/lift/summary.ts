import * as z from 'zod'
import {
  alwaysValidInterval,
  alwaysValidLowerBound,
  alwaysValidP,
  alwaysValidPAbove,
  type Interval,
  type Looking,
} from '../../shared/domain/measure/always-valid.ts'
import { absolute, type Estimate, type Mean, relative } from '../../shared/domain/measure/difference.ts'
import {
  degreesOfFreedom,
  fixedInterval,
  fixedLowerBound,
  fixedP,
  fixedPAbove,
} from '../../shared/domain/measure/fixed.ts'
import { momentsOf } from '../../shared/domain/measure/moments.ts'
import { NO_SUMS } from '../../shared/domain/measure/sums.ts'
import type { Texts } from '../../shared/domain/texts/index.ts'
import { decimalOf, inUnitsOf } from '../../shared/standards/decimal.ts'

/** One comparison, from its sums. An open side of an interval is written as in the file. */
export type SummaryAnswer =
  | {
      id: string
      difference: number
      interval: readonly [number | '-inf', number | 'inf']
      standardError: number
      pValue: number
    }
  | { id: string; error: string }

type SummaryTexts = Texts['lift']['summary']

const arm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mean'), n: z.int().min(0), sum: z.number(), sum_squares: z.number() }),
  z.object({ kind: z.literal('proportion'), n: z.int().min(0), sum: z.int().min(0) }),
])

/** Fixed or sequential, and which side. */
const TESTS = {
  't-two': { looks: 'one', side: 'both' },
  't-greater': { looks: 'one', side: 'greater' },
  't-lesser': { looks: 'one', side: 'lesser' },
  'seq-two': { looks: 'any', side: 'both' },
  'seq-greater': { looks: 'any', side: 'greater' },
  'seq-lesser': { looks: 'any', side: 'lesser' },
  fixed: { looks: 'one', side: 'both' },
  sequential: { looks: 'any', side: 'both' },
} as const satisfies Record<string, { looks: 'one' | 'any'; side: 'both' | 'greater' | 'lesser' }>

type Test = (typeof TESTS)[keyof typeof TESTS]

const summaryCase = z.object({
  id: z.string().min(1),
  test: z.enum(Object.keys(TESTS) as [keyof typeof TESTS]),
  N: z.number().positive().default(5000),
  a: arm,
  b: arm,
  diff: z.enum(['relative', 'absolute']).default('relative'),
})

const ALPHA = 0.05

/** The answers to `{"cases": [...]}`, or to the list itself, in the same order. Undefined if it is neither. */
export function summaryAnswers(file: unknown, texts: SummaryTexts): SummaryAnswer[] | undefined {
  const cases = Array.isArray(file) ? file : (file as { cases?: unknown } | null)?.cases
  if (!Array.isArray(cases)) return undefined
  return cases.map((raw: unknown, index) => {
    const given = (raw as { id?: unknown } | null)?.id
    const id = typeof given === 'string' && given !== '' ? given : texts.caseNumber({ number: index + 1 })
    const { data, error } = summaryCase.safeParse(raw)
    if (data) return answer(data, texts)
    return { id, error: error.issues.map(({ path, message }) => `${path.join('.') || 'case'}: ${message}`).join('; ') }
  })
}

function answer({ id, test, N, a, b, diff }: z.infer<typeof summaryCase>, texts: SummaryTexts): SummaryAnswer {
  const [control, treated] = [meanOf(a), meanOf(b)]
  for (const [name, mean] of [['a', control] as const, ['b', treated] as const]) {
    if (!mean || !Number.isFinite(mean.variance)) return { id, error: texts.notCountable({ name }) }
    if (!(mean.variance > 0)) return { id, error: texts.noVariance({ name }) }
  }
  const estimate = diff === 'absolute' ? absolute(control!, treated!) : relative(control!, treated!)
  if (!estimate) return { id, error: texts.noRelative }
  const said = saidOf(estimate, TESTS[test], control!, treated!, { alpha: ALPHA, planned: N })
  return { id, difference: estimate.difference, standardError: estimate.standardError, ...said }
}

/** Undefined if a number is too long, or no variance can be calculated. */
function meanOf(of: z.infer<typeof arm>): Mean | undefined {
  const members = of.n
  if (of.kind === 'proportion') {
    if (members === 0 || of.sum > members) return undefined
    const mean = of.sum / members
    return { members, mean, variance: mean * (1 - mean) }
  }
  const [sum, squares] = [decimalOf(String(of.sum)), decimalOf(String(of.sum_squares))]
  if (!sum || !squares || members < 2) return undefined
  const decimals = Math.max(sum.decimals, Math.ceil(squares.decimals / 2))
  const [outcome, outcomeSquared] = [inUnitsOf(sum, decimals), inUnitsOf(squares, 2 * decimals)]
  return momentsOf({ ...NO_SUMS, members, outcome, outcomeSquared }, { outcome: 10 ** decimals, before: 1 })
}

function saidOf(estimate: Estimate, { looks, side }: Test, control: Mean, treated: Mean, looking: Looking) {
  if (side === 'lesser') {
    const turned = { ...estimate, difference: -estimate.difference }
    const { low, pValue } = above(turned, looks, control, treated, looking)
    return { interval: ['-inf', -low] as const, pValue }
  }
  if (side === 'greater') {
    const { low, pValue } = above(estimate, looks, control, treated, looking)
    return { interval: [low, 'inf'] as const, pValue }
  }
  return bothSides(estimate, looks, control, treated, looking)
}

function bothSides(estimate: Estimate, looks: Test['looks'], control: Mean, treated: Mean, looking: Looking) {
  if (looks === 'any') {
    const members = control.members + treated.members
    const interval: Interval = alwaysValidInterval(estimate, members, looking)
    return { interval, pValue: alwaysValidP(estimate, members, looking) }
  }
  const freedom = degreesOfFreedom(control, treated)
  return { interval: fixedInterval(estimate, freedom, looking.alpha), pValue: fixedP(estimate, freedom) }
}

function above(estimate: Estimate, looks: Test['looks'], control: Mean, treated: Mean, looking: Looking) {
  if (looks === 'any') {
    const members = control.members + treated.members
    return {
      low: alwaysValidLowerBound(estimate, members, looking),
      pValue: alwaysValidPAbove(estimate, members, looking),
    }
  }
  const freedom = degreesOfFreedom(control, treated)
  return { low: fixedLowerBound(estimate, freedom, looking.alpha), pValue: fixedPAbove(estimate, freedom) }
}
