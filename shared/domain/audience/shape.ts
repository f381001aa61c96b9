import type { FactUse } from './fact-use.ts'
import type { Matcher } from './matcher.ts'

/**
 * How a condition is put together, for whoever explains its answer. Its leaves stand in the order in which `observe`
 * notes their facts, so that what a receipt has kept can be laid upon it again.
 */
export type Shape<L = Leaf> =
  | { all: readonly Shape<L>[] }
  | { any: readonly Shape<L>[] }
  | { not: Shape<L> }
  /** Another audience by its name, whose answer is noted before its parts. */
  | { audience: Shape<L> }
  | { leaf: L }

export interface Leaf {
  /** What value it asks about: equal where two leaves ask about the same one. */
  of: string
  /** What is asked of the value; without, the value itself is the answer. */
  matcher?: Matcher
}

/** A leaf with what was kept of it. */
export interface BoundLeaf extends Leaf {
  use: FactUse
}

/** Lays kept facts upon a shape; undefined where they do not fit: they were kept of another condition. */
export function bind(shape: Shape, uses: readonly FactUse[]): Shape<BoundLeaf> | undefined {
  let next = 0
  const walk = (part: Shape): Shape<BoundLeaf> => {
    if ('all' in part) return { all: part.all.map(walk) }
    if ('any' in part) return { any: part.any.map(walk) }
    if ('not' in part) return { not: walk(part.not) }
    const use = uses[next++]
    if ('audience' in part) return { audience: walk(part.audience) }
    return { leaf: { ...part.leaf, use: use ?? MISSING } }
  }
  const bound = walk(shape)
  return next === uses.length ? bound : undefined
}

const MISSING: FactUse = { fact: '', value: null, asked: '', holds: false }

/** Every leaf, in order. */
export function leavesOf<L>(shape: Shape<L>): L[] {
  if ('all' in shape) return shape.all.flatMap(leavesOf)
  if ('any' in shape) return shape.any.flatMap(leavesOf)
  if ('not' in shape) return leavesOf(shape.not)
  return 'audience' in shape ? leavesOf(shape.audience) : [shape.leaf]
}
