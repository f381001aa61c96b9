import type { Patience } from '../fit/minimize.ts'
import { typicalAge } from './fit-bg-nbd.ts'
import { type Found, mostLikely } from './found.ts'
import type { History, Weighted } from './history.ts'
import { logGammas } from './log-gammas.ts'

/**
 * NBD: everybody comes back at a rate of their own (gamma: r, alpha) and never leaves. BG/NBD without leaving: what it has to be better
 * than. Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1), 26-41.
 */
export interface Nbd {
  r: number
  alpha: number
}

export function fitNbd(histories: readonly Weighted[], patience?: Patience): Found<Nbd> {
  return mostLikely({ r: 1, alpha: typicalAge(histories) / 4 }, (model) => logLikelihood(model, histories), patience)
}

function logLikelihood({ r, alpha }: Nbd, histories: readonly Weighted[]): number {
  const ofRate = logGammas(r)
  let sum = 0
  for (const { members, repeats: x, age } of histories) {
    sum += members * (ofRate(x) - ofRate(0) + r * Math.log(alpha) - (r + x) * Math.log(alpha + age))
  }
  return sum
}

/** How often a member comes back in a time ahead. */
export function nbdExpectedOf({ r, alpha }: Nbd, { repeats, age }: History, time: number): number {
  return ((r + repeats) / (alpha + age)) * time
}
