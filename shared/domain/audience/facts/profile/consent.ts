import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const consent: Fact = {
  name: 'consent',
  family: 'profile',
  type: { kind: 'boolean' },
  description: { en: 'whether the member agreed to marketing by e-mail', 'zh-CN': '是否同意接收营销邮件' },
  absent: { en: 'never absent: who did not say so has not agreed', 'zh-CN': '不会缺失：未表示同意即为未同意' },
  example: 'consent: true',
  params: {},
  measure: fixed((subject) => profileIn(subject).consentEmail === true),
}
