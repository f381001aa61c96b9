import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const timeZone: Fact = {
  name: 'timeZone',
  family: 'profile',
  type: { kind: 'text', names: 'timeZone', like: 'Asia/Shanghai' },
  description: { en: 'the member’s time zone', 'zh-CN': '会员所在时区' },
  absent: notSaid,
  example: 'timeZone: Asia/Shanghai',
  params: {},
  measure: fixed((subject) => profileIn(subject).timeZone),
}
