/** An offer as stored, once by its id. */
export interface OfferRecord {
  offerId: string
  memberId: string
  actionId: string
  campaign: string
  rulebook: string
  cabin: 'F' | 'C' | 'W'
  /** The flight it is for, if a particular one: a line for people. */
  flight?: string | undefined
  issuedAt: number
  expiresAt: number
  state: 'issued' | 'accepted' | 'declined'
  answeredAt?: number
}
