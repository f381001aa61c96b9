import { asWritten, type Findings } from '../../law/finding.ts'
import type { OwedMoney } from '../../law/owed-for-leg.ts'

/** What the law owes for the flight, in money. */
export interface EntitlementSpec {
  kind: 'entitlement'
}

/** What the law owes for a flight leg: paid automatically, or handed to a person. */
export type EntitlementPlan = About & (PlannedNow | PlannedBefore)

interface About {
  kind: 'entitlement'
  leg: string
  /** Other names the cause may have had when something was granted for it. */
  otherNames?: string[]
  /** How long customer service has, where it becomes a task of theirs. */
  within?: number | undefined
}

type PlannedNow = PaidByItself | AskedOfAPerson | TakenBack

export interface PaidByItself {
  /** The full amount owed for the leg: the delivery subtracts what was granted before. */
  owes: OwedMoney
  /** Minor units of this currency that may be granted automatically within an hour. */
  perHourMinor: number
}

/** It turned out that what was granted before is not owed. */
export interface TakenBack {
  takesBack: { amountMinor: number; currency: string }
  /** Why nothing is owed. */
  because: Findings
}

export interface AskedOfAPerson {
  /** What a person has to find out or pay. */
  asks: Findings
  /** What the task is about, if not what is owed for the flight: each matter is a task of its own. */
  matter?: string
}

/** Of before findings were codes: what is in an outbox since then. */
type PlannedBefore =
  | { pays: Omit<OwedMoney, 'findings'> & { reason: string }; perHourMinor: number }
  | { ask: string; matter?: string }
  | (Omit<TakenBack, 'because'> & { why: string })

/** The plan as it would be made now. */
export function planNow(plan: EntitlementPlan): About & PlannedNow {
  if ('pays' in plan) {
    const { pays, ...rest } = plan
    const { reason, ...owes } = pays
    return { ...rest, owes: { ...owes, findings: asWritten(reason) } }
  }
  if ('ask' in plan) {
    const { ask, ...rest } = plan
    return { ...rest, asks: asWritten(ask) }
  }
  if ('why' in plan) {
    const { why, ...rest } = plan
    return { ...rest, because: asWritten(why) }
  }
  return plan
}

declare module '../kinds.ts' {
  interface Kinds {
    entitlement: { spec: EntitlementSpec; plan: EntitlementPlan }
  }
}
