import type { Patience } from '../fit/minimize.ts'
import type { BgNbd } from './bg-nbd.ts'
import { type Found, mostLikely } from './found.ts'
import type { Weighted } from './history.ts'
import { logGammas } from './log-gammas.ts'

/** The logarithm of how likely the histories are: equation (6), as (7) splits it. */
export function bgNbdLogLikelihood({ r, alpha, a, b }: BgNbd, histories: readonly Weighted[]): number {
  const ofRate = logGammas(r)
  const ofStaying = logGammas(b)
  const ofBoth = logGammas(a + b)
  const always = r * Math.log(alpha) - ofRate(0)
  const betaOfAll = ofBoth(0) - ofStaying(0)
  let sum = 0
  for (const { repeats: x, recency, age, members } of histories) {
    const stayed = betaOfAll + ofStaying(x) - ofBoth(x)
    const alive = -(r + x) * Math.log(alpha + age)
    const gone = x === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency)
    sum += members * (always + ofRate(x) + stayed + logSum(alive, gone))
  }
  return sum
}

/** ln(e^a + e^b). */
function logSum(a: number, b: number): number {
  const greater = Math.max(a, b)
  return greater === Number.NEGATIVE_INFINITY ? greater : greater + Math.log1p(Math.exp(-Math.abs(a - b)))
}

export function fitBgNbd(histories: readonly Weighted[], patience?: Patience): Found<BgNbd> {
  const scales = { r: 1, alpha: typicalAge(histories) / 4, a: 1, b: 2 }
  return mostLikely(scales, (model) => bgNbdLogLikelihood(model, histories), patience)
}

/** Puts the search at the scale of the file, whatever its unit of time is. */
export function typicalAge(histories: readonly Weighted[]): number {
  let sum = 0
  let members = 0
  for (const each of histories) {
    sum += each.age * each.members
    members += each.members
  }
  return sum / members || 1
}

/** How probable it is that somebody new comes back exactly so often in a time: equation (8). */
export function bgNbdProbability({ r, alpha, a, b }: BgNbd, repeats: number, time: number): number {
  const [ofRate, ofStaying, ofBoth] = [logGammas(r), logGammas(b), logGammas(a + b)]
  const stays = ofStaying(repeats) - ofStaying(0) - ofBoth(repeats) + ofBoth(0)
  const share = Math.log(time / (alpha + time))
  const none = r * Math.log(alpha / (alpha + time))
  const logTimes = (j: number) => ofRate(j) - ofRate(0) - factorials(j) + none + j * share
  const alive = Math.exp(stays + logTimes(repeats))
  if (repeats === 0) return alive
  let fewer = 0
  for (let j = 0; j < repeats; j++) fewer += Math.exp(logTimes(j))
  return alive + Math.exp(stays + Math.log(a / (b + repeats - 1))) * (1 - fewer)
}

const factorials = logGammas(1)
