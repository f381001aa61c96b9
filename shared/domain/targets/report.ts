import type { MeasureSettings, Rulebook } from '../rulebook/rulebook.ts'
import { amountOf } from './amounts.ts'
import type { CountsByMonth } from './counts.ts'
import { type Counts, FIGURE_NAMES, type FigureName, type FigureUnit, figureOf, LEVELS } from './figures.ts'
import { type Target, targetIn } from './target.ts'

/** A figure that has a target, month by month. */
export interface TargetReport {
  figure: FigureName
  owner: string
  /** A share is of one, money in minor units (or parts of one) of `currency`. */
  unit: FigureUnit
  currency?: string
  side: 'atLeast' | 'atMost'
  months: TargetMonth[]
}

export interface TargetMonth {
  /** `YYYY-MM`, of the airline's zone. */
  month: string
  /** Undefined: nothing was counted that it could be divided by. */
  value?: number
  /** Undefined: the target begins later. */
  target?: number
  isMet?: boolean
  /** The month is not over: the figure is of its days so far. */
  isOpen: boolean
  /** Currencies in which amounts were counted that are not in `value`. */
  leftOut?: string[]
  /** Cabins: upgrades to them that were accepted have no value in `measure`, so they are not in `value`. */
  unvalued?: string[]
}

export interface TargetsAsked {
  /** Months to tell of, oldest first. */
  months: readonly string[]
  /** The month that it is now. */
  now: string
  /** Of these months, and of all from the first of them to now. */
  counts: CountsByMonth
  /** What stands now. */
  levels: Counts
}

/** What the figures with a target came to. Pure. */
export function targetReports(
  { targets, settings: { measure } }: Pick<Rulebook, 'targets' | 'settings'>,
  asked: TargetsAsked,
): TargetReport[] {
  const counted = asked.months.map((month) => [month, { ...asked.counts[month], ...levelsAt(month, asked) }] as const)
  return FIGURE_NAMES.flatMap((figure) => {
    const target = targets[figure]
    return target ? [reportOf(figure, target, counted, { now: asked.now, measure })] : []
  })
}

/** The months from one to another, both included; at most so many, the last ones. */
export function monthsBetween(from: string, to: string, atMost: number): string[] {
  const [first, last] = [from, to].map(indexOf) as [number, number]
  const start = Math.max(first, last - atMost + 1)
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, i) => monthAt(start + i))
}

export function monthsBefore(month: string, months: number): string {
  return monthAt(indexOf(month) - months)
}

/** What stood at the end of a month: what stands now, without what came since. */
function levelsAt(month: string, { counts, levels }: TargetsAsked): Counts {
  const since = Object.entries(counts).filter(([each]) => each > month)
  const at = (level: (typeof LEVELS)[number]) =>
    since.reduce((left, [, change]) => left - (change[level] ?? 0), levels[level] ?? 0)
  return Object.fromEntries(LEVELS.map((level) => [level, at(level)]))
}

function reportOf(
  figure: FigureName,
  target: Target,
  counted: readonly (readonly [string, Counts])[],
  asked: Pick<TargetsAsked, 'now'> & { measure: MeasureSettings },
): TargetReport {
  const { unit, side } = figureOf(figure)
  const { owner, currency } = target
  const months = counted.map(([month, counts]) => monthOf(figure, target, month, counts, asked))
  return { figure, owner, unit, ...(currency && { currency }), side, months }
}

function monthOf(
  figure: FigureName,
  of: Target,
  month: string,
  counts: Counts,
  { now, measure }: Pick<TargetsAsked, 'now'> & { measure: MeasureSettings },
): TargetMonth {
  const form = figureOf(figure)
  const { currency = '' } = of
  const { minor, leftOut, unvalued } = form.amounts
    ? amountOf(form.amounts, counts, { month, currency, measure })
    : { minor: 0, leftOut: [], unvalued: [] }
  const value = form.of(counts, minor)
  const target = targetIn(of, month)
  const isMet = value === undefined || target === undefined ? undefined : isOn(form.side, value, target)
  return {
    month,
    ...(value !== undefined && { value }),
    ...(target !== undefined && { target }),
    ...(isMet !== undefined && { isMet }),
    isOpen: month >= now,
    ...(leftOut.length > 0 && { leftOut }),
    ...(unvalued.length > 0 && { unvalued }),
  }
}

function isOn(side: TargetReport['side'], value: number, target: number): boolean {
  return side === 'atLeast' ? value >= target : value <= target
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

function monthAt(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
