const SMALL_ENOUGH = 1e-13
/** More than z = 0.99 needs. */
const TERMS_AT_MOST = 5000

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for 0 ≤ z < 1 by its series: right where a and b are a few units at most.
 * It needs no library, so that a member's score needs none either; what fitting asks for is in `special-functions.ts`. Of one a, b and c
 * it is asked for many z in a row: what from one term to the next does not hang on z is worked out once.
 */
export function hypergeometric(a: number, b: number, c: number): (z: number) => number {
  const steps: number[] = []
  return (z) => {
    let term = 1
    let sum = 1
    for (let n = 0; n < TERMS_AT_MOST; n++) {
      const step = n < steps.length ? steps[n]! : ((a + n) * (b + n)) / ((c + n) * (n + 1))
      if (n === steps.length) steps.push(step)
      term *= step * z
      sum += term
      if (Math.abs(term) < SMALL_ENOUGH * Math.abs(sum)) break
    }
    return sum
  }
}
