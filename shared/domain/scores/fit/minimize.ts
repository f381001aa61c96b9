/** What a search for the least value found. */
export interface Minimum {
  at: number[]
  value: number
  /** It stopped because nothing got better any more, and not because its patience was over. */
  converged: boolean
}

export interface Patience {
  /** Evaluations at most. */
  evaluations?: number
  /** Called now and then, with how many evaluations there were. */
  progress?(evaluations: number): void
}

const EVALUATIONS_AT_MOST = 5000
/** A corner of the simplex lies so far from the start; a restart begins closer. */
const STEPS = [0.5, 0.1, 0.02]
/** Corners whose values are so close, beside their size, are one: of some thousand members the likelihood to 7 decimals. */
const SAME_VALUE = 1e-11
const PROGRESS_EVERY = 50

/**
 * The least value of a function of a few numbers, without derivatives: Nelder and Mead (1965), begun again from what it
 * found with a smaller simplex, since it can stall. The function may answer Infinity where it has no value.
 */
export function minimize(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  patience: Patience = {},
): Minimum {
  const { evaluations: most = EVALUATIONS_AT_MOST, progress } = patience
  let evaluations = 0
  const asked = (at: readonly number[]) => {
    evaluations += 1
    if (evaluations % PROGRESS_EVERY === 0) progress?.(evaluations)
    const value = of(at)
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
  }
  let best: Corner = { at: [...start], value: asked(start) }
  let converged = false
  for (const step of STEPS) {
    const corners = simplexAround(best, step, asked)
    converged = false
    while (evaluations < most && !converged) {
      moveWorst(corners, asked)
      corners.sort(byValue)
      converged = areSame(corners)
    }
    best = corners[0]!
  }
  return { ...best, converged }
}

interface Corner {
  at: number[]
  value: number
}

type Ask = (at: readonly number[]) => number

function byValue(a: Corner, b: Corner): number {
  return a.value - b.value
}

/** The start, and beside it in each direction one more. */
function simplexAround(start: Corner, step: number, ask: Ask): Corner[] {
  const others = start.at.map((_, i) => {
    const at = start.at.map((x, j) => (i === j ? x + step : x))
    return { at, value: ask(at) }
  })
  return [start, ...others].sort(byValue)
}

function areSame(corners: readonly Corner[]): boolean {
  const [best, worst] = [corners[0]!, corners.at(-1)!]
  return worst.value - best.value <= SAME_VALUE * (1 + Math.abs(best.value))
}

/** Corners are sorted, the worst last: it is put where it is better, else all move towards the best. */
function moveWorst(corners: Corner[], ask: Ask): void {
  const last = corners.length - 1
  const worst = corners[last]!
  const centre = worst.at.map((_, i) => corners.slice(0, last).reduce((sum, { at }) => sum + at[i]!, 0) / last)
  const towards = (factor: number): Corner => {
    const at = centre.map((x, i) => x + factor * (worst.at[i]! - x))
    return { at, value: ask(at) }
  }
  const reflected = towards(-1)
  if (reflected.value < corners[0]!.value) {
    const expanded = towards(-2)
    corners[last] = expanded.value < reflected.value ? expanded : reflected
    return
  }
  if (reflected.value < corners[last - 1]!.value) {
    corners[last] = reflected
    return
  }
  const contracted = reflected.value < worst.value ? towards(-0.5) : towards(0.5)
  if (contracted.value < Math.min(reflected.value, worst.value)) {
    corners[last] = contracted
    return
  }
  const best = corners[0]!
  for (let i = 1; i <= last; i++) {
    const at = corners[i]!.at.map((x, j) => (x + best.at[j]!) / 2)
    corners[i] = { at, value: ask(at) }
  }
}
