import { logGamma } from '../../measure/special-functions.ts'
import type { Patience } from '../fit/minimize.ts'
import { type Found, mostLikely } from '../lifetime/found.ts'
import type { Offered } from './propensity.ts'

/** The beta distribution of members' chances under which their answers are most likely. */
export function fitBetaBinomial(all: readonly Offered[], patience?: Patience): Found<{ a: number; b: number }> {
  return mostLikely({ a: 1, b: 1 }, (at) => logLikelihood(at, all), patience)
}

function logLikelihood({ a, b }: { a: number; b: number }, all: readonly Offered[]): number {
  const always = logGamma(a + b) - logGamma(a) - logGamma(b)
  return all.reduce((sum, { offers, accepted }) => {
    return sum + always + logGamma(a + accepted) + logGamma(b + offers - accepted) - logGamma(a + b + offers)
  }, 0)
}
