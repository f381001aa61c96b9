import type { History } from './history.ts'
import { hypergeometric } from './hypergeometric.ts'

/**
 * BG/NBD: while alive, a member comes back at a rate of their own (gamma: r, alpha); after each time they drop out for good
 * with a probability of their own (beta: a, b).
 *
 * Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2), 275-284. Everything is
 * worked out in logarithms, or in a form in which nothing underflows.
 */
export interface BgNbd {
  r: number
  alpha: number
  a: number
  b: number
}

/**
 * How probable it is that a member has not dropped out, 0 to 1. Who never came back cannot have dropped out in this model: 1.
 * See {@link bgNbdExpectedOf} for what is to be expected of them all the same.
 */
export function bgNbdAlive({ r, alpha, a, b }: BgNbd, { repeats, recency, age }: History): number {
  if (repeats === 0) return 1
  const odds = Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency))
  return 1 / (1 + Math.exp(odds))
}

/** How often somebody new comes back in a time: equation (9). */
export function bgNbdExpected(model: BgNbd, time: number): number {
  return expectedOfAlive(model, 0, 0, time)
}

/** How often a member comes back in a time ahead, by what they did until now: equation (10). */
export function bgNbdExpectedOf(model: BgNbd, history: History, time: number): number {
  return bgNbdAlive(model, history) * expectedOfAlive(model, history.repeats, history.age, time)
}

/** Where 1 is subtracted from a, this close to it nothing is left of the digits. */
const TOO_CLOSE = 1e-6

/**
 * Of a member who is alive. Euler's transformation takes the power before the hypergeometric function of (10) into it:
 * (1 − z)^(r+x) F(r+x, b+x; c; z) = (1 − z)^(a−1) F(a+b−1−r, a−1; c; z), whose terms stay small for any x.
 */
function expectedOfAlive({ r, alpha, a: exactA, b }: BgNbd, x: number, age: number, time: number): number {
  const a = Math.abs(exactA - 1) < TOO_CLOSE ? 1 + TOO_CLOSE : exactA
  const c = a + b + x - 1
  const z = time / (alpha + age + time)
  const gone = (1 - z) ** (a - 1) * hypergeometric(c - r - x, a - 1, c, z)
  return (c / (a - 1)) * (1 - gone)
}
