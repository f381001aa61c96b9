import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const gender: Fact = {
  name: 'gender',
  family: 'profile',
  type: { kind: 'text' },
  description: { en: 'gender, in the airline’s own words', 'zh-CN': '性别（以航空公司的记录为准）' },
  absent: notSaid,
  example: 'gender: female',
  params: {},
  measure: fixed((subject) => profileIn(subject).gender),
}
