import { LIMITS, type MailNote, type Member } from '../../member/member.ts'
import { isMail } from '../../member/notes.ts'
import { type Filters, itemTest } from '../fields/field.ts'
import { messageFields } from '../fields/received.ts'
import { historyOf } from './history.ts'

const kept = {
  family: 'mails',
  atMost: LIMITS.mails,
  days: 90,
  items: (member: Member) => member.mails.filter((note) => !isMail(note)),
  fields: messageFields,
  passes: (where: Filters) => itemTest(where, messageFields),
} as const

/** Messages over channels of the airline's own, by their gateways' answers: each kind of answer counts once per message. */
export const messageHistory = {
  'message.sent': historyOf<MailNote>({
    ...kept,
    event: 'message.sent',
    description: { en: 'a gateway sent a message', 'zh-CN': '网关发出了消息' },
    at: (message) => message.sentAt,
  }),
  'message.delivered': historyOf<MailNote>({
    ...kept,
    event: 'message.delivered',
    description: { en: 'a message was delivered', 'zh-CN': '消息已送达' },
    at: (message) => message.deliveredAt,
  }),
  'message.opened': historyOf<MailNote>({
    ...kept,
    event: 'message.opened',
    description: { en: 'a message was opened for the first time', 'zh-CN': '消息首次被打开' },
    at: (message) => message.openedAt,
  }),
  'message.replied': historyOf<MailNote>({
    ...kept,
    event: 'message.replied',
    description: { en: 'the member replied to a message for the first time', 'zh-CN': '会员首次回复消息' },
    at: (message) => message.repliedAt,
  }),
  'message.failed': historyOf<MailNote>({
    ...kept,
    event: 'message.failed',
    description: { en: 'a gateway could not send a message', 'zh-CN': '网关未能发送消息' },
    at: (message) => message.failedAt,
  }),
}
