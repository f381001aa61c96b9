import type { Analysis } from '../assignment.ts'
import { type Cell, type DayCohort, ofSplit } from '../cohort.ts'
import { armsIn, closedCells } from './arms.ts'
import { type Compared, compared, lookingOf } from './compared.ts'
import { type ArmsRatio, armsRatio } from './ratio.ts'
import { type Wait, waitsOf } from './waits.ts'

/** What is said of a further split: the same members, by their arms of that split. */
export interface SplitReport {
  split: string
  /** Sums of closed cohorts, by arm. */
  arms: Cell[]
  /** Of closed cohorts: while one is open, the index says nothing of further splits. */
  sampleRatio?: ArmsRatio
  /** Absent: there is nobody to compare with, or the sample ratio is not to be believed. */
  compared?: Compared
  waits: Wait[]
}

export function splitReports(analysis: Analysis, cohorts: readonly DayCohort[], now: number): SplitReport[] {
  const everybody = cohorts.map((cohort) => ({ ...cohort, cells: ofSplit(cohort.cells) }))
  return (analysis.splits ?? []).slice(1).map(({ split, arms: order }) => {
    const closed = cohorts
      .filter(({ isOpen }) => !isOpen)
      .map((cohort) => ({ ...cohort, cells: ofSplit(cohort.cells, split) }))
    const arms = armsIn(closedCells(closed), order)
    const ratio = armsRatio(closed, order)
    const comparisons = ratio?.verdict === 'alarm' ? undefined : compared(arms, analysis, lookingOf(analysis))
    return {
      split,
      arms,
      ...(ratio && { sampleRatio: ratio }),
      ...(comparisons && { compared: comparisons }),
      waits: comparisons ? waitsOf(analysis, everybody, comparisons, { assigned: arms, now }) : [],
    }
  })
}
