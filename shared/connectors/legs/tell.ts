import type { AirlineEventType, Fault } from '../../contract/index.ts'
import { iso } from '../../standards/local-time.ts'
import { type Known, type Learnt, nothing, type Said, type Silent, type Translation } from '../connector.ts'
import { amiss, silence } from '../words.ts'
import { flownBy } from './flown.ts'
import { knownOf } from './known-of.ts'
import { departureDate, type LegName, type LegState, legText, type Told, type ToldDelay } from './leg.ts'
import type { Cause, LegReport, Times } from './report.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What the mapping of a feed of flights says beside its codes. */
export interface FlightTerms {
  /** By carrier: whose operating licence it has. */
  licences: Readonly<Record<string, string>>
  /** Whether who is booked counts as having flown, once the flight has arrived: where no list of who boarded comes. */
  completes: 'booked' | 'nobody'
}

/** A leg with its schedule, as far as this message or an earlier one tells. */
interface Flight extends LegReport {
  scheduledDeparture: number
  scheduledArrival?: number | undefined
}

/**
 * What a report of a leg is news of, held against what was told of it before. Pure: what was told is part of `known`, and
 * what is told now comes back as `learnt`.
 */
export function tellLeg(report: LegReport, terms: FlightTerms, known: Known): Translation {
  const { name, place } = report
  const { carrier, flightNumber, date } = name
  const need = { need: 'legs', carrier, flightNumber, date } as const
  const legs = known.answerTo(need)
  if (!legs) return { ...nothing(), needs: [need] }
  const before = knownOf(report, legs)
  const isLate = before !== undefined && report.at < before.asOf
  const scheduledDeparture = report.departure.scheduled ?? before?.scheduledDeparture
  const scheduledArrival = report.arrival.scheduled ?? before?.scheduledArrival
  if (isLate) return { ...nothing(), silent: [silence(place, 'olderThanLeg')], learnt: gaps(report, before) }
  if (scheduledDeparture === undefined) {
    return {
      ...nothing(),
      amiss: [unknownLeg(name, place)],
      learnt: [{ leg: stateOf({ ...report, scheduledArrival }, before, {}) }],
    }
  }
  const flight: Flight = { ...report, scheduledDeparture, scheduledArrival }
  return tellFlight(flight, before, terms, known)
}

function tellFlight(flight: Flight, before: LegState | undefined, terms: FlightTerms, known: Known): Translation {
  const told = before?.told ?? {}
  const moved = rescheduled(flight, before, known)
  const now = moved ? withoutDelays(told) : told
  const status = tellStatus(flight, now, terms)
  const { changed, events, why } = status.isAll
    ? { ...status, events: [] }
    : tellDelays(flight, status.changed, terms, known)
  const flown = flownBy(flight, changed, terms, known)
  const all = [...(moved ? [moved] : []), ...flown.events, ...status.events, ...events]
  return {
    ...nothing(),
    events: all,
    needs: flown.needs,
    silent: all.length === 0 && why ? [why(flight.place)] : [],
    learnt: [{ leg: stateOf(flight, before, { ...changed, ...flown.told }) }],
  }
}

interface News {
  events: Said[]
  changed: Told
  /** Of no events: why. */
  why?: (place: string) => Silent
}

/** That it is cancelled, diverted, or flies after all. `isAll`: how late it is does not matter then. */
function tellStatus(flight: Flight, told: Told, terms: FlightTerms): News & { isAll: boolean } {
  const { status, at, statusAt = at } = flight
  if (status === 'cancelled') {
    if (told.cancelled) return { events: [], changed: told, why: because('cancellationTold'), isAll: true }
    const noticeDays = Math.max(0, Math.floor((flight.scheduledDeparture - statusAt) / DAY))
    const cancellation = disruption(flight, terms, { kind: 'cancellation', noticeDays })
    return { events: [cancellation], changed: { cancelled: true }, isAll: true }
  }
  if (status === undefined && told.cancelled)
    return { events: [], changed: told, why: because('isCancelled'), isAll: true }
  const { cancelled, ...flies } = told
  const reinstated = cancelled
    ? [said('flight.reinstated', flight, { scheduledDeparture: iso(flight.scheduledDeparture) })]
    : []
  if (status !== 'diverted' || told.diverted) return { events: reinstated, changed: flies, isAll: false }
  const diversion = disruption(flight, terms, { kind: 'diversion' })
  return { events: [...reinstated, diversion], changed: { ...flies, diverted: true }, isAll: false }
}

