/** Splits a list into pieces of at most `size`. */
export function chunks<T>(all: readonly T[], size: number): T[][] {
  const pieces: T[][] = []
  for (let at = 0; at < all.length; at += size) pieces.push(all.slice(at, at + size))
  return pieces
}
