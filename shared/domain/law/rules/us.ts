import { airportOf } from '../../../standards/airports/airports.ts'
import { share } from '../../../standards/money.ts'
import type { Change } from '../../texts/en/law.ts'
import type { Dated } from '../dated.ts'
import type { Finding } from '../finding.ts'
import { CABINS, type Incident, type Problem, type Ruling } from '../incident.ts'
import { isIn } from '../tables/territories.ts'
import {
  type DeniedBoardingRules,
  type RefundRules,
  type ServiceRules,
  US_DENIED_BOARDING,
  US_REFUNDS,
  US_SERVICE,
} from '../tables/us.ts'
import { lacking, type Rule, ruleOf, toldFinding } from './rule.ts'

function rule<T extends Dated>(rows: readonly T[], judge: (incident: Incident, row: T) => Ruling | Problem): Rule {
  return ruleOf(rows, (incident, row) => {
    if (isUs(incident, incident.from) || isUs(incident, incident.to)) return judge(incident, row)
    return { inScope: false, amountMinor: 0, findings: [{ is: 'notUs' }], refs: [row.source] }
  })
}

function isUs({ day }: Incident, airport: string): boolean {
  return isIn('us', airportOf(airport)!.country, day)
}

function lengthOf(incident: Incident): 'domestic' | 'international' {
  return isUs(incident, incident.from) && isUs(incident, incident.to) ? 'domestic' : 'international'
}

/** A refund that is owed, or why none is. */
function refunded(incident: Incident, row: RefundRules, owed: Ruling['refund'], finding: Finding, ref: string): Ruling {
  if (owed === 'none' || owed === undefined)
    return { inScope: true, amountMinor: 0, refund: 'none', findings: [finding], refs: [row.source, ref] }
  const price = owed === 'fare' ? incident.ticketPriceMinor : incident.feeMinor
  return {
    inScope: true,
    amountMinor: price ?? null,
    refund: owed,
    within: row.within[incident.paidBy ?? 'creditCard'],
    findings: [finding],
    refs: [row.source, ref, '260.10'],
  }
}

const NO_CASH = { cashCompensationMinor: 0 }

function cancellation(incident: Incident, row: RefundRules): Ruling {
  if (incident.choice === 'accepts')
    return { ...refunded(incident, row, 'none', { is: 'alternativeAccepted' }, '260.6'), ...NO_CASH }
  return { ...refunded(incident, row, 'fare', { is: 'noAlternative' }, '260.6'), ...NO_CASH }
}

/** A delay, a new schedule, another class: one question. Whether it is significant, and whether it was accepted. */
function change(incident: Incident, row: RefundRules): Ruling | Problem {
  if (!CHANGES.some((field) => incident[field] !== undefined) && incident.event !== 'downgrade')
    return { field: 'arrivalChangeMin', finding: { is: 'orChangeNeeded', event: incident.event, law: incident.regime } }
  const significant = significantChange(incident, row)
  const { refund, finding } = refundOfChange(incident, significant, row)
  return { ...refunded(incident, row, refund, finding, '260.2 (significant change), 260.6'), ...NO_CASH }
}

const CHANGES = [
  'arrivalChangeMin',
  'arrivalDelayMin',
  'departureDelayMin',
  'departureChangeMin',
  'addedConnections',
  'airportChangedTo',
  'classChange',
] as const

function refundOfChange(
  incident: Incident,
  significant: Change | undefined,
  { changeFromMin }: RefundRules,
): { refund: Ruling['refund']; finding: Finding } {
  if (!significant) return { refund: 'none', finding: { is: 'noChange', under: changeFromMin[lengthOf(incident)] } }
  if (incident.choice === 'accepts') return { refund: 'none', finding: { is: 'changeAccepted', ...significant } }
  return { refund: 'fare', finding: { is: 'changeNotAccepted', ...significant } }
}

function significantChange(incident: Incident, { changeFromMin }: RefundRules): Change | undefined {
  const { departureChangeMin = 0, addedConnections = 0, airportChangedTo, to } = incident
  const arrivalChangeMin = laterMin(incident)
  const least = changeFromMin[lengthOf(incident)]
  if (-departureChangeMin >= least) return { what: 'earlier', minutes: -departureChangeMin }
  if (arrivalChangeMin >= least) return { what: 'later', minutes: arrivalChangeMin }
  if (airportChangedTo !== undefined && airportChangedTo !== to) return { what: 'airport', airport: airportChangedTo }
  if (addedConnections > 0) return { what: 'connections' }
  if (isDowngrade(incident)) return { what: 'class' }
  return undefined
}

/** At arrival, which is what counts; where that is unknown, at departure. */
function laterMin({ arrivalChangeMin, arrivalDelayMin, departureDelayMin }: Incident): number {
  return arrivalChangeMin ?? arrivalDelayMin ?? departureDelayMin ?? 0
}

