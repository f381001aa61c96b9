import type { Cast } from './cast.ts'
import { listed } from './cast.ts'
import { at, booked, DAY, flightOf, flown, type Leg, leg, ROUTES } from './entries.ts'
import type { Person } from './people.ts'

const [shuttle, south, west] = ROUTES as [(typeof ROUTES)[0], (typeof ROUTES)[0], (typeof ROUTES)[0]]
const london = ROUTES[6]!
const newYork = ROUTES[7]!
const losAngeles = ROUTES[8]!

/** Under each law; by day and by night; and one who also complains of the same flight. */
export function disruptions(cast: Cast): void {
  const { news, member, complains, disrupted } = cast
  const share = { tier: 'silver', flights: 12 }
  const wei = member({ ...share, tier: 'gold', flights: 33 })
  const passengers = [wei, member(share), member(share), member({ ...share, consent: false })]
  const cancelled = leg(shuttle, at('09-10 18:00'))
  disrupted('cancellation', cancelled, at('09-10 16:20'), passengers, { carrierLicence: 'CN', noticeDays: 0 })
  complains(wei, at('09-11 09:00'), 4, { category: 'cancellation', flight: flightOf(cancelled) })

  const english = { ...share, locale: 'en', timeZone: 'Europe/London' }
  const toLondon = [member(english), member(english), member(share)]
  lateToLondon(cast, leg(london, at('09-14 13:00')), toLondon)
  disrupted('deniedBoarding', leg(london, at('09-17 13:00')), at('09-17 13:30'), [member(english)], {
    carrierLicence: 'EU',
  })
  const american = { ...share, locale: 'en', timeZone: 'America/New_York' }
  const toNewYork = [member(american), member(american)]
  disrupted('baggageDelay', leg(newYork, at('09-20 14:00')), at('09-21 11:00'), toNewYork, { carrierLicence: 'US' })
  const again = { memberId: toNewYork[0]!.memberId, pnr: 'SLWBG1', flight: leg(newYork, at('09-29 14:00')) }
  booked(news, at('09-22 10:00'), again)
  const byNight = [member(share), member(share)]
  const diverted = leg(west, at('09-23 21:00'))
  disrupted('diversion', diverted, at('09-23 23:40'), byNight, { carrierLicence: 'CN', arrivalDelayMinutes: 300 })
  for (const { memberId } of byNight) flown(news, memberId, diverted, 'Y', 300)
  disrupted('downgrade', leg(losAngeles, at('09-24 20:00')), at('09-24 19:30'), [member(share)], {
    carrierLicence: 'CN',
  })
  disrupted('delay', leg(south, at('09-25 09:00')), at('09-25 12:30'), [member(share)], {
    carrierLicence: 'CN',
    arrivalDelayMinutes: 45,
  })
}

/** Cancelled, and put on again before anything was paid. */
export function putOnAgain({ news, member, disrupted }: Cast): void {
  const flight = leg(shuttle, at('09-12 18:30'))
  const passengers = [member({ flights: 12 }), member({ flights: 12, consent: false })]
  disrupted('cancellation', flight, at('09-12 17:00'), passengers, { carrierLicence: 'CN', noticeDays: 0 })
  news.say('flight.reinstated', at('09-12 17:40'), { ...flightOf(flight), passengers: listed(flight, passengers) })
  for (const { memberId } of passengers) flown(news, memberId, flight, 'Y', 20)
}

/**
 * One flight from its first estimate to the money: told of once a band, paid on how late it came, and of the third of
 * them, whom nobody reports to have flown, a colleague finds out.
 */
function lateToLondon({ news, disrupted }: Cast, flight: Leg, passengers: readonly Person[]): void {
  const estimates: [when: string, minutes: number][] = [
    ['11:40', 45],
    ['12:10', 130],
    ['12:30', 150],
    ['13:20', 190],
    ['14:00', 250],
  ]
  for (const [when, arrivalDelayMinutes] of estimates)
    disrupted('delay', flight, at(`09-14 ${when}`), passengers, {
      carrierLicence: 'UK',
      certainty: 'estimated',
      arrivalDelayMinutes,
    })
  for (const { memberId } of passengers.slice(0, 2)) flown(news, memberId, flight, 'Y', 235)
}

/** The same route in economy again and again, with the next flight booked. */
export function regulars({ news, dice, member }: Cast): void {
  for (let i = 0; i < 12; i++) {
    const regular = member({ flights: dice.between(18, 40), economy: 1, lastFlightOn: '2026-08-28' })
    const day = at('09-03 08:30') + i * DAY
    booked(news, day - DAY, {
      memberId: regular.memberId,
      pnr: `RGLR${10 + i}`,
      flight: leg(shuttle, day + 30 * DAY),
    })
    flown(news, regular.memberId, leg(shuttle, day), 'Y', dice.between(-10, 40))
    flown(news, regular.memberId, leg(shuttle, day + 7 * DAY), 'Y', dice.between(-10, 40))
  }
}

/** Silent for 180 days on a day of this month. One flies again just in time; one books after the first letter. */
export function silent({ news, dice, member }: Cast): void {
  for (let i = 0; i < 22; i++) {
    const quiet = member({
      flights: dice.between(10, 30),
      lastFlightOn: new Date(Date.UTC(2026, 2, 7 + i)).toISOString().slice(0, 10),
      locale: i % 4 === 0 ? 'en' : 'zh-CN',
      consent: i % 9 !== 5,
    })
    if (i === 12) flown(news, quiet.memberId, leg(south, at('09-10 09:00')), 'Y')
    if (i === 3)
      booked(news, at('09-12 20:00'), {
        memberId: quiet.memberId,
        pnr: 'BCKAGN',
        flight: leg(south, at('10-25 09:00')),
      })
  }
}
