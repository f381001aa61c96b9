import type { Segment } from '../../../events/index.ts'
import { isBooked } from '../../member/fold/bookings.ts'
import type { Booking } from '../../member/member.ts'
import { itemTest } from '../fields/field.ts'
import { travelFields } from '../fields/travel.ts'
import { addDated } from '../measures/measure.ts'
import { type Bound, type Fact, filtersOf, noneIsZero, windows } from './types.ts'

/** The booked segments of a booking that pass the filters; none where it is cancelled. */
function segmentsOf(bound: Bound): (booking: Booking) => readonly Segment[] {
  const test = itemTest(bound.filters, travelFields)
  return (booking) => {
    if (!isBooked(booking)) return []
    return test ? booking.created.flights.filter(test) : booking.created.flights
  }
}

/** What the member has booked. A filter asks that one of the booking's flights passes them all. */
export const bookingFacts = {
  bookings: {
    name: 'bookings',
    family: 'bookings',
    type: { kind: 'number', counting: true },
    description: { en: 'how many bookings were made that are not cancelled', 'zh-CN': '已创建且未取消的预订数' },
    absent: noneIsZero,
    example: 'bookings: { inLast: 30d, atLeast: 1 }',
    params: { ...windows, ...filtersOf(travelFields) },
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
  },
  upcomingBooking: {
    name: 'upcomingBooking',
    family: 'bookings',
    type: { kind: 'number', counting: true },
    description: { en: 'how many bookings have a flight still ahead', 'zh-CN': '仍有未出行航班的预订数' },
    absent: noneIsZero,
    example: 'upcomingBooking: { departsWithin: 72h, cabin: Y }',
    params: {
      departsWithin: {
        kind: 'within',
        description: {
          en: 'departing within this time from now, such as 72h, 30d',
          'zh-CN': '从现在起这段时间内出发，例如 72h、30d',
        },
      },
      ...filtersOf(travelFields),
    },
    measure: (bound) => {
      const segments = segmentsOf(bound)
      const { ahead } = bound
      return {
        kind: 'timeline',
        at: ({ member, calendar }, instant) => {
          let count = 0
          for (const booking of member.bookings) {
            const upcoming = segments(booking).some(
              ({ departsAt }) => departsAt > instant && departsAt < ahead.end(instant, calendar),
            )
            if (upcoming) count++
          }
          return count
        },
        changes: ({ member, calendar }) =>
          member.bookings.flatMap((booking) =>
            segments(booking).flatMap(({ departsAt }) => [ahead.enters(departsAt, calendar), departsAt]),
          ),
      }
    },
  },
} as const satisfies Record<string, Fact>
