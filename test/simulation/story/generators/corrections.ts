import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/** What was told of a complaint is told anew: which flight it is of, or that it is of another one. */
export function corrections(author: Author, chance: Chance): void {
  for (const { at, memberId, detail } of chance.some(author.told('complaint.filed'), 0.4)) {
    const later = at + chance.pick([1000, 10 * MINUTE, 5 * HOUR, 50 * HOUR, 80 * HOUR])
    const { flightNumber: own } = (detail.flight ?? {}) as { flightNumber?: string }
    const flight = {
      carrier: 'CA',
      flightNumber: chance.pick(['710', '711', '712'].filter((number) => number !== own)),
      from: 'PEK',
      to: 'SHA',
      scheduledDeparture: iso(at),
    }
    author.event('complaint.filed', memberId!, later, { ...detail, flight })
  }
}
