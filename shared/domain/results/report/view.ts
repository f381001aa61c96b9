import type { Analysis } from '../assignment.ts'
import type { Cell } from '../cohort.ts'
import { COUNTS, type Count } from '../outcome.ts'
import type { Compared } from './compared.ts'
import type { Report } from './report.ts'
import type { SlicedBy } from './slices.ts'
import type { SplitReport } from './splits.ts'

/** A report as JSON: what came of each arm as numbers, and what is said of it. */
export interface ReportView extends Omit<Report, 'arms' | 'splits' | 'slices'> {
  analysis: Analysis
  arms: ArmView[]
  splits: SplitView[]
  slices?: { by: SlicedBy; slices: SliceView[] }
}

/** Of those whose cohorts are closed. */
export interface ArmView {
  arm: string
  members: number
  /** Totals over the members; money in minor units of the analysis's currency. */
  counts: Record<Count, number>
}

export type SplitView = Omit<SplitReport, 'arms'> & { arms: ArmView[] }

export interface SliceView {
  of: string
  arms: ArmView[]
  compared?: Compared
}

export function viewOf({ arms, splits, slices, ...said }: Report): ReportView {
  return {
    ...said,
    arms: arms.map(armView),
    splits: splits.map((split) => ({ ...split, arms: split.arms.map(armView) })),
    ...(slices && {
      slices: {
        by: slices.by,
        slices: slices.slices.map(({ of, arms, compared }) => {
          return { of, arms: arms.map(armView), ...(compared && { compared }) }
        }),
      },
    }),
  }
}

/** Totals of minor units are counted exactly up to 2⁵³: more than all airlines turn over. */
function armView({ arm, members, counts }: Cell): ArmView {
  const numbers = COUNTS.map((count) => [count, Number(counts[count])] as const)
  return { arm, members, counts: Object.fromEntries(numbers) as Record<Count, number> }
}
