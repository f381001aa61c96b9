import { travelFields } from '../../fields/travel.ts'
import { addDated } from '../../measures/measure.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf, windows } from '../types.ts'
import { segmentsOf } from './segments.ts'

export const bookings: Fact = {
  name: 'bookings',
  family: 'bookings',
  type: { kind: 'number', counting: true },
  description: { en: 'how many bookings were made and not cancelled', 'zh-CN': '已创建且未取消的预订数' },
  absent: noneIsZero,
  example: 'bookings: { inLast: 30d, atLeast: 1 }',
  params: { ...windows, ...filtersOf(travelFields) },
  counts: 'booking.created',
  measure: (bound) => {
    const segments = segmentsOf(bound)
    return {
      kind: 'sum',
      window: bound.window,
      collect: ({ member }, from, into) => {
        for (const booking of member.bookings) {
          const { created } = booking
          if (created && created.at >= from && segments(booking).length > 0) addDated(into, created.at, 1)
        }
      },
    }
  },
}
