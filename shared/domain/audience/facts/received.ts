import type { OfferNote } from '../../member/member.ts'
import { itemTest } from '../fields/field.ts'
import { compensationFields, offerFields } from '../fields/received.ts'
import { addDated } from '../measures/measure.ts'
import { type Fact, filtersOf, inLast, noneIsZero, windows } from './types.ts'

const OFFER_STATES = ['open', 'accepted', 'declined', 'expired'] as const

function stateOf(offer: OfferNote, instant: number): (typeof OFFER_STATES)[number] {
  if (offer.acceptedAt !== undefined) return 'accepted'
  if (offer.declinedAt !== undefined) return 'declined'
  return offer.expiresAt > instant ? 'open' : 'expired'
}

/** What the member got from Wingback. */
export const receivedFacts = {
  offers: {
    name: 'offers',
    family: 'received',
    type: { kind: 'number', counting: true },
    description: { en: 'how many upgrade offers the member got', 'zh-CN': '收到的升舱优惠数' },
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
    measure: (bound) => {
      const { window, filters } = bound
      const test = itemTest(bound.filters, offerFields)
      const inState = (offer: OfferNote, instant: number) =>
        !filters.state || filters.state.holds(stateOf(offer, instant))
      return {
        kind: 'timeline',
        at: ({ member, calendar }, instant) => {
          const from = window.from(instant, calendar)
          return member.offers.filter(
            (offer) => offer.issuedAt >= from && (!test || test(offer)) && inState(offer, instant),
          ).length
        },
        changes: ({ member, calendar }) =>
          member.offers.flatMap((offer) => [window.leaves(offer.issuedAt, calendar), offer.expiresAt]),
      }
    },
  },
  compensations: {
    name: 'compensations',
    family: 'received',
    type: { kind: 'number', counting: true },
    description: { en: 'how many compensations the member was granted', 'zh-CN': '获得的补偿次数' },
    absent: noneIsZero,
    example: 'compensations: { inLast: 365d, is: 0 }',
    params: { ...windows, ...filtersOf(compensationFields) },
    measure: (bound) => {
      const test = itemTest(bound.filters, compensationFields)
      return {
        kind: 'sum',
        window: bound.window,
        collect: ({ member }, from, into) => {
          for (const compensation of member.compensations) {
            if (compensation.reversedAt !== undefined) continue
            if (compensation.grantedAt >= from && (!test || test(compensation)))
              addDated(into, compensation.grantedAt, 1)
          }
        },
      }
    },
  },
} as const satisfies Record<string, Fact>
