import type { OfferRecord } from './record.ts'

/** The result of answering an offer in its current state. `open`: it may be accepted. */
export function judgeAnswer(
  offer: OfferRecord | undefined,
  answer: 'accepted' | 'declined',
  now: number,
): 'open' | 'answered' | 'expired' | 'answered-otherwise' | 'unknown' {
  if (!offer) return 'unknown'
  if (offer.state === answer) return 'answered'
  if (offer.state !== 'issued') return 'answered-otherwise'
  return now < offer.expiresAt ? 'open' : 'expired'
}
