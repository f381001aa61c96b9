import { type Polynomial, polynomialThrough, valueAt } from '../measure/polynomial.ts'
import { type BgNbd, bgNbdAlive, expectedOfAlive } from './bg-nbd.ts'
import { expectedSpend, type GammaGamma } from './gamma-gamma.ts'
import type { History } from './history.ts'

/** Over which time, and what later money is worth less. */
export interface Horizon {
  periods: number
  /** In the unit of time that the model was fitted in. */
  periodLength: number
  /** A period: 0.01 is a hundredth less for each. */
  discountRate: number
}

/** 12 periods of 30, at 1 %: the usual settings. */
export const YEAR_IN_MONTHS: Horizon = { periods: 12, periodLength: 30, discountRate: 0.01 }

/** Of members who are alive, how often they come back over the horizon, each time counted as what later money is worth at the end of its period. */
function summedUp(
  visits: BgNbd,
  repeats: number,
  age: number,
  { periods, periodLength, discountRate }: Horizon,
): number {
  let sum = 0
  let before = 0
  let worth = 1
  const expected = expectedOfAlive(visits, repeats)
  for (let period = 1; period <= periods; period++) {
    const until = expected(age, period * periodLength)
    worth /= 1 + discountRate
    sum += (until - before) * worth
    before = until
  }
  return sum
}

/**
 * How often a member is expected to come back over the horizon, discounted; of one model it is asked of many members in a row. The sum
 * over all periods hangs on how often they came and, smoothly, on the logarithm of alpha + age: between a power of two and the
 * next a polynomial goes through twelve values of it, and answers from then on. It strays by one part in 10^12, and where `a` is next
 * to 1 by one in 10^9, as the values themselves do there.
 */
export function discountedVisits(visits: BgNbd, horizon: Horizon): (member: History) => number {
  const known = new Map<number, Map<number, Polynomial>>()
  return (member) => {
    const { repeats, age } = member
    const power = Math.log2(visits.alpha + age)
    const whole = Math.floor(power)
    const byPower = known.get(repeats) ?? setIn(known, repeats, new Map<number, Polynomial>())
    const polynomial =
      byPower.get(whole) ??
      setIn(
        byPower,
        whole,
        polynomialThrough((at) => summedUp(visits, repeats, 2 ** (whole + at) - visits.alpha, horizon)),
      )
    return bgNbdAlive(visits, member) * valueAt(polynomial, power - whole)
  }
}

function setIn<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value)
  return value
}

/**
 * What a member is expected to bring in over the horizon, in the unit of `mean`, discounted at the end of each period.
 * Undefined where there is no expected spend.
 */
export function lifetimeValue(
  visits: BgNbd,
  spend: GammaGamma,
  horizon: Horizon = YEAR_IN_MONTHS,
): (member: History & { mean: number }) => number | undefined {
  const visitsOf = discountedVisits(visits, horizon)
  return (member) => {
    const each = expectedSpend(spend, member)
    return each === undefined ? undefined : each * visitsOf(member)
  }
}
