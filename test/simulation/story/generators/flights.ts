import { DAY, HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/** A passenger's card that cannot be read: set aside alone. */
export const UNREADABLE = 'CA#0012'

/** Flights: flown, disrupted with everybody on board, complained of, by the same passengers about the same leg. */
export function flights(author: Author, chance: Chance): void {
  for (let count = chance.between(1, 4); count > 0; count--) {
    const departs = author.instant(0.1, 0.9)
    const leg = {
      carrier: 'CA',
      flightNumber: String(chance.between(700, 709)),
      from: chance.pick(['PEK', 'LHR']),
      to: chance.pick(['SHA', 'JFK']),
      scheduledDeparture: iso(departs),
    }
    const passengers = chance.some(author.members, 0.7)
    const trouble = chance.is(0.6)
    if (trouble) disrupt(author, chance, leg, departs, passengers)
    for (const memberId of passengers) {
      if (chance.is(0.5)) {
        const cabin = chance.pick(['Y', 'Y', 'C'])
        author.event('flight.completed', memberId, departs + 3 * HOUR, { ...leg, cabin, distanceKm: 1100 })
      }
      if (chance.is(trouble ? 0.5 : 0.15)) complain(author, chance, memberId, departs, leg)
    }
  }
}

function disrupt(author: Author, chance: Chance, leg: object, departs: number, passengers: readonly string[]): void {
  author.flight(departs - chance.pick([0, HOUR, 2 * HOUR]), {
    ...leg,
    kind: chance.pick(['cancellation', 'delay', 'deniedBoarding']),
    arrivalDelayMinutes: chance.between(60, 400),
    cause: 'technical',
    extraordinary: chance.is(0.2),
    carrierLicence: chance.pick(['CN', 'EU']),
    passengers: [
      ...passengers.map((memberId) => ({ memberId, pnr: 'ABC123', cabin: 'Y' })),
      ...(chance.is(0.1) ? [{ memberId: UNREADABLE, pnr: 'ABC123' }] : []),
    ],
  })
}

function complain(author: Author, chance: Chance, memberId: string, departs: number, leg: object): void {
  const filed = departs + chance.pick([10 * MINUTE, 5 * HOUR, 2 * DAY])
  const complaintId = author.id('complaint')
  const severity = chance.between(1, 5)
  author.event('complaint.filed', memberId, filed, { complaintId, category: 'delay', severity, flight: leg })
  if (chance.is(0.4)) {
    const outcome = chance.pick(['upheld', 'goodwill', 'rejected'])
    author.event('complaint.resolved', memberId, filed + chance.pick([HOUR, 3 * DAY]), { complaintId, outcome })
  }
}
