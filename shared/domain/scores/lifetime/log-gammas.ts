import { logGamma } from '../../measure/special-functions.ts'

/** ln Γ(at + n) of whole n from 0 on: the likelihoods ask for the same ones of every member. */
export function logGammas(at: number): (n: number) => number {
  const known: number[] = []
  return (n) => {
    known[n] ??= logGamma(at + n)
    return known[n]
  }
}
