import { isBooked } from '../../../member/fold/bookings.ts'
import type { Subject } from '../../condition.ts'
import type { Fact } from '../types.ts'

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
  params: {},
  measure: () => ({ kind: 'elapsed', since: lastAt }),
}

function lastAt({ member }: Subject): number | undefined {
  let last: number | undefined
  for (const booking of member.bookings) {
    if (isBooked(booking) && (last === undefined || booking.created.at > last)) last = booking.created.at
  }
  return last
}
