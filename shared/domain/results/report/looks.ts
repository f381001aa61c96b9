import { DAY } from '../../calendar.ts'
import type { Interval } from '../../measure/always-valid.ts'
import type { Comparison, Verdict } from '../../measure/compare.ts'
import type { Analysis } from '../assignment.ts'
import type { Cell, DayCohort } from '../cohort.ts'
import { armsIn, OUTCOME_NAMES, type OutcomeName } from './arms.ts'
import { compared, lookingOf } from './compared.ts'

/** What could be said of an arm at a moment. */
export interface Look {
  /** Epoch ms: by then the cohorts were closed. */
  at: number
  /** In closed cohorts, over all arms. */
  members: number
  outcome: OutcomeName
  arm: string
  difference: number
  /** The one on which the verdict rests. */
  interval: Interval
  verdict: Verdict
}

const WEEK = 7 * DAY

/** What somebody who looked once a week would have seen: the last cohort that closed in each week and all before it. */
export function looksOf(analysis: Analysis, cohorts: readonly DayCohort[]): Look[] {
  const closed = cohorts.filter(({ isOpen }) => !isOpen).sort((a, b) => a.closesAt - b.closesAt)
  const looks: Look[] = []
  let arms: Cell[] = []
  for (const [i, { cells, closesAt }] of closed.entries()) {
    arms = armsIn([...arms, ...cells], analysis.arms)
    const isLastOfWeek = weekOf(closed[i + 1]?.closesAt) !== weekOf(closesAt)
    if (isLastOfWeek) looks.push(...lookAt(analysis, arms, closesAt))
  }
  return looks
}

function weekOf(instant = Number.POSITIVE_INFINITY): number {
  return Math.floor(instant / WEEK)
}

function lookAt(analysis: Analysis, arms: readonly Cell[], at: number): Look[] {
  const members = arms.reduce((sum, arm) => sum + arm.members, 0)
  const comparisons = compared(arms, analysis, lookingOf(analysis))
  if (!comparisons) return []
  return OUTCOME_NAMES.flatMap((outcome) =>
    comparisons[outcome].flatMap((comparison) => {
      const said = lookOf(comparison)
      return said ? [{ at, members, outcome, ...said }] : []
    }),
  )
}

function lookOf({
  arm,
  cautious,
  verdict,
}: Comparison): Pick<Look, 'arm' | 'difference' | 'interval' | 'verdict'> | undefined {
  return cautious && { arm, difference: cautious.difference, interval: cautious.interval, verdict }
}
