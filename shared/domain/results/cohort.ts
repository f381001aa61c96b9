import { calendarOf, DAY, dayOfDate } from '../calendar.ts'
import { NO_SUMS, plus, type Sums, sumsOf } from '../measure/sums.ts'
import { type Analysis, type Assignment, HELD_OUT } from './assignment.ts'
import { COUNTS, type Count, netMinor } from './outcome.ts'

/** So long after the last window of a day is over late events are still waited for. */
const LATE_FOR = 5 * DAY

/**
 * Those who were assigned on one day. They enter the estimate together, once the last window of that day and
 * {@link LATE_FOR} are over: before, those with quick outcomes would count and those with slow ones would not.
 */
export interface DayCohort {
  /** `YYYY-MM-DD`, in the airline's zone. */
  day: string
  /** Epoch ms. */
  closesAt: number
  /** Of an open one only members, shares and harms are told. */
  isOpen: boolean
  cells: Cell[]
}

/** When a day's cohort closes, epoch ms. */
export function closesAt(day: string, analysis: Pick<Analysis, 'zone' | 'windowMs'>): number {
  return endOfDay(day, analysis) + analysis.windowMs + LATE_FOR
}

/** From when on nobody is assigned on that day any more, epoch ms. */
export function endOfDay(day: string, { zone }: Pick<Analysis, 'zone'>): number {
  return calendarOf(zone).startOfDayNumber(dayOfDate(day) + 1)
}

/** Whether the assignment's cohort may have been counted: a change is to be told then. */
export function mayBeCounted({ until }: Pick<Assignment, 'until'>, now: number): boolean {
  return now >= until + LATE_FOR
}

/** Members of a day cohort in one arm and of one tier, as exact sums. */
export interface Cell {
  /** Of which split the arm is; empty: of the first, or there is none. Everybody is in one cell of each split. */
  split: string
  arm: string
  /** When they were assigned; empty: none. */
  tier: string
  members: number
  /** Σ of the share held out with which each was drawn, in millionths: how many should be in the holdout. */
  sharePpm: number
  /** Likewise of each arm of the split; empty where there is none. */
  armsPpm: PerArm
  /** x in all of them: fares of the year before, minor units. */
  goal: Sums
  net: Sums
  revenue: Sums
  counts: Record<Count, bigint>
}

/** Millionths, by arm. */
export type PerArm = Readonly<Record<string, number>>

const NO_COUNTS: Readonly<Record<Count, bigint>> = Object.fromEntries(COUNTS.map((count) => [count, 0n])) as Record<
  Count,
  bigint
>

type Drawn = Pick<Assignment, 'share' | 'armShares'>

/** How likely a member was to be in which arm. */
export function chancesOf({ share, armShares = {} }: Drawn): Pick<Cell, 'sharePpm' | 'armsPpm'> {
  const of = Object.entries(armShares).map(([arm, part]) => [arm, Math.round((1 - share) * part * 1e6)])
  return { sharePpm: Math.round(share * 1e6), armsPpm: Object.fromEntries(of) }
}

type Known = Pick<Assignment, 'arm' | 'tier' | 'before' | 'outcome'> & Drawn

/** The cells of one member: one of the first split, and one of each further one. */
export function cellsOf({
  arms = {},
  moreShares = {},
  ...of
}: Known & Pick<Assignment, 'arms' | 'moreShares'>): Cell[] {
  const further = Object.entries(moreShares).map(([split, armShares]) => {
    const arm = of.arm === HELD_OUT ? HELD_OUT : arms[split]!
    return { ...cellOf({ ...of, arm, armShares }), split }
  })
  return [cellOf(of), ...further]
}

/** The cell of one member, of the first split. */
export function cellOf({ arm, tier = '', before, outcome, ...drawn }: Known): Cell {
  const x = BigInt(before.spendMinor)
  return {
    split: '',
    arm,
    tier,
    members: 1,
    ...chancesOf(drawn),
    goal: sumsOf(BigInt(outcome.goal ?? 0), x),
    net: sumsOf(BigInt(netMinor(outcome)), x),
    revenue: sumsOf(BigInt(outcome.revenueMinor ?? 0), x),
    counts: Object.fromEntries(COUNTS.map((count) => [count, BigInt(outcome[count] ?? 0)])) as Record<Count, bigint>,
  }
}

/** Two groups as one, whatever their tiers: the arm and tier are those of `a`. */
function plusCell(a: Cell, b: Cell): Cell {
  return {
    ...a,
    members: a.members + b.members,
    sharePpm: a.sharePpm + b.sharePpm,
    armsPpm: plusPerArm(a.armsPpm, b.armsPpm),
    goal: plus(a.goal, b.goal),
    net: plus(a.net, b.net),
    revenue: plus(a.revenue, b.revenue),
    counts: Object.fromEntries(COUNTS.map((count) => [count, a.counts[count] + b.counts[count]])) as Cell['counts'],
  }
}

/** Arms in the order of their names, so that equal sums are written alike. */
function plusPerArm(a: PerArm, b: PerArm): PerArm {
  const arms = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(arms.map((arm) => [arm, (a[arm] ?? 0) + (b[arm] ?? 0)]))
}

export function emptyCell(arm: string, tier = '', split = ''): Cell {
  return {
    split,
    arm,
    tier,
    members: 0,
    sharePpm: 0,
    armsPpm: {},
    goal: NO_SUMS,
    net: NO_SUMS,
    revenue: NO_SUMS,
    counts: { ...NO_COUNTS },
  }
}

/** Those of one split; without its name, of the first. */
export function ofSplit(cells: readonly Cell[], split = ''): Cell[] {
  return cells.filter((cell) => cell.split === split)
}

/** Cells of the same split, arm and tier as one, in the order of their names. */
export function mergeCells(cells: Iterable<Cell>): Cell[] {
  const merged = new Map<string, Cell>()
  for (const cell of cells) {
    const key = `${cell.split}\n${cell.arm}\n${cell.tier}`
    const known = merged.get(key)
    merged.set(key, known ? plusCell(known, cell) : cell)
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}
