import type { Analysis } from '../assignment.ts'
import type { Cell, DayCohort } from '../cohort.ts'
import { armsIn } from './arms.ts'
import { type Compared, compared, lookingOf } from './compared.ts'

export const SLICED_BY = ['arm', 'tier', 'month'] as const
export type SlicedBy = (typeof SLICED_BY)[number]

/** A part of the members: of one tier when they were assigned, or assigned in one month. */
export interface Slice {
  /** The tier, empty where there was none, or the month `YYYY-MM`. */
  of: string
  arms: Cell[]
  /** At the level divided by the number of slices. */
  compared: Compared | undefined
}

const KEYS = {
  tier: (cell: Cell) => cell.tier,
  month: (_: Cell, { day }: DayCohort) => day.slice(0, 7),
} as const satisfies Record<Exclude<SlicedBy, 'arm'>, (cell: Cell, cohort: DayCohort) => string>

/**
 * Closed cohorts in parts, each compared by itself. Who looks at many parts finds something somewhere: all of them share the
 * level, also those that are too small.
 */
export function slicesOf(analysis: Analysis, cohorts: readonly DayCohort[], by: keyof typeof KEYS): Slice[] {
  const keyed = cohorts
    .filter(({ isOpen }) => !isOpen)
    .flatMap((cohort) => cohort.cells.map((cell) => ({ cell, of: KEYS[by](cell, cohort) })))
  const parts = [...Map.groupBy(keyed, ({ of }) => of)].sort(([a], [b]) => (a < b ? -1 : 1))
  const looking = lookingOf(analysis, parts.length)
  return parts.map(([of, some]) => {
    const arms = armsIn(
      some.map(({ cell }) => cell),
      analysis.arms,
    )
    return { of, arms, compared: compared(arms, analysis, looking) }
  })
}
