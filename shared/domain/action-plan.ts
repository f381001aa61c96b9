import type { Basis, Cabin } from '../events/index.ts'
import type { OwedMoney } from './law/owed.ts'

/**
 * What a step of a campaign comes to for one member: decided once, when the gates let it pass, and carried to its
 * delivery. Deliveries add nothing of their own to it but the ledger's and the claim's answer.
 */
export type ActionPlan = EmailPlan | UpgradeOfferPlan | CompensationPlan | ServiceTaskPlan | EntitlementPlan

export interface EmailPlan {
  kind: 'email'
  template: string
  /** A locale, or `member`: the member's own at the time of the send. */
  locale: string
  /** Service mail whose campaign says so may be sent a second time where it is unknown whether it was. */
  resendIfUnknown: boolean
}

export interface UpgradeOfferPlan {
  kind: 'upgradeOffer'
  offerId: string
  cabin: Exclude<Cabin, 'Y'>
  expiresAt: number
  /** The flight leg it is for: the next one booked in a lower cabin. */
  leg?: string
}

export interface CompensationPlan {
  kind: 'compensation'
  basis: Basis
  /** The grant's permanent key: {@link grantKeyOf}. */
  grantKey: string
  pays: 'miles' | 'voucher' | 'cash'
  /** Miles, or minor units of `currency`. */
  amount: number
  currency?: string
  reason: string
  /** What it costs, in minor units: of the budget's currency, else of what is paid. */
  costMinor: number
  /** Goodwill is paid from a budget, up to its limit. What the law owes is owed without one. */
  budget?: string
  /** A second person must approve it, within this time. */
  approval?: { within: number }
}

/** One cause pays once on each basis, however it comes in: `<canonical cause>+<basis>`. */
export function grantKeyOf(cause: string, basis: Basis): string {
  return `${cause}+${basis}`
}

export interface ServiceTaskPlan {
  kind: 'serviceTask'
  title: string
  detail: string
}

/** What the law owes for a flight leg: paid by itself, or seen to by a person. */
export type EntitlementPlan = { kind: 'entitlement'; leg: string } & (PaidByItself | AskedOfAPerson)

export interface PaidByItself {
  /** All that is owed for the leg: what was granted for it before is taken off by the delivery. */
  pays: OwedMoney
  /** Minor units that may be granted by themselves within an hour, in this currency. */
  perHourMinor: number
}

export interface AskedOfAPerson {
  /** What there is to work out or to pay. */
  ask: string
}
