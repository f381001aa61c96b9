import { type Harm, harmOf } from '../../measure/harm.ts'
import type { Analysis } from '../assignment.ts'
import type { DayCohort } from '../cohort.ts'
import { HARMS, type HarmKind } from '../outcome.ts'
import { treatedIn } from './arms.ts'

/** How often something bad came of the treated, against the share that is still borne. */
export interface HarmReport extends Harm {
  harm: HarmKind
  count: number
  members: number
  limit: number
}

export type HarmLimits = Readonly<Record<HarmKind, number>>

/**
 * Over all who were treated, those of open cohorts too: harm is not waited for. Against a limit rather than the holdout: who was
 * written to by nobody has nothing to unsubscribe from. Kinds share the level.
 */
export function harmsOf(
  cohorts: readonly DayCohort[],
  { alpha, plannedMembers: planned }: Pick<Analysis, 'alpha' | 'plannedMembers'>,
  limits: HarmLimits,
): HarmReport[] {
  const { members, counts } = treatedIn(cohorts.flatMap(({ cells }) => cells))
  return HARMS.map((harm) => {
    const [count, limit] = [Number(counts[harm]), limits[harm]]
    return {
      harm,
      count,
      members,
      limit,
      ...harmOf({ count, members }, { limit, alpha: alpha / HARMS.length, planned }),
    }
  })
}
