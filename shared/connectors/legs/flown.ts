import { airportOf, greatCircleKm } from '../../standards/airports/airports.ts'
import { iso } from '../../standards/local-time.ts'
import type { Booked, Known, Need, Said } from '../connector.ts'
import type { LegName, Told } from './leg.ts'
import type { LegReport } from './report.ts'

const MINUTE = 60_000

interface Arrived extends LegReport {
  scheduledDeparture: number
  scheduledArrival?: number | undefined
}

interface Flown {
  events: Said[]
  needs: Need[]
  told: Pick<Told, 'arrivedAt'>
}

const NOBODY: Flown = { events: [], needs: [], told: {} }

/** Once it has arrived, that each who was on it has flown. Nothing where that was told, or who flew comes from elsewhere. */
export function flownBy(flight: Arrived, told: Told, terms: { completes: 'booked' | 'nobody' }, known: Known): Flown {
  const { actual: arrivedAt } = flight.arrival
  if (arrivedAt === undefined || terms.completes === 'nobody' || told.cancelled || told.arrivedAt !== undefined)
    return NOBODY
  const need = { need: 'booked', leg: flight.name } as const
  const booked = known.answerTo(need)
  if (!booked) return { ...NOBODY, needs: [need] }
  return { events: booked.map((each) => completed(flight, arrivedAt, each)), needs: [], told: { arrivedAt } }
}

function completed(flight: Arrived, arrivedAt: number, { memberId, pnr, cabin }: Booked): Said {
  const { id, name, scheduledDeparture, scheduledArrival } = flight
  const { carrier, flightNumber, from, to } = name
  return {
    type: 'flight.completed',
    detail: {
      id: `${id}:${memberId}`,
      occurredAt: iso(arrivedAt),
      memberId,
      pnr,
      carrier,
      flightNumber,
      from,
      to,
      scheduledDeparture: iso(scheduledDeparture),
      ...(scheduledArrival !== undefined && {
        scheduledArrival: iso(scheduledArrival),
        arrivalDelayMinutes: Math.round((arrivedAt - scheduledArrival) / MINUTE),
      }),
      actualArrival: iso(arrivedAt),
      cabin,
      distanceKm: distanceKm(name),
    },
  }
}

/** The great circle; 0 where an airport is not known. */
function distanceKm({ from, to }: LegName): number {
  const [origin, destination] = [airportOf(from), airportOf(to)]
  return origin && destination ? Math.round(greatCircleKm(origin, destination)) : 0
}
