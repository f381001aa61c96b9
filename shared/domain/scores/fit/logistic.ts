/** Rows of features, each already about as large as the others, and whether it happened. */
export interface Sample {
  x: readonly number[]
  happened: boolean
}

export interface Logistic {
  intercept: number
  weights: number[]
}

export interface LogisticSettings {
  /** How strongly weights are drawn to 0: as much as so many members with a feature of 1 would. */
  ridge: number
  /** Features whose weight may not be below 0: one that would be is left out. */
  notNegative?: readonly boolean[]
}

const STEPS_AT_MOST = 50
const SMALL_ENOUGH = 1e-9

/**
 * Logistic regression with a ridge, by Newton's method (iteratively reweighted least squares): a few steps, and the same
 * answer each time. The intercept is not drawn to anything.
 */
export function fitLogistic(samples: readonly Sample[], settings: LogisticSettings): Logistic {
  const size = samples[0]?.x.length ?? 0
  const used = Array.from({ length: size }, (_, i) => i)
  for (;;) {
    const weights = newton(samples, used, settings.ridge)
    const wrong = used.filter((feature, i) => settings.notNegative?.[feature] && weights[i + 1]! < 0)
    if (wrong.length === 0) {
      const all = new Array<number>(size).fill(0)
      for (const [i, feature] of used.entries()) all[feature] = weights[i + 1]!
      return { intercept: weights[0]!, weights: all }
    }
    // The one that is most wrong first: without it the others may be right.
    const worst = wrong.reduce((a, b) => (weights[used.indexOf(b) + 1]! < weights[used.indexOf(a) + 1]! ? b : a))
    used.splice(used.indexOf(worst), 1)
  }
}

/** Intercept first. */
function newton(samples: readonly Sample[], used: readonly number[], ridge: number): number[] {
  const share = samples.filter(({ happened }) => happened).length / samples.length
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, share))
  let weights = [Math.log(kept / (1 - kept)), ...used.map(() => 0)]
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const { slope, curve } = derivatives(samples, used, weights, ridge)
    const change = solve(curve, slope)
    // A step that is too long would leave the region in which Newton's method finds home.
    const longest = Math.max(1, ...change.map(Math.abs))
    weights = weights.map((weight, i) => weight + change[i]! / longest)
    if (Math.max(...change.map(Math.abs)) < SMALL_ENOUGH) break
  }
  return weights
}

function derivatives(samples: readonly Sample[], used: readonly number[], weights: readonly number[], ridge: number) {
  const size = weights.length
  const slope = weights.map((weight, i) => (i === 0 ? 0 : -ridge * weight))
  const curve = weights.map((_, i) => weights.map((_, j) => (i === j && i > 0 ? ridge : 0)))
  const row = new Array<number>(size).fill(1)
  for (const { x, happened } of samples) {
    for (const [i, feature] of used.entries()) row[i + 1] = x[feature]!
    const probability = sigmoid(row.reduce((sum, value, i) => sum + value * weights[i]!, 0))
    const weight = probability * (1 - probability)
    for (let i = 0; i < size; i++) {
      slope[i]! += (Number(happened) - probability) * row[i]!
      for (let j = 0; j <= i; j++) curve[i]![j]! += weight * row[i]! * row[j]!
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) curve[j]![i] = curve[i]![j]!
  // Where all are sure, nothing is left to divide by.
  curve[0]![0]! += 1e-9
  return { slope, curve }
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** Of a matrix with a positive diagonal, by Gauss with the greatest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let i = column + 1; i < size; i++) if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const head = rows[column]!
    if (head[column] === 0) continue
    for (let i = 0; i < size; i++) {
      if (i === column) continue
      const factor = rows[i]![column]! / head[column]!
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * head[j]!
    }
  }
  return rows.map((row, i) => (row[i] === 0 ? 0 : row[size]! / row[i]!))
}
