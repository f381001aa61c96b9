import { grantKeyOf } from '../actions/compensation/compensation.ts'
import { DAY } from '../calendar.ts'
import type { DisruptedFlight } from '../law/disruption.ts'
import { type Assistance, assistanceOf, type Journeyed, type Owed, owedOf } from '../law/owed.ts'
import { grantKeyNow, namesOfCause } from '../ledger/cause.ts'
import { bookingAt } from '../member/bookings.ts'
import { flownLeg, type Leg, legAs, parseLeg, reportedLeg, type SuffixRule } from '../member/legs.ts'
import type { CompensationNote, Disruption, Member } from '../member/member.ts'
import type { LawSettings, LegalSettings } from '../rulebook/rulebook.ts'

/** What the law owes a member in money for a flight leg, by what is known of it now. */
export function owedTo(member: Member, leg: string, settings: LegalSettings): Owed {
  const flight = parseLeg(leg)
  if (!flight) return { owed: 'unclear', reason: `"${leg}" names no flight leg` }
  const reported = reportedOf(member, leg, settings)
  const reports = reportsOf(reported, flight)
  const { law } = settings
  const besides = journeyOf(member, reported, flight, law)
  if (reports.length > 0) return owedOf(reports, besides)
  const flown = flownLate(member, leg, flight, settings)
  if (flown === undefined) return { owed: 'unclear', reason: 'nothing is known of the flight but a complaint' }
  // Nobody said why it was late: the most that could be owed.
  const most = owedOf([{ ...flown, carrierLicence: law.licence }], besides)
  if (most.owed === 'nothing') return most
  return { owed: 'unclear', reason: `it arrived ${flown.arrivalDelayMinutes} min late, and the cause is not known` }
}

/** What must be done for a member besides paying. */
export function assistanceTo(member: Member, leg: string, settings: LegalSettings): Assistance {
  const flight = parseLeg(leg)
  if (!flight) return { careDue: false, refundRight: false }
  const reported = reportedOf(member, leg, settings)
  return assistanceOf(reportsOf(reported, flight), journeyOf(member, reported, flight, settings.law))
}

/** What was granted by law for the leg, latest last: a later report may have raised it. */
export function statutoryOf(member: Member, leg: string, suffix: SuffixRule): CompensationNote[] {
  const names = namesOfCause({ leg }, 'statutory', member, suffix)
  return member.compensations.filter(({ cause }) => isStatutory(names, cause))
}

/** Whether a grant is what the law owes for a leg of these names; a step up names the sum it starts from. */
export function isStatutory(names: readonly string[], grantKey: string): boolean {
  const known = grantKeyNow(grantKey)
  return names.some((name) => `${known}+`.startsWith(`${grantKeyOf(name, 'statutory')}+`))
}

/** What was reported of a leg, newest first. */
export function reportedOf({ disruptions }: Member, leg: string, suffix: SuffixRule): Disruption[] {
  const name = legAs(leg, suffix)
  return disruptions.filter((each) => reportedLeg(each, suffix) === name)
}

function reportsOf(reported: readonly Disruption[], { from, to, date }: Leg): DisruptedFlight[] {
  return reported.map(({ kind, delayMinutes, noticeDays, extraordinary, carrierLicence }) => ({
    kind,
    from,
    to,
    day: date,
    arrivalDelayMinutes: delayMinutes,
    noticeDays,
    extraordinary,
    carrierLicence,
  }))
}

function flownLate(
  { flights }: Member,
  leg: string,
  { from, to, date }: Leg,
  suffix: SuffixRule,
): Omit<DisruptedFlight, 'carrierLicence'> | undefined {
  const name = legAs(leg, suffix)
  const flown = flights.find((each) => legAs(flownLeg(each), suffix) === name)
  if (!flown) return undefined
  return { kind: 'delay', from, to, day: date, arrivalDelayMinutes: flown.delayMinutes ?? 0, extraordinary: false }
}

/** Flights of one booking that follow within a day are one journey, unless they lead back. */
function journeyOf(member: Member, [report]: readonly Disruption[], flight: Leg, { table }: LawSettings): Journeyed {
  const booking = report && bookingAt(member.bookings, report.pnr, report.departsAt)
  const segments = booking?.created?.flights ?? []
  let { from, to } = flight
  const after = segments.filter(({ departsAt }) => isWithinADay(departsAt - report!.departsAt))
  const before = segments.filter(({ departsAt }) => isWithinADay(report!.departsAt - departsAt))
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
