import type { Analysis } from '../assignment.ts'
import { type Cell, type DayCohort, ofSplit } from '../cohort.ts'
import { armsIn, closedCells } from './arms.ts'
import { type Compared, compared, lookingOf } from './compared.ts'
import { type HarmLimits, type HarmReport, harmsOf } from './harms.ts'
import { type Look, looksOf } from './looks.ts'
import { type Loss, lossesOf } from './losses.ts'
import { type ArmsRatio, armsRatio } from './ratio.ts'
import { type Slice, type SlicedBy, slicesOf } from './slices.ts'
import { type SplitReport, splitReports } from './splits.ts'
import { type Wait, waitsOf } from './waits.ts'

/** What one analysis says, and how sure it is. */
export interface Report {
  analysis: Analysis
  /** The first and the last day on which somebody was assigned, `YYYY-MM-DD`; absent: nobody yet. */
  days?: { from: string; to: string }
  /** All who were assigned, by arm. */
  assigned: ArmSize[]
  /** Those whose cohorts are closed: of them the figures are. Sums by arm. */
  arms: Cell[]
  /** Those whose cohorts are still open. */
  open: Open
  /** First of all: whether the arms are as large as they should be. */
  sampleRatio?: ArmsRatio
  /** Absent: there is nobody to compare with, or the sample ratio is not to be believed. */
  compared?: Compared
  /** Where a campaign has several splits, what is said of those after the first. */
  splits: SplitReport[]
  /** Of arms that are too small, how long until they tell something. */
  waits: Wait[]
  harms: HarmReport[]
  /** Arms that lose money. */
  losses: Loss[]
  slices?: { by: SlicedBy; slices: Slice[] }
  looks: Look[]
}

export interface ArmSize {
  arm: string
  members: number
}

export interface Open {
  members: number
  days: number
  /** When the next of them closes, epoch ms. */
  nextAt?: number
}

export interface Asked {
  now: number
  limits: HarmLimits
  by?: SlicedBy | undefined
  /** Only what is said now: no looks of earlier weeks. */
  brief?: boolean
}

/** Pure: the same sums say the same at any time, but for what is open. */
export function reportOf(
  analysis: Analysis,
  unsorted: readonly DayCohort[],
  { now, limits, by, brief = false }: Asked,
): Report {
  const ofAllSplits = unsorted.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const cohorts = ofAllSplits.map((cohort) => ({ ...cohort, cells: ofSplit(cohort.cells) }))
  const arms = armsIn(closedCells(cohorts), analysis.arms)
  const assigned = armsIn(everyCell(cohorts), analysis.arms)
  const ratio = armsRatio(cohorts, analysis.arms)
  const isBelieved = ratio?.verdict !== 'alarm' && analysis.class === 'marketing'
  const comparisons = isBelieved ? compared(arms, analysis, lookingOf(analysis)) : undefined
  const [first, last] = [cohorts[0], cohorts.at(-1)]
  return {
    analysis,
    ...(first && last && { days: { from: first.day, to: last.day } }),
    assigned: assigned.map(({ arm, members }) => ({ arm, members })),
    arms,
    open: openOf(cohorts),
    ...(ratio && { sampleRatio: ratio }),
    ...(comparisons && { compared: comparisons }),
    splits: isBelieved ? splitReports(analysis, ofAllSplits, now) : [],
    waits: comparisons ? waitsOf(analysis, cohorts, comparisons, { assigned, now }) : [],
    harms: harmsOf(cohorts, analysis, limits),
    losses: lossesOf(comparisons),
    ...(by && isBelieved && { slices: { by, slices: by === 'arm' ? [] : slicesOf(analysis, cohorts, by) } }),
    looks: isBelieved && !brief ? looksOf(analysis, cohorts) : [],
  }
}

function everyCell(cohorts: readonly DayCohort[]): Cell[] {
  return cohorts.flatMap(({ cells }) => cells)
}

function openOf(cohorts: readonly DayCohort[]): Open {
  const open = cohorts.filter(({ isOpen }) => isOpen)
  const members = everyCell(open).reduce((sum, cell) => sum + cell.members, 0)
  const nextAt = open.length > 0 ? { nextAt: Math.min(...open.map(({ closesAt }) => closesAt)) } : {}
  return { members, days: open.length, ...nextAt }
}
