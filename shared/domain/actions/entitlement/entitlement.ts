import type { OwedMoney } from '../../law/owed-for-leg.ts'

/** What the law owes for the flight, in money. */
export interface EntitlementSpec {
  kind: 'entitlement'
}

/** What the law owes for a flight leg: paid automatically, or handed to a person. */
export type EntitlementPlan = {
  kind: 'entitlement'
  leg: string
  /** Other names the cause may have had when something was granted for it. */
  otherNames?: string[]
  /** How long customer service has, where it becomes a task of theirs. */
  within?: number | undefined
} & (PaidByItself | AskedOfAPerson | TakenBack)

export interface PaidByItself {
  /** The full amount owed for the leg: the delivery subtracts what was granted before. */
  pays: OwedMoney
  /** Minor units of this currency that may be granted automatically within an hour. */
  perHourMinor: number
}

/** It turned out that what was granted before is not owed. */
export interface TakenBack {
  takesBack: { amountMinor: number; currency: string }
  /** Why nothing is owed. */
  why: string
}

export interface AskedOfAPerson {
  /** What a person has to find out or pay. */
  ask: string
  /** What the task is about, if not what is owed for the flight: each matter is a task of its own. */
  matter?: string
}

declare module '../kinds.ts' {
  interface Kinds {
    entitlement: { spec: EntitlementSpec; plan: EntitlementPlan }
  }
}
