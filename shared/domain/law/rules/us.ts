import { airportOf } from '../../../standards/airports/airports.ts'
import { share } from '../../../standards/money.ts'
import type { Dated } from '../dated.ts'
import { CABINS, type Incident, type Problem, type Ruling } from '../incident.ts'
import { span } from '../say.ts'
import { isIn } from '../tables/territories.ts'
import {
  type DeniedBoardingRules,
  type RefundRules,
  type ServiceRules,
  US_DENIED_BOARDING,
  US_REFUNDS,
  US_SERVICE,
} from '../tables/us.ts'
import { lacking, type Rule, ruleOf } from './rule.ts'

function rule<T extends Dated>(rows: readonly T[], judge: (incident: Incident, row: T) => Ruling | Problem): Rule {
  return ruleOf(rows, (incident, row) => {
    if (isUs(incident, incident.from) || isUs(incident, incident.to)) return judge(incident, row)
    return { inScope: false, amountMinor: 0, reason: 'neither from nor to the United States', refs: [row.source] }
  })
}

function isUs({ day }: Incident, airport: string): boolean {
  return isIn('us', airportOf(airport)!.country, day)
}

function lengthOf(incident: Incident): 'domestic' | 'international' {
  return isUs(incident, incident.from) && isUs(incident, incident.to) ? 'domestic' : 'international'
}

/** A refund that is owed, or why none is. */
function refunded(incident: Incident, row: RefundRules, owed: Ruling['refund'], reason: string, ref: string): Ruling {
  if (owed === 'none' || owed === undefined)
    return { inScope: true, amountMinor: 0, refund: 'none', reason, refs: [row.source, ref] }
  const price = owed === 'fare' ? incident.ticketPriceMinor : incident.feeMinor
  return {
    inScope: true,
    amountMinor: price ?? null,
    refund: owed,
    within: row.within[incident.paidBy ?? 'creditCard'],
    reason,
    refs: [row.source, ref, '260.10'],
  }
}

const NO_CASH = { cashCompensationMinor: 0 }

function cancellation(incident: Incident, row: RefundRules): Ruling {
  if (incident.choice === 'accepts')
    return { ...refunded(incident, row, 'none', 'cancelled, the alternative accepted', '260.6'), ...NO_CASH }
  return { ...refunded(incident, row, 'fare', 'cancelled, no alternative accepted', '260.6'), ...NO_CASH }
}

/** A delay, a new schedule, another class: one question. Whether it is significant, and whether it was accepted. */
function change(incident: Incident, row: RefundRules): Ruling | Problem {
  if (!CHANGES.some((field) => incident[field] !== undefined) && incident.event !== 'downgrade')
    return { field: 'arrivalChangeMin', message: `or another change is needed for ${incident.event} under US-DOT` }
  const significant = significantChange(incident, row)
  const { refund, reason } = refundOfChange(incident, significant, row)
  return { ...refunded(incident, row, refund, reason, '260.2 (significant change), 260.6'), ...NO_CASH }
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
  significant: string | undefined,
  { changeFromMin }: RefundRules,
): { refund: Ruling['refund']; reason: string } {
  if (!significant) {
    const least = span(changeFromMin[lengthOf(incident)])
    return { refund: 'none', reason: `no significant change: no ${least} earlier or later, nor otherwise` }
  }
  if (incident.choice === 'accepts')
    return { refund: 'none', reason: `${significant}, but the passenger accepted it; no cash compensation in US rules` }
  return { refund: 'fare', reason: `${significant}, and not accepted` }
}

function significantChange(incident: Incident, { changeFromMin }: RefundRules): string | undefined {
  const { departureChangeMin = 0, addedConnections = 0, airportChangedTo, to } = incident
  const arrivalChangeMin = laterMin(incident)
  const least = changeFromMin[lengthOf(incident)]
  if (-departureChangeMin >= least) return `leaves ${span(-departureChangeMin)} earlier`
  if (arrivalChangeMin >= least) return `arrives ${span(arrivalChangeMin)} later`
  if (airportChangedTo !== undefined && airportChangedTo !== to) return `another airport, ${airportChangedTo}`
  if (addedConnections > 0) return 'more connections'
  if (isDowngrade(incident)) return 'a lower class'
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
  if (!reported) return refunded(incident, row, 'none', 'the bag was not reported missing', ref)
  const isLate = bagLateHours! > limit
  const reason = `the bag came after ${bagLateHours} h: ${isLate ? 'over' : 'within'} ${limit} h`
  return refunded(incident, row, isLate ? 'bag fee' : 'none', reason, ref)
}

function ancillary(incident: Incident, row: RefundRules): Ruling | Problem {
  const missing = lacking(incident, 'provided')
  if (missing) return missing
  return incident.provided
    ? refunded(incident, row, 'none', 'the extra was provided', '260.4')
    : refunded(incident, row, 'ancillary fee', 'an extra that was paid for was not provided', '260.4')
}

function deniedBoarding(incident: Incident, row: DeniedBoardingRules): Ruling | Problem {
  const nothing = (reason: string, ref: string): Ruling => ({
    inScope: true,
    amountMinor: 0,
    reason,
    refs: [row.source, ref],
  })
  const missing = lacking(incident, 'voluntary')
  if (missing) return missing
  if (incident.voluntary) return nothing('a volunteer: what was agreed', '250.2b')
  if (!isUs(incident, incident.from)) return nothing('not at an airport of the United States', '250.2')
  const length = lengthOf(incident)
  const later = incident.reroute?.arrivesLaterMin ?? Number.POSITIVE_INFINITY
  if (later <= row.freeUpToMin) return nothing(`re-routed to within ${span(row.freeUpToMin)}`, '250.5')
  if (incident.ticketPriceMinor === undefined) return lacking(incident, 'ticketPriceMinor')!
  const { percentOfFare, maxMinor, ref } = row[length].find(({ fromMin }) => later >= fromMin)!
  return {
    inScope: true,
    amountMinor: Math.min(maxMinor, share(incident.ticketPriceMinor, percentOfFare, 100, 'nearest')),
    reason: `denied boarding, ${length}: ${percentOfFare} % of the fare, at most $${maxMinor / 100}`,
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
    reason: `on board ${span(incident.onBoardMin!)}: water and food by ${span(row.waterAndFoodFromMin)}, off by ${span(limit)}, safety permitting`,
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
    reason: `${toldAfterMin === null ? 'never told' : `told after ${span(toldAfterMin!)}`}: ${row.tellWithinMin} min is the limit`,
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
