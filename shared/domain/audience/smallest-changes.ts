import type { FactUse } from './condition.ts'
import { type Option, optionsOf, type Target } from './options.ts'
import { type BoundLeaf, bind, leavesOf, type Shape } from './shape.ts'

/** A fact that would have had to be different. */
export interface Change {
  /** As in the rulebook: `flights inLast 365d`. */
  fact: string
  was: FactUse['value']
  to: Target
  /** The nearest such value; null: no value. Absent: any that no rule names. */
  value?: Option['value']
  /** Its distance from the actual value. */
  by?: Option['by']
}

/** The most alternatives shown. */
const WAYS_AT_MOST = 4
/** How many combinations are tried for facts that are asked about more than once; beyond that they stay as they are. */
const TRIED_AT_MOST = 4_000

/**
 * The smallest changes of facts that flip a condition's answer, from its recorded facts: each alternative changes as few
 * facts as possible. Empty if no fact flips it; undefined if the facts do not belong to this condition.
 *
 * A fact asked about once changes for its one leaf, and costs add up: `all` needs every part, `any` the cheapest. A fact
 * asked about more than once changes for all its leaves together, so each of its values is tried.
 */
export function smallestChanges(shape: Shape, uses: readonly FactUse[], wanted: boolean): Change[][] | undefined {
  const bound = bind(shape, uses)
  if (!bound) return undefined
  const byValue = Map.groupBy(leavesOf(bound), ({ of }) => of)
  const shared = [...byValue.values()].filter((leaves) => leaves.length > 1)
  const alone = new Map(
    [...byValue.values()].filter(({ length }) => length === 1).map(([leaf]) => [leaf!, optionsOf([leaf!])]),
  )
  let best: Ways = NO_WAY
  for (const { answers, changes } of tried(shared)) {
    if (changes.length > best.cost) continue
    const rest = ways(bound, wanted, (leaf, answer) => {
      if ((answers.get(leaf) ?? leaf.use.holds) === answer) return NOTHING
      const option = alone.get(leaf)?.find((each) => each.answers[0] === answer)
      return option ? { cost: 1, all: [[changeOf(leaf, option)]] } : NO_WAY
    })
    best = either(best, { cost: rest.cost + changes.length, all: rest.all.map((way) => [...changes, ...way]) })
  }
  return best.all
}

interface Ways {
  cost: number
  all: Change[][]
}

const NOTHING: Ways = { cost: 0, all: [[]] }
const NO_WAY: Ways = { cost: Number.POSITIVE_INFINITY, all: [] }

function ways(shape: Shape<BoundLeaf>, wanted: boolean, ofLeaf: (leaf: BoundLeaf, wanted: boolean) => Ways): Ways {
  if ('leaf' in shape) return ofLeaf(shape.leaf, wanted)
  if ('not' in shape) return ways(shape.not, !wanted, ofLeaf)
  if ('audience' in shape) return ways(shape.audience, wanted, ofLeaf)
  const isAll = 'all' in shape
  const parts = (isAll ? shape.all : shape.any).map((part) => ways(part, wanted, ofLeaf))
  return isAll === wanted ? parts.reduce(both, NOTHING) : parts.reduce(either, NO_WAY)
}

function both(a: Ways, b: Ways): Ways {
  const all = a.all.flatMap((one) => b.all.map((other) => [...one, ...other]))
  return { cost: a.cost + b.cost, all: all.slice(0, WAYS_AT_MOST) }
}

function either(a: Ways, b: Ways): Ways {
  if (a.cost !== b.cost) return a.cost < b.cost ? a : b
  return { cost: a.cost, all: [...a.all, ...b.all].slice(0, WAYS_AT_MOST) }
}

/** Every way to give facts that are asked about more than once another value, or to leave them. */
function tried(shared: readonly BoundLeaf[][]): { answers: Map<BoundLeaf, boolean>; changes: Change[] }[] {
  let all: { answers: Map<BoundLeaf, boolean>; changes: Change[] }[] = [{ answers: new Map(), changes: [] }]
  for (const leaves of shared) {
    const options = optionsOf(leaves)
    if (all.length * (options.length + 1) > TRIED_AT_MOST) break
    const changed = all.flatMap(({ answers, changes }) =>
      options.map((option) => ({
        answers: new Map([...answers, ...leaves.map((leaf, i) => [leaf, option.answers[i]!] as const)]),
        changes: [...changes, changeOf(leaves[0]!, option)],
      })),
    )
    all = [...all, ...changed]
  }
  return all
}

function changeOf({ use }: BoundLeaf, { to, value, by }: Option): Change {
  return { fact: use.fact, was: use.value, to, ...(value !== undefined && { value }), ...(by !== undefined && { by }) }
}
