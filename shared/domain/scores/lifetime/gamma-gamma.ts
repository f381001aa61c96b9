/**
 * Gamma-Gamma: what a member pays each time varies about a mean of their own (gamma: p), and the means vary over members
 * (inverse gamma: q, gamma). What they pay must not hang together with how often they come.
 *
 * Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com/notes/025.
 */
export interface GammaGamma {
  p: number
  q: number
  gamma: number
}

/** What somebody paid: how often, and the mean of it. */
export interface Spending {
  repeats: number
  mean: number
}

/** Whether the model can be asked of it: they came back, and it was not for nothing. */
export function spends({ repeats, mean }: Spending): boolean {
  return repeats > 0 && mean > 0
}

/**
 * What a member is expected to pay a time: between their own mean and everybody's, the nearer to their own the oftener they
 * came. Undefined where q ≤ 1: then there is no mean over members.
 */
export function expectedSpend({ p, q, gamma }: GammaGamma, { repeats, mean }: Spending): number | undefined {
  if (q <= 1) return undefined
  return (p * (gamma + repeats * mean)) / (p * repeats + q - 1)
}
