import { flightOf, HOUR, iso, type Leg, type Newsroom } from './entries.ts'
import { enrol, type Person, person } from './people.ts'
import type { Dice } from './random.ts'

export interface Stage {
  news: Newsroom
  dice: Dice
  /** The id of the offer that the `come-back` step makes for a member's complaint. */
  offerIdOf(memberId: string, complaintId: string): string
}

/** Those whom stories are of, and what happens to them in more than one. */
export interface Cast extends Stage {
  /** Somebody new, enrolled. */
  member(given: Partial<Person>): Person
  /** Gives the complaint's id. */
  complains(of: Person, when: number, severity: number, more?: Record<string, unknown>): string
  resolves(of: Person, complaintId: string, when: number, satisfaction: number): void
  disrupted(
    kind: string,
    flight: Leg,
    when: number,
    passengers: readonly Person[],
    more: { carrierLicence: string } & Record<string, unknown>,
  ): void
}

export function castOf(stage: Stage): Cast {
  const { news, dice } = stage
  let number = 0
  return {
    ...stage,
    member(given) {
      number += 1
      const defaults = { consent: true, birthDate: '1985-02-11', timeZone: 'Asia/Shanghai', locale: 'zh-CN' }
      const someone = person(dice, number, { ...defaults, ...given })
      enrol(news, someone)
      return someone
    },
    complains(of, when, severity, more = {}) {
      const complaintId = `CMP-${of.memberId}-${iso(when).slice(5, 10)}`
      const text = of.locale.startsWith('zh')
        ? '等了很久也没有人来说明情况。'
        : 'We waited for hours and nobody told us why.'
      const detail = {
        memberId: of.memberId,
        complaintId,
        category: 'service',
        severity,
        text,
        channel: 'web',
        ...more,
      }
      news.say('complaint.filed', when, detail)
      return complaintId
    },
    resolves(of, complaintId, when, satisfaction) {
      news.say('complaint.resolved', when, { memberId: of.memberId, complaintId, outcome: 'upheld', satisfaction })
    },
    disrupted(kind, flight, when, passengers, more) {
      news.say('flight.disrupted', when, {
        ...flightOf(flight),
        scheduledArrival: iso(flight.departsAt + Math.round(flight.distanceKm / 800) * HOUR),
        kind,
        cause: 'technical',
        extraordinary: false,
        ...more,
        passengers: listed(flight, passengers),
      })
    },
  }
}

export function listed(flight: Leg, passengers: readonly Person[]) {
  return passengers.map(({ memberId }, seat) => ({ memberId, pnr: `XW${flight.flightNumber}${seat}`, cabin: 'Y' }))
}
