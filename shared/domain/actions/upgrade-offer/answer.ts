import type { OfferRecord } from './record.ts'

/** What becomes of an answer to an offer as it stands. `open`: it may be taken. */
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
