import { isMail } from '../../../member/notes.ts'
import { mailFields } from '../../fields/received.ts'
import { type Fact, filtersOf } from '../types.ts'
import { sinceLast } from './since-last.ts'

export const lastMail: Fact = {
  name: 'lastMail',
  family: 'mails',
  type: { kind: 'duration' },
  description: { en: 'the time since the last email to the member', 'zh-CN': '距最近一次向会员发送邮件的时间' },
  absent: { en: 'no email is known: satisfies only present: false', 'zh-CN': '没有已知邮件：仅满足 present: false' },
  example: 'lastMail: { class: marketing, atLeast: 14d }',
  params: filtersOf(mailFields),
  measure: ({ filters }) => sinceLast(isMail, filters, mailFields),
}
