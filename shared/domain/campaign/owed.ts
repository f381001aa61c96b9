import { grantKeyOf } from '../actions/compensation/compensation.ts'
import { DAY, HOUR } from '../calendar.ts'
import type { DisruptedFlight } from '../law/disruption.ts'
import { type Assistance, assistanceOf, type Journeyed, type Owed, owedOf } from '../law/owed.ts'
import { type Leg, parseLeg } from '../member/legs.ts'
import type { CompensationNote, Member } from '../member/member.ts'
import type { LawSettings } from '../rulebook/rulebook.ts'

/** What the law owes a member in money for a flight leg, by what is known of it now. */
export function owedTo(member: Member, leg: string, law: LawSettings): Owed {
  const flight = parseLeg(leg)
  if (!flight) return { owed: 'unclear', reason: `"${leg}" names no flight leg` }
  const reports = reportsOf(member, leg, flight)
  const besides = journeyOf(member, leg, flight, law)
  if (reports.length > 0) return owedOf(reports, besides)
  const flown = flownLate(member, flight)
  if (flown === undefined) return { owed: 'unclear', reason: 'nothing is known of the flight but a complaint' }
  // Nobody said why it was late: the most that could be owed.
  const most = owedOf([{ ...flown, carrierLicence: law.licence }], besides)
  if (most.owed === 'nothing') return most
  return { owed: 'unclear', reason: `it arrived ${flown.arrivalDelayMinutes} min late, and the cause is not known` }
}

/** What must be done for a member besides paying. */
export function assistanceTo(member: Member, leg: string, law: LawSettings): Assistance {
  const flight = parseLeg(leg)
  if (!flight) return { careDue: false, refundRight: false }
  return assistanceOf(reportsOf(member, leg, flight), journeyOf(member, leg, flight, law))
}

/** What was granted by law for the leg, latest last: a later report may have raised it. */
export function statutoryOf({ compensations }: Member, leg: string): CompensationNote[] {
  const key = grantKeyOf(leg, 'statutory')
  return compensations.filter(({ cause }) => isOf(key, cause))
}

/** Whether a grant's key is this one, or a step up from it: each names the sum it starts from. */
export function isOf(key: string, grantKey: string): boolean {
  return grantKey === key || grantKey.startsWith(`${key}+`)
}

function reportsOf({ disruptions }: Member, leg: string, flight: Leg): DisruptedFlight[] {
  return disruptions
    .filter((each) => each.leg === leg)
    .map(({ kind, delayMinutes, noticeDays, extraordinary, carrierLicence }) => ({
      kind,
      ...flight,
      arrivalDelayMinutes: delayMinutes,
      noticeDays,
      extraordinary,
      carrierLicence,
    }))
}

/** A flight that was flown keeps no name of its leg: it is the one of that number and route within a day and a half. */
function flownLate({ flights }: Member, flight: Leg): Omit<DisruptedFlight, 'carrierLicence'> | undefined {
  const flown = flights.find(
    ({ at, carrier, flightNumber, from, to }) =>
      `${carrier}${flightNumber}` === flight.number &&
      from === flight.from &&
      to === flight.to &&
      Math.abs(at - flight.scheduledDeparture) < 36 * HOUR,
  )
  if (!flown) return undefined
  return { kind: 'delay', ...flight, arrivalDelayMinutes: flown.delayMinutes ?? 0, extraordinary: false }
}

/** Flights of one booking that follow within a day are one journey, unless they lead back. */
function journeyOf(member: Member, leg: string, flight: Leg, { table }: LawSettings): Journeyed {
  const pnr = member.disruptions.find((each) => each.leg === leg)?.pnr
  const segments = member.bookings.find((each) => each.pnr === pnr)?.created?.flights ?? []
  let { from, to } = flight
  const after = segments.filter(({ departsAt }) => isWithinADay(departsAt - flight.scheduledDeparture))
  const before = segments.filter(({ departsAt }) => isWithinADay(flight.scheduledDeparture - departsAt))
  for (const next of after.toSorted((a, b) => a.departsAt - b.departsAt))
    if (next.from === to && next.to !== from) to = next.to
  for (const last of before.toSorted((a, b) => b.departsAt - a.departsAt))
    if (last.to === from && last.from !== to) from = last.from
  const connects = from !== flight.from || to !== flight.to
  return { standard: table, ...(connects && { from, to, connects }) }
}

function isWithinADay(time: number): boolean {
  return time > 0 && time <= DAY
}
