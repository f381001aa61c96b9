import type { Cabin } from '../../../contract/index.ts'
import type { Traits } from '../traits.ts'

/** A higher cabin, offered for some time. */
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

export const upgradeOffer: Traits = {
  name: { en: 'upgrade offer', 'zh-CN': '升舱优惠' },
  sells: true,
  brings: 'offer',
}
