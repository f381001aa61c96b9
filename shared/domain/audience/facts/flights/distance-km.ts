import { noneIsZero } from '../absences.ts'
import { flown, flownParams, kilometres } from '../flown.ts'
import type { Fact } from '../types.ts'

export const distanceKm: Fact = {
  name: 'distanceKm',
  family: 'flights',
  type: { kind: 'number', unit: 'km', counting: true },
  description: { en: 'kilometres flown, including the opening balance', 'zh-CN': '飞行里程（公里，含期初余额）' },
  absent: noneIsZero,
  example: 'distanceKm: { inLast: 365d, atLeast: 40000 }',
  params: flownParams,
  measure: (bound) => flown(bound, kilometres),
}
