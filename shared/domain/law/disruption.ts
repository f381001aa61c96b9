import { airportOf } from '../../standards/airports/airports.ts'
import { entitlement } from './entitlement.ts'
import { type Entitlement, type Incident, LICENCES, type Licence, type Problem, REGIMES } from './incident.ts'

/** What `flight.disrupted` tells of a flight that the law asks for. */
export interface DisruptedFlight {
  kind: 'delay' | 'cancellation' | 'diversion' | 'deniedBoarding' | 'downgrade' | 'baggageDelay'
  from: string
  to: string
  /** Of the scheduled departure, on the clocks at the origin: `YYYY-MM-DD`. */
  day: string
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
 * What each regime that covers a disruption owes a passenger who accepted nothing instead, or the fact that it lacks to
 * say so; nothing for regimes that don't cover it or have no rule. Where several pay for the same, the airline pays once.
 */
export function judge(
  flight: DisruptedFlight,
  besides: Besides = {},
): ({ entitlement: Entitlement } | { problem: Problem })[] {
  const incident = incidentOf(flight, besides)
  if (!incident) return []
  return REGIMES.map((regime) => entitlement({ ...incident, regime })).filter((outcome) =>
    'entitlement' in outcome ? outcome.entitlement.inScope : !NO_RULE.has(outcome.problem.field),
  )
}

/** Fields of problems that no further fact would solve: the regime has no rule for the event, or none for the day. */
const NO_RULE: ReadonlySet<Problem['field']> = new Set(['event', 'day', 'from', 'to'])

/** Undefined where the airport it left from is not known. */
function incidentOf(flight: DisruptedFlight, { from, to, standard }: Besides): Omit<Incident, 'regime'> | undefined {
  if (!airportOf(flight.from)) return undefined
  return {
    ...HAPPENED[flight.kind](flight),
    day: flight.day,
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
  /** What makes up the amount, the fare and the hours, is not in the event: these come to a fact that is missing. */
  downgrade: () => ({ event: 'downgrade' }),
  baggageDelay: () => ({ event: 'bag_delay' }),
} satisfies Record<DisruptedFlight['kind'], (flight: DisruptedFlight) => What>

function rerouteOf(arrivesLaterMin: number | undefined): Incident['reroute'] {
  return arrivesLaterMin === undefined ? null : { departsEarlierMin: 0, arrivesLaterMin }
}

function licenceOf(word: string): Licence {
  return LICENCES.find((licence) => licence === word) ?? 'other'
}
