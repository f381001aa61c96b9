import { readFlightNumber } from '../../standards/flight-number.ts'
import { localeTakenBefore } from '../../standards/locale.ts'
import { names } from '../../standards/names.ts'
import { zoneTakenBefore } from '../../standards/zone.ts'
import { grantKeyNow } from '../ledger/cause.ts'
import { isConsentField } from './consent.ts'
import { legNow } from './legs.ts'
import type { Member, ProfileLayer } from './member.ts'

/**
 * Converts a member of a format before 3 to the current names: legs were named by their instant of departure, and flight
 * numbers, airlines, locales and zones were stored as they came. Nothing appears twice under two names.
 *
 * The keys of journeys and pending actions stay: ids are made of them, and they are compared with nothing else.
 */
export function withNamesOfNow(member: Member): Member {
  return {
    ...member,
    layers: member.layers.map(layerNow).filter(({ fields }) => Object.keys(fields).length > 0),
    flights: member.flights.map(flightNow),
    bookings: member.bookings.map(({ pnr, created, cancelled }) => ({
      pnr: pnr.toUpperCase(),
      ...(created && { created: { ...created, flights: created.flights.map(flightNow) } }),
      ...(cancelled && { cancelled }),
    })),
    complaints: member.complaints.map((each) =>
      each.filed?.leg ? { ...each, filed: { ...each.filed, leg: legNow(each.filed.leg) } } : each,
    ),
    journeys: member.journeys.map((each) =>
      each.cause.leg ? { ...each, cause: { ...each.cause, leg: legNow(each.cause.leg) } } : each,
    ),
    entries: member.entries.map((each) => ({ ...each, key: legNow(each.key) })),
    compensations: member.compensations.map((each) => ({ ...each, cause: grantKeyNow(each.cause) })),
    pending: member.pending.map((each) => ({ ...each, plan: planNow(each.plan) })),
  }
}

function layerNow({ fields, ...layer }: ProfileLayer): ProfileLayer {
  const { locale, timeZone, ...others } = fields
  const read = {
    locale: locale && localeTakenBefore(locale),
    timeZone: timeZone && zoneTakenBefore(timeZone),
  }
  const known = Object.entries(read).filter(([, name]) => name !== undefined)
  return { ...layer, fields: { ...others, ...Object.fromEntries(known) } }
}

/**
 * Converts a member of a format before 5, which did not record which card a statement on consent was for, nor since when
 * cards are one person's: everything known is the survivor's, and the cards were one person's before anything said from now
 * on.
 */
export function withWordsOfCards(member: Member): Member {
  return {
    ...member,
    layers: member.layers.map(withClearedApart),
    joins: member.aliases.map((card) => ({ cards: [card, member.memberId], at: 0 })),
  }
}

/** A cleared consent was stored as `null` in place of the previous one. */
function withClearedApart({ fields, ...layer }: ProfileLayer): ProfileLayer {
  const apart = Object.entries(fields).map(([field, value]) =>
    value === null && isConsentField(field) ? [field.replace('consent', 'cleared'), true] : [field, value],
  )
  return { ...layer, fields: Object.fromEntries(apart) }
}

/** The departure in a leg's old name: `CA1501:PEK-SHA:2026-10-01T00:30Z`. */
export function departureIn(leg: string): number {
  return Date.parse(leg.split(':').slice(2).join(':'))
}

type Plan = Member['pending'][number]['plan']

function planNow(plan: Plan): Plan {
  if (plan.kind === 'compensation') return { ...plan, grantKey: grantKeyNow(plan.grantKey) }
  return plan.kind === 'entitlement' ? { ...plan, leg: legNow(plan.leg) } : plan
}

function flightNow<T extends { carrier: string; flightNumber: string }>(flight: T): T {
  const carrier = names.carrier(flight.carrier)
  if (!carrier.ok) return flight
  const number = readFlightNumber(flight.flightNumber, carrier.name)
  return { ...flight, carrier: carrier.name, flightNumber: number.ok ? number.name : flight.flightNumber }
}
