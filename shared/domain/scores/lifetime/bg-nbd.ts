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
  return expectedOfAlive(model, 0)(0, time)
}

/** How often a member comes back in a time ahead, by what they did until now: equation (10). */
export function bgNbdExpectedOf(model: BgNbd, history: History, time: number): number {
  return bgNbdAlive(model, history) * expectedOfAlive(model, history.repeats)(history.age, time)
}

/** Where 1 is subtracted from a, this close to it nothing is left of the digits. */
const TOO_CLOSE = 1e-6
/** Within these the series of Euler's form is short, and loses no digits to signs that alternate. */
const TAME = 5
const LEAST_TAME_C = 0.5

/**
 * Of a member who is alive. Euler's transformation takes the power before the hypergeometric function of (10) into it:
 * (1 − z)^(r+x) F(r+x, b+x; c; z) = (1 − z)^(a−1) F(a+b−1−r, a−1; c; z), whose terms stay small for any x where the parameters are
 * a few units. Others, of members who are too much alike, are counted out.
 */
function expectationOfAlive(model: BgNbd, x: number): Expectation {
  const { r, alpha, a, b } = model
  const c = a + b + x - 1
  const shareOf = (age: number, time: number) => time / (alpha + age + time)
  const isTame = Math.abs(c - r - x) <= TAME && a <= TAME && c >= LEAST_TAME_C && Math.abs(a - 1) >= TOO_CLOSE
  if (!isTame) return (age, time) => countedOut(model, x, shareOf(age, time))
  const series = hypergeometric(c - r - x, a - 1, c)
  return (age, time) => {
    const z = shareOf(age, time)
    return (c / (a - 1)) * (1 - (1 - z) ** (a - 1) * series(z))
  }
}

type Expectation = (age: number, time: number) => number

/** Asked of one member for many days in a row: the last one is at hand. */
let last: { model: BgNbd; x: number; expected: Expectation } | undefined

/** How often a member who is alive comes back in a time ahead, by how often they have come and how long they are known. */
export function expectedOfAlive(model: BgNbd, x: number): Expectation {
  if (last?.model !== model || last.x !== x) last = { model, x, expected: expectationOfAlive(model, x) }
  return last.expected
}

const NOTHING_LEFT = 1e-15
const TOO_GREAT = 1e200

/**
 * The same, one number of times after the other: how probable it is that they would come so often if they stayed (negative binomial:
 * r+x, z), times how many of these they are still there for: of the j-th, (b+x)…(b+x+j−2) / (a+b+x)…(a+b+x+j−2). All terms are
 * positive, so that none cancels another; their scale is kept as a logarithm, so that none is lost.
 */
function countedOut({ r, a, b }: BgNbd, x: number, z: number): number {
  let scale = (r + x) * Math.log1p(-z)
  let probability = 1
  let there = 1
  let times = 0
  let sum = 0
  for (let n = 1; ; n++) {
    probability *= ((r + x + n - 1) / n) * z
    times += there
    there *= (b + x + n - 1) / (a + b + x + n - 1)
    sum += probability * times
    if (sum > TOO_GREAT) {
      probability /= TOO_GREAT
      sum /= TOO_GREAT
      scale += Math.log(TOO_GREAT)
    }
    // So much less is the next term at most.
    const falls = ((r + x + n) / n) * z
    if (falls < 1 && (probability * times * falls) / (1 - falls) <= NOTHING_LEFT * sum) return sum * Math.exp(scale)
  }
}
