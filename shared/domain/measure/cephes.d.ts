/** What is used of Cephes. Its package names types, but its exports hide them. */
declare module 'cephes' {
  /** Its functions work once this is fulfilled. */
  export const compiled: Promise<void>
  export function lgam(x: number): number
  export function lbeta(a: number, b: number): number
  export function incbet(a: number, b: number, x: number): number
  export function incbi(a: number, b: number, part: number): number
  export function ndtri(part: number): number
}
