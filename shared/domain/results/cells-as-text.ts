import type { Sums } from '../measure/sums.ts'
import type { Cell, PerArm } from './cohort.ts'
import { COUNTS, type Count } from './outcome.ts'

/** Cells as text: whole numbers in decimal, of any length. Counts go by name, so that one may be added. */
type SumsRow = [members: number, withOutcome: number, ...sums: string[]]
interface CellRow {
  /** Absent: the first, or none. */
  split?: string
  arm: string
  tier: string
  ppm: number
  /** Absent: no split. */
  arms?: PerArm
  goal: SumsRow
  net: SumsRow
  revenue: SumsRow
  counts: Partial<Record<Count, string>>
}

export function cellsToText(cells: readonly Cell[]): string {
  return JSON.stringify(cells.map(rowOf))
}

export function cellsOfText(text: string): Cell[] {
  return (JSON.parse(text) as CellRow[]).map(cellOfRow)
}

function rowOf({ split, arm, tier, sharePpm: ppm, armsPpm, goal, net, revenue, counts }: Cell): CellRow {
  const kept = COUNTS.filter((count) => counts[count] !== 0n).map((count) => [count, String(counts[count])])
  return {
    ...(split && { split }),
    arm,
    tier,
    ppm,
    ...(Object.keys(armsPpm).length > 0 && { arms: armsPpm }),
    goal: sumsRow(goal),
    net: sumsRow(net),
    revenue: sumsRow(revenue),
    counts: Object.fromEntries(kept),
  }
}

function cellOfRow({ split = '', arm, tier, ppm, arms = {}, goal, net, revenue, counts }: CellRow): Cell {
  return {
    split,
    arm,
    tier,
    members: goal[0],
    sharePpm: ppm,
    armsPpm: arms,
    goal: sumsOfRow(goal),
    net: sumsOfRow(net),
    revenue: sumsOfRow(revenue),
    counts: Object.fromEntries(COUNTS.map((count) => [count, BigInt(counts[count] ?? 0)])) as Cell['counts'],
  }
}

function sumsRow(sums: Sums): SumsRow {
  const { members, withOutcome, outcome, outcomeSquared, before, beforeSquared, product } = sums
  return [members, withOutcome, ...[outcome, outcomeSquared, before, beforeSquared, product].map(String)]
}

function sumsOfRow([members, withOutcome, ...sums]: SumsRow): Sums {
  const [outcome, outcomeSquared, before, beforeSquared, product] = sums.map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  return { members, withOutcome, outcome, outcomeSquared, before, beforeSquared, product }
}
