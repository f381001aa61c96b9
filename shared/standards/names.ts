import { readAirport, readRoute } from './airport.ts'
import { readCabin } from './cabin.ts'
import { readCarrier } from './carrier.ts'
import { readCurrency } from './currency.ts'
import { readFlightNumber } from './flight-number.ts'
import { readLocale } from './locale.ts'
import type { Named } from './named.ts'
import { readCard, readPnr } from './reference.ts'
import { readZone } from './zone.ts'

/**
 * What names a thing has one form, made once, where it comes in: in an event, in a rule, from a person at a keyboard.
 * Behind these doors names are compared as they are, and nowhere made alike again.
 */
export const names = {
  carrier: readCarrier,
  flightNumber: (text) => readFlightNumber(text),
  airport: readAirport,
  route: readRoute,
  cabin: readCabin,
  pnr: readPnr,
  card: readCard,
  currency: readCurrency,
  locale: readLocale,
  timeZone: readZone,
} satisfies Record<string, (text: string) => Named>

export type NameKind = keyof typeof names