function isDowngrade({ event, classChange }: Incident): boolean {
  if (!classChange) return event === 'downgrade'
  return CABINS.indexOf(classChange.to) < CABINS.indexOf(classChange.from)
}

function bagDelay(incident: Incident, row: RefundRules): Ruling | Problem {
  const { bagLateHours, flightHours, reported } = incident
  const isDomestic = lengthOf(incident) === 'domestic'
  const missing = lacking(incident, 'bagLateHours', 'reported', ...(isDomestic ? [] : (['flightHours'] as const)))
  if (missing) return missing
  const isLong = !isDomestic && flightHours! > row.longFlightAboveHours
  const limit = row.bagAboveHours[isDomestic ? 'domestic' : isLong ? 'longFlight' : 'international']
  const ref = '260.2 (significantly delayed bag), 260.5'
  if (!reported) return refunded(incident, row, 'none', { is: 'bagNotReported' }, ref)
  const isLate = bagLateHours! > limit
  const finding = { is: isLate ? 'bagOver' : 'bagWithin', hours: bagLateHours!, within: limit } as const
  return refunded(incident, row, isLate ? 'bag fee' : 'none', finding, ref)
}

function ancillary(incident: Incident, row: RefundRules): Ruling | Problem {
  const missing = lacking(incident, 'provided')
  if (missing) return missing
  return incident.provided
    ? refunded(incident, row, 'none', { is: 'extraProvided' }, '260.4')
    : refunded(incident, row, 'ancillary fee', { is: 'extraNotProvided' }, '260.4')
}

function deniedBoarding(incident: Incident, row: DeniedBoardingRules): Ruling | Problem {
  const nothing = (finding: Finding, ref: string): Ruling => ({
    inScope: true,
    amountMinor: 0,
    findings: [finding],
    refs: [row.source, ref],
  })
  const missing = lacking(incident, 'voluntary')
  if (missing) return missing
  if (incident.voluntary) return nothing({ is: 'volunteered' }, '250.2b')
  if (!isUs(incident, incident.from)) return nothing({ is: 'notAtUsAirport' }, '250.2')
  const length = lengthOf(incident)
  const later = incident.reroute?.arrivesLaterMin ?? Number.POSITIVE_INFINITY
  if (later <= row.freeUpToMin) return nothing({ is: 'reroutedWithin', within: row.freeUpToMin }, '250.5')
  if (incident.ticketPriceMinor === undefined) return lacking(incident, 'ticketPriceMinor')!
  const { percentOfFare, maxMinor, ref } = row[length].find(({ fromMin }) => later >= fromMin)!
  return {
    inScope: true,
    amountMinor: Math.min(maxMinor, share(incident.ticketPriceMinor, percentOfFare, 100, 'nearest')),
    findings: [{ is: 'deniedShare', trip: length, percent: percentOfFare, amount: maxMinor, currency: 'USD' }],
    refs: [row.source, ref],
  }
}

function tarmacDelay(incident: Incident, row: ServiceRules): Ruling | Problem {
  const missing = lacking(incident, 'onBoardMin')
  if (missing) return missing
  const limit = row.disembarkFromMin[lengthOf(incident)]
  return {
    inScope: true,
    amountMinor: 0,
    waterAndFood: incident.onBoardMin! >= row.waterAndFoodFromMin,
    disembark: incident.onBoardMin! >= limit,
    findings: [{ is: 'onBoardUs', minutes: incident.onBoardMin!, water: row.waterAndFoodFromMin, off: limit }],
    refs: [row.source, '259.4(b)'],
  }
}

function notification(incident: Incident, row: ServiceRules): Ruling | Problem {
  const { toldAfterMin } = incident
  const missing = lacking(incident, 'toldAfterMin')
  if (missing) return missing
  return {
    inScope: true,
    amountMinor: 0,
    withinRule: toldAfterMin !== null && toldAfterMin! <= row.tellWithinMin,
    findings: [toldFinding(toldAfterMin!, row.tellWithinMin)],
    refs: [row.source, '259.8'],
  }
}

export const us = {
  delay: rule(US_REFUNDS, change),
  schedule_change: rule(US_REFUNDS, change),
  downgrade: rule(US_REFUNDS, change),
  cancellation: rule(US_REFUNDS, cancellation),
  bag_delay: rule(US_REFUNDS, bagDelay),
  ancillary: rule(US_REFUNDS, ancillary),
  denied_boarding: rule(US_DENIED_BOARDING, deniedBoarding),
  tarmac_delay: rule(US_SERVICE, tarmacDelay),
  notification: rule(US_SERVICE, notification),
}
