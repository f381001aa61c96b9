import type { OfferRecord, Offers } from '../../ports.ts'
import { judgeAnswer } from '../answer-offer.ts'

/** Offers in memory. */
export function createMemoryOffers(): Offers {
  const offers = new Map<string, OfferRecord>()

  return {
    async issue(offer) {
      if (offers.has(offer.offerId)) return false
      offers.set(offer.offerId, { ...offer })
      return true
    },
    async read(offerId) {
      const offer = offers.get(offerId)
      return offer && { ...offer }
    },
    async answer(offerId, answer, now) {
      const offer = offers.get(offerId)
      const verdict = judgeAnswer(offer, answer, now)
      if (verdict !== 'open') return verdict
      offers.set(offerId, { ...offer!, state: answer, answeredAt: now })
      return 'answered'
    },
  }
}
