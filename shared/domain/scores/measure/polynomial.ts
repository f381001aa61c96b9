/** By Chebyshev's polynomials from 0 to 1: of the least degree first, the first one halved. */
export type Polynomial = readonly number[]

/** Of a function whose nearest singular point is some units away, twelve leave an error of 1e-12 or less. */
const POINTS = 12

/** Goes through what a smooth function is from 0 to 1, at the points at which it strays least in between. */
export function polynomialThrough(of: (at: number) => number): Polynomial {
  const angles = Array.from({ length: POINTS }, (_, i) => (Math.PI * (i + 0.5)) / POINTS)
  const values = angles.map((angle) => of((1 + Math.cos(angle)) / 2))
  return values.map((_, degree) => {
    const sum = values.reduce((all, value, i) => all + value * Math.cos(degree * angles[i]!), 0)
    return (sum * (degree === 0 ? 1 : 2)) / POINTS
  })
}

/** By Clenshaw's recurrence. */
export function valueAt(polynomial: Polynomial, at: number): number {
  const x = 2 * at - 1
  let [next, afterNext] = [0, 0]
  for (let degree = polynomial.length - 1; degree > 0; degree--) {
    const here = 2 * x * next - afterNext + polynomial[degree]!
    afterNext = next
    next = here
  }
  return x * next - afterNext + polynomial[0]!
}
