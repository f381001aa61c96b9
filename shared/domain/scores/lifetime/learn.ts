import { hash32, shortHash } from '../../../standards/hash.ts'
import { DAY } from '../../calendar.ts'
import { meanWithin } from '../measure/ranking.ts'
import { bgNbdExpectedOf } from './bg-nbd.ts'
import { fitBgNbd } from './fit-bg-nbd.ts'
import { fitGammaGamma } from './fit-gamma-gamma.ts'
import { fitNbd, nbdExpectedOf } from './fit-nbd.ts'
import { expectedSpend, type GammaGamma, type Spending, spends } from './gamma-gamma.ts'
import { type FlownLately, gathered, type History } from './history.ts'
import { type LifetimeModel, SHIPPED_LIFETIME } from './model.ts'
import { fitParetoNbd, paretoNbdExpectedOf } from './pareto-nbd.ts'
import type { Expected, LifetimeBaseline, LifetimeReport } from './report.ts'

/** A member as they were known at the cut-off, and what they did in the time ahead. Money in major units of one currency. */
export interface LifetimeObserved {
  memberId: string
  flown: FlownLately
  paid: Spending
  later: { flights: number; spend: number }
}

export interface LifetimeLooked {
  /** Epoch ms. */
  cutoff: number
  horizonDays: number
  /** In which money was counted. */
  currency: string
}

/** At least so many members who came back before, who flew in the time ahead, and who did not. */
export const EACH_AT_LEAST = 25
/** As many members who paid: with fewer, money is left out. */
const PAYING_AT_LEAST = 25
/** Pareto/NBD takes long: as a check some members will do. */
const CHECKED_AT_MOST = 1_000
const VERSION_CHARS = 10
const DIGITS = 6

export function isEnoughToLearn(observed: readonly LifetimeObserved[]): boolean {
  const repeating = observed.filter(({ flown }) => flown.repeats > 0).length
  const returned = observed.filter(({ later }) => later.flights > 0).length
  return Math.min(repeating, returned, observed.length - returned) >= EACH_AT_LEAST
}

/** What is learned from the past alone: nothing of what came after the cut-off. */
export interface LearnedLifetime {
  model: LifetimeModel & { visits: NonNullable<LifetimeModel['visits']> }
  /** The search ended by itself. */
  converged: boolean
}

export function learnLifetime(
  observed: readonly LifetimeObserved[],
  { cutoff, currency }: LifetimeLooked,
  progress?: (evaluations: number) => void,
): LearnedLifetime {
  const patience = progress && { progress }
  const histories = gathered(observed.map(({ flown }) => inDays(flown, cutoff)))
  const visits = fitBgNbd(histories, patience)
  const paying = observed.map(({ paid }) => paid).filter(spends)
  const fares = paying.length < PAYING_AT_LEAST ? undefined : fitGammaGamma(paying, patience)
  // Where q is 1 or less there is no mean over members: then nothing is said of money.
  const spend = fares?.converged && fares.model.q > 1 ? { ...rounded(fares.model), currency } : null
  const learned = { visits: rounded(visits.model), spend, discountRate: SHIPPED_LIFETIME.discountRate }
  return {
    converged: visits.converged,
    model: {
      kind: 'lifetime',
      version: shortHash([JSON.stringify(learned)], VERSION_CHARS),
      trainedOn: {
        cutoff: new Date(cutoff).toISOString().slice(0, 10),
        members: observed.length,
        repeating: observed.filter(({ flown }) => flown.repeats > 0).length,
        paying: paying.length,
      },
      ...learned,
    },
  }
}

/** Whole days: many members then share a history. */
function inDays({ repeats, first, last }: FlownLately, cutoff: number): History {
  const age = Math.max(0, Math.round((cutoff - first) / DAY))
  return { repeats, recency: repeats === 0 ? 0 : Math.min(age, Math.round((last - first) / DAY)), age }
}