/** How late each end is. What has happened and what is thought to happen are told apart, as events of their own. */
function tellDelays(flight: Flight, told: Told, terms: FlightTerms, { airline }: Known): News {
  const { departure, arrival, scheduledDeparture, scheduledArrival } = flight
  const ends = {
    departure: delayOf(departure, scheduledDeparture, airline.delayBands),
    arrival: delayOf(arrival, scheduledArrival, airline.delayBands),
  }
  const because = flight.cause?.cause
  const isCauseNews = because !== undefined && because !== told.cause
  const news = (['departure', 'arrival'] as const).filter((end) => isNews(ends[end], told[end], isCauseNews))
  const events = (['actual', 'estimated'] as const).flatMap((certainty) => {
    const those = news.filter((end) => ends[end]?.certainty === certainty)
    if (those.length === 0) return []
    // All that the message says of it, and not the news alone: under one id the same is told, whatever was told before.
    const both = (['departure', 'arrival'] as const).filter((end) => ends[end]?.certainty === certainty)
    const minutes = Object.fromEntries(both.map((end) => [`${end}DelayMinutes`, ends[end]!.minutes]))
    return [disruption(flight, terms, { kind: 'delay', certainty, ...minutes })]
  })
  const changed = { ...told, ...(because !== undefined && { cause: because }) }
  for (const end of news) changed[end] = { band: ends[end]!.band, certainty: ends[end]!.certainty }
  return { events, changed, why: whyNot(ends.arrival ?? ends.departure, told, airline.delayBands) }
}

interface Delay extends ToldDelay {
  minutes: number
}

function delayOf(times: Times, scheduled: number | undefined, bands: readonly number[]): Delay | undefined {
  const at = times.actual ?? times.estimated
  if (at === undefined || scheduled === undefined) return undefined
  const minutes = Math.round((at - scheduled) / MINUTE)
  const band = bands.filter((each) => minutes >= each).length
  return { minutes, band, certainty: times.actual === undefined ? 'estimated' : 'actual' }
}

/** It reached another band, was thought to be late and is now known, or its cause is known at last. */
function isNews(is: Delay | undefined, was: ToldDelay | undefined, isCauseNews: boolean): boolean {
  if (!is) return false
  const isAsTold = is.band === (was?.band ?? 0)
  if (!isAsTold) return was?.certainty !== 'actual' || is.certainty === 'actual'
  const isKnownNow = is.certainty === 'actual' && was?.certainty === 'estimated'
  return is.band > 0 && (isKnownNow || isCauseNews)
}

/**
 * Disruptions that one message may tell of have ids of their own: the first the message's, others with a number. They follow
 * from the message alone. What was told before may change between two tries, and one id must not stand for two things.
 */
function idOf({ id, status, departure, arrival }: LegReport, what: string): string {
  const ends = [departure, arrival]
  const told = [
    ...(status === 'diverted' ? ['diversion'] : []),
    ...(ends.some(({ actual }) => actual !== undefined) ? ['actual'] : []),
    ...(ends.some(({ actual, estimated }) => actual === undefined && estimated !== undefined) ? ['estimated'] : []),
  ]
  const place = told.indexOf(what)
  return place > 0 ? `${id}:${place + 1}` : id
}

