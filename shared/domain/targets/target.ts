import type { FigureName } from './figures.ts'

/** What a figure should come to, month by month, and whose it is. */
export interface Target {
  owner: string
  /** Oldest first. */
  values: TargetValue[]
  /** Of an amount of money. */
  currency?: string
}

export interface TargetValue {
  /** The first month it holds, `YYYY-MM`; empty: always. */
  from: string
  /** A share of one, minor units (or a fraction of them) of the target's currency, or a number. */
  value: number
}

export type Targets = Partial<Record<FigureName, Target>>

/** The target of a month; undefined: it begins later. */
export function targetIn({ values }: Target, month: string): number | undefined {
  return values.findLast(({ from }) => from <= month)?.value
}
