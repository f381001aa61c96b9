import { DAY, MINUTE } from '../../shared/domain/calendar.ts'
import type { Incident } from '../../shared/domain/law/incident.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { minorOf as minorIn } from '../../shared/standards/money.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { type Case, caseSchema, given } from './schema.ts'

/** What is wrong with a field of a case, by its name in the file. */
export interface FieldProblem {
  field: string
  message: string
}

export type ReadCase = { id: string } & ({ incident: Incident } | { problems: FieldProblem[] })

/**
 * The cases of a file, each read or with its problems. `day`: whose law applies to a case without a date. Undefined if the
 * value does not have the form `{"cases": [...]}`.
 */
export function readCases(file: unknown, day: string, language?: Language): ReadCase[] | undefined {
  const cases = isObject(file) ? file.cases : undefined
  if (!Array.isArray(cases)) return undefined
  const texts = textsIn(language)
  const seen = new Set<string>()
  return cases.map((raw: unknown, index) => {
    const id = isObject(raw) && typeof raw.id === 'string' && raw.id ? raw.id : `case ${index + 1}`
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice
      ? { id, problems: [{ field: 'id', message: texts.entitlement.twice }] }
      : { id, ...readCase(raw, day, texts) }
  })
}

function readCase(raw: unknown, day: string, texts: Texts): { incident: Incident } | { problems: FieldProblem[] } {
  const { data, error } = caseSchema.safeParse(raw)
  const problems = [
    ...(error?.issues ?? []).map(({ path, message }) => ({
      field: path.join('.') || 'case',
      message: texts.elsewhere(message),
    })),
    ...misspelt(raw, texts),
  ]
  return data && problems.length === 0 ? { incident: incidentOf(data, day) } : { problems }
}

/** A fact that is nearly one we know was meant to count, but would not. Other unknown facts do no harm. */
function misspelt(raw: unknown, { entitlement }: Texts): FieldProblem[] {
  const facts = isObject(raw) && isObject(raw.given) ? raw.given : {}
  const known = Object.keys(given.shape)
  return Object.keys(facts).flatMap((name) => {
    const meant = known.includes(name) ? undefined : nearest(name, known)
    return meant ? [{ field: `given.${name}`, message: entitlement.meaningless(meant) }] : []
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The names in a file of the facts that rules can ask for. */
const FACTS = {
  arrivalDelayMin: 'arrival_delay_min',
  departureDelayMin: 'departure_delay_min',
  touchdownDelayMin: 'touchdown_delay_min',
  firstLegDepartureDelayMin: 'first_leg_departure_delay_min',
  via: 'via',
  place: 'place',
  extraordinary: 'extraordinary',
  carrierCaused: 'carrier_caused',
  noticeDays: 'notice_days',
  voluntary: 'voluntary',
  classChange: 'class_change',
  standard: 'standard',
  onBoardMin: 'on_board_min',
  departureTimeKnown: 'departure_time_known',
  choice: 'passenger',
  paidBy: 'paid_by',
  arrivalChangeMin: 'arrival_change_min',
  departureChangeMin: 'departure_change_min',
  addedConnections: 'added_connections',
  airportChangedTo: 'arrival_airport_changed_to',
  bagLateHours: 'bag_late_hours',
  flightHours: 'flight_hours',
  reported: 'reported',
  provided: 'provided',
} as const satisfies { [F in keyof Incident]?: keyof Case['given'] }

function incidentOf({ given: facts, ...about }: Case, day: string): Incident {
  const plain = Object.fromEntries(Object.entries(FACTS).map(([field, name]) => [field, facts[name]]))
  return {
    ...plain,
    regime: about.regime,
    event: about.event,
    day: about.date ?? day,
    from: about.from,
    to: about.to,
    distanceKm: about.distance_km,
    licence: about.carrier_licence,
    departureDelayMin: facts.departure_delay_min ?? facts.delay_min,
    reroute: facts.reroute && {
      departsEarlierMin: facts.reroute.departs_earlier_min,
      arrivesLaterMin: facts.reroute.arrives_later_min,
    },
    ticketPriceMinor: minorOf(facts.ticket_price),
    feeMinor: minorOf(facts.fee),
    toldAfterMin: toldAfter(facts),
  }
}

/** All four currencies have two decimals. */
function minorOf(amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : minorIn(amount, 'USD')
}

/** Both are times of the same clock: an earlier time means after midnight. */
function toldAfter({ carrier_knew_at: knew, passengers_told_at: told }: Case['given']): number | null | undefined {
  if (told === null) return null
  if (knew === undefined || told === undefined) return undefined
  return (told - knew + DAY / MINUTE) % (DAY / MINUTE)
}

/** The name in a file of a field that a rule missed. */
export function fileNameOf({ regime }: Incident, field: keyof Incident): string {
  const names: { [F in keyof Incident]?: string } = {
    ...FACTS,
    ...(regime === 'CN' && { departureDelayMin: 'delay_min' }),
    ticketPriceMinor: 'ticket_price',
    feeMinor: 'fee',
    toldAfterMin: 'passengers_told_at',
  }
  return names[field] ? `given.${names[field]}` : (ABOUT[field] ?? field)
}

const ABOUT: { [F in keyof Incident]?: string } = { day: 'date', licence: 'carrier_licence', distanceKm: 'distance_km' }
