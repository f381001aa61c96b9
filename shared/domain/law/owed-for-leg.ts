import { airportOf } from '../../standards/airports/airports.ts'
import { type Besides, type DisruptedFlight, type Judged, judge } from './disruption.ts'
import { type Finding, type Findings, foundBy } from './finding.ts'
import type { Entitlement, Problem } from './incident.ts'
import { REGIMES, type Regime } from './regime.ts'
import { isIn } from './tables/territories.ts'

/** What a passenger is owed in money for one flight leg, by everything that was reported of it. */
export type Owed =
  | ({ owed: 'money' } & OwedMoney)
  | { owed: 'nothing'; findings: Findings }
  /** The law may owe something, and what is known does not say how much: a person has to look. */
  | { owed: 'unclear'; findings: Findings }
  /** It will be known by then, or a person has to look. */
  | { owed: 'later'; findings: Findings; until: number }

export interface OwedMoney {
  regime: Regime
  amountMinor: number
  currency: string
  /** What it rests on. */
  findings: Findings
  /** The paragraphs it rests on. */
  source: string
}

/** What the carrier must do for a passenger besides paying. */
export interface Assistance {
  careDue: boolean
  /** The passenger may give the journey up and have the fare back. */
  refundRight: boolean
}

/** An airport under each law that pays for a disruption. */
const ANYWHERE = ['FRA', 'LHR', 'PEK']

/**
 * Money for what happened on a flight, paid once: where several regimes pay for the same, that of the place it left from
 * comes first, then EU261, UK261, China's. One that comes first and lacks a fact is not passed over: a person has to look.
 */
export function owedOf(happened: readonly DisruptedFlight[], besides: Besides): Owed {
  const airports = [besides, ...happened].flatMap(({ from, to }) => [from, to])
  const unknown = airports.find((airport) => airport !== undefined && !airportOf(airport))
  if (unknown === undefined) return owedBetween(happened, besides)
  // All unknown airports in one place: whether anything is owed depends on the territory alone.
  const owed = ANYWHERE.map((place) =>
    owedBetween(
      happened.map((each) => ({ ...each, from: knownOr(each.from, place), to: knownOr(each.to, place) })),
      {
        ...besides,
        ...(besides.from && { from: knownOr(besides.from, place) }),
        ...(besides.to && { to: knownOr(besides.to, place) }),
      },
    ),
  )
  const nothing = owed.every((each) => each.owed === 'nothing')
  return nothing ? owed[0]! : { owed: 'unclear', findings: [{ is: 'unknownAirport', airport: unknown }] }
}

function knownOr(airport: string, place: string): string {
  return airportOf(airport) ? airport : place
}

function owedBetween(happened: readonly DisruptedFlight[], besides: Besides): Owed {
  const judged = happened.flatMap((each) => judge(each, besides))
  const first = happened[0] && regimeOfDeparture(happened[0])
  for (const regime of first ? [first, ...REGIMES.filter((each) => each !== first)] : REGIMES) {
    const owed = owedUnder(judged.filter((each) => each.regime === regime))
    if (owed) return owed
  }
  const [nothing] = judged.flatMap((each) => ('entitlement' in each ? [each.entitlement] : []))
  return { owed: 'nothing', findings: nothing ? foundBy(nothing.regime, nothing.findings) : [{ is: 'noLaw' }] }
}

/** The most that one regime owes for any of it; undefined: nothing. */
function owedUnder(judged: readonly Judged[]): Owed | undefined {
  const most = judged
    .flatMap((each) => ('entitlement' in each && isMoney(each.entitlement) ? [each.entitlement] : []))
    .reduce<Paid | undefined>((a, b) => (a && a.amountMinor >= b.amountMinor ? a : b), undefined)
  if (most) {
    const { regime, amountMinor, currency, findings, source } = most
    return { owed: 'money', regime, amountMinor, currency, findings, source }
  }
  const unclear = judged.map(unclearOf).find((findings) => findings !== undefined)
  return unclear === undefined ? undefined : { owed: 'unclear', findings: unclear }
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

type Paid = Entitlement & { amountMinor: number }

function isMoney(each: Entitlement): each is Paid {
  return each.amountMinor !== null && each.amountMinor > 0
}

/** A refund is the passenger's to ask for, and an arrival that is not known yet will be: neither is for a person. */
function unclearOf(judged: Judged): Findings | undefined {
  if ('problem' in judged) return isStillToCome(judged.problem) ? undefined : [missing(judged.problem)]
  const { amountMinor, refund, regime, findings } = judged.entitlement
  return amountMinor === null && refund === undefined ? foundBy(regime, findings) : undefined
}

/** A fact that is needed is named, since no field of a file is beside it. */
function missing({ field, finding }: Problem): Finding {
  return finding.is === 'isNeeded' ? { is: 'lacks', fact: field, event: finding.event, law: finding.law } : finding
}

function isStillToCome({ field }: Problem): boolean {
  return field === 'arrivalDelayMin' || field === 'departureDelayMin' || field === 'arrivalChangeMin'
}

function regimeOfDeparture({ from, day }: DisruptedFlight): Regime | undefined {
  const country = airportOf(from)?.country ?? ''
  if (isIn('community', country, day)) return 'EU261'
  return isIn('uk', country, day) ? 'UK261' : undefined
}