function whyNot(is: Delay | undefined, told: Told, bands: readonly number[]): (place: string) => Silent {
  if (!is) return because('neither')
  const { minutes, band } = is
  if (minutes < 0) return because('early')
  if (minutes === 0) return because('onTime')
  return band > 0 || told.arrival || told.departure
    ? (place) => silence(place, 'noOtherBand', { minutes })
    : (place) => silence(place, 'belowBands', { minutes, least: bands[0] ?? 0 })
}

const because =
  (is: 'neither' | 'early' | 'onTime' | 'isCancelled' | 'cancellationTold') =>
  (place: string): Silent =>
    silence(place, is)

/** It is to depart at another time than was known. Less than what counts as late is no news of it. */
function rescheduled(flight: Flight, before: LegState | undefined, { airline }: Known): Said | undefined {
  const [was, is] = [before?.scheduledDeparture, flight.departure.scheduled]
  const least = airline.delayBands[0] ?? 1
  if (was === undefined || is === undefined || Math.abs(is - was) < least * MINUTE) return undefined
  const { scheduledArrival } = flight
  return said('flight.rescheduled', flight, {
    scheduledDeparture: iso(was),
    newDeparture: iso(is),
    ...(scheduledArrival !== undefined && { newArrival: iso(scheduledArrival) }),
  })
}

function withoutDelays({ departure: _, arrival: __, ...rest }: Told): Told {
  return rest
}

interface Disruption {
  kind: 'cancellation' | 'diversion' | 'delay'
  certainty?: 'actual' | 'estimated'
  [more: string]: unknown
}

function disruption(flight: Flight, { licences }: FlightTerms, what: Disruption): Said {
  const { name, scheduledDeparture, scheduledArrival, marketedAs, cause } = flight
  const licence = licences[name.carrier]
  const id = idOf(flight, what.certainty ?? what.kind)
  return said(
    'flight.disrupted',
    { ...flight, id },
    {
      scheduledDeparture: iso(scheduledDeparture),
      ...(scheduledArrival !== undefined && { scheduledArrival: iso(scheduledArrival) }),
      ...what,
      ...(marketedAs.length > 0 && { marketedAs }),
      ...causeOf(cause),
      ...(licence !== undefined && { carrierLicence: licence }),
    },
  )
}

/** What nobody said is not known: the law says what follows from that, not the translation. */
function causeOf(cause: Cause | undefined) {
  return { cause: cause?.cause ?? 'unknown', extraordinary: cause?.extraordinary ?? 'unknown' }
}

function said(type: AirlineEventType, { id, at, name }: LegReport, more: Record<string, unknown>): Said {
  const { carrier, flightNumber, from, to } = name
  return { type, detail: { id, occurredAt: iso(at), carrier, flightNumber, from, to, ...more } }
}

function stateOf(
  { name, at, departure, scheduledArrival }: LegReport & { scheduledArrival?: number | undefined },
  before: LegState | undefined,
  told: Told,
): LegState {
  const departs = departure.scheduled ?? before?.scheduledDeparture
  return {
    ...name,
    ...(departs !== undefined && { date: departureDate(name.from, departs), scheduledDeparture: departs }),
    ...(before && { date: before.date }),
    ...(scheduledArrival !== undefined && { scheduledArrival }),
    told,
    asOf: at,
    ...(before?.version !== undefined && { version: before.version }),
  }
}

/** An older message may still tell what a newer one left open. */
function gaps({ departure, arrival }: LegReport, before: LegState): Learnt[] {
  const scheduledDeparture = before.scheduledDeparture ?? departure.scheduled
  const scheduledArrival = before.scheduledArrival ?? arrival.scheduled
  if (scheduledDeparture === before.scheduledDeparture && scheduledArrival === before.scheduledArrival) return []
  const leg = {
    ...before,
    ...(scheduledDeparture !== undefined && { scheduledDeparture }),
    ...(scheduledArrival !== undefined && { scheduledArrival }),
  }
  return [{ leg }]
}

function unknownLeg(name: LegName, place: string): Fault {
  return amiss('unknown-leg', place, 'legUnknown', { leg: legText(name) })
}
