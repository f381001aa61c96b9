import { airportOf, greatCircleKm } from '../../../standards/airports/airports.ts'
import { share } from '../../../standards/money.ts'
import type { Finding } from '../finding.ts'
import { CABINS, type Incident, type Problem, type Ruling } from '../incident.ts'
import { type Band, EU261, type Law261, type Notice, UK261 } from '../tables/air261.ts'
import { FRENCH_OVERSEAS_DEPARTMENTS, isIn } from '../tables/territories.ts'
import { isProblem, lacking, type Rule, ruleOf } from './rule.ts'

/** EU261 and UK261: one set of rules over two tables. */
function rulesOver(rows: readonly Law261[]) {
  const rule = (judge: (incident: Incident, law: Law261, scope: string) => ReturnType<Rule>): Rule =>
    ruleOf(rows, (incident, law) => {
      const paragraph = scopeOf(incident, law)
      return paragraph ? judge(incident, law, `${law.source}, ${paragraph}`) : outOfScope(incident, law)
    })
  return {
    delay: rule(delay),
    cancellation: rule(cancellation),
    denied_boarding: rule(deniedBoarding),
    downgrade: rule(downgrade),
  }
}

/** The paragraph that brings the flight under the law. */
function scopeOf({ from, to, licence, day }: Incident, { scope }: Law261): string | undefined {
  return scope.find(
    ({ leaves, arrives, licences }) =>
      (!leaves || isIn(leaves, airportOf(from)!.country, day)) &&
      (!arrives || isIn(arrives, airportOf(to)!.country, day)) &&
      (!licences || licences.includes(licence)),
  )?.ref
}

function outOfScope({ from, to, licence }: Incident, { scope, source }: Law261): Ruling {
  return {
    inScope: false,
    amountMinor: 0,
    findings: [{ is: 'outOfScope', from, to, licence }],
    refs: [source, ...scope.map(({ ref }) => ref)],
  }
}

function delay(incident: Incident, law: Law261, scope: string): ReturnType<Rule> {
  const { arrivalDelayMin: late, departureDelayMin, firstLegDepartureDelayMin, extraordinary } = incident
  if (late === undefined && departureDelayMin === undefined && firstLegDepartureDelayMin === undefined)
    return lacking(incident, 'arrivalDelayMin')!
  const { band, km } = bandOf(incident, law)
  const careDue = waited(incident) >= band.careFromMin
  const refundRight = departureDelayMin === undefined ? undefined : departureDelayMin >= law.refundFromMin
  const assistance: Finding[] = [
    ...(careDue ? [{ is: 'careDue' as const, from: band.careFromMin }] : []),
    ...(refundRight ? [{ is: 'fareBack' as const, from: law.refundFromMin }] : []),
  ]
  const refs = [scope, 'Art. 6(1) and 9', ...(refundRight ? ['Art. 8(1)(a)'] : []), ...arrivalRefs(incident)]
  const owed = (amountMinor: number, finding: Finding, ...why: string[]): Ruling => ({
    inScope: true,
    amountMinor,
    careDue,
    ...(refundRight !== undefined && { refundRight }),
    findings: [finding, ...assistance],
    refs: [...refs, ...why],
  })

  if (late === undefined) return owed(0, { is: 'noArrivalKnown' })
  const unproven = ofUnknownCause(incident, law)
  const arrived = { late, km }
  if (late < law.delayFromMin) return owed(0, { is: 'lateUnder', ...arrived, under: law.delayFromMin }, law.delayRef)
  if (unproven) return unproven
  if (extraordinary)
    return owed(0, { is: 'lateExcused', ...arrived }, law.delayRef, 'Art. 5(3)', ...(careDue ? [CARE_ANYWAY] : []))
  const halved = band.delayHalvedBelowMin !== undefined && late < band.delayHalvedBelowMin
  const half = halved ? { under: band.delayHalvedBelowMin! } : {}
  return owed(
    payOf(band, halved),
    { is: 'latePaid', ...arrived, cause: causeOf(incident), ...half },
    law.delayRef,
    'Art. 5(3)',
    ...payRefs(band, halved),
  )
}

