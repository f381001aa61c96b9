import { enrolmentNotKnown } from '../absences.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const memberAnniversary: Fact = {
  name: 'memberAnniversary',
  family: 'profile',
  type: { kind: 'anniversary' },
  description: {
    en: 'days until the next anniversary of enrolment; 0d on the day (the first one is a year after enrolment)',
    'zh-CN': '距下一个入会周年日的天数；当天为 0d（首个周年日在入会一年后）',
  },
  absent: enrolmentNotKnown,
  example: 'memberAnniversary: { within: 14d }',
  params: {},
  measure: () => ({ kind: 'anniversary', date: (subject) => profileIn(subject).enrolledOn }),
}
