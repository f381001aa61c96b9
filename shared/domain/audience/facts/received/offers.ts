import type { OfferNote } from '../../../member/member.ts'
import { itemTest } from '../../fields/field.ts'
import { offerFields } from '../../fields/received.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf, inLast } from '../types.ts'

const OFFER_STATES = ['open', 'accepted', 'declined', 'expired'] as const

export const offers: Fact = {
  name: 'offers',
  family: 'received',
  type: { kind: 'number', counting: true },
  description: { en: 'how many upgrade offers the member received', 'zh-CN': '收到的升舱优惠数' },
  absent: noneIsZero,
  example: 'offers: { inLast: 90d, state: declined }',
  params: {
    inLast,
    state: {
      kind: 'filter',
      type: { kind: 'text', values: OFFER_STATES },
      description: {
        en: 'open, accepted, declined or expired now',
        'zh-CN': '当前状态：open、accepted、declined、expired',
      },
    },
    ...filtersOf(offerFields),
  },
  counts: 'offer.issued',
  measure: (bound) => {
    const { window, filters } = bound
    const test = itemTest(bound.filters, offerFields)
    const inState = (offer: OfferNote, instant: number) =>
      !filters.state || filters.state.holds(stateOf(offer, instant))
    return {
      kind: 'timeline',
      at: ({ member, calendar }, instant) => {
        const from = window.from(instant, calendar)
        let count = 0
        for (const offer of member.offers) {
          if (offer.issuedAt >= from && (!test || test(offer)) && inState(offer, instant)) count++
        }
        return count
      },
      changes: ({ member, calendar }) => {
        const instants: number[] = []
        for (const { issuedAt, expiresAt } of member.offers) instants.push(window.leaves(issuedAt, calendar), expiresAt)
        return instants
      },
    }
  },
}

function stateOf(offer: OfferNote, instant: number): (typeof OFFER_STATES)[number] {
  if (offer.acceptedAt !== undefined) return 'accepted'
  if (offer.declinedAt !== undefined) return 'declined'
  return offer.expiresAt > instant ? 'open' : 'expired'
}