/** There were no extraordinary circumstances, or nobody proved any. */
function causeOf({ extraordinary }: Incident): 'none' | 'unproven' {
  return extraordinary === undefined ? 'unproven' : 'none'
}

function ofUnknownCause(incident: Incident, { unknownCause }: Law261): Problem | undefined {
  return unknownCause === 'person' ? lacking(incident, 'extraordinary') : undefined
}
const CARE_ANYWAY = 'CJEU C-12/11 McDonagh'

/** How long the passenger sat somewhere: at departure where that is known, else as long as they arrived late. */
function waited({ departureDelayMin, firstLegDepartureDelayMin, arrivalDelayMin, via }: Incident): number {
  const known = [departureDelayMin, firstLegDepartureDelayMin].filter((each) => each !== undefined)
  return Math.max(...known, ...(known.length === 0 || via ? [arrivalDelayMin ?? 0] : []))
}

function arrivalRefs({ via, firstLegDepartureDelayMin, touchdownDelayMin }: Incident): string[] {
  return [
    ...(via ? ['CJEU C-559/16 Bossen'] : []),
    ...(firstLegDepartureDelayMin === undefined ? [] : ['CJEU C-11/11 Folkerts']),
    ...(touchdownDelayMin === undefined ? [] : ['CJEU C-452/13 Germanwings v Henning']),
  ]
}

/** Where it is not known when passengers were told, it is the same for whatever notice they can have had, or a person says. */
function cancellation(incident: Incident, law: Law261, scope: string): ReturnType<Rule> {
  const { noticeDays, noticeDaysAtMost: atMost } = incident
  const told = (days: number, is: 'told' | 'toldAtMost' = 'told') => cancelled(incident, law, scope, { is, days })
  if (noticeDays !== undefined) return told(noticeDays)
  if (atMost === undefined) return told(0)
  const [none, most] = [told(0), told(atMost, 'toldAtMost')]
  const isSame = isProblem(none) || isProblem(most) || none.amountMinor === most.amountMinor
  return isSame ? most : lacking(incident, 'noticeDays')!
}

function cancelled(
  incident: Incident,
  law: Law261,
  scope: string,
  told: { is: 'told' | 'toldAtMost'; days: number },
): ReturnType<Rule> {
  const { reroute, extraordinary } = incident
  const { band, km } = bandOf(incident, law)
  const notice = law.notice.find(({ fromDays }) => told.days >= fromDays)!
  const owed = (amountMinor: number, finding: Finding, ...why: string[]): Ruling => ({
    inScope: true,
    amountMinor,
    refundRight: true,
    careDue: true,
    findings: [told, finding, { is: 'refundOrReroute' }],
    refs: [scope, 'Art. 5(1)(a)-(b), 8 and 9', notice.ref, ...why],
  })

  if (isExcused(notice, reroute))
    return owed(0, notice.ifReroute ? { is: 'reroutedClosely' } : { is: 'toldInTime', days: notice.fromDays })
  const unproven = ofUnknownCause(incident, law)
  if (unproven) return unproven
  if (extraordinary) return owed(0, { is: 'cancelExcused' }, 'Art. 5(3)', CARE_ANYWAY)
  const halved = arrivesWithin(band, reroute)
  const rerouted = reroute ? 'late' : 'no'
  const finding = {
    is: 'cancelPaid' as const,
    km,
    cause: causeOf(incident),
    rerouted,
    ...halfOf(band, halved),
  } as const
  return owed(payOf(band, halved), finding, 'Art. 5(3)', ...payRefs(band, halved))
}

