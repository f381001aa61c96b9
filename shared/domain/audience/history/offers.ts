import { LIMITS, type Member, type OfferNote } from '../../member/member.ts'
import { type Filters, itemTest } from '../fields/field.ts'
import { offerFields } from '../fields/received.ts'
import { historyOf } from './history.ts'

const kept = {
  family: 'received',
  atMost: LIMITS.offers,
  days: 366,
  items: (member: Member) => member.offers,
  fields: offerFields,
  passes: (where: Filters) => itemTest(where, offerFields),
} as const

/** Upgrade offers, and what was answered. */
export const offerHistory = {
  'offer.issued': historyOf<OfferNote>({
    ...kept,
    event: 'offer.issued',
    description: { en: 'an upgrade was offered', 'zh-CN': '提供了升舱优惠' },
    at: (offer) => offer.issuedAt,
  }),
  'offer.accepted': historyOf<OfferNote>({
    ...kept,
    event: 'offer.accepted',
    description: { en: 'an upgrade offer was accepted', 'zh-CN': '接受了升舱优惠' },
    at: (offer) => offer.acceptedAt,
  }),
  'offer.declined': historyOf<OfferNote>({
    ...kept,
    event: 'offer.declined',
    description: { en: 'an upgrade offer was declined', 'zh-CN': '拒绝了升舱优惠' },
    at: (offer) => offer.declinedAt,
  }),
}
