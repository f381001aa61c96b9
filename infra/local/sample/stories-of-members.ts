import type { Cast } from './cast.ts'
import { at, booked, flightOf, flown, iso, leg, MINUTE, ROUTES } from './entries.ts'
import { memberIdOf } from './people.ts'

const [shuttle, south, west] = ROUTES as [(typeof ROUTES)[0], (typeof ROUTES)[0], (typeof ROUTES)[0]]
const london = ROUTES[6]!

/** A gold member complains, gets miles and an apology, does not book, is asked back, accepts and books. */
export function wonBack({ news, member, complains, resolves, offerIdOf }: Cast): void {
  const lin = member({ givenName: '晓雨', familyName: '林', tier: 'gold', flights: 34 })
  const flight = leg(shuttle, at('09-02 08:30'))
  flown(news, lin.memberId, flight, 'Y', 210)
  const complaintId = complains(lin, at('09-02 15:10'), 5, { category: 'delay', flight: flightOf(flight) })
  resolves(lin, complaintId, at('09-05 10:00'), 4)
  const offerId = offerIdOf(lin.memberId, complaintId)
  news.say('offer.accepted', at('09-18 09:20'), { memberId: lin.memberId, offerId })
  booked(news, at('09-18 09:40'), { memberId: lin.memberId, pnr: 'LNXY34', flight: leg(shuttle, at('10-12 08:30')) })
}

/** By severity and tier, in both languages; one rebooks before she is asked back. */
export function apologies({ news, member, complains }: Cast): void {
  const grace = member({
    locale: 'en',
    givenName: 'Grace',
    familyName: 'Dunmoor',
    timeZone: 'Europe/London',
    flights: 22,
  })
  complains(grace, at('09-03 10:00', '+01:00'), 3, { category: 'onboard' })
  booked(news, at('09-10 19:00'), { memberId: grace.memberId, pnr: 'GRCDM2', flight: leg(london, at('11-02 13:00')) })
  const shen = member({ tier: 'platinum', flights: 61 })
  complains(shen, at('09-08 11:30'), 4, { category: 'crew' })
  const ben = member({ locale: 'en', givenName: 'Ben', timeZone: 'America/New_York', flights: 25 })
  complains(ben, at('09-09 09:15', '-04:00'), 2, { category: 'booking' })
}

/** Each is stopped, or held, by another gate. */
export function refusedByGates({ news, member, complains }: Cast): void {
  const noConsent = member({ consent: false, tier: 'gold', flights: 30 })
  complains(noConsent, at('09-04 12:00'), 4)

  const lateEvening = member({ flights: 26 })
  complains(lateEvening, at('09-06 20:30'), 3)
  const lateInLondon = member({ locale: 'en', timeZone: 'Europe/London', flights: 40 })
  complains(lateInLondon, at('09-11 21:40', '+01:00'), 3)

  const often = member({ tier: 'gold', flights: 45 })
  for (const day of ['14', '15', '16', '17']) complains(often, at(`09-${day} 10:00`), 2)

  const openCase = member({ flights: 24, economy: 1 })
  complains(openCase, at('09-05 13:00'), 1, { category: 'baggage' })
  booked(news, at('09-07 10:00'), {
    memberId: openCase.memberId,
    pnr: 'PNCSE7',
    flight: leg(south, at('10-20 09:00')),
  })
  flown(news, openCase.memberId, leg(shuttle, at('09-12 08:30')), 'Y')

  const seldom = member({ tier: undefined, flights: 2 })
  complains(seldom, at('09-13 10:00'), 4)

  const withdraws = member({ flights: 28 })
  complains(withdraws, at('09-19 10:00'), 3)
  const detail = { memberId: withdraws.memberId, channel: 'email', granted: false, source: 'app' }
  news.say('consent.changed', at('09-19 11:00'), detail)
}

/** SES's own addresses for trying a hard bounce and a spam report; both are not written to again. */
export function badAddresses({ member, complains }: Cast): void {
  const bounces = member({ email: 'bounce@simulator.amazonses.com', flights: 23 })
  complains(bounces, at('09-07 10:00'), 3)
  complains(bounces, at('09-21 10:00'), 3)
  const reports = member({ email: 'complaint@simulator.amazonses.com', flights: 27, locale: 'en' })
  complains(reports, at('09-07 11:00'), 3)
  complains(reports, at('09-22 10:00'), 3)
}

export function birthdays({ member }: Cast): void {
  for (const [i, day] of ['04', '09', '13', '18', '23', '27'].entries()) {
    member({ birthDate: `198${i}-09-${day}`, flights: 9, ...(i % 2 && { locale: 'en', timeZone: 'Europe/London' }) })
  }
}

/** Cards that end in November: their members have flown too little to keep them, and are told while there is time. */
export function cardsThatEnd({ news }: Cast): void {
  for (const number of [15, 18, 26])
    news.say('member.updated', at('09-01 10:00'), { memberId: memberIdOf(number), tierUntil: '2026-11-20' })
}

/** Two cards of one person, one who asks to be forgotten, and a name that tries to be a program. */
export function identities({ news, member, complains }: Cast): void {
  const card = member({ flights: 7 })
  const other = member({ flights: 16, tier: 'gold' })
  flown(news, card.memberId, leg(west, at('09-04 09:00')), 'Y')
  news.say('member.merged', at('09-15 10:00'), { memberId: card.memberId, into: other.memberId })
  complains(other, at('09-16 10:00'), 3)

  const forgotten = member({ flights: 21 })
  complains(forgotten, at('09-10 10:00'), 2)
  news.say('member.erased', at('09-24 10:00'), { memberId: forgotten.memberId })
  flown(news, forgotten.memberId, leg(west, at('09-25 09:00')), 'Y')

  const clever = member({ givenName: '{{ 7 | times: 7 }}<script>', familyName: 'x', locale: 'en', flights: 30 })
  complains(clever, at('09-12 10:00'), 3)
}

/** What producers get wrong. */
export function badEvents({ news }: Cast): void {
  const memberId = memberIdOf(1)
  const again = flown(news, memberId, leg(shuttle, at('09-21 08:30')), 'Y')
  news.put(at('09-21 14:00'), again)
  news.put(at('09-08 10:00'), {
    Source: 'airline.crm',
    DetailType: 'complaint.filed',
    Detail: {
      id: 'sample-no-member',
      occurredAt: iso(at('09-08 10:00')),
      complaintId: 'CMP-LOST',
      category: 'other',
    },
  })
  news.put(at('09-16 10:00'), {
    Source: 'airline.dcs',
    DetailType: 'flight.completed',
    Detail: { id: 'sample-bad-time', memberId, occurredAt: 'yesterday', cabin: 'Y' },
  })
  const changesMind = memberIdOf(2)
  const when = at('09-20 16:00')
  booked(news, when, { memberId: changesMind, pnr: 'CNCLD1', flight: leg(shuttle, at('10-28 08:30')) })
  const cancelled = { id: 'sample-cancelled-first', occurredAt: iso(when + 3 * MINUTE), memberId: changesMind }
  news.put(when - 1, {
    Source: 'airline.pss',
    DetailType: 'booking.cancelled',
    Detail: { ...cancelled, pnr: 'CNCLD1' },
  })
}
