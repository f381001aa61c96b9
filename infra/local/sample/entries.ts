import { isOfAFlight } from '../../../shared/contract/of-a-flight.ts'
import type { Dice } from './random.ts'

/** One entry of `PutEvents`, as a producer writes it: one a line in the sample's files. */
export interface Entry {
  Source: string
  DetailType: string
  Detail: Record<string, unknown>
}

/** An entry and when it reaches the bus. */
export interface Arrival {
  at: number
  entry: Entry
}

const SOURCES: Record<string, string> = {
  member: 'airline.ffp',
  consent: 'airline.ffp',
  booking: 'airline.pss',
  flight: 'airline.dcs',
  complaint: 'airline.crm',
  survey: 'airline.voc',
  offer: 'airline.app',
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `09-14 20:30` in 2026, by the clock of an offset such as `+08:00`. */
export function at(when: string, offset = '+08:00'): number {
  return Date.parse(`2026-${when.replace(' ', 'T')}:00${offset}`)
}

export function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/** Makes entries with ids that count up, so that each is the same every time. */
export function newsroom() {
  let count = 0
  const arrivals: Arrival[] = []

  function say(type: string, occurredAt: number, detail: Record<string, unknown>): Entry {
    count += 1
    const id = `sample-${String(count).padStart(4, '0')}`
    const source = isOfAFlight(type) ? 'airline.ops' : SOURCES[type.split('.')[0]!]!
    const entry = { Source: source, DetailType: type, Detail: { id, occurredAt: iso(occurredAt), ...detail } }
    arrivals.push({ at: occurredAt, entry })
    return entry
  }

  return {
    say,
    /** Puts an entry on the bus as it is: broken ones, and those that come again or late. */
    put(instant: number, entry: Entry): void {
      arrivals.push({ at: instant, entry })
    },
    /** In the order of their arrival. */
    entries(): Entry[] {
      return [...arrivals].sort((a, b) => a.at - b.at).map((arrival) => arrival.entry)
    },
  }
}

export type Newsroom = ReturnType<typeof newsroom>

export interface Route {
  from: string
  to: string
  distanceKm: number
}

/** Routes of the made-up airline XW, with rounded distances. */
export const ROUTES: readonly Route[] = [
  { from: 'PEK', to: 'SHA', distanceKm: 1080 },
  { from: 'PEK', to: 'CAN', distanceKm: 1890 },
  { from: 'PEK', to: 'CTU', distanceKm: 1560 },
  { from: 'SHA', to: 'CAN', distanceKm: 1180 },
  { from: 'SHA', to: 'SZX', distanceKm: 1200 },
  { from: 'PVG', to: 'SIN', distanceKm: 3810 },
  { from: 'PEK', to: 'LHR', distanceKm: 8160 },
  { from: 'PEK', to: 'JFK', distanceKm: 10980 },
  { from: 'PVG', to: 'LAX', distanceKm: 10430 },
]

export function back(route: Route): Route {
  return { from: route.to, to: route.from, distanceKm: route.distanceKm }
}

export interface Leg extends Route {
  carrier: string
  flightNumber: string
  departsAt: number
}

/** The leg of a route on a day: its number follows from the route, so that the same flight is the same leg. */
export function leg(route: Route, departsAt: number): Leg {
  const index = ROUTES.findIndex(({ from, to }) => from === route.from && to === route.to)
  const number = index >= 0 ? 1001 + index * 10 : 1002 + ROUTES.findIndex(({ from }) => from === route.to) * 10
  return { ...route, carrier: 'XW', flightNumber: String(number), departsAt }
}

/** How an event names a flight. */
export function flightOf({ carrier, flightNumber, from, to, departsAt }: Leg) {
  return { carrier, flightNumber, from, to, scheduledDeparture: iso(departsAt) }
}

export function flown(news: Newsroom, memberId: string, flight: Leg, cabin: string, delay = 0): Entry {
  const arrivesAt = flight.departsAt + Math.round((flight.distanceKm / 800) * 60 + 30) * MINUTE
  return news.say('flight.completed', arrivesAt + delay * MINUTE, {
    memberId,
    ...flightOf(flight),
    scheduledArrival: iso(arrivesAt),
    actualArrival: iso(arrivesAt + delay * MINUTE),
    arrivalDelayMinutes: delay,
    cabin,
    distanceKm: flight.distanceKm,
    fare: { amount: fare(flight, cabin), currency: 'CNY' },
  })
}

export function booked(
  news: Newsroom,
  when: number,
  { memberId, pnr, flight, cabin = 'Y' }: { memberId: string; pnr: string; flight: Leg; cabin?: string },
): Entry {
  const { scheduledDeparture, ...segment } = flightOf(flight)
  return news.say('booking.created', when, {
    memberId,
    pnr,
    flights: [{ ...segment, departsAt: scheduledDeparture, cabin }],
    fare: { amount: fare(flight, cabin), currency: 'CNY' },
  })
}

export function pnr(dice: Dice): string {
  return Array.from({ length: 6 }, () => dice.pick(Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ23456789'))).join('')
}

function fare({ distanceKm }: Route, cabin: string): number {
  return Math.round(distanceKm * (cabin === 'C' ? 2.4 : 0.8) * 100) / 100
}
