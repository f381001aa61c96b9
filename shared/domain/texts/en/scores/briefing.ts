import { cabins } from '../cabins.ts'

/** What `wingback briefing` and its page say. */
export const briefing = {
  nobody: ({ flight, date }: { flight: string; date: string }) => `No member is booked on ${flight} on ${date}.`,
  leg: ({ flight, route, departs }: { flight: string; route: string; departs: string }) =>
    `${flight} ${route}, departs ${departs}`,
  cabins,
  cabin: ({ cabin, members, shown }: { cabin: string; members: number; shown: number }) =>
    shown < members
      ? `${cabin}: ${members} members, the first ${shown}`
      : `${cabin}: ${members === 1 ? '1 member' : `${members} members`}`,
  heads: ['name', 'card', 'tier', 'value', 'churn risk', 'preferences', 'last trouble', 'given since'],
  values: { high: 'high', potential: 'potential', ordinary: 'ordinary' },
  troubles: {
    delay: 'delay',
    cancellation: 'cancelled flight',
    diversion: 'diverted flight',
    deniedBoarding: 'denied boarding',
    downgrade: 'downgrade',
    baggageDelay: 'delayed baggage',
    complaint: 'complaint',
  },
  /** About what somebody complained; of no case of its own here. */
  complaint: ({ category, isOpen }: { category: string; isOpen: boolean }) =>
    `complaint (${category}${isOpen ? ', open' : ''})`,
  trouble: ({
    what,
    minutes,
    on,
    flight,
  }: {
    what: string
    minutes?: number | undefined
    on: string
    flight?: string | undefined
  }) => [what, minutes && `of ${minutes} min`, flight && `on ${flight}`, on].filter(Boolean).join(' '),
  nothing: 'nothing',
  foot: ({ asOf, zone, churn }: { asOf: string; zone: string; churn: string }) =>
    `As of ${asOf} (${zone}); churn model ${churn}. For the crew of this flight only: destroy it after the flight.`,
}
