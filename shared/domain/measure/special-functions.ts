import { compiled, incbet, incbi, lbeta, lgam, ndtri } from 'cephes'

/**
 * Special functions of Cephes (Moshier 1989; DiDonato and Morris for the incomplete beta), compiled to WebAssembly: right to
 * some 14 digits. Whoever imports this waits some milliseconds until they are there.
 */
await compiled

/** ln |Γ(x)|. */
export const logGamma: (x: number) => number = lgam

/** ln B(a, b). */
export const logBeta: (a: number, b: number) => number = lbeta

/** The part of the distribution Beta(a, b) that lies below x. */
export const betaBelow: (a: number, b: number, x: number) => number = incbet

/** The x below which that part of the distribution Beta(a, b) lies. */
export const betaQuantile: (a: number, b: number, part: number) => number = incbi

/** The z below which that part of the normal distribution lies. */
export const normalQuantile: (part: number) => number = ndtri
