/** Splits a list into pieces of at most `count` items and `bytes` bytes. An item larger than that gets a piece of its own. */
export function packs<T>(all: readonly T[], count: number, bytes: number, sizeOf: (item: T) => number): T[][] {
  const pieces: T[][] = []
  let piece: T[] = []
  let size = 0
  for (const item of all) {
    const more = sizeOf(item)
    if (piece.length === count || (piece.length > 0 && size + more > bytes)) {
      pieces.push(piece)
      piece = []
      size = 0
    }
    piece.push(item)
    size += more
  }
  if (piece.length > 0) pieces.push(piece)
  return pieces
}
