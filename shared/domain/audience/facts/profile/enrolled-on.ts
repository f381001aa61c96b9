import { enrolmentNotKnown } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const enrolledOn: Fact = {
  name: 'enrolledOn',
  family: 'profile',
  type: { kind: 'date' },
  description: { en: 'the day on which the member enrolled', 'zh-CN': '入会日期' },
  absent: enrolmentNotKnown,
  example: 'enrolledOn: { between: [2026-01-01, 2026-06-30] }',
  params: {},
  measure: fixed((subject) => profileIn(subject).enrolledOn),
}
