import { isBooked } from '../../../member/fold/bookings.ts'
import type { Booking, Member } from '../../../member/member.ts'
import type { Fact } from '../types.ts'

/** Of fewer bookings nothing is a habit. */
const AT_LEAST = 3

type Booked = Booking & { created: NonNullable<Booking['created']> }

/** The middle value of what the kept bookings say, cancelled ones left out; absent where too few say it. */
export function middleOfBookings(read: (booking: Booked) => number | undefined): Fact['measure'] {
  const middle = ({ bookings }: Member): number | undefined => {
    const said = bookings.filter(isBooked).flatMap((booking) => read(booking) ?? [])
    if (said.length < AT_LEAST) return undefined
    return said.sort((a, b) => a - b)[(said.length - 1) >> 1]
  }
  return () => ({ kind: 'fixed', read: ({ member }) => middle(member) })
}

export const fewBookings = {
  en: 'fewer than three bookings are known that say so: satisfies only isNot, notIn and present: false',
  'zh-CN': '已知且含此信息的预订少于三个：仅满足 isNot、notIn 与 present: false',
}
