import { itemTest } from '../../fields/field.ts'
import { mailFields } from '../../fields/received.ts'
import { type Fact, filtersOf } from '../types.ts'

export const lastMail: Fact = {
  name: 'lastMail',
  family: 'mails',
  type: { kind: 'duration' },
  description: { en: 'the time since the member was last sent a mail', 'zh-CN': '距最近一次向会员发送邮件的时间' },
  absent: { en: 'no mail is known: satisfies only present: false', 'zh-CN': '没有已知邮件：仅满足 present: false' },
  example: 'lastMail: { class: marketing, atLeast: 14d }',
  params: filtersOf(mailFields),
  measure: ({ filters }) => {
    const test = itemTest(filters, mailFields)
    return {
      kind: 'elapsed',
      since: ({ member }) => {
        let last: number | undefined
        for (const mail of member.mails) {
          if ((!test || test(mail)) && (last === undefined || mail.claimedAt > last)) last = mail.claimedAt
        }
        return last
      },
    }
  },
}
