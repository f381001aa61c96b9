import type { OwedMoney } from '../../law/owed-for-leg.ts'
import type { Traits } from '../traits.ts'

/** What the law owes for the flight, in money. */
export interface EntitlementSpec {
  kind: 'entitlement'
}

/** What the law owes for a flight leg: paid by itself, or seen to by a person. */
export type EntitlementPlan = {
  kind: 'entitlement'
  leg: string
  /** What else the cause may have been called when something was granted for it. */
  otherNames?: string[]
} & (PaidByItself | AskedOfAPerson | TakenBack)

export interface PaidByItself {
  /** All that is owed for the leg: what was granted for it before is taken off by the delivery. */
  pays: OwedMoney
  /** Minor units that may be granted by themselves within an hour, in this currency. */
  perHourMinor: number
}

/** What was granted before is not owed, as is known by now. */
export interface TakenBack {
  takesBack: { amountMinor: number; currency: string }
  /** Why nothing is owed. */
  why: string
}

export interface AskedOfAPerson {
  /** What there is to work out or to pay. */
  ask: string
}

export const entitlement: Traits = {
  name: { en: 'statutory compensation', 'zh-CN': '法定补偿' },
  grants: true,
  owedByLaw: true,
  brings: 'compensation',
}
