import { isBooked } from '../../../member/fold/bookings.ts'
import { travelFields } from '../../fields/travel.ts'
import { type Fact, filtersOf } from '../types.ts'
import { segmentsOf } from './segments.ts'

export const lastBooking: Fact = {
  name: 'lastBooking',
  family: 'bookings',
  type: { kind: 'duration' },
  description: {
    en: 'the time since the latest booking that was not cancelled',
    'zh-CN': '距最近一次（未取消的）预订的时间',
  },
  absent: {
    en: 'no booking is known: satisfies only present: false',
    'zh-CN': '没有已知预订：仅满足 present: false',
  },
  example: 'lastBooking: { atLeast: 60d }',
  params: filtersOf(travelFields),
  measure: (bound) => {
    const segments = segmentsOf(bound)
    const isFiltered = Object.keys(bound.filters).length > 0
    return {
      kind: 'elapsed',
      since: ({ member }) => {
        const made = member.bookings.filter((booking) =>
          isFiltered ? segments(booking).length > 0 : isBooked(booking),
        )
        return made.length > 0 ? Math.max(...made.map(({ created }) => created!.at)) : undefined
      },
    }
  },
}
