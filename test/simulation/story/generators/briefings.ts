import { DAY, HOUR } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { type Documents, iso } from '../story.ts'

/** The campaign that hands slow bags of last month to the airport, for the next flight. */
export const TAGS = 'priority-tag'

/** The rulebooks, each with briefings so long before departure, and with the campaign of the example rulebook that tags bags. */
export function withBriefings(rulebooks: readonly Documents[], chance: Chance): Documents[] {
  const briefings = chance.pick(['2h', '6h', '24h'])
  return rulebooks.map((documents) => ({
    ...documents,
    'wingback.yaml': { ...documents['wingback.yaml'], briefings },
    'audiences/slow-bag.yaml': {
      audience: 'slow-bag',
      who: {
        disruptions: { kind: 'baggageDelay', inLast: '31d', atLeast: 1 },
        booking: { departsWithin: '24h', atLeast: 1 },
      },
    },
    [`campaigns/${TAGS}.yaml`]: {
      campaign: TAGS,
      class: 'service',
      trigger: { audience: 'slow-bag', on: 'entered' },
      audience: { audience: 'slow-bag' },
      guardrails: { oncePer: '7d', whileCaseOpen: true },
      steps: [{ serviceTask: { team: 'airport', title: 'Tag the bags', detail: 'They depart within a day.' } }],
    },
  }))
}

/** Members book flights that no other story is about, one leg for several of them; some had a slow bag, some cancel. */
export function travels(author: Author, chance: Chance): void {
  // Numbers of their own: a number flies once a day.
  const departs = { 841: author.instant(0.5, 0.9), 843: author.instant(0.9, 1) }
  for (const memberId of author.members) {
    for (const [flightNumber, departsAt] of Object.entries(departs)) {
      if (chance.is(0.3)) continue
      const pnr = author.id('B').replace('-', '')
      const booked = departsAt - chance.pick([3 * DAY, 30 * HOUR, 5 * HOUR])
      const segment = { carrier: 'CA', flightNumber, from: 'PEK', to: 'ICN', departsAt: iso(departsAt) }
      author.event('booking.created', memberId, booked, {
        pnr,
        flights: [{ ...segment, cabin: chance.pick(['Y', 'C']) }],
      })
      if (chance.is(0.2)) author.event('booking.cancelled', memberId, departsAt - chance.pick([HOUR, DAY]), { pnr })
    }
    if (!chance.is(0.6)) continue
    const flew = author.instant(0, 0.3)
    author.flight(flew + 5 * HOUR, {
      ...{ carrier: 'CA', flightNumber: '842', from: 'PEK', to: 'ICN', scheduledDeparture: iso(flew) },
      ...{ kind: 'baggageDelay', cause: 'baggage', extraordinary: false, carrierLicence: 'CN' },
      passengers: [{ memberId }],
    })
  }
}
