import { DAY, HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/**
 * Complaints and surveys from systems that know no cards: by address or booking. Some addresses move from one member to
 * another, before or after.
 */
export function withoutCards(author: Author, chance: Chance): void {
  if (!chance.is(0.4)) return
  for (const told of chance.some(author.told('member.updated'), 0.5)) addressMoves(told.memberId!, told.at)
  for (const memberId of chance.some(author.members, 0.3)) addressMoves(memberId, author.instant(0.2, 0.8))
  const means = [...addressesOf(author), ...bookingsOf(author)]
  for (let count = chance.between(1, 4); count > 0; count--) tell(chance.pick(means))

  /** One member mostly leaves an address, and another one gets it. */
  function addressMoves(memberId: string, at: number): void {
    const other = chance.pick(author.members)
    if (other === memberId) return
    if (chance.is(0.6))
      author.event('member.updated', memberId, at, { email: `${memberId.toLowerCase()}-moved@example.com` })
    const later = at + chance.pick([0, MINUTE, HOUR, DAY])
    author.event('member.updated', other, later, { email: `${memberId.toLowerCase()}@example.com` })
  }

  function tell(by: Record<string, string>): void {
    const at = author.instant(0.3, 1)
    if (chance.is(0.5)) author.withoutCard('survey.answered', at, { ...by, nps: chance.between(0, 10) })
    else {
      const complaint = { complaintId: author.id('complaint'), category: 'service', severity: chance.between(1, 5) }
      author.withoutCard('complaint.filed', at, { ...by, ...complaint })
    }
  }
}

function addressesOf(author: Author): Record<string, string>[] {
  return author.members.map((memberId) => ({ email: `${memberId.toLowerCase()}@example.com` }))
}

function bookingsOf(author: Author): Record<string, string>[] {
  return author.told('booking.created').map(({ detail }) => ({ pnr: String(detail.pnr) }))
}

/** A flight that is told without its list of passengers: who is booked on it hears of it. The list comes later, if at all. */
export function lateLists(author: Author, chance: Chance): void {
  if (!chance.is(0.4)) return
  const departs = author.instant(0.4, 0.9)
  const leg = { carrier: 'CA', flightNumber: '811', from: 'PEK', to: 'SHA', scheduledDeparture: iso(departs) }
  const { scheduledDeparture: departsAt, ...segment } = leg
  const booked = chance.some(author.members, 0.6)
  for (const memberId of booked) {
    const at = departs - chance.pick([HOUR, 6 * DAY, 20 * DAY])
    const pnr = author.id('L').replace('-', '')
    author.event('booking.created', memberId, at, { pnr, flights: [{ ...segment, departsAt, cabin: 'Y' }] })
    if (chance.is(0.2))
      author.event('booking.cancelled', memberId, departs - chance.pick([30 * MINUTE, 5 * DAY]), { pnr })
  }
  const kind = chance.pick(['cancellation', 'delay'])
  const more = { kind, cause: 'technical', extraordinary: false, carrierLicence: 'CN', arrivalDelayMinutes: 300 }
  author.flight(departs - chance.pick([MINUTE, 2 * HOUR]), { ...leg, ...more, certainty: 'estimated' })
  if (!chance.is(0.7)) return
  const passengers = chance.some(author.members, 0.7).map((memberId) => ({ memberId, pnr: 'LATE1' }))
  if (passengers.length > 0) author.flight(departs + chance.pick([HOUR, 10 * HOUR]), { ...leg, ...more, passengers })
}
