import type { Basis } from '../../../contract/index.ts'
import type { Traits } from '../traits.ts'

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
  /** What it costs, in minor units: of the budget's currency, else of what is paid. */
  costMinor: number
  /** Goodwill is paid from a budget, up to its limit. What the law owes is owed without one. */
  budget?: string
  /** From what on that the member gets in a day a second person must approve it, within this time. */
  approval?: { aboveMinor: number; within: number }
}

/** One cause pays once on each basis, however it comes in: `<canonical cause>+<basis>`. */
export function grantKeyOf(cause: string, basis: Basis): string {
  return `${cause}+${basis}`
}

export const compensation: Traits = {
  name: { en: 'compensation', 'zh-CN': '关怀补偿' },
  grants: true,
  paysFromBudget: true,
  brings: 'compensation',
}
