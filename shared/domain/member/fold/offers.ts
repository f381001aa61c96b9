import type { Member } from '../member.ts'
import type { Folds } from './fold.ts'

/** An answer to an offer. If the offer is not known (any more), it changes nothing. */
export const offerFolds: Pick<Folds, 'offer.accepted' | 'offer.declined'> = {
  'offer.accepted': (draft, event) => answer(draft, event.offerId, { acceptedAt: event.occurredAt }),
  'offer.declined': (draft, event) => answer(draft, event.offerId, { declinedAt: event.occurredAt }),
}

function answer(draft: Member, offerId: string, given: { acceptedAt?: number; declinedAt?: number }): void {
  draft.offers = draft.offers.map((offer) => (offer.offerId === offerId ? { ...offer, ...given } : offer))
}
