import { birthdayNotKnown } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const birthDate: Fact = {
  name: 'birthDate',
  family: 'profile',
  type: { kind: 'date' },
  description: { en: 'the day of birth', 'zh-CN': '出生日期' },
  absent: birthdayNotKnown,
  example: 'birthDate: { before: 1980-01-01 }',
  params: {},
  measure: fixed((subject) => profileIn(subject).birthDate),
}
