import { airportOf } from '../../../standards/airports/airports.ts'
import { inForce } from '../dated.ts'
import type { Finding } from '../finding.ts'
import type { Incident, Problem, Ruling } from '../incident.ts'
import { CHINA_REFUNDS, CHINA_SERVICE, CHINA_STANDARDS, type ChinaService } from '../tables/china.ts'
import { isIn } from '../tables/territories.ts'
import { isProblem, lacking, type Rule, ruleOf, toldFinding } from './rule.ts'

function rule(judge: (incident: Incident, service: ChinaService) => Ruling | Problem): Rule {
  return ruleOf(CHINA_SERVICE, (incident, service) => {
    if (touchesChina(incident)) return judge(incident, service)
    return { inScope: false, amountMinor: 0, findings: [{ is: 'notChina' }], refs: [service.source] }
  })
}

function touchesChina({ from, to, licence, day }: Incident): boolean {
  return licence === 'CN' || [from, to].some((each) => isIn('china', airportOf(each)!.country, day))
}

function delay(incident: Incident, service: ChinaService): Ruling | Problem {
  const late = lateMin(incident)
  const missing = ofUnknownCause(incident, service)
  if (missing) return missing
  if (incident.carrierCaused !== false && late === undefined) return lacking(incident, 'departureDelayMin')!
  const money = moneyFor(incident)
  if (isProblem(money)) return money
  if (late !== undefined && late <= service.delayedAboveMin)
    return {
      inScope: true,
      amountMinor: 0,
      findings: [{ is: 'noDelay', upTo: service.delayedAboveMin }],
      refs: [service.source],
    }
  const care = careFor(incident)
  const refund = inForce(CHINA_REFUNDS, incident.day)
  return {
    inScope: true,
    ...money.owed,
    careDue: care.isDue,
    care: care.care,
    ...(refund && { refundRight: true }),
    findings: [money.finding, care.finding],
    refs: [...money.refs, service.source, 'art. 17', care.ref, ...(refund ? [refund.source] : [])],
  }
}

function cancellation(incident: Incident, service: ChinaService): Ruling | Problem {
  const missing = ofUnknownCause(incident, service)
  if (missing) return missing
  const money = lateMin(incident) === undefined ? NO_SUBSTITUTE : moneyFor(incident)
  if (isProblem(money)) return money
  const care = careFor(incident)
  const refund = inForce(CHINA_REFUNDS, incident.day)
  return {
    inScope: true,
    ...money.owed,
    careDue: care.isDue,
    care: care.care,
    ...(refund && { refundRight: true, within: refund.within }),
    findings: [{ is: 'cancelled' }, money.finding, care.finding, ...(refund ? [{ is: 'fareBackFree' as const }] : [])],
    refs: [...money.refs, service.source, 'art. 17', care.ref, ...(refund ? [refund.source] : [])],
  }
}

/** At departure, or at arrival, as the carrier's table counts; where that is unknown, the other. */
function lateMin({ departureDelayMin, arrivalDelayMin, standard, day }: Incident): number | undefined {
  const table = inForce(
    CHINA_STANDARDS.filter((each) => each.standard === standard),
    day,
  )
  return table?.counts === 'arrival' ? (arrivalDelayMin ?? departureDelayMin) : (departureDelayMin ?? arrivalDelayMin)
}

/** The cause is nobody's to find out where even the carrier's own fault would cost nothing. */
function ofUnknownCause(incident: Incident, { unknownCause }: ChinaService): Problem | undefined {
  if (unknownCause === 'owed') return undefined
  const ifCaused = lateMin(incident) === undefined ? undefined : moneyFor({ ...incident, carrierCaused: true })
  const isFree = ifCaused && !isProblem(ifCaused) && ifCaused.owed.amountMinor === 0
  return isFree ? undefined : lacking(incident, 'carrierCaused')
}

interface Money {
  owed: Pick<Ruling, 'amountMinor' | 'orInKindMinor'>
  finding: Finding
  refs: readonly string[]
}

const NO_SUBSTITUTE: Money = {
  owed: { amountMinor: 0 },
  finding: { is: 'noSubstitute' },
  refs: [],
}

