import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author, Told } from '../author.ts'

/**
 * Flights as they really happen: a disruption is told in steps, and what came of it in the end. Estimates grow, a cancelled
 * flight is put on again, members are given another one, and the flight arrives or nobody says when.
 */
export function asItHappens(author: Author, chance: Chance): void {
  for (const told of chance.some(author.told('flight.disrupted'), 0.6)) {
    const { scheduledDeparture, passengers, kind, ...detail } = told.detail
    const departs = Date.parse(String(scheduledDeparture))
    const listed = (passengers as { memberId: string; pnr: string }[]).filter(({ memberId }) =>
      author.members.includes(memberId),
    )
    const leg = legIn(told)
    if (kind === 'delay') {
      if (chance.is(0.5))
        author.flight(
          departs,
          {
            ...leg,
            passengers: listed.map((each) => ({ ...each, ...(chance.is(0.4) && { boarded: chance.is(0.5) }) })),
          },
          'flight.boarded',
        )
      for (let steps = chance.between(0, 3); steps > 0; steps--)
        author.flight(departs + chance.between(-120, 60) * MINUTE, {
          ...detail,
          ...leg,
          kind,
          certainty: 'estimated',
          arrivalDelayMinutes: chance.between(20, 400),
          passengers,
        })
      if (chance.is(0.7))
        author.flight(departs + chance.between(10, 40) * HOUR, {
          ...detail,
          ...leg,
          kind,
          certainty: 'actual',
          arrivalDelayMinutes: chance.between(100, 400),
          departureDelayMinutes: chance.between(60, 300),
          passengers: listed.map((each) => ({ ...each, ...(chance.is(0.8) && { boarded: chance.is(0.9) }) })),
        })
    }
    if (kind === 'cancellation' && chance.is(0.3))
      author.flight(
        departs + chance.pick([-30 * MINUTE, HOUR, 5 * HOUR]),
        { ...leg, passengers: listed },
        'flight.reinstated',
      )
    if (kind === 'cancellation')
      for (const { memberId, pnr } of chance.some(listed, 0.3))
        author.event('flight.rebooked', memberId, departs + chance.pick([-HOUR, HOUR]), {
          pnr,
          flight: leg,
          departsEarlierMinutes: chance.pick([0, 90]),
          arrivesLaterMinutes: chance.pick([60, 150, 300]),
        })
  }
}

function legIn({ detail }: Told) {
  const { carrier, flightNumber, from, to, scheduledDeparture } = detail
  return { carrier, flightNumber, from, to, scheduledDeparture }
}
