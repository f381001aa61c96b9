import { birthdayNotKnown } from '../absences.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const birthday: Fact = {
  name: 'birthday',
  family: 'profile',
  type: { kind: 'anniversary' },
  description: {
    en: 'days until the next birthday, in the airline’s zone; 0d on the day (born on 29 February: on the 28th in other years)',
    'zh-CN': '距下一个生日的天数，按航空公司时区；当天为 0d（2 月 29 日出生者在平年为 28 日）',
  },
  absent: birthdayNotKnown,
  example: 'birthday: { within: 7d }',
  params: {},
  measure: () => ({ kind: 'anniversary', date: (subject) => profileIn(subject).birthDate }),
}
