import { airportOf } from '../../standards/airports/airports.ts'
import { type Besides, type DisruptedFlight, judge } from './disruption.ts'
import { type Entitlement, type Problem, REGIMES, type Regime } from './incident.ts'
import { isIn } from './tables/territories.ts'

/** What a passenger is owed in money for one flight leg, by everything that was reported of it. */
export type Owed =
  | ({ owed: 'money' } & OwedMoney)
  | { owed: 'nothing'; reason: string }
  /** The law may owe something, and what is known does not say how much: a person has to look. */
  | { owed: 'unclear'; reason: string }

export interface OwedMoney {
  regime: Regime
  amountMinor: number
  currency: string
  /** A sentence for people. */
  reason: string
  /** The paragraphs it rests on. */
  source: string
}

/** What the carrier must do for a passenger besides paying. */
export interface Assistance {
  careDue: boolean
  /** The passenger may give the journey up and have the fare back. */
  refundRight: boolean
}

/** How the flight lies in its booking: the ends of the journey, and whether it is one of several flights of it. */
export interface Journeyed extends Besides {
  connects?: boolean
}

/**
 * Money for a leg: of every report the most that one regime owes, paid once. Where several regimes pay for the same, the
 * one of the place it left from comes first, then EU261, UK261, China's.
 */
export function owedOf(reports: readonly DisruptedFlight[], besides: Journeyed): Owed {
  const outcomes = reports.flatMap((report) => judge(report, besides).map((outcome) => withConnection(outcome, report)))
  const entitlements = outcomes.flatMap((outcome) => ('entitlement' in outcome ? [outcome.entitlement] : []))
  const most = entitlements.filter(isMoney).sort((a, b) => rank(a) - rank(b) || b.amountMinor - a.amountMinor)[0]
  if (most) {
    const { regime, amountMinor, currency, reason, source } = most
    return { owed: 'money', regime, amountMinor, currency, reason, source }
  }
  const unclear = outcomes.map(unclearOf).find((reason) => reason !== undefined)
  if (unclear) return { owed: 'unclear', reason: unclear }
  const [first] = entitlements
  return { owed: 'nothing', reason: first ? `${first.regime}: ${first.reason}` : 'no law that is kept here covers it' }

  function withConnection(outcome: Outcome, { kind }: DisruptedFlight): Outcome {
    const counts = kind === 'delay' || kind === 'diversion'
    return besides.connects && counts && 'entitlement' in outcome && FINAL_ARRIVAL.has(outcome.entitlement.regime)
      ? { problem: { field: 'via', message: 'it is one of several flights, and the last arrival counts' } }
      : outcome
  }

  function rank({ regime }: Entitlement): number {
    return regime === regimeOfDeparture(reports[0]!) ? -1 : REGIMES.indexOf(regime)
  }
}

/** Meals, a room, the fare back: what any regime that covers the flight gives. */
export function assistanceOf(reports: readonly DisruptedFlight[], besides: Besides): Assistance {
  const entitlements = reports.flatMap((report) =>
    judge(report, besides).flatMap((outcome) => ('entitlement' in outcome ? [outcome.entitlement] : [])),
  )
  return {
    careDue: entitlements.some(({ careDue }) => careDue),
    refundRight: entitlements.some(({ refundRight, refund }) => refundRight || refund === 'fare'),
  }
}

type Outcome = ReturnType<typeof judge>[number]

/** Regimes that count the delay at the end of the booking. */
const FINAL_ARRIVAL: ReadonlySet<Regime> = new Set(['EU261', 'UK261'])

function isMoney(each: Entitlement): each is Entitlement & { amountMinor: number } {
  return each.amountMinor !== null && each.amountMinor > 0
}

/** A refund is the passenger's to ask for, and an arrival that is not known yet will be: neither is for a person. */
function unclearOf(outcome: Outcome): string | undefined {
  if ('problem' in outcome) return isStillToCome(outcome.problem) ? undefined : missingText(outcome.problem)
  const { amountMinor, refund, regime, reason } = outcome.entitlement
  return amountMinor === null && refund === undefined ? `${regime}: ${reason}` : undefined
}

function missingText({ field, message }: Problem): string {
  const said = SAID[field]
  return said ? `${said} ${message}` : message
}

const SAID: { [F in Problem['field']]?: string } = {
  ticketPriceMinor: 'the fare',
  bagLateHours: 'how late the bag came',
  reported: 'whether the bag was reported',
}

function isStillToCome({ field }: Problem): boolean {
  return field === 'arrivalDelayMin' || field === 'departureDelayMin' || field === 'arrivalChangeMin'
}

function regimeOfDeparture({ from, day }: DisruptedFlight): Regime | undefined {
  const country = airportOf(from)?.country ?? ''
  if (isIn('community', country, day)) return 'EU261'
  return isIn('uk', country, day) ? 'UK261' : undefined
}
