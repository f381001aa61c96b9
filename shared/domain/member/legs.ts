import { airportOf } from '../../standards/airports/airports.ts'
import { partsOf } from '../../standards/flight-number.ts'
import { type Named, quoted, tidy } from '../../standards/named.ts'
import { names } from '../../standards/names.ts'
import { calendarOf } from '../calendar.ts'
import { parseDate } from '../units.ts'
import type { DisruptedLeg } from './disrupted-leg.ts'
import type { Flown, Member } from './member.ts'

/**
 * The flight leg, one take-off and landing: `CA1501:PEK-SHA:2026-10-01`. Operating airline, number with its operational
 * suffix, from, to, and the scheduled date on the clocks at its origin: whoever reports it, and whatever minute they have
 * for its departure, it is the same leg. The names in it are in their one form.
 */
export function legOf(flight: {
  carrier: string
  flightNumber: string
  from: string
  to: string
  scheduledDeparture: number
}): string {
  const { carrier, flightNumber, from, to, scheduledDeparture } = flight
  return `${carrier}${flightNumber}:${from}-${to}:${dateAt(from, scheduledDeparture)}`
}

/**
 * The date on the clocks of an airport. Of one that is not known it is UTC's, and says so (`2026-10-01Z`): the same
 * instant gives the same name, and no date of UTC is taken for one on a clock.
 */
export function dateAt(airport: string, instant: number): string {
  const zone = airportOf(airport)?.zone
  return zone === undefined ? `${new Date(instant).toISOString().slice(0, 10)}Z` : calendarOf(zone).dateOf(instant)
}

/** Legs of later dates first: a property of the leg, so that the same ones stay whatever was reported first. */
export function latestDateFirst(a: string, b: string): number {
  const [dateA, dateB] = [parseLeg(a)?.date ?? '', parseLeg(b)?.date ?? '']
  return dateA === dateB ? (a < b ? 1 : a > b ? -1 : 0) : dateA < dateB ? 1 : -1
}

/** The leg of a flight that was flown. */
export function flownLeg({ carrier, flightNumber, from, to, date }: Flown): string {
  return `${carrier}${flightNumber}:${from}-${to}:${date}`
}

/**
 * The same without the operational suffix. Nobody flies one route under one number twice on a day: of one member 974D is
 * 974 in another system's words, whether or not the suffix tells flights apart.
 */
export function bareLeg(flight: Flown): string {
  return legAs(flownLeg(flight), { flightSuffix: 'ignored' })
}

/** What a leg's name says. */
export interface Leg {
  /** With the airline's code: `CA1501`. */
  number: string
  from: string
  to: string
  /** The scheduled date at its origin, `YYYY-MM-DD`. */
  date: string
}

const LEG = /^([A-Z0-9]{3,7}):([A-Z]{3})-([A-Z]{3}):(\d{4}-\d\d-\d\d)Z?$/

/** Undefined for what is no leg's name. */
export function parseLeg(leg: string): Leg | undefined {
  const [, number, from, to, date] = LEG.exec(leg) ?? []
  return number && from && to && date ? { number, from, to, date } : undefined
}

/** Whether the operational suffix of a flight number tells flights apart: the airline's settings say it. */
export interface SuffixRule {
  flightSuffix: 'counted' | 'ignored'
}

/** The name by which a leg is paid for, told of and asked for: that of 974 for 974D where the suffix is not counted. */
export function legAs(leg: string, { flightSuffix }: SuffixRule): string {
  return flightSuffix === 'counted' ? leg : leg.replace(/^([A-Z0-9]{2}\d{1,4})[A-Z]:/, '$1:')
}

/** The same with its date on the clocks at the origin, where that was UTC's because they were not known, and are now. */
export function datedLeg(leg: string, departsAt: number | undefined): string {
  const flight = leg.endsWith('Z') && departsAt !== undefined ? parseLeg(leg) : undefined
  return flight ? `${flight.number}:${flight.from}-${flight.to}:${dateAt(flight.from, departsAt!)}` : leg
}

/**
 * What is known of one flight, by whatever names it was reported: with a suffix where suffixes are not counted, with a date
 * in UTC from before its airport was known, under a marketing number, on the day it was first to depart.
 */
