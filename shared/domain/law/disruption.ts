import { airportOf } from '../../standards/airports/airports.ts'
import { entitlement } from './entitlement.ts'
import { type Entitlement, type Incident, LICENCES, type Licence, type Problem } from './incident.ts'
import { REGIMES, type Regime } from './regime.ts'

/** What happened to a passenger on a flight, as far as the law asks for it. */
export interface DisruptedFlight {
  kind: 'delay' | 'cancellation' | 'diversion' | 'deniedBoarding' | 'downgrade' | 'baggageDelay'
  from: string
  to: string
  /** Of the scheduled departure, on the clocks at the origin: `YYYY-MM-DD`. */
  day: string
  /** At the passenger's last destination. */
  arrivalDelayMinutes?: number | undefined
  /** Of the flight itself, where others follow it. */
  ownDelayMinutes?: number
  departureDelayMinutes?: number | undefined
  noticeDays?: number | undefined
  noticeDaysAtMost?: number
  reroute?: NonNullable<Incident['reroute']> | undefined
  /** Absent: nobody said why. */
  extraordinary?: boolean | undefined
  carrierLicence: string
}

/** What the airline knows besides: the ends of the booking where it has connections, its published Chinese table. */
export interface Besides {
  from?: string
  to?: string
  standard?: string | undefined
}

export type Judged = { regime: Regime } & ({ entitlement: Entitlement } | { problem: Problem })

/**
 * What each regime that covers a disruption owes a passenger who accepted nothing instead, or the fact that it lacks to
 * say so; nothing for regimes that don't cover it or have no rule. Where several pay for the same, the airline pays once.
 */
export function judge(flight: DisruptedFlight, besides: Besides = {}): Judged[] {
  const incident = incidentOf(flight, besides)
  if (!incident) return []
  return REGIMES.map((regime) => ({
    regime,
    ...entitlement({ ...incident, ...ASKED[regime]?.(flight), regime }),
  })).filter((judged) => ('entitlement' in judged ? judged.entitlement.inScope : !NO_RULE.has(judged.problem.field)))
}

/** Fields of problems that no further fact would solve: the regime has no rule for the event, or none for the day. */
const NO_RULE: ReadonlySet<Problem['field']> = new Set(['event', 'day', 'from', 'to'])

/** China's tables count each flight by itself, whatever follows it. */
const ASKED: { [R in Regime]?: (flight: DisruptedFlight) => Partial<Incident> } = {
  CN: ({ ownDelayMinutes }) => (ownDelayMinutes === undefined ? {} : { arrivalDelayMin: ownDelayMinutes }),
}

/** Undefined where the airport it left from is not known. */
function incidentOf(flight: DisruptedFlight, { from, to, standard }: Besides): Omit<Incident, 'regime'> | undefined {
  if (!airportOf(flight.from)) return undefined
  const { extraordinary } = flight
  return {
    ...HAPPENED[flight.kind](flight),
    day: flight.day,
    from: from ?? flight.from,
    to: to ?? flight.to,
    licence: licenceOf(flight.carrierLicence),
    ...(extraordinary !== undefined && { extraordinary, carrierCaused: !extraordinary }),
    standard,
  }
}

type What = Pick<Incident, 'event'> & Partial<Incident>

/** Whoever arrived late has travelled. */
const late = ({ arrivalDelayMinutes, departureDelayMinutes }: DisruptedFlight): What => ({
  event: 'delay',
  arrivalDelayMin: arrivalDelayMinutes,
  departureDelayMin: departureDelayMinutes,
  choice: 'accepts',
})

const HAPPENED = {
  delay: late,
  diversion: (flight) => ({ ...late(flight), place: 'diversion' }),
  cancellation: ({ noticeDays, noticeDaysAtMost, reroute }) => ({
    event: 'cancellation',
    noticeDays,
    noticeDaysAtMost,
    reroute: reroute ?? null,
  }),
  deniedBoarding: ({ reroute }) => ({ event: 'denied_boarding', voluntary: false, reroute: reroute ?? null }),
  /** What makes up the amount, the fare and the hours, is not in the event: these come to a fact that is missing. */
  downgrade: () => ({ event: 'downgrade' }),
  baggageDelay: () => ({ event: 'bag_delay' }),
} satisfies Record<DisruptedFlight['kind'], (flight: DisruptedFlight) => What>

function licenceOf(word: string): Licence {
  return LICENCES.find((licence) => licence === word) ?? 'other'
}
