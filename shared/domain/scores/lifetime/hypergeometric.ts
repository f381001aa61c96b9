const SMALL_ENOUGH = 1e-15
/** More than z = 0.99 needs. */
const TERMS_AT_MOST = 5000

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for 0 ≤ z < 1 by its series: right where a and b are a few units at most.
 * It needs no library, so that a member's score needs none either; what fitting asks for is in `special-functions.ts`.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < TERMS_AT_MOST; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
    if (Math.abs(term) < SMALL_ENOUGH * Math.abs(sum)) break
  }
  return sum
}
