import type { CompensationNote, MailNote, OfferNote } from '../../member/member.ts'
import type { Field, Fields } from './field.ts'
import { CABIN } from './travel.ts'

const campaign: Field<{ campaign: string }> = {
  type: { kind: 'text' },
  description: { en: 'by these campaigns', 'zh-CN': '来自这些活动' },
  of: (received) => received.campaign,
}

const purpose: Field<MailNote> = {
  type: { kind: 'text', values: ['marketing', 'service'] },
  description: { en: 'marketing or service', 'zh-CN': '营销（marketing）或服务（service）' },
  of: (sent) => sent.class,
}

/** What is kept of an upgrade offer. */
export const offerFields = {
  cabin: {
    type: CABIN,
    description: { en: 'to these cabins', 'zh-CN': '升至这些舱位' },
    of: (offer) => offer.cabin,
  },
  campaign,
} as const satisfies Fields<OfferNote>

/** What is kept of a compensation. */
export const compensationFields = {
  kind: {
    type: { kind: 'text', values: ['miles', 'voucher', 'cash'] },
    description: { en: 'of these kinds', 'zh-CN': '仅限这些类型' },
    of: (compensation) => compensation.kind,
  },
  campaign,
} as const satisfies Fields<CompensationNote>

/** What is kept of a message over a channel of the airline's own. */
export const messageFields = {
  campaign,
  class: purpose,
  channel: {
    type: { kind: 'text' },
    description: { en: 'over these channels', 'zh-CN': '仅限这些渠道' },
    of: (message) => message.channel,
  },
} as const satisfies Fields<MailNote>

/** What is kept of a mail. */
export const mailFields = {
  campaign,
  class: purpose,
} as const satisfies Fields<MailNote>
