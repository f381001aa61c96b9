import type { Cabin } from '../../../contract/index.ts'

/** A higher cabin, offered for a limited time. */
export interface UpgradeOfferSpec {
  kind: 'upgradeOffer'
  cabin: Exclude<Cabin, 'Y'>
  /** Milliseconds. */
  validFor: number
}

export interface UpgradeOfferPlan {
  kind: 'upgradeOffer'
  offerId: string
  cabin: Exclude<Cabin, 'Y'>
  expiresAt: number
  /** The flight leg it is for: the next one booked in a lower cabin. */
  leg?: string | undefined
}

declare module '../kinds.ts' {
  interface Kinds {
    upgradeOffer: { spec: UpgradeOfferSpec; plan: UpgradeOfferPlan }
  }
}
