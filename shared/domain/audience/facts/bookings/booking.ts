import { travelFields } from '../../fields/travel.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf } from '../types.ts'
import { segmentsOf } from './segments.ts'

export const booking: Fact = {
  name: 'booking',
  family: 'bookings',
  type: { kind: 'number', counting: true },
  description: { en: 'how many booked flights have not departed yet', 'zh-CN': '已预订且尚未起飞的航班数' },
  absent: noneIsZero,
  example: 'booking: { departsDuring: next month, cabin: Y, atLeast: 1 }',
  params: {
    departsWithin: {
      kind: 'within',
      description: {
        en: 'departing within this time from now, such as 72h, 30d',
        'zh-CN': '从现在起这段时间内出发，例如 72h、30d',
      },
    },
    departsBetween: {
      kind: 'betweenAhead',
      description: {
        en: 'departing between two dates, [2026-10-01, 2026-10-07], or this long from now, [7d, 14d]; both ends count',
        'zh-CN': '在两个日期之间 [2026-10-01, 2026-10-07] 或若干时间之后 [7d, 14d] 出发（含两端）',
      },
    },
    departsDuring: {
      kind: 'duringAhead',
      description: {
        en: 'departing in this week, month, quarter, half-year or year, or the next one: this week, next month',
        'zh-CN': '在本（this）或下一（next）周、月、季度、半年、年内出发，例如 this week、next month',
      },
    },
    bookedInLast: {
      kind: 'inLast',
      description: { en: 'booked in this time, such as 7d', 'zh-CN': '在这段时间内预订的，例如 7d' },
    },
    ...filtersOf(travelFields),
  },
  measure: (bound) => {
    const segments = segmentsOf(bound)
    const { ahead, window } = bound
    return {
      kind: 'timeline',
      at: ({ member, calendar }, instant) => {
        if (member.bookings.length === 0) return 0
        const from = ahead.from(instant, calendar)
        const end = ahead.end(instant, calendar)
        const booked = window.from(instant, calendar)
        let count = 0
        for (const booking of member.bookings) {
          if (!booking.created || booking.created.at < booked) continue
          for (const { departsAt } of segments(booking)) {
            if (departsAt > instant && departsAt >= from && departsAt < end) count++
          }
        }
        return count
      },
      changes: ({ member, calendar }) => {
        const instants: number[] = []
        for (const booking of member.bookings) {
          for (const { departsAt } of segments(booking)) {
            instants.push(ahead.enters(departsAt, calendar), ahead.leaves(departsAt, calendar), departsAt)
            instants.push(window.leaves(booking.created!.at, calendar))
          }
        }
        return instants
      },
    }
  },
}
