import type { Fault } from '../../contract/index.ts'
import { readAirport } from '../../standards/airport.ts'
import { airportOf } from '../../standards/airports/airports.ts'
import { readCarrier } from '../../standards/carrier.ts'
import { readFlightNumber } from '../../standards/flight-number.ts'
import { instantOf, iso } from '../../standards/local-time.ts'
import { part } from '../edifact.ts'
import { meaningOf } from '../parts.ts'
import { amiss } from '../words.ts'
import type { PnrgovMapping } from './mapping.ts'
import type { Travel } from './pnr.ts'

/** A booked flight, as the contract has it. */
export interface BookedFlight {
  carrier: string
  flightNumber: string
  from: string
  to: string
  departsAt: string
  cabin: string
  bookingClass?: string
}

export type ReadTravel = { ok: true; flight: BookedFlight; isBooked: boolean } | { ok: false; fault: Fault }

/** What a segment's status means, where the mapping does not say: IATA's codes of reservations. */
const USUAL: PnrgovMapping['statuses'] & object = {
  HX: 'cancelled',
  XX: 'cancelled',
  UN: 'cancelled',
  UC: 'cancelled',
  NO: 'cancelled',
  HL: 'ignored',
  GN: 'ignored',
  '*': 'booked',
}

/** Reads one flight of a booking. One that is not flown (a bus, a hotel) or only hoped for is nothing: undefined. */
export function readTravel(
  { tvl, operating, status }: Travel,
  place: string,
  mapping: PnrgovMapping,
): ReadTravel | undefined {
  const meaning = meaningOf({ ...USUAL, ...mapping.statuses }, status)
  if (meaning === 'ignored') return undefined
  const carrier = readCarrier(operating.carrier ?? part(tvl, 3))
  if (!carrier.ok) return bad('the airline', carrier.message)
  const flightNumber = readFlightNumber(operating.number || part(tvl, 4), carrier.name)
  if (!flightNumber.ok) return bad('the flight number', flightNumber.message)
  const [from, to] = [readAirport(part(tvl, 1)), readAirport(part(tvl, 2))]
  if (!from.ok) return bad('the origin', from.message)
  if (!to.ok) return bad('the destination', to.message)
  const zone = airportOf(from.name)?.zone
  if (zone === undefined)
    return { ok: false, fault: amiss('bad-segment', place, 'zoneUnknown', { airport: from.name }) }
  const departs = instantIn(part(tvl, 0, 0), part(tvl, 0, 1), zone)
  if (departs === undefined) return badTime('the departure', `${part(tvl, 0, 0)}:${part(tvl, 0, 1)}`, '040518:1720')
  if (part(tvl, 0, 3) !== '' && instantIn(part(tvl, 0, 2) || part(tvl, 0, 0), part(tvl, 0, 3), 'UTC') === undefined)
    return badTime('the arrival', `${part(tvl, 0, 2)}:${part(tvl, 0, 3)}`, '050518:0720')
  const bookingClass = part(tvl, 4, 1)
  const cabin = cabinOf(carrier.name, bookingClass, mapping)
  if (cabin === undefined) {
    const values = { carrier: carrier.name, letter: bookingClass.slice(0, 10) }
    return { ok: false, fault: amiss('unknown-code', place, 'cabinUnknown', values) }
  }
  return {
    ok: true,
    isBooked: meaning !== 'cancelled',
    flight: {
      carrier: carrier.name,
      flightNumber: flightNumber.name,
      from: from.name,
      to: to.name,
      departsAt: iso(departs),
      cabin,
      ...(bookingClass !== '' && { bookingClass }),
    },
  }

  function bad(what: string, message: string): ReadTravel {
    return { ok: false, fault: { code: 'bad-segment', path: place, message: `${what}: ${message}` } }
  }

  function badTime(field: string, said: string, like: string): ReadTravel {
    return { ok: false, fault: amiss('bad-segment', place, 'notATime', { field, said: said.slice(0, 40), like }) }
  }
}

function cabinOf(carrier: string, bookingClass: string, { cabins }: PnrgovMapping): string | undefined {
  const own = `${carrier}.${bookingClass}`
  return Object.hasOwn(cabins, own) ? cabins[own] : meaningOf(cabins, bookingClass)
}

/** `040518` and `1720` on the clocks of a zone: day, month, year of this century. */
export function instantIn(date: string, time: string, zone: string): number | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d)$/.exec(date) ?? []
  const [, hour, minute] = /^(\d\d)(\d\d)(?:\d\d)?$/.exec(time) ?? []
  return day === undefined || hour === undefined
    ? undefined
    : instantOf(`20${year}-${month}-${day}T${hour}:${minute}`, zone)
}
