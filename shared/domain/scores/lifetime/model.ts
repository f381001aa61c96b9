import { decimalsOf, isCurrency } from '../../../standards/currency.ts'
import { DAY } from '../../calendar.ts'
import { faultOfVersion } from '../version.ts'
import { type BgNbd, bgNbdAlive, bgNbdExpectedOf } from './bg-nbd.ts'
import { expectedSpend, type GammaGamma } from './gamma-gamma.ts'
import type { FlownLately, History, Paid } from './history.ts'
import { discountedVisits } from './lifetime-value.ts'
import type { LifetimeReport } from './report.ts'

/** Whether a member still flies with the airline, how often they will, and what they will pay: plain data. */
export interface LifetimeModel {
  kind: 'lifetime'
  version: string
  /** Of members at this date: how many, how many of them had come back, and of how many a fare was known. */
  trainedOn: { cutoff: string; members: number; repeating: number; paying: number }
  /** In days. Null: nobody has taught the model, and it says nothing. */
  visits: BgNbd | null
  /** Of a flight, in major units of the currency. Null: no fares were known. */
  spend: (GammaGamma & { currency: string }) | null
  /** What money is worth less for each month that it comes later: 0.01 is a hundredth. */
  discountRate: number
  /** How good it was on what came after the date. */
  judged?: Pick<LifetimeReport, 'n' | 'deviance' | 'baselines' | 'expected' | 'observed'>
}

/**
 * How often members of one airline come back, and what they pay, says nothing of another's: no parameters ship, and the model says
 * nothing until an airline fits its own (docs/scores.md).
 */
export const SHIPPED_LIFETIME: LifetimeModel = {
  kind: 'lifetime',
  version: 'shipped-1',
  trainedOn: { cutoff: '2026-01-01', members: 0, repeating: 0, paying: 0 },
  visits: null,
  spend: null,
  discountRate: 0.01,
}

/** How far ahead flights and money are expected. */
const DAYS_AHEAD = 365
const MONTHS = 12

/** In days, at an instant that may lie before the last flight of its day. */
export function historyAt({ repeats, first, last }: FlownLately, at: number): History {
  const recency = (last - first) / DAY
  return { repeats, recency, age: Math.max(recency, (at - first) / DAY) }
}

/** 0 to 1, to four decimals. Undefined of who flew once: BG/NBD takes them all to be there, whatever time has passed. */
export function aliveAt(visits: BgNbd, flown: FlownLately, at: number): number | undefined {
  return flown.repeats === 0 ? undefined : to(4, bgNbdAlive(visits, historyAt(flown, at)))
}

/** How often a member flies within the days ahead, to two decimals. */
export function flightsAhead(visits: BgNbd, flown: FlownLately, at: number): number {
  return to(2, bgNbdExpectedOf(visits, historyAt(flown, at), DAYS_AHEAD))
}

function to(decimals: number, value: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}

/** What a member pays a flight, in major units. Undefined: none of their fares is known, or the model has no mean. */
function fareAhead(spend: GammaGamma & { currency: string }, paid: Paid): number | undefined {
  if (paid.flights === 0 || paid.amountMinor <= 0) return undefined
  const scale = 10 ** decimalsOf(spend.currency)
  return expectedSpend(spend, { repeats: paid.flights, mean: paid.amountMinor / paid.flights / scale })
}

const discounted = new WeakMap<LifetimeModel, (member: History) => number>()

/** What one member's answer learned of the model serves the next one's. */
function discountedIn(model: LifetimeModel, visits: BgNbd): (member: History) => number {
  const known = discounted.get(model)
  if (known) return known
  const horizon = { periods: MONTHS, periodLength: DAYS_AHEAD / MONTHS, discountRate: model.discountRate }
  const flightsOf = discountedVisits(visits, horizon)
  discounted.set(model, flightsOf)
  return flightsOf
}

/** What a member pays within the twelve months ahead, each month discounted, in minor units. */
export function valueAhead(model: LifetimeModel, flown: FlownLately, paid: Paid, at: number): number | undefined {
  const { visits, spend } = model
  const fare = visits && spend ? fareAhead(spend, paid) : undefined
  if (fare === undefined) return undefined
  const flights = discountedIn(model, visits!)(historyAt(flown, at))
  return Math.round(fare * flights * 10 ** decimalsOf(spend!.currency))
}

export type LifetimePart = 'everyFlight' | 'silentSince' | 'stillThere' | 'ownPace' | 'ownFare'

/** What moves the probability of being there: the two add up to its log odds. */
export function alivePartsOf({ r, alpha, a, b }: BgNbd, { repeats, recency, age }: History): [LifetimePart, number][] {
  return [
    ['everyFlight', -Math.log(a / (b + repeats - 1))],
    ['silentSince', -(r + repeats) * Math.log((alpha + age) / (alpha + recency))],
  ]
}

/** No logarithm is less. */
const LEAST = 1e-6

/** What moves the flights ahead: by which factors, as logarithms, they are other than those of the mean member who is there. */
export function flightPartsOf(visits: BgNbd, history: History): [LifetimePart, number][] {
  const { r, alpha } = visits
  const pace = (r + history.repeats) / (alpha + history.age) / (r / alpha)
  return [
    ['stillThere', Math.log(Math.max(LEAST, bgNbdAlive(visits, history)))],
    ['ownPace', Math.log(Math.max(LEAST, pace))],
  ]
}

/** What moves the money ahead beside: the fare, against that of the mean member. */
export function farePartOf(spend: GammaGamma & { currency: string }, paid: Paid): [LifetimePart, number] {
  const [own, mean] = [fareAhead(spend, paid), expectedSpend(spend, { repeats: 0, mean: 0 })]
  return ['ownFare', own && mean ? Math.log(own / mean) : 0]
}

/** On average over all members: beyond that the parameters are those of something else. */
const FLIGHTS_A_DAY_AT_MOST = 10

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfLifetimeModel(value: unknown): string | undefined {
  const { kind, version, visits, spend, discountRate } = Object(value) as Record<string, unknown>
  if (kind !== 'lifetime') return 'kind must be "lifetime": is it a model of something else?'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  if (visits !== null && !arePositive(visits, ['r', 'alpha', 'a', 'b'])) {
    return 'visits must be null, or have r, alpha, a and b, each above 0'
  }
  if (visits !== null && (visits as BgNbd).r / (visits as BgNbd).alpha > FLIGHTS_A_DAY_AT_MOST) {
    return `visits: r / alpha is how often members fly a day: more than ${FLIGHTS_A_DAY_AT_MOST} cannot be. Is it by days?`
  }
  if (spend !== null) {
    if (!arePositive(spend, ['p', 'q', 'gamma'])) return 'spend must be null, or have p, q and gamma, each above 0'
    if ((spend as GammaGamma).q <= 1) return 'spend: q must be above 1: else there is no mean over members'
    if (!isCurrency(String(Object(spend).currency))) return 'spend: currency must be one of ISO 4217, such as CNY'
  }
  const isRate = typeof discountRate === 'number' && discountRate >= 0 && discountRate < 1
  return isRate ? undefined : 'discountRate must be a number from 0 to below 1: what a month costs'
}

function arePositive(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => {
    const number = Object(value)[name]
    return typeof number === 'number' && Number.isFinite(number) && number > 0
  })
}
