import { airportOf } from '../../standards/airports/airports.ts'
import { dateIn } from '../../standards/local-time.ts'

/** A take-off and landing, by what every system knows of it: the date is that of the clocks at its origin. */
export interface LegName {
  carrier: string
  flightNumber: string
  from: string
  to: string
  date: string
}

/** How late one end of a flight is, as it was last told. */
export interface ToldDelay {
  /** How many of the airline's bands it has reached; 0: not late. */
  band: number
  certainty: 'estimated' | 'actual'
}

/** What has been told of a leg so far: what does not differ from it is no news. */
export interface Told {
  cancelled?: true
  diverted?: true
  departure?: ToldDelay
  arrival?: ToldDelay
  cause?: string
  /** When it arrived, where who flew has been told of. */
  arrivedAt?: number
}

/** What is known of a leg from earlier messages. Instants are epoch ms. */
export interface LegState extends LegName {
  scheduledDeparture?: number
  scheduledArrival?: number
  told: Told
  /** Of the latest message that was taken. */
  asOf: number
  /** As it was read from where it is kept; absent: not kept yet. */
  version?: number
}

/** `JQ355 DRW-WSI of 2025-09-10`, for people. */
export function legText({ carrier, flightNumber, from, to, date }: LegName): string {
  return `${carrier}${flightNumber} ${from}-${to} of ${date}`
}

/** The same in letters that ids may have. */
export function legId({ carrier, flightNumber, from, to, date }: LegName): string {
  return `${carrier}${flightNumber}:${from}-${to}:${date}`
}

/** The date on which a leg departs, on the clocks at its origin; of an airport that is not known, in UTC. */
export function departureDate(from: string, instant: number): string {
  return dateIn(airportOf(from)?.zone ?? 'UTC', instant)
}
