import type { Arm } from '../../measure/compare.ts'
import { HELD_OUT } from '../assignment.ts'
import { type Cell, type DayCohort, emptyCell, mergeCells } from '../cohort.ts'

/** Those of each arm, whatever their day and tier, in the order of the analysis; arms that nobody is in are left out. */
export function armsIn(cells: Iterable<Cell>, order: readonly string[]): Cell[] {
  const merged = mergeCells([...cells].map((cell) => ({ ...cell, tier: '' })))
  const placeOf = ({ arm }: Cell) => (order.includes(arm) ? order.indexOf(arm) : order.length)
  return merged.filter(({ members }) => members > 0).sort((a, b) => placeOf(a) - placeOf(b))
}

/** Everybody who was not held out, as one. */
export function treatedIn(cells: readonly Cell[]): Cell {
  const treated = cells.filter(({ arm }) => arm !== HELD_OUT).map((cell) => ({ ...cell, arm: '', tier: '' }))
  return mergeCells(treated)[0] ?? emptyCell('')
}

/** What the others are compared with: those held out; where nobody is, the first of several arms; else nothing. */
export function controlOf(arms: readonly Cell[]): Cell | undefined {
  return arms.find(({ arm }) => arm === HELD_OUT) ?? (arms.length > 1 ? arms[0] : undefined)
}

export function closedCells(cohorts: readonly DayCohort[]): Cell[] {
  return cohorts.filter(({ isOpen }) => !isOpen).flatMap(({ cells }) => cells)
}

/** An arm with the sums of one of its outcomes. Whether there is enough of a net, those decide who brought something in. */
export const OUTCOMES = {
  goal: ({ arm, goal }: Cell): Arm => ({ arm, sums: goal }),
  net: ({ arm, net, revenue }: Cell): Arm => ({ arm, sums: net, decisive: revenue }),
} as const satisfies Record<string, (cell: Cell) => Arm>

export type OutcomeName = keyof typeof OUTCOMES
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as OutcomeName[]