const UNPUBLISHED: Money = {
  owed: { amountMinor: null },
  finding: { is: 'noTableNamed' },
  refs: [],
}

/** By the carrier's published table. */
function moneyFor(incident: Incident): Money | Problem {
  const { standard, carrierCaused, day } = incident
  const late = lateMin(incident) ?? 0
  if (carrierCaused === false) return { owed: { amountMinor: 0 }, finding: { is: 'notCarrier' }, refs: [] }
  if (standard === undefined) return UNPUBLISHED
  const rows = CHINA_STANDARDS.filter((each) => each.standard === standard)
  const row = inForce(rows, day)
  if (!row) return { field: 'standard', finding: noTable(standard, day, rows.length > 0) }
  const band = row.bands.find(({ fromMin }) => late >= fromMin)
  const refs = [row.source]
  if (!band) {
    const under = row.bands.at(-1)!.fromMin
    return { owed: { amountMinor: 0 }, finding: { is: 'carrierUnder', late, under }, refs }
  }
  const { fromMin, amountMinor, orInKindMinor } = band
  return {
    owed: { amountMinor, ...(orInKindMinor !== undefined && { orInKindMinor }) },
    finding: { is: 'carrierPaid', late, from: fromMin },
    refs,
  }
}

function noTable(standard: string, day: string, isKnown: boolean): Finding {
  if (isKnown) return { is: 'noTableThen', table: standard, day }
  const known = new Set(CHINA_STANDARDS.map((each) => each.standard))
  return { is: 'noTable', table: standard, tables: [...known].join() }
}

/** Meals and lodging (art. 29): by whose fault at the origin, always the carrier's on the way of a domestic flight. */
function careFor({ carrierCaused, place = 'origin', from, to, day }: Incident): {
  isDue: boolean
  care: NonNullable<Ruling['care']>
  finding: Finding
  ref: string
} {
  const isDomestic = [from, to].every((each) => isIn('china', airportOf(each)!.country, day))
  if (place !== 'origin' && isDomestic)
    return {
      isDue: true,
      care: 'carrier',
      finding: { is: 'careOnTheWay', place },
      ref: place === 'stopover' ? 'art. 29(3)' : 'art. 29(4)',
    }
  return carrierCaused !== false
    ? { isDue: true, care: 'carrier', finding: { is: 'careByCarrier' }, ref: 'art. 29(1)' }
    : { isDue: false, care: 'passenger', finding: { is: 'careArranged' }, ref: 'art. 29(2)' }
}

function tarmacDelay(incident: Incident, service: ChinaService): Ruling | Problem {
  const { onBoardMin, departureTimeKnown } = incident
  const missing = lacking(incident, 'onBoardMin')
  if (missing) return missing
  const isLong = onBoardMin! >= service.disembarkFromMin
  if (isLong && departureTimeKnown === undefined) return lacking(incident, 'departureTimeKnown')!
  const waterAndFood = onBoardMin! >= service.waterAndFoodFromMin
  const disembark = isLong && !departureTimeKnown
  return {
    inScope: true,
    amountMinor: 0,
    waterAndFood,
    disembark,
    findings: [
      {
        is: 'onBoard',
        minutes: onBoardMin!,
        departure: departureTimeKnown ? 'known' : 'unknown',
        ...(waterAndFood && { water: service.waterAndFoodFromMin }),
        ...(disembark && { off: service.disembarkFromMin }),
      },
    ],
    refs: [service.source, 'on-board delay'],
  }
}

function notification(incident: Incident, { source, tellWithinMin }: ChinaService): Ruling | Problem {
  const { toldAfterMin } = incident
  const missing = lacking(incident, 'toldAfterMin')
  if (missing) return missing
  return {
    inScope: true,
    amountMinor: 0,
    withinRule: toldAfterMin !== null && toldAfterMin! <= tellWithinMin,
    findings: [toldFinding(toldAfterMin!, tellWithinMin)],
    refs: [source, 'informing passengers'],
  }
}

export const china = {
  delay: rule(delay),
  cancellation: rule(cancellation),
  tarmac_delay: rule(tarmacDelay),
  notification: rule(notification),
}
