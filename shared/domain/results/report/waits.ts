import { calendarOf, DAY } from '../../calendar.ts'
import type { Analysis } from '../assignment.ts'
import { type Cell, closesAt, type DayCohort } from '../cohort.ts'
import { OUTCOME_NAMES, type OutcomeName } from './arms.ts'
import type { Compared } from './compared.ts'

/** How many members more it takes until an arm that is too small tells something, and about how many weeks. */
export interface Wait {
  outcome: OutcomeName
  arm: string
  /** Of all arms together, beside those who are assigned already. Absent: nothing says how rare the outcome is. */
  members?: number
  /** Until their windows are over. Absent: nobody comes in any more, or it is not known how many members it takes. */
  weeks?: number
}

const WEEK = 7 * DAY
/** By how many came in within so long it is foretold when enough will have. */
const LOOKED_BACK = 8 * WEEK

export function waitsOf(
  analysis: Analysis,
  cohorts: readonly DayCohort[],
  comparisons: Compared,
  { assigned, now }: { assigned: readonly Cell[]; now: number },
): Wait[] {
  const all = assigned.reduce((sum, { members }) => sum + members, 0)
  const shareOf = (arm: string) => (assigned.find((each) => each.arm === arm)?.members ?? 0) / all
  const open = cohorts.filter(({ isOpen }) => isOpen).flatMap(({ cells }) => cells)
  const stillOpen = open.reduce((sum, { members }) => sum + members, 0)
  return OUTCOME_NAMES.flatMap((outcome) =>
    comparisons[outcome]
      .filter(({ verdict }) => verdict === 'tooSmall')
      .map(({ arm, stillNeeded }) => {
        const { control, treated } = stillNeeded
        if (control === undefined || treated === undefined) return { outcome, arm }
        const needed = Math.max(control / shareOf(comparisons.control), treated / shareOf(arm))
        const members = Math.max(0, Math.ceil(needed) - stillOpen)
        const weeks = weeksUntil(members, analysis, cohorts, now)
        return { outcome, arm, members, ...(weeks !== undefined && { weeks }) }
      }),
  )
}

/** Until so many more have come in as they came of late, and the windows of all of them are over. */
function weeksUntil(
  members: number,
  analysis: Analysis,
  cohorts: readonly DayCohort[],
  now: number,
): number | undefined {
  const { startOf, dateOf } = calendarOf(analysis.zone)
  const windows = Math.max(0, ...cohorts.map((cohort) => cohort.closesAt - now)) / WEEK
  if (members === 0) return Math.ceil(windows)
  const recent = cohorts.filter(({ day }) => startOf(day) > now - LOOKED_BACK)
  const came = recent.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.members, 0)
  if (came === 0) return undefined
  const since = Math.min(LOOKED_BACK, Math.max(WEEK, now - startOf(cohorts[0]!.day)))
  return Math.ceil(members / (came / (since / WEEK)) + (closesAt(dateOf(now), analysis) - now) / WEEK)
}
