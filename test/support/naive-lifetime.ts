import { TAUGHT } from './lifetime.ts'

/** The taught model worked out as its papers write it, from flights one by one. */

const { visits, spend, discountRate } = TAUGHT
const DAY = 86_400_000

/** A flight, or one of a month or of an opening balance; what it cost, where that is known. */
export interface NaiveFlight {
  at: number
  paid?: number
}

export interface Seen {
  x: number
  recency: number
  age: number
  fares: number[]
}

export function seenOf(flights: readonly NaiveFlight[], today: number): Seen | undefined {
  if (flights.length === 0) return undefined
  const last = Math.max(...flights.map(({ at }) => at))
  const lately = flights.filter(({ at }) => at >= last - 730 * DAY)
  const first = Math.min(...lately.map(({ at }) => at))
  const recency = (last - first) / DAY
  return {
    x: lately.length - 1,
    recency,
    age: Math.max(recency, (today - first) / DAY),
    fares: lately.flatMap(({ paid }) => paid ?? []),
  }
}

export function aliveOf({ x, recency, age }: Seen): number | undefined {
  const { r, alpha, a, b } = visits
  return x === 0 ? undefined : 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x))
}

/** Equation (10) of Fader, Hardie and Lee (2005), by the series as it stands. */
export function returnsOf(seen: Seen, days: number): number {
  const { r, alpha, a, b } = visits
  const { x, age } = seen
  const c = a + b + x - 1
  const z = days / (alpha + age + days)
  let [term, series] = [1, 1]
  for (let n = 0; n < 20_000 && term > series * 1e-17; n++) {
    term *= (((r + x + n) * (b + x + n)) / ((c + n) * (n + 1))) * z
    series += term
  }
  const left = 1 - ((alpha + age) / (alpha + age + days)) ** (r + x) * series
  return (c / (a - 1)) * left * (aliveOf(seen) ?? 1)
}

/** In minor units. */
export function worthOf(seen: Seen): number | undefined {
  const { p, q, gamma } = spend
  const { fares } = seen
  const mean = fares.reduce((sum, fare) => sum + fare, 0) / fares.length / 100
  if (fares.length === 0 || mean <= 0) return undefined
  const fare = (p * (gamma + fares.length * mean)) / (p * fares.length + q - 1)
  let value = 0
  for (let month = 1; month <= 12; month++) {
    const within = (months: number) => (months === 0 ? 0 : returnsOf(seen, (months * 365) / 12))
    value += (fare * (within(month) - within(month - 1))) / (1 + discountRate) ** month
  }
  return value * 100
}
