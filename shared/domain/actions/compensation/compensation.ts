import type { Basis } from '../../../contract/index.ts'
import type { Condition } from '../../audience/condition.ts'

/** Miles or money as goodwill, from the campaign's budget. */
export interface CompensationSpec {
  kind: 'compensation'
  pays: 'miles' | 'voucher' | 'cash'
  currency?: string
  amount: AmountRule[]
  reason: string
}

/** The first rule whose condition holds gives the amount; the last one has no condition. */
export interface AmountRule {
  when?: Condition
  /** Miles, or minor units. */
  amount: number
}

export interface CompensationPlan {
  kind: 'compensation'
  basis: Basis
  /** The grant's permanent key: {@link grantKeyOf}. */
  grantKey: string
  /** Other keys that a grant for the same cause may have. */
  alsoKeyed?: string[]
  pays: 'miles' | 'voucher' | 'cash'
  /** Miles, or minor units of `currency`. */
  amount: number
  currency?: string | undefined
  reason: string
  /** Its cost in minor units of the budget's currency, or of the amount's own. */
  costMinor: number
  /** Goodwill is paid from a budget, up to its limit. What the law owes needs none. */
  budget?: string
  /** The amount per member and day above which a second person must approve it, and the time they have. */
  approval?: { aboveMinor: number; within: number }
}

/** A cause is paid once per basis, whatever led to it: `<canonical cause>+<basis>`. */
export function grantKeyOf(cause: string, basis: Basis): string {
  return `${cause}+${basis}`
}

declare module '../kinds.ts' {
  interface Kinds {
    compensation: { spec: CompensationSpec; plan: CompensationPlan }
  }
}
