import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author, Told } from '../author.ts'

/** Another system tells what was told, under an id of its own and with names as it writes them; and corrects what was flown. */
export function names(author: Author, chance: Chance): void {
  for (const told of chance.some(author.told('flight.completed'), 0.3)) {
    const corrected = { ...told.detail, ...otherwise(told, chance), distanceKm: 1000 + chance.between(0, 300) }
    author.event('flight.completed', told.memberId!, told.at + chance.pick([1000, HOUR]), corrected)
  }
  for (const told of chance.some(author.told('flight.disrupted'), 0.3)) {
    author.flight(told.at + chance.pick([MINUTE, HOUR]), { ...told.detail, ...otherwise(told, chance) })
  }
}

/** The same flight, as one writes it who fills up numbers, or who has the airline's ICAO designator. */
function otherwise({ detail }: Told, chance: Chance): Record<string, unknown> {
  return chance.pick([
    { carrier: 'CCA' },
    { flightNumber: `CA${detail.flightNumber}` },
    { flightNumber: `0${detail.flightNumber}`.slice(-4), from: String(detail.from).toLowerCase() },
  ])
}