function isExcused({ ifReroute }: Notice, reroute: Incident['reroute']): boolean {
  if (!ifReroute) return true
  if (reroute?.arrivesLaterMin === undefined) return false
  const { departsEarlierUpToMin, arrivesLaterBelowMin } = ifReroute
  // What the carrier does not say of it excuses nothing.
  if (reroute.departsEarlierMin === undefined) return false
  return reroute.departsEarlierMin <= departsEarlierUpToMin && reroute.arrivesLaterMin < arrivesLaterBelowMin
}

function deniedBoarding(incident: Incident, law: Law261, scope: string): ReturnType<Rule> {
  if (incident.voluntary === undefined) return lacking(incident, 'voluntary')!
  if (incident.voluntary)
    return {
      inScope: true,
      amountMinor: 0,
      refundRight: true,
      findings: [{ is: 'volunteer' }],
      refs: [scope, 'Art. 4(1)'],
    }
  const { band, km } = bandOf(incident, law)
  const halved = arrivesWithin(band, incident.reroute)
  return {
    inScope: true,
    amountMinor: payOf(band, halved),
    refundRight: true,
    careDue: true,
    findings: [{ is: 'deniedPaid', km, ...halfOf(band, halved) }],
    refs: [scope, 'Art. 4(3)', ...payRefs(band, halved)],
  }
}

function downgrade(incident: Incident, law: Law261, scope: string): ReturnType<Rule> {
  const { classChange, ticketPriceMinor } = incident
  if (classChange && CABINS.indexOf(classChange.to) >= CABINS.indexOf(classChange.from))
    return { inScope: true, amountMinor: 0, findings: [{ is: 'notLower' }], refs: [scope, 'Art. 10(1)'] }
  if (ticketPriceMinor === undefined) return lacking(incident, 'ticketPriceMinor')!
  const { band, km } = bandOf(incident, law, isEuropeToFrenchOverseas(incident))
  return {
    inScope: true,
    amountMinor: share(ticketPriceMinor, band.downgradePercent, 100, 'nearest'),
    findings: [{ is: 'lowerPaid', km, percent: band.downgradePercent }],
    refs: [scope, `Art. 10(2)(${band.letter})`],
  }
}

/** For downgrading, flights between Europe and the French overseas departments are not intra-Community (Art. 10(2)). */
function isEuropeToFrenchOverseas({ from, to }: Incident): boolean {
  const [one, other] = [from, to].map((each) => FRENCH_OVERSEAS_DEPARTMENTS.includes(airportOf(each)!.country))
  return one !== other
}

/** The band of the great circle between the ends of the booking, however it was flown. */
function bandOf(incident: Incident, { bands }: Law261, onlyByDistance = false): { band: Band; km: number } {
  const [from, to] = [airportOf(incident.from)!, airportOf(incident.to)!]
  const km = incident.distanceKm ?? greatCircleKm(from, to)
  const within = (band: Band) =>
    !onlyByDistance && band.orWithin && [from, to].every(({ country }) => isIn(band.orWithin!, country, incident.day))
  const band = bands.find((each) => each.upToKm === undefined || km <= each.upToKm || within(each))!
  return { band, km: Math.round(km) }
}

function arrivesWithin(band: Band, reroute: Incident['reroute']): boolean {
  return reroute?.arrivesLaterMin !== undefined && reroute.arrivesLaterMin <= band.rerouteHalvedUpToMin
}

function halfOf(band: Band, halved: boolean): { under?: number } {
  return halved ? { under: band.rerouteHalvedUpToMin } : {}
}

function payOf({ amountMinor }: Band, halved: boolean): number {
  return halved ? share(amountMinor, 1, 2, 'up') : amountMinor
}

function payRefs({ letter }: Band, halved: boolean): string[] {
  return [`Art. 7(1)(${letter})`, ...(halved ? [`Art. 7(2)(${letter})`] : [])]
}

export const eu261 = rulesOver(EU261)
export const uk261 = rulesOver(UK261)
