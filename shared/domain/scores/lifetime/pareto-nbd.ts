import { integral } from '../fit/integral.ts'
import type { Patience } from '../fit/minimize.ts'
import { typicalAge } from './fit-bg-nbd.ts'
import { type Found, mostLikely } from './found.ts'
import type { History, Weighted } from './history.ts'
import { logGammas } from './log-gammas.ts'

/**
 * Pareto/NBD: as BG/NBD, but a member can drop out at any time, at a rate of their own (gamma: s, beta), also before they come
 * back for the first time.
 *
 * Schmittlein, Morrison and Colombo (1987), Counting Your Customers, Management Science 33(1), 1-24, in the form of Fader and
 * Hardie (2005), A Note on Deriving the Pareto/NBD Model, brucehardie.com/notes/009.
 */
export interface ParetoNbd {
  r: number
  alpha: number
  s: number
  beta: number
}

export function paretoNbdLogLikelihood(model: ParetoNbd, histories: readonly Weighted[]): number {
  const { r, alpha, s, beta } = model
  const ofRate = logGammas(r)
  let sum = 0
  for (const { members, ...history } of histories) {
    const { repeats: x, age } = history
    const alive = -r * Math.log1p(age / alpha) - x * Math.log(alpha + age) - s * Math.log1p(age / beta)
    sum += members * (ofRate(x) - ofRate(0) + alive + Math.log1p(oddsOfGone(model, history)))
  }
  return sum
}

/** Over a piece the integrand falls by so many powers of e at most, and no piece is longer than that. */
const SLOPE_OF_PIECE = 6
const LONGEST_PIECE = 2
/** So many powers of e below the first one, nothing is left of it. */
const NOTHING_LEFT = 45

/**
 * How much more probable the history is with the member gone than alive: the integral over the instant y of dropping out,
 * from t_x to T, of s/(β+y) · ((α+T)/(α+y))^(r+x) · ((β+T)/(β+y))^s. Others write it as the difference of two hypergeometric
 * functions, which under- and overflow, and cancel; as it is, its integrand is smooth in ln(y + the smaller of α and β), and
 * pieces by Gauss and Legendre give it to some 12 digits.
 */
function oddsOfGone({ r, alpha, s, beta }: ParetoNbd, { repeats: x, recency, age }: History): number {
  if (recency >= age) return 0
  const least = Math.min(alpha, beta)
  const [from, to] = [Math.log(least + recency), Math.log(least + age)]
  const scale = Math.log(beta + age)
  /** How steeply it falls in ln(y + least), but for 1: ever more steeply. */
  const steepness = (y: number) => ((r + x) * (least + y)) / (alpha + y) + ((s + 1) * (least + y)) / (beta + y)
  const integrand = (at: number) => {
    const y = Math.exp(at) - least
    // Of parameters in the millions a difference of logarithms would leave no digit.
    const [inAlpha, inBeta] = [Math.log1p((age - y) / (alpha + y)), Math.log1p((age - y) / (beta + y))]
    return Math.exp((r + x) * inAlpha + (s + 1) * inBeta + at - scale)
  }
  const falls = steepness(recency) - 1
  const end = falls > 0 ? Math.min(to, from + NOTHING_LEFT / falls) : to
  const pieces = Math.ceil((end - from) / Math.min(LONGEST_PIECE, SLOPE_OF_PIECE / steepness(age)))
  let sum = 0
  for (let i = 0; i < pieces; i++) {
    sum += integral(integrand, from + ((end - from) * i) / pieces, from + ((end - from) * (i + 1)) / pieces)
  }
  return s * sum
}

export function fitParetoNbd(histories: readonly Weighted[], patience?: Patience): Found<ParetoNbd> {
  const age = typicalAge(histories)
  const scales = { r: 1, alpha: age / 4, s: 1, beta: age / 4 }
  return mostLikely(scales, (model) => paretoNbdLogLikelihood(model, histories), patience)
}

/** How probable it is that a member has not dropped out, 0 to 1. */
export function paretoNbdAlive(model: ParetoNbd, history: History): number {
  return 1 / (1 + oddsOfGone(model, history))
}

/** How often somebody new comes back in a time. */
export function paretoNbdExpected(model: ParetoNbd, time: number): number {
  return expectedOfAlive(model, 0, 0, time)
}

/** How often a member comes back in a time ahead, by what they did until now. */
export function paretoNbdExpectedOf(model: ParetoNbd, history: History, time: number): number {
  return paretoNbdAlive(model, history) * expectedOfAlive(model, history.repeats, history.age, time)
}

/** (r+x)/(α+T) times the time that a member who is alive has left of it: ((β+T)^s of a Pareto distribution). */
function expectedOfAlive({ r, alpha, s, beta }: ParetoNbd, x: number, age: number, time: number): number {
  const rate = (r + x) / (alpha + age)
  const left = Math.log((beta + age + time) / (beta + age))
  // ∫₀ᵗ ((β+T)/(β+T+u))^s du = (β+T) (e^((1−s)·left) − 1) / (1 − s), which is (β+T)·left where s is 1.
  const exponent = (1 - s) * left
  const years = exponent === 0 ? left : (left * Math.expm1(exponent)) / exponent
  return rate * (beta + age) * years
}
