import type { Cabin } from '../../../contract/index.ts'
import { shortHash } from '../../hash.ts'
import { dateAt } from '../legs.ts'
import { type Flown, type FlownMonth, LIMITS, type Member } from '../member.ts'
import { insertNewestFirst } from '../order.ts'
import type { Folds } from './fold.ts'

export const flightFolds: Pick<Folds, 'flight.completed'> = {
  'flight.completed': (draft, event) => {
    addFlights(draft, [
      {
        at: event.occurredAt,
        tie: shortHash(event.id, 6),
        carrier: event.carrier,
        flightNumber: event.flightNumber,
        from: event.from,
        to: event.to,
        date: dateAt(event.from, event.scheduledDeparture),
        cabin: event.cabin,
        distanceKm: Math.round(event.distanceKm),
        fare: event.fare,
        delayMinutes: event.arrivalDelayMinutes,
      },
    ])
  },
}

/** Adds flights to a draft. The newest stay in the list, the others are summed by month: the same in any order. */
export function addFlights(draft: Member, flights: readonly Flown[]): void {
  for (const flight of flights) draft.flights = insertNewestFirst(draft.flights, flight)
  const fallen = draft.flights.slice(LIMITS.flights)
  if (fallen.length === 0) return
  draft.flights = draft.flights.slice(0, LIMITS.flights)
  draft.flownByMonth = addMonths(draft.flownByMonth, fallen.map(monthOf))
}

/** Months as one list, oldest first; of more than are kept, the oldest kept one holds everything before it too. */
export function addMonths(months: readonly FlownMonth[], more: readonly FlownMonth[]): FlownMonth[] {
  const byMonth = new Map<string, FlownMonth>()
  for (const month of [...months, ...more]) {
    const known = byMonth.get(month.month)
    byMonth.set(month.month, known ? sum(known, month, month.month) : month)
  }
  const all = [...byMonth.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
  while (all.length > LIMITS.months) {
    const oldest = all.shift()!
    all[0] = sum(oldest, all[0]!, all[0]!.month)
  }
  return all
}

function monthOf(flight: Flown): FlownMonth {
  const cabins: Record<Cabin, number> = { F: 0, C: 0, W: 0, Y: 0 }
  cabins[flight.cabin] = 1
  return {
    month: new Date(flight.at).toISOString().slice(0, 7),
    flights: 1,
    distanceKm: flight.distanceKm,
    spendMinor: flight.fare ? { [flight.fare.currency]: flight.fare.amountMinor } : {},
    cabins,
  }
}

function sum(a: FlownMonth, b: FlownMonth, month: string): FlownMonth {
  const spendMinor = { ...a.spendMinor }
  for (const [currency, minor] of Object.entries(b.spendMinor))
    spendMinor[currency] = (spendMinor[currency] ?? 0) + minor
  return {
    month,
    flights: a.flights + b.flights,
    distanceKm: a.distanceKm + b.distanceKm,
    spendMinor,
    cabins: {
      F: a.cabins.F + b.cabins.F,
      C: a.cabins.C + b.cabins.C,
      W: a.cabins.W + b.cabins.W,
      Y: a.cabins.Y + b.cabins.Y,
    },
  }
}
