import { calendarOf } from '../calendar.ts'
import { airportOf } from './airports/airports.ts'
import { entitlement } from './entitlement.ts'
import { type Entitlement, type Incident, LICENCES, type Licence, REGIMES } from './incident.ts'

/** What `flight.disrupted` tells of a flight that the law asks for. */
export interface DisruptedFlight {
  kind: 'delay' | 'cancellation' | 'diversion' | 'deniedBoarding' | 'downgrade' | 'baggageDelay'
  from: string
  to: string
  /** Epoch ms. */
  scheduledDeparture: number
  arrivalDelayMinutes?: number
  noticeDays?: number
  extraordinary: boolean
  carrierLicence: string
}

/** What the airline knows besides: the ends of the booking where it has connections, its published Chinese table. */
export interface Besides {
  from?: string
  to?: string
  standard?: string
}

/**
 * What each regime that covers a disruption owes a passenger who accepted nothing instead; nothing for regimes that
 * don't cover it, that lack a fact, or that have no rule. Where several pay for the same, the airline pays once.
 */
export function owedFor(flight: DisruptedFlight, besides: Besides = {}): Entitlement[] {
  const incident = incidentOf(flight, besides)
  if (!incident) return []
  return REGIMES.flatMap((regime) => {
    const outcome = entitlement({ ...incident, regime })
    return 'entitlement' in outcome && outcome.entitlement.inScope ? [outcome.entitlement] : []
  })
}

/** Undefined for what needs facts that the event does not have: the fare of a downgrade, the hours of a bag. */
function incidentOf(flight: DisruptedFlight, { from, to, standard }: Besides): Omit<Incident, 'regime'> | undefined {
  const what = HAPPENED[flight.kind](flight)
  const origin = airportOf(flight.from)
  if (!what || !origin) return undefined
  return {
    ...what,
    day: calendarOf(origin.zone).dateOf(flight.scheduledDeparture),
    from: from ?? flight.from,
    to: to ?? flight.to,
    licence: licenceOf(flight.carrierLicence),
    extraordinary: flight.extraordinary,
    carrierCaused: !flight.extraordinary,
    standard,
  }
}

type What = Pick<Incident, 'event'> & Partial<Incident>

/** Whoever arrived late has travelled. */
const late = ({ arrivalDelayMinutes }: DisruptedFlight): What => ({
  event: 'delay',
  arrivalDelayMin: arrivalDelayMinutes,
  choice: 'accepts',
})

const HAPPENED = {
  delay: late,
  diversion: (flight) => ({ ...late(flight), place: 'diversion' }),
  cancellation: ({ noticeDays }) => ({ event: 'cancellation', noticeDays }),
  deniedBoarding: ({ arrivalDelayMinutes }) => ({
    event: 'denied_boarding',
    voluntary: false,
    reroute: rerouteOf(arrivalDelayMinutes),
  }),
  downgrade: () => undefined,
  baggageDelay: () => undefined,
} satisfies Record<DisruptedFlight['kind'], (flight: DisruptedFlight) => What | undefined>

function rerouteOf(arrivesLaterMin: number | undefined): Incident['reroute'] {
  return arrivesLaterMin === undefined ? null : { departsEarlierMin: 0, arrivesLaterMin }
}

function licenceOf(word: string): Licence {
  return LICENCES.find((licence) => licence === word) ?? 'other'
}
