import { at, booked, DAY, flightOf, flown, HOUR, iso, leg, MINUTE, type Newsroom, ROUTES } from './entries.ts'
import { enrol, memberIdOf, type Person, person } from './people.ts'
import type { Dice } from './random.ts'

const [shuttle, south, west] = ROUTES as [(typeof ROUTES)[0], (typeof ROUTES)[0], (typeof ROUTES)[0]]
const london = ROUTES[6]!
const newYork = ROUTES[7]!
const losAngeles = ROUTES[8]!

interface Stage {
  news: Newsroom
  dice: Dice
  /** The id of the offer that the `come-back` step makes for a member's complaint. */
  offerIdOf(memberId: string, complaintId: string): string
}

/** One after the other, each with members of its own; together they pass every campaign and every gate. */
export function tellStories(stage: Stage): void {
  const { news, dice } = stage
  let number = 0
  const member = (given: Partial<Person>): Person => {
    number += 1
    const defaults = { consent: true, birthDate: '1985-02-11', timeZone: 'Asia/Shanghai', locale: 'zh-CN' }
    const someone = person(dice, number, { ...defaults, ...given })
    enrol(news, someone)
    return someone
  }
  const complains = (of: Person, when: number, severity: number, more: Record<string, unknown> = {}): string => {
    const complaintId = `CMP-${of.memberId}-${iso(when).slice(5, 10)}`
    const text = of.locale.startsWith('zh')
      ? '等了很久也没有人来说明情况。'
      : 'We waited for hours and nobody told us why.'
    const detail = { memberId: of.memberId, complaintId, category: 'service', severity, text, channel: 'web', ...more }
    news.say('complaint.filed', when, detail)
    return complaintId
  }
  const resolves = (of: Person, complaintId: string, when: number, satisfaction: number) =>
    news.say('complaint.resolved', when, { memberId: of.memberId, complaintId, outcome: 'upheld', satisfaction })

  wonBack()
  apologies()
  refusedByGates()
  badAddresses()
  disruptions()
  regulars()
  silent()
  birthdays()
  identities()
  badEvents()
  putOnAgain(leg(shuttle, at('09-12 18:30')), [member({ flights: 12 }), member({ flights: 12, consent: false })])

  /** A gold member complains, gets miles and an apology, does not book, is asked back, accepts and books. */
  function wonBack(): void {
    const lin = member({ givenName: '晓雨', familyName: '林', tier: 'gold', flights: 34 })
    const flight = leg(shuttle, at('09-02 08:30'))
    flown(news, lin.memberId, flight, 'Y', 210)
    const complaintId = complains(lin, at('09-02 15:10'), 5, { category: 'delay', flight: flightOf(flight) })
    resolves(lin, complaintId, at('09-05 10:00'), 4)
    const offerId = stage.offerIdOf(lin.memberId, complaintId)
    news.say('offer.accepted', at('09-18 09:20'), { memberId: lin.memberId, offerId })
    booked(news, lin.memberId, 'LNXY34', at('09-18 09:40'), leg(shuttle, at('10-12 08:30')))
  }

  /** By severity and tier, in both languages; one rebooks before she is asked back. */
  function apologies(): void {
    const grace = member({
      locale: 'en',
      givenName: 'Grace',
      familyName: 'Dunmoor',
      timeZone: 'Europe/London',
      flights: 22,
    })
    complains(grace, at('09-03 10:00', '+01:00'), 3, { category: 'onboard' })
    booked(news, grace.memberId, 'GRCDM2', at('09-10 19:00'), leg(london, at('11-02 13:00')))
    const shen = member({ tier: 'platinum', flights: 61 })
    complains(shen, at('09-08 11:30'), 4, { category: 'crew' })
    const ben = member({ locale: 'en', givenName: 'Ben', timeZone: 'America/New_York', flights: 25 })
    complains(ben, at('09-09 09:15', '-04:00'), 2, { category: 'booking' })
  }

  /** Each is stopped, or held, by another gate. */
  function refusedByGates(): void {
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
    booked(news, openCase.memberId, 'PNCSE7', at('09-07 10:00'), leg(south, at('10-20 09:00')))
    flown(news, openCase.memberId, leg(shuttle, at('09-12 08:30')), 'Y')

    const seldom = member({ tier: undefined, flights: 2 })
    complains(seldom, at('09-13 10:00'), 4)

    const withdraws = member({ flights: 28 })
    complains(withdraws, at('09-19 10:00'), 3)
    const detail = { memberId: withdraws.memberId, channel: 'email', granted: false, source: 'app' }
    news.say('consent.changed', at('09-19 11:00'), detail)
  }

  /** SES's own addresses for trying a hard bounce and a spam report; both are not written to again. */
  function badAddresses(): void {
    const bounces = member({ email: 'bounce@simulator.amazonses.com', flights: 23 })
    complains(bounces, at('09-07 10:00'), 3)
    complains(bounces, at('09-21 10:00'), 3)
    const reports = member({ email: 'complaint@simulator.amazonses.com', flights: 27, locale: 'en' })
    complains(reports, at('09-07 11:00'), 3)
    complains(reports, at('09-22 10:00'), 3)
  }

  /** Under each law; by day and by night; and one who also complains of the same flight. */
  function disruptions(): void {
    const share = { tier: 'silver', flights: 12 }
    const wei = member({ ...share, tier: 'gold', flights: 33 })
    const passengers = [wei, member(share), member(share), member({ ...share, consent: false })]
    const cancelled = leg(shuttle, at('09-10 18:00'))
    disrupted('cancellation', cancelled, at('09-10 16:20'), 'CN', passengers, { noticeDays: 0 })
    complains(wei, at('09-11 09:00'), 4, { category: 'cancellation', flight: flightOf(cancelled) })

    const english = { ...share, locale: 'en', timeZone: 'Europe/London' }
    const toLondon = [member(english), member(english), member(share)]
    lateToLondon(leg(london, at('09-14 13:00')), toLondon)
    disrupted('deniedBoarding', leg(london, at('09-17 13:00')), at('09-17 13:30'), 'EU', [member(english)], {})
    const american = { ...share, locale: 'en', timeZone: 'America/New_York' }
    const toNewYork = [member(american), member(american)]
    disrupted('baggageDelay', leg(newYork, at('09-20 14:00')), at('09-21 11:00'), 'US', toNewYork, {})
    const byNight = [member(share), member(share)]
    const diverted = leg(west, at('09-23 21:00'))
    disrupted('diversion', diverted, at('09-23 23:40'), 'CN', byNight, { arrivalDelayMinutes: 300 })
    for (const { memberId } of byNight) flown(news, memberId, diverted, 'Y', 300)
    disrupted('downgrade', leg(losAngeles, at('09-24 20:00')), at('09-24 19:30'), 'CN', [member(share)], {})
    disrupted('delay', leg(south, at('09-25 09:00')), at('09-25 12:30'), 'CN', [member(share)], {
      arrivalDelayMinutes: 45,
    })
  }

  /** Cancelled, and put on again before anything was paid. */
  function putOnAgain(flight: ReturnType<typeof leg>, passengers: readonly Person[]): void {
    disrupted('cancellation', flight, at('09-12 17:00'), 'CN', passengers, { noticeDays: 0 })
    news.say('flight.reinstated', at('09-12 17:40'), { ...flightOf(flight), passengers: listed(flight, passengers) })
    for (const { memberId } of passengers) flown(news, memberId, flight, 'Y', 20)
  }

  function listed(flight: ReturnType<typeof leg>, passengers: readonly Person[]) {
    return passengers.map(({ memberId }, seat) => ({ memberId, pnr: `XW${flight.flightNumber}${seat}`, cabin: 'Y' }))
  }

  /**
   * One flight from its first estimate to the money: told of once a band, paid on how late it came, and of the third of
   * them, whom nobody reports to have flown, a colleague finds out.
   */
  function lateToLondon(flight: ReturnType<typeof leg>, passengers: readonly Person[]): void {
    const estimates: [when: string, minutes: number][] = [
      ['11:40', 45],
      ['12:10', 130],
      ['12:30', 150],
      ['13:20', 190],
      ['14:00', 250],
    ]
    for (const [when, arrivalDelayMinutes] of estimates)
      disrupted('delay', flight, at(`09-14 ${when}`), 'UK', passengers, { certainty: 'estimated', arrivalDelayMinutes })
    for (const { memberId } of passengers.slice(0, 2)) flown(news, memberId, flight, 'Y', 235)
  }

  function disrupted(
    kind: string,
    flight: ReturnType<typeof leg>,
    when: number,
    carrierLicence: string,
    passengers: readonly Person[],
    more: Record<string, unknown>,
  ): void {
    news.say('flight.disrupted', when, {
      ...flightOf(flight),
      scheduledArrival: iso(flight.departsAt + Math.round(flight.distanceKm / 800) * HOUR),
      kind,
      cause: 'technical',
      extraordinary: false,
      carrierLicence,
      ...more,
      passengers: listed(flight, passengers),
    })
  }

  /** The same route in economy again and again, with the next flight booked. */
  function regulars(): void {
    for (let i = 0; i < 12; i++) {
      const regular = member({ flights: dice.between(18, 40), economy: 1, lastFlightOn: '2026-08-28' })
      const day = at('09-03 08:30') + i * DAY
      booked(news, regular.memberId, `RGLR${10 + i}`, day - DAY, leg(shuttle, day + 30 * DAY))
      flown(news, regular.memberId, leg(shuttle, day), 'Y', dice.between(-10, 40))
      flown(news, regular.memberId, leg(shuttle, day + 7 * DAY), 'Y', dice.between(-10, 40))
    }
  }

  /** Silent for 180 days on a day of this month. One flies again just in time; one books after the first letter. */
  function silent(): void {
    for (let i = 0; i < 22; i++) {
      const quiet = member({
        flights: dice.between(10, 30),
        lastFlightOn: new Date(Date.UTC(2026, 2, 7 + i)).toISOString().slice(0, 10),
        locale: i % 4 === 0 ? 'en' : 'zh-CN',
        consent: i % 9 !== 5,
      })
      if (i === 12) flown(news, quiet.memberId, leg(south, at('09-10 09:00')), 'Y')
      if (i === 3) booked(news, quiet.memberId, 'BCKAGN', at('09-12 20:00'), leg(south, at('10-25 09:00')))
    }
  }

  function birthdays(): void {
    for (const [i, day] of ['04', '09', '13', '18', '23', '27'].entries()) {
      member({ birthDate: `198${i}-09-${day}`, flights: 9, ...(i % 2 && { locale: 'en', timeZone: 'Europe/London' }) })
    }
  }

  /** Two cards of one person, one who asks to be forgotten, and a name that tries to be a program. */
  function identities(): void {
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
  function badEvents(): void {
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
    booked(news, changesMind, 'CNCLD1', when, leg(shuttle, at('10-28 08:30')))
    const cancelled = { id: 'sample-cancelled-first', occurredAt: iso(when + 3 * MINUTE), memberId: changesMind }
    news.put(when - 1, {
      Source: 'airline.pss',
      DetailType: 'booking.cancelled',
      Detail: { ...cancelled, pnr: 'CNCLD1' },
    })
  }
}
