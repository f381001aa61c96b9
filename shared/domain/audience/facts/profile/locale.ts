import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const locale: Fact = {
  name: 'locale',
  family: 'profile',
  type: { kind: 'text', pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, like: 'zh-CN' },
  description: { en: 'the language the member reads', 'zh-CN': '会员的语言' },
  absent: notSaid,
  example: 'locale: zh-CN',
  params: {},
  measure: fixed((subject) => profileIn(subject).locale),
}
