import { partsOf } from '../../standards/flight-number.ts'
import { iso } from '../../standards/local-time.ts'
import { tidy } from '../../standards/named.ts'
import { type Known, nothing, type Said, type Silent, type Translation } from '../connector.ts'
import { silence } from '../words.ts'
import type { LegState } from './leg.ts'

/** How people name a flight: `XW1061` and its date at the origin, `2026-10-06`. */
export interface NamedFlight {
  number: string
  date: string
  /** Of a number with several legs: which one. */
  from?: string | undefined
  to?: string | undefined
}

/** The event with the flight that it is about. If nothing is known of that flight, the event is told without it. */
export function withFlight(
  event: Said,
  { number, date, from = '', to = '' }: NamedFlight,
  place: string,
  known: Known,
): Translation {
  const parts = partsOf(number)
  const without = (silent: Silent) => ({ ...nothing(), events: [event], silent: [silent] })
  if (!parts?.carrier || !/^\d{4}-\d\d-\d\d$/.test(date))
    return without(silence(place, 'notAFlight', { number: number.slice(0, 20), date: date.slice(0, 20) }))
  const need = { need: 'legs', carrier: parts.carrier, flightNumber: `${parts.number}${parts.suffix}`, date } as const
  const legs = known.answerTo(need)
  if (!legs) return { ...nothing(), needs: [need] }
  const [leg, ...more] = legs.filter(
    (each) =>
      each.date === date &&
      each.scheduledDeparture !== undefined &&
      (from === '' || each.from === tidy(from)) &&
      (to === '' || each.to === tidy(to)),
  )
  if (leg && more.length === 0)
    return { ...nothing(), events: [{ ...event, detail: { ...event.detail, flight: flightOf(leg) } }] }
  return without(silence(place, leg ? 'severalLegs' : 'flightUnknown', { number: number.toUpperCase(), date }))
}

function flightOf({ carrier, flightNumber, from, to, scheduledDeparture }: LegState) {
  return { carrier, flightNumber, from, to, scheduledDeparture: iso(scheduledDeparture!) }
}
