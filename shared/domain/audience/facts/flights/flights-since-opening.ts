import { noneIsZero } from '../absences.ts'
import { flown, flownParams, ones } from '../flown.ts'
import type { Fact } from '../types.ts'

export const flightsSinceOpening: Fact = {
  name: 'flightsSinceOpening',
  family: 'flights',
  type: { kind: 'number', counting: true },
  description: {
    en: 'how many flights Wingback has received, without the opening balance',
    'zh-CN': '期初余额之后收到的已飞航班数',
  },
  absent: noneIsZero,
  example: 'flightsSinceOpening: { atLeast: 2 }',
  params: flownParams,
  measure: (bound) => flown(bound, ones, false),
}
