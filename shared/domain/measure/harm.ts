import { smallestWhere } from './search.ts'
import { betaBelow, logBeta } from './special-functions.ts'

/**
 * Whether something bad comes more often than a stated limit: unsubscriptions, spam reports, complaints of the treated.
 * One-sided, valid however often it is asked, and exact at any size, since such things are rare and the bell curve is not
 * theirs: the one-sided beta-binomial mixture (Howard, Ramdas, McAuliffe, Sekhon, "Time-uniform Chernoff bounds", 2020;
 * gostevehoward/confseq).
 */
export interface Harm {
  /** Of the members, how many it came to. */
  rate: number
  /** The rate is at least so high, whenever one looks, but for `alpha`. */
  atLeast: number
  /** The p of "no more often than the limit". */
  p: number
  isHarmful: boolean
}

/** How often it came, among how many. `planned`: at so many members the bound shall be tightest. */
export interface HarmCount {
  count: number
  members: number
}

export interface HarmLimit {
  /** The share that is still borne, above 0 and below 1. */
  limit: number
  alpha: number
  planned: number
}

export function harmOf({ count, members }: HarmCount, { limit, alpha, planned }: HarmLimit): Harm {
  const evidence = (share: number) => logEvidenceAbove(count, members, share, planned, alpha)
  const p = Math.min(1, Math.exp(-evidence(limit)))
  const rate = members === 0 ? 0 : count / members
  const isBorne = (share: number) => evidence(share) <= -Math.log(alpha)
  const atLeast = count === 0 ? 0 : smallestWhere(isBorne, 0, rate)
  return { rate, atLeast, p, isHarmful: p < alpha }
}

/** ln e of "more often than `share`": the mixture over all higher rates against the share itself. */
function logEvidenceAbove(count: number, members: number, share: number, planned: number, alpha: number): number {
  if (share <= 0) return count > 0 ? Number.POSITIVE_INFINITY : 0
  const variance = share * (1 - share)
  return betaBinomialLogMixture({
    sum: count - members * share,
    variance: members * variance,
    tightestAt: planned * variance,
    below: share,
    above: 1 - share,
    alpha,
  })
}

/**
 * ln of the mixture supermartingale at a `sum` of values that are `above` or −`below` around 0, of a total `variance`.
 * `tightestAt` is the variance at which the bound shall be tightest (confseq: s, v, v_opt, g, h, alpha_opt).
 */
export function betaBinomialLogMixture(of: {
  sum: number
  variance: number
  tightestAt: number
  below: number
  above: number
  alpha: number
}): number {
  const { sum, variance, below: g, above: h } = of
  const doubt = -2 * Math.log(2 * of.alpha)
  const r = Math.max(of.tightestAt / (doubt + Math.log1p(doubt)) - g * h, 1e-3 * g * h)
  const width = g + h
  return (
    (variance / (g * h)) * Math.log(width) -
    ((variance + h * sum) / (h * width)) * Math.log(g) -
    ((variance - g * sum) / (g * width)) * Math.log(h) +
    logIncompleteBeta((r + variance - g * sum) / (g * width), (r + variance + h * sum) / (h * width), h / width) -
    logIncompleteBeta(r / (g * width), r / (h * width), h / width)
  )
}

function logIncompleteBeta(a: number, b: number, upTo: number): number {
  return Math.log(betaBelow(a, b, upTo)) + logBeta(a, b)
}