/** Holds what a model expected against what came, beside two plain ways that learn from the same past. */
export function evaluateLifetime(
  observed: readonly LifetimeObserved[],
  looked: LifetimeLooked,
  { model, converged }: LearnedLifetime,
  live?: LifetimeModel,
): LifetimeReport {
  const { cutoff, horizonDays } = looked
  const all = observed.map((each) => ({ ...each, history: inDays(each.flown, cutoff) }))
  const nbd = fitNbd(gathered(all.map(({ history }) => history))).model
  const rate =
    meanOf(all, ({ history }) => history.repeats) /
    Math.max(
      1,
      meanOf(all, ({ history }) => history.age),
    )
  const by = (expect: (history: History) => number) => all.map(({ history }) => expect(history))
  const ahead = by((history) => bgNbdExpectedOf(model.visits, history, horizonDays))
  const deviances = (expected: readonly number[]) => all.map(({ later }, i) => devianceOf(later.flights, expected[i]!))
  const own = deviances(ahead)
  const others: Record<LifetimeBaseline, number[]> = {
    pace: deviances(by((history) => nbdExpectedOf(nbd, history, horizonDays))),
    constant: deviances(by(() => rate * horizonDays)),
  }
  const visits = live?.visits
  const ofLive = visits && deviances(by((history) => bgNbdExpectedOf(visits, history, horizonDays)))
  const less = (than: readonly number[]) => meanWithin(than.map((value, i) => value - own[i]!))
  const rows = all.map(({ later, paid }, i) => ({
    expected: { flights: ahead[i]!, spend: model.spend ? ahead[i]! * fareOf(model.spend, paid) : null },
    observed: { flights: later.flights, spend: model.spend && later.spend },
  }))
  return {
    n: all.length,
    returned: all.filter(({ later }) => later.flights > 0).length,
    deviance: meanOf(own, (value) => value),
    interval: meanWithin(own),
    baselines: { pace: meanOf(others.pace, (value) => value), constant: meanOf(others.constant, (value) => value) },
    betterBy: { pace: less(others.pace), constant: less(others.constant) },
    ...(ofLive && { betterThanLive: less(ofLive) }),
    ...meansOf(rows),
    calibration: tenthsOf(rows),
    check: checkOf(all, model, horizonDays),
    notConverged: !converged,
  }
}

/** What is paid a flight: of who has paid nothing yet, what all pay. */
function fareOf(spend: GammaGamma, paid: Spending): number {
  return expectedSpend(spend, spends(paid) ? paid : { repeats: 0, mean: 0 }) ?? 0
}

/** Nothing that is expected is less: else one flight would count without end. */
const LEAST_EXPECTED = 1e-6

function devianceOf(came: number, expected: number): number {
  const mean = Math.max(LEAST_EXPECTED, expected)
  return 2 * ((came === 0 ? 0 : came * Math.log(came / mean)) - came + mean)
}

interface Row {
  expected: Expected
  observed: Expected
}

function meansOf(rows: readonly Row[]): Row {
  const mean = (which: keyof Row): Expected => ({
    flights: meanOf(rows, (row) => row[which].flights),
    spend: rows.every((row) => row[which].spend !== null) ? meanOf(rows, (row) => row[which].spend!) : null,
  })
  return { expected: mean('expected'), observed: mean('observed') }
}

const TENTHS = 10

function tenthsOf(rows: readonly Row[]): LifetimeReport['calibration'] {
  const sorted = [...rows].sort((a, b) => a.expected.flights - b.expected.flights)
  return Array.from({ length: TENTHS }, (_, i) => {
    const [from, to] = [i, i + 1].map((part) => Math.round((part * rows.length) / TENTHS))
    return sorted.slice(from, to)
  })
    .filter(({ length }) => length > 0)
    .map((some) => ({ n: some.length, ...meansOf(some) }))
}

function checkOf(
  all: readonly { memberId: string; history: History }[],
  { visits }: LearnedLifetime['model'],
  horizonDays: number,
): LifetimeReport['check'] {
  const some = [...all].sort((a, b) => hash32(a.memberId) - hash32(b.memberId)).slice(0, CHECKED_AT_MOST)
  const { model, converged } = fitParetoNbd(gathered(some.map(({ history }) => history)))
  if (!converged) return null
  return {
    members: some.length,
    bgNbd: meanOf(some, ({ history }) => bgNbdExpectedOf(visits, history, horizonDays)),
    paretoNbd: meanOf(some, ({ history }) => paretoNbdExpectedOf(model, history, horizonDays)),
  }
}

function meanOf<T>(all: readonly T[], of: (each: T) => number): number {
  return all.length === 0 ? 0 : all.reduce((sum, each) => sum + of(each), 0) / all.length
}

/** As many digits as tell anything. */
function rounded<T extends object>(numbers: T): T {
  const entries = Object.entries(numbers).map(([name, value]) => [name, Number((value as number).toPrecision(DIGITS))])
  return Object.fromEntries(entries) as T
}
