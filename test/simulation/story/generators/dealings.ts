import { DAY, HOUR } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/** In the currency that is counted, in one with a rate, and in one without. */
const FARES = [
  { amount: 500.5, currency: 'CNY' },
  { amount: 61.2, currency: 'EUR' },
  { amount: 70, currency: 'USD' },
]

/** What else members do: complain of something that is no flight, answer surveys, book and cancel. */
export function dealings(author: Author, chance: Chance): void {
  const fares = chance.of('fares')
  for (const memberId of author.members) {
    if (chance.is(0.4)) complain(author, chance, memberId)
    if (chance.is(0.4))
      author.event('survey.answered', memberId, author.instant(0.1, 1), { nps: chance.between(0, 10) })
    for (let count = chance.pick([0, 0, 1, 1, 2]); count > 0; count--) book(author, chance, memberId, fares)
  }
}

/**
 * Some bookings in another currency are cancelled late, and grants taken back: by then the rulebook says other values, or none, and
 * the campaign may have left it.
 */
export function regrets(author: Author, chance: Chance): void {
  for (const { at, memberId, detail } of author.told('booking.created')) {
    const { pnr, fare } = detail as { pnr: string; fare?: { currency: string } }
    if (memberId === undefined || fare?.currency !== 'EUR' || !chance.is(0.5)) continue
    author.event('booking.cancelled', memberId, Math.max(at + HOUR, author.instant(0.9, 1.5)), { pnr })
  }
  for (const memberId of author.members)
    if (chance.is(0.5)) author.happens(author.instant(0.9, 1.5), { is: 'reverse', memberId })
}

function complain(author: Author, chance: Chance, memberId: string): void {
  const filed = author.instant(0.1, 0.9)
  const complaintId = author.id('complaint')
  author.event('complaint.filed', memberId, filed, {
    complaintId,
    category: 'service',
    severity: chance.between(1, 5),
  })
  if (chance.is(0.5)) {
    author.event('complaint.resolved', memberId, filed + chance.pick([1000, HOUR, 4 * DAY]), {
      complaintId,
      outcome: 'upheld',
    })
  }
}

function book(author: Author, chance: Chance, memberId: string, fares: Chance): void {
  const at = author.instant(0.1, 0.9)
  const pnr = author.id('P').replace(/[^A-Za-z0-9]/g, '')
  const departsAt = iso(at + chance.between(2, 40) * DAY)
  const flights = [{ carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', departsAt, cabin: 'Y' }]
  author.event('booking.created', memberId, at, { pnr, flights, fare: fares.pick(FARES) })
  if (chance.is(0.25)) author.event('booking.cancelled', memberId, at + chance.pick([1000, HOUR, DAY]), { pnr })
}
