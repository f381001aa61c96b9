import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const locale: Fact = {
  name: 'locale',
  family: 'profile',
  type: { kind: 'text', names: 'locale', like: 'zh-CN' },
  description: { en: 'the language the member reads', 'zh-CN': '会员的语言' },
  absent: notSaid,
  example: 'locale: zh-CN',
  params: {},
  measure: fixed((subject) => profileIn(subject).locale),
}
