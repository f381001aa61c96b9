import { fareOf } from '../../member/bookings.ts'
import { type Booking, LIMITS, type Member } from '../../member/member.ts'
import { type Filters, itemTest } from '../fields/field.ts'
import { travelFields } from '../fields/travel.ts'
import { historyOf } from './history.ts'

const kept = {
  family: 'bookings',
  atMost: LIMITS.bookings,
  days: 90,
  items: (member: Member) => member.bookings,
  fields: travelFields,
  /** One flight of the booking passes all of the filters. */
  passes: (where: Filters) => {
    const test = itemTest(where, travelFields)
    return test && (({ created }: Booking) => created?.flights.some(test) ?? false)
  },
} as const

/** Bookings: those whose last flight departs latest are kept, so that future ones always are. */
export const bookingHistory = {
  'booking.created': historyOf<Booking>({
    ...kept,
    event: 'booking.created',
    description: {
      en: 'a booking was made, cancelled later or not',
      'zh-CN': '创建了预订（无论之后是否取消）',
    },
    at: ({ created }) => created?.at,
    isOf: ({ created }, eventId) => created?.eventId === eventId,
    sums: {
      fare: {
        type: { kind: 'money', counting: true },
        description: { en: 'the price of the bookings, in one currency', 'zh-CN': '预订金额（单一货币）' },
        of: (booking, currency) => {
          const fare = fareOf(booking)
          return fare?.currency === currency ? fare!.amountMinor : 0
        },
      },
    },
  }),
  'booking.cancelled': historyOf<Booking>({
    ...kept,
    event: 'booking.cancelled',
    description: { en: 'a booking was cancelled', 'zh-CN': '取消了预订' },
    at: ({ cancelled }) => cancelled?.at,
    isOf: ({ cancelled }, eventId) => cancelled?.eventId === eventId,
  }),
}
