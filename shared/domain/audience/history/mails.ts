import { LIMITS, type MailNote, type Member } from '../../member/member.ts'
import { isMail } from '../../member/notes.ts'
import { type Filters, itemTest } from '../fields/field.ts'
import { mailFields } from '../fields/received.ts'
import { historyOf } from './history.ts'

const kept = {
  family: 'mails',
  atMost: LIMITS.mails,
  days: 90,
  items: (member: Member) => member.mails.filter(isMail),
  fields: mailFields,
  passes: (where: Filters) => itemTest(where, mailFields),
} as const

/** Emails, each counted once. Sent is dated by its claim. */
export const mailHistory = {
  'email.sent': historyOf<MailNote>({
    ...kept,
    event: 'email.sent',
    description: { en: 'an email was sent', 'zh-CN': '发出了邮件' },
    at: (mail) => mail.claimedAt,
  }),
  'email.delivered': historyOf<MailNote>({
    ...kept,
    event: 'email.delivered',
    description: { en: 'an email was delivered', 'zh-CN': '邮件已送达' },
    at: (mail) => mail.deliveredAt,
  }),
  'email.opened': historyOf<MailNote>({
    ...kept,
    event: 'email.opened',
    description: {
      en: 'an email was opened for the first time (weak evidence: scanners open emails too)',
      'zh-CN': '邮件首次被打开（证据较弱：扫描程序也会打开邮件）',
    },
    at: (mail) => mail.openedAt,
  }),
  'email.clicked': historyOf<MailNote>({
    ...kept,
    event: 'email.clicked',
    description: { en: 'a link in an email was clicked for the first time', 'zh-CN': '邮件中的链接首次被点击' },
    at: (mail) => mail.clickedAt,
  }),
}
