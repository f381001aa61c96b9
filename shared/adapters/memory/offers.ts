import { judgeAnswer } from '../../domain/actions/upgrade-offer/answer.ts'
import type { OfferRecord, Offers } from '../../ports/index.ts'

/** Offers in memory, by member. */
export function createMemoryOffers(): Offers {
  const members = new Map<string, Map<string, OfferRecord>>()
  const find = (memberId: string, offerId: string) => members.get(memberId)?.get(offerId)

  return {
    async issue(offer) {
      if (find(offer.memberId, offer.offerId)) return false
      const offers = members.get(offer.memberId) ?? new Map()
      members.set(offer.memberId, offers.set(offer.offerId, { ...offer }))
      return true
    },
    async read(memberId, offerId) {
      const offer = find(memberId, offerId)
      return offer && { ...offer }
    },
    async answer(memberId, offerId, answer, now) {
      const offer = find(memberId, offerId)
      const verdict = judgeAnswer(offer, answer, now)
      if (verdict !== 'open') return verdict
      members.get(memberId)!.set(offerId, { ...offer!, state: answer, answeredAt: now })
      return 'answered'
    },
    async list(memberId) {
      return [...(members.get(memberId)?.values() ?? [])].map((offer) => ({ ...offer }))
    },
    async erase(memberId) {
      members.delete(memberId)
    },
  }
}
