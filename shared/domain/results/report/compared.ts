import { decimalsOf } from '../../../standards/currency.ts'
import type { Looking } from '../../measure/always-valid.ts'
import { type Comparison, compareArms } from '../../measure/compare.ts'
import type { Analysis } from '../assignment.ts'
import type { Cell } from '../cohort.ts'
import { controlOf, OUTCOME_NAMES, OUTCOMES, type OutcomeName } from './arms.ts'

/** Each arm against the control, in the share that reached the goal and in net a member, in whole units of the currency. */
export type Compared = { control: string } & Record<OutcomeName, Comparison[]>

/** The level of each comparison: the splits of a campaign share it, and so do parts of its members. */
export function lookingOf({ alpha, plannedMembers, splits }: Looked, parts = 1): Looking {
  return { alpha: alpha / ((splits?.length ?? 1) * Math.max(1, parts)), planned: plannedMembers }
}

type Looked = Pick<Analysis, 'alpha' | 'plannedMembers' | 'splits'>

/** Undefined: there is nobody to compare with. */
export function compared(
  arms: readonly Cell[],
  { currency }: Pick<Analysis, 'currency'>,
  looking: Looking,
): Compared | undefined {
  const control = controlOf(arms)
  const treated = arms.filter((arm) => arm !== control)
  if (!control || treated.length === 0) return undefined
  const minor = 10 ** decimalsOf(currency)
  const units = { goal: { outcome: 1, before: minor }, net: { outcome: minor, before: minor } }
  const comparisons = OUTCOME_NAMES.map((name) => {
    const armOf = OUTCOMES[name]
    return [name, compareArms(armOf(control), treated.map(armOf), looking, units[name])] as const
  })
  return { control: control.arm, ...(Object.fromEntries(comparisons) as Record<OutcomeName, Comparison[]>) }
}
