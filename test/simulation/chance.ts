/** Seeded chance: the same draws for the same seed and name, whatever else is drawn elsewhere. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** True in this share of cases. */
  is(share: number): boolean
  /** Some of them, each in this share of cases, in their order. */
  some<T>(from: readonly T[], share: number): T[]
  /** Draws of its own, which do not move with those of others. */
  of(name: string): Chance
}

export function chanceOf(seed: number | string): Chance {
  const draw = drawsOf(hashOf(String(seed)))
  const between = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1))
  return {
    next: draw,
    between,
    pick: (from) => from[between(0, from.length - 1)]!,
    is: (share) => draw() < share,
    some: (from, share) => from.filter(() => draw() < share),
    of: (name) => chanceOf(`${seed}/${name}`),
  }
}

/** A share in [0, 1) that belongs to this text. */
export function shareOf(text: string): number {
  return drawsOf(hashOf(text))()
}

/** Mulberry32. */
function drawsOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a, stirred. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
