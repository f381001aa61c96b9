import type { FactUse } from './fact-use.ts'
import type { Matcher } from './matcher.ts'

/**
 * The structure of a condition, for explaining its answer. Its leaves are in the order in which `observe` records their
 * facts, so that the facts of a receipt can be assigned to them again.
 */
export type Shape<L = Leaf> =
  | { all: readonly Shape<L>[] }
  | { any: readonly Shape<L>[] }
  | { not: Shape<L> }
  /** Another audience by its name. Its answer is recorded before its parts. */
  | { audience: Shape<L> }
  | { leaf: L }

export interface Leaf {
  /** The value it asks about: equal if two leaves ask about the same one. */
  of: string
  /** What is asked of the value. If absent, the value itself is the answer. */
  matcher?: Matcher
}

/** A leaf with its recorded fact. */
export interface BoundLeaf extends Leaf {
  use: FactUse
}

/** Assigns recorded facts to a structure. Undefined if they do not fit: they belong to another condition. */
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
