import type { Segment } from '../../../../contract/index.ts'
import { isBooked } from '../../../member/fold/bookings.ts'
import type { Booking } from '../../../member/member.ts'
import { itemTest } from '../../fields/field.ts'
import { travelFields } from '../../fields/travel.ts'
import type { Bound } from '../types.ts'

/** The flights of a booking that pass all the filters; none if it is cancelled. */
export function segmentsOf(bound: Bound): (booking: Booking) => readonly Segment[] {
  const test = itemTest(bound.filters, travelFields)
  return (booking) => {
    if (!isBooked(booking)) return []
    return test ? booking.created.flights.filter(test) : booking.created.flights
  }
}
