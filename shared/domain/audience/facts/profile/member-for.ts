import { enrolmentNotKnown } from '../absences.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const memberFor: Fact = {
  name: 'memberFor',
  family: 'profile',
  type: { kind: 'duration' },
  description: { en: 'the time since the member enrolled', 'zh-CN': '入会至今的时间' },
  absent: enrolmentNotKnown,
  example: 'memberFor: { atLeast: 365d }',
  params: {},
  measure: () => ({ kind: 'elapsed', since: (subject) => profileIn(subject).enrolledOn }),
}
