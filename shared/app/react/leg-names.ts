import type { Flight } from '../../contract/flight.ts'
import { legOf } from '../../domain/member/legs.ts'
import type { Ports } from '../../ports/index.ts'

/** The names of a leg that its event tells, its own first: numbers it is sold under, days it was to depart on. */
export function namesToldIn(event: Flight): string[] {
  const { marketedAs = [], earlierDepartures = [] } = event.type === 'flight.disrupted' ? event : {}
  const departures = event.type === 'flight.rescheduled' ? [event.newDeparture] : earlierDepartures
  const flights = [
    event,
    ...marketedAs.map((sold) => ({ ...event, ...sold })),
    ...departures.map((scheduledDeparture) => ({ ...event, scheduledDeparture })),
  ]
  return [...new Set(flights.map(legOf))]
}

/** No leg has more. An event with more mixes flights up, and their passengers would be taken for each other. */
export const NAMES_AT_MOST = 12

/** All known names of the events' legs, an event's own names first. */
export async function allNames(names: readonly string[], { legNames }: Pick<Ports, 'legNames'>): Promise<string[]> {
  const all = [...new Set(names)]
  for (let asked = 0; asked < all.length && all.length < NAMES_AT_MOST; asked++)
    for (const other of await legNames.of(all[asked]!)) if (!all.includes(other)) all.push(other)
  return all.slice(0, Math.max(NAMES_AT_MOST, names.length))
}
