import { birthdayNotKnown } from '../absences.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const age: Fact = {
  name: 'age',
  family: 'profile',
  type: { kind: 'number', unit: 'years' },
  description: {
    en: 'completed years, as of today in the airline’s zone (born on 29 February: one year older on 1 March)',
    'zh-CN': '周岁，按航空公司时区的今天计算（2 月 29 日出生者在平年 3 月 1 日增岁）',
  },
  absent: birthdayNotKnown,
  example: 'age: { atLeast: 18, below: 65 }',
  params: {},
  measure: () => ({ kind: 'years', since: (subject) => profileIn(subject).birthDate }),
}
