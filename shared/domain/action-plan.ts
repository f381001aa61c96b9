import type { Cabin } from '../events/index.ts'

/**
 * What a step of a campaign comes to for one member: decided once, when the gates let it pass, and carried to its
 * delivery. Deliveries add nothing of their own to it but the ledger's and the claim's answer.
 */
export type ActionPlan = EmailPlan | UpgradeOfferPlan | CompensationPlan | ServiceTaskPlan

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
  /** The grant's permanent key: the canonical cause and that it is goodwill. */
  grantKey: string
  pays: 'miles' | 'voucher' | 'cash'
  /** Miles, or minor units of `currency`. */
  amount: number
  currency?: string
  reason: string
  /** What it costs the budget, in minor units of the budget's currency. */
  costMinor: number
  budget: string
}

export interface ServiceTaskPlan {
  kind: 'serviceTask'
  title: string
  detail: string
}