export function accountsOf(leg: string, disruptions: readonly DisruptedLeg[], suffix: SuffixRule): DisruptedLeg[] {
  return accountsBy([legAs(leg, suffix)], disruptions, (each) => namesIn(each, suffix))
}

/** Those that have one of these names, and those that are found by what they call the flight. */
export function accountsBy(
  begin: readonly string[],
  disruptions: readonly DisruptedLeg[],
  namesOf: (account: DisruptedLeg) => readonly string[],
): DisruptedLeg[] {
  const names = new Set(begin)
  const found = new Set<DisruptedLeg>()
  for (let grew = true; grew; ) {
    grew = false
    for (const each of disruptions) {
      if (found.has(each)) continue
      const own = namesOf(each)
      if (!own.some((name) => names.has(name)) && ![...found].some((other) => sitsBeside(each, other))) continue
      found.add(each)
      for (const name of own) names.add(name)
      grew = true
    }
  }
  return disruptions.filter((each) => found.has(each))
}

function namesIn({ leg, words, alsoCalled = [] }: DisruptedLeg, suffix: SuffixRule): string[] {
  return [datedLeg(leg, words.departsAt?.says), ...alsoCalled].map((name) => legAs(name, suffix))
}

/**
 * Nobody sits in two aircraft: from one airport to another, in the same minute, under two airlines' numbers, it is one
 * flight and one of the numbers is sold by a partner.
 */
function sitsBeside(a: DisruptedLeg, b: DisruptedLeg): boolean {
  const [one, other] = [parseLeg(a.leg), parseLeg(b.leg)]
  const departsAt = a.words.departsAt?.says
  return (
    departsAt !== undefined &&
    departsAt === b.words.departsAt?.says &&
    one?.from === other?.from &&
    one?.to === other?.to &&
    one?.number.slice(0, 2) !== other?.number.slice(0, 2)
  )
}

/**
 * All names that a leg may have for a member, its own first: the others are what reports called it. Whatever asks whether
 * something was done for a leg before asks for all of them.
 */
export function namesOf(
  leg: string,
  { disruptions, complaints }: Pick<Member, 'disruptions' | 'complaints'>,
  suffix: SuffixRule,
): string[] {
  const name = legAs(leg, suffix)
  const reported = accountsOf(leg, disruptions, suffix)
  const names = [name, leg, ...reported.flatMap((each) => [...namesIn(each, suffix), each.leg])]
  const told = complaints.flatMap(({ filed }) => filed?.leg ?? []).filter((each) => names.includes(legAs(each, suffix)))
  return [...new Set([...names, ...told])]
}

/** How a leg is written, for those who write one. */
export const LEG_FORM = 'CA1501:PEK-SHA:2026-10-01'

/**
 * A leg that a person wrote, or that was named by its instant of departure (`CA0720:FRA-PEK:2026-10-01T08:30Z`, as all
 * were once), by its name. Whoever writes an instant gives its offset, whichever it is.
 */
export function readLeg(text: string): Named {
  const [number = '', route = '', ...rest] = tidy(text).split(':')
  const when = rest.join(':')
  const parts = partsOf(number)
  const ends = names.route(route)
  const date = ends.ok ? readDate(when, ends.name.slice(0, 3)) : undefined
  if (ends.ok && parts?.carrier && date)
    return { ok: true, name: `${parts.carrier}${parts.number}${parts.suffix}:${ends.name}:${date}` }
  const form = `a flight is written ${LEG_FORM}: airline and number, from, to, scheduled date at its origin`
  const hint = !ends.ok && ends.hint ? `${ends.message}: ${ends.hint}` : form
  return { ok: false, message: `${quoted(text)} is not a flight`, hint }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

function readDate(when: string, origin: string): string | undefined {
  if (INSTANT.test(when)) {
    const instant = Date.parse(when)
    return Number.isNaN(instant) ? undefined : dateAt(origin, instant)
  }
  const date = when.replace(/Z$/, '')
  if (parseDate(date) === undefined) return undefined
  return airportOf(origin) ? when : `${date}Z`
}

/** A leg by its name now, whatever it was called when it was stored. What names no leg stays as it is. */
export function legNow(name: string): string {
  const read = readLeg(name)
  return read.ok ? read.name : name
}
