import { DAY } from '../../../calendar.ts'
import type { Fact } from '../types.ts'
import { fewBookings, middleOfBookings } from './of-bookings.ts'

export const usualLeadDays: Fact = {
  name: 'usualLeadDays',
  family: 'bookings',
  type: { kind: 'number', unit: 'days' },
  description: {
    en: 'how many days before the first departure the member usually books: the middle of the bookings kept (the last 24)',
    'zh-CN': '会员通常提前多少天预订（按保留的最近 24 个预订的中位数，以首个航班出发为准）',
  },
  absent: fewBookings,
  example: 'usualLeadDays: { atMost: 3 }',
  params: {},
  measure: middleOfBookings(({ created: { at, flights } }) => {
    const departsAt = Math.min(...flights.map((flight) => flight.departsAt))
    return Math.max(0, Math.floor((departsAt - at) / DAY))
  }),
}
