import { logGamma } from '../../measure/special-functions.ts'
import type { Patience } from '../fit/minimize.ts'
import { type Found, mostLikely } from './found.ts'
import type { GammaGamma, Spending } from './gamma-gamma.ts'

/** Of those who came back and paid. Others say nothing of it. */
function gammaGammaLogLikelihood({ p, q, gamma }: GammaGamma, all: readonly Spending[]): number {
  const always = q * Math.log(gamma) - logGamma(q)
  const byRepeats: number[] = []
  let sum = 0
  for (const { repeats: x, mean } of all) {
    byRepeats[x] ??= always + logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x)
    sum += byRepeats[x]! + (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(gamma + x * mean)
  }
  return sum
}

export function fitGammaGamma(all: readonly Spending[], patience?: Patience): Found<GammaGamma> {
  const mean = all.reduce((sum, each) => sum + each.mean, 0) / all.length
  return mostLikely({ p: 2, q: 2, gamma: mean / 2 }, (model) => gammaGammaLogLikelihood(model, all), patience)
}
