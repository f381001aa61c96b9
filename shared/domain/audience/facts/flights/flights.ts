import { noneIsZero } from '../absences.ts'
import { flown, flownParams, ones } from '../flown.ts'
import type { Fact } from '../types.ts'

export const flights: Fact = {
  name: 'flights',
  family: 'flights',
  type: { kind: 'number', counting: true },
  description: {
    en: 'how many flights the member has flown, including the opening balance',
    'zh-CN': '已飞航班数（含期初余额）',
  },
  absent: noneIsZero,
  example: 'flights: { inLast: 365d, route: PEK-SHA, atLeast: 6 }',
  params: flownParams,
  measure: (bound) => flown(bound, ones),
}
