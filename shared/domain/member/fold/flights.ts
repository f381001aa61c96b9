import type { AirlineEvent } from '../../../contract/index.ts'
import { wordOn } from '../account.ts'
import { bareLeg, dateAt } from '../legs.ts'
import { type Flown, LIMITS, type Member } from '../member.ts'
import { insertNewestFirst, retold } from '../order.ts'
import type { Folds } from './fold.ts'
import { addToMonths, isInMonths } from './months.ts'
import { addDisruptions } from './troubles.ts'

export const flightFolds: Pick<Folds, 'flight.completed'> = {
  'flight.completed': (draft, event) => {
    addFlights(draft, [flownOf(event)])
    if (event.unread?.includes('arrivalDelayMinutes')) addDisruptions(draft, [wordOn(event, event, {}, ['delay'])])
  },
}

export function flownOf(event: AirlineEvent<'flight.completed'>): Flown {
  return {
    at: event.occurredAt,
    eventId: event.id,
    carrier: event.carrier,
    flightNumber: event.flightNumber,
    from: event.from,
    to: event.to,
    date: dateAt(event.from, event.scheduledDeparture),
    cabin: event.cabin,
    distanceKm: Math.round(event.distanceKm),
    fare: event.fare,
    delayMinutes: event.arrivalDelayMinutes,
  }
}

/**
 * Adds flights to a draft. A leg that is told again is the same flight. The legs of the latest dates stay in the list, the
 * others are summed by month: a leg's date does not change, so the same fall out in any order.
 */
export function addFlights(draft: Member, flights: readonly Flown[]): void {
  for (const flight of flights) {
    const known = draft.flights.find((each) => isSameLeg(each, flight))
    if (known) {
      const others = draft.flights.filter((each) => each !== known)
      draft.flights = insertNewestFirst(others, retold(known, flight))
    } else {
      addLeg(draft, flight)
    }
  }
}

function addLeg(draft: Member, flight: Flown): void {
  const all = insertNewestFirst(draft.flights, flight)
  const falls = all.length > LIMITS.flights ? all.reduce((a, b) => (isLaterLeg(a, b) ? b : a)) : undefined
  // Of two cards that are merged each may have been told of it.
  if (falls === flight && isInMonths(draft.flownByMonth, flight) === 'yes') return
  draft.flights = all.filter((each) => each !== falls)
  if (falls) draft.flownByMonth = addToMonths(draft.flownByMonth, falls)
}

/**
 * Whether a leg is a part of a sum already, or may be: it cannot be told from the rest of it any more, and counted twice it
 * would be wrong for ever.
 */
export function isSummedUp({ flights, flownByMonth }: Member, flight: Flown): 'no' | 'yes' | 'maybe' {
  const stays = flights.length < LIMITS.flights || flights.some((each) => !isLaterLeg(each, flight))
  return stays ? 'no' : isInMonths(flownByMonth, flight)
}

function isSameLeg(a: Flown, b: Flown): boolean {
  return a.date === b.date && a.from === b.from && a.to === b.to && bareLeg(a) === bareLeg(b)
}

function isLaterLeg(a: Flown, b: Flown): boolean {
  return a.date > b.date || (a.date === b.date && bareLeg(a) > bareLeg(b))
}
