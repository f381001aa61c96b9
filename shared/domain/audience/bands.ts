/**
 * A set of numbers, given by the cuts at which membership changes, in rising order: below the first cut the answer is
 * `first`, and it flips at each. Every comparison of numbers (ranges, sets, several at once) can be written like this, and
 * it also shows how far a value may move before the answer changes.
 */
export interface Bands {
  first: boolean
  cuts: readonly number[]
}

/** One comparison: whether a number satisfies it, and where that changes. */
export interface Comparison {
  holds(value: number): boolean
  cuts: readonly number[]
}

type Comparing = (...operands: number[]) => Comparison
const equal: Comparing = (...xs) => ({ holds: (v) => xs.includes(v), cuts: xs.flatMap((x) => [x, nextUp(x)]) })
const unequal: Comparing = (...xs) => ({ holds: (v) => !xs.includes(v), cuts: xs.flatMap((x) => [x, nextUp(x)]) })
const least: Comparing = (x = 0) => ({ holds: (v) => v >= x, cuts: [x] })
const more: Comparing = (x = 0) => ({ holds: (v) => v > x, cuts: [nextUp(x)] })
const most: Comparing = (x = 0) => ({ holds: (v) => v <= x, cuts: [nextUp(x)] })
const less: Comparing = (x = 0) => ({ holds: (v) => v < x, cuts: [x] })

const byName = {
  is: equal,
  in: equal,
  isNot: unequal,
  notIn: unequal,
  atLeast: least,
  above: more,
  after: more,
  atMost: most,
  within: most,
  below: less,
  before: less,
  between: (a = 0, b = 0) => ({ holds: (v) => v >= a && v <= b, cuts: [a, nextUp(b)] }),
} satisfies Record<string, Comparing>

/** By the operator's name; for dates `before` and `after`, for days until a date also `within`. */
export const comparisons: Readonly<Record<keyof typeof byName, Comparing>> = byName

/** The numbers that satisfy all of the comparisons. */
export function bandsOf(all: readonly Comparison[]): Bands {
  const holds = (value: number) => all.every((each) => each.holds(value))
  const candidates = [...new Set(all.flatMap((each) => each.cuts))].sort((a, b) => a - b)
  const first = holds(Number.NEGATIVE_INFINITY)
  const cuts: number[] = []
  let answer = first
  for (const cut of candidates) {
    if (holds(cut) === answer) continue
    answer = !answer
    cuts.push(cut)
  }
  return { first, cuts }
}

/** How many cuts lie at or below the value. */
function cutsUpTo(cuts: readonly number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (cuts[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

export function inBands({ first, cuts }: Bands, value: number): boolean {
  return first !== ((cutsUpTo(cuts, value) & 1) === 1)
}

/** Whether a number is one of them, for bands that are asked often: most have one cut or two. */
export function within(bands: Bands): (value: number) => boolean {
  return comparing(bands, (value: number) => value)
}

/** Whether the measured number is one of them. */
export function comparing<Of>(bands: Bands, measured: (of: Of) => number): (of: Of) => boolean {
  const { first, cuts } = bands
  const [a = 0, b = 0] = cuts
  if (cuts.length === 0) return () => first
  if (cuts.length === 1) return first ? (of) => measured(of) < a : (of) => measured(of) >= a
  if (cuts.length > 2) return (of) => inBands(bands, measured(of))
  return (of) => {
    const value = measured(of)
    return first !== (value >= a && value < b)
  }
}

/** The greatest cut at or below the value: falling below it changes the answer. -Infinity: there is none. */
export function floorOf({ cuts }: Bands, value: number): number {
  const index = cutsUpTo(cuts, value)
  return index === 0 ? Number.NEGATIVE_INFINITY : cuts[index - 1]!
}

/** The least cut above the value: reaching it changes the answer. Infinity: there is none. */
export function ceilingOf({ cuts }: Bands, value: number): number {
  return cuts[cutsUpTo(cuts, value)] ?? Number.POSITIVE_INFINITY
}

const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)

/** The next smaller double. */
export function nextDown(x: number): number {
  return -nextUp(-x)
}

/** The next greater double: "more than x" is "at least the next after x". */
export function nextUp(x: number): number {
  if (x === 0) return Number.MIN_VALUE
  if (!Number.isFinite(x)) return x
  double[0] = x
  bits[0]! += x > 0 ? 1n : -1n
  return double[0]
}
