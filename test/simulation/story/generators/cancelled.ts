import { DAY, HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/** The flights of these stories; no other story is about them. */
const FROM_LONDON = { carrier: 'CA', from: 'LHR', to: 'JFK' }

/** A flight is cancelled, and a changed booking alone says that the member was given another one, and which. */
export function givenAnother(author: Author, chance: Chance): void {
  for (const memberId of chance.some(author.members, 0.3)) {
    const departs = author.instant(0.5, 0.9)
    const pnr = author.id('G').replace('-', '')
    const fly = (flightNumber: string, departsAt: number) => ({
      ...FROM_LONDON,
      flightNumber,
      departsAt: iso(departsAt),
    })
    const booked = (at: number, flight: object) =>
      author.event('booking.created', memberId, at, { pnr, flights: [{ ...flight, cabin: 'Y' }] })
    booked(departs - 3 * DAY, fly('821', departs))
    cancel(author, departs - chance.pick([5 * HOUR, 2 * DAY]), '821', departs, { memberId, pnr })
    const later = chance.pick([60, 200, 300]) * MINUTE
    booked(departs - chance.pick([HOUR, 4 * HOUR]), fly('822', departs + later))
    const { departsAt: scheduledDeparture, ...flight } = fly('822', departs + later)
    author.event('flight.completed', memberId, departs + later + chance.pick([9 * HOUR, 2 * DAY]), {
      ...{ ...flight, scheduledDeparture, cabin: 'Y', distanceKm: 5540 },
      arrivalDelayMinutes: chance.pick([0, 150, 400]),
    })
  }
}

/** What nobody can read, in a field that decides whether anything is owed. Some are corrected. */
export const UNREADABLE_TIME = 'last week'

export function unreadable(author: Author, chance: Chance): void {
  for (const memberId of chance.some(author.members, 0.25)) {
    const departs = author.instant(0.5, 0.9)
    const passenger = { memberId, pnr: author.id('U').replace('-', '') }
    cancel(author, departs - HOUR, '831', departs, passenger, { toldAt: UNREADABLE_TIME })
    if (chance.is(0.3)) cancel(author, departs + HOUR, '831', departs, passenger, { toldAt: iso(departs - HOUR) })
  }
}

function cancel(
  author: Author,
  at: number,
  flightNumber: string,
  departs: number,
  passenger: { memberId: string; pnr: string },
  more: object = {},
): void {
  author.flight(at, {
    ...{ ...FROM_LONDON, flightNumber, scheduledDeparture: iso(departs) },
    ...{ kind: 'cancellation', cause: 'technical', extraordinary: false, carrierLicence: 'CN' },
    ...more,
    passengers: [passenger],
  })
}
