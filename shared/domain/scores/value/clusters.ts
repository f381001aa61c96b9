/** Members as rows of numbers, by columns. */
export type Rows = readonly (readonly number[])[]

/** What is usual of each column, and by how much it varies. */
export interface Scale {
  means: number[]
  deviations: number[]
}

export interface Clusters {
  centres: number[][]
  /** Of each row, which centre it is nearest to. */
  of: Int32Array
  sizes: number[]
  /** The sum of all squared distances: the less, the closer. */
  inertia: number
}

const STARTS = 8
const ROUNDS_AT_MOST = 300

export function scaleOf(rows: Rows): Scale {
  const columns = rows[0]?.map((_, i) => i) ?? []
  const means = columns.map((i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length)
  const deviations = columns.map((i) =>
    Math.sqrt(rows.reduce((sum, row) => sum + (row[i]! - means[i]!) ** 2, 0) / rows.length),
  )
  return { means, deviations }
}

/** In units of how much each column varies; a column that does not is 0. */
export function scaled(rows: Rows, { means, deviations }: Scale): number[][] {
  return rows.map((row) => row.map((value, i) => (deviations[i]! > 0 ? (value - means[i]!) / deviations[i]! : 0)))
}

/** Each row to its nearest centre; of equals the first. */
export function assigned(rows: Rows, centres: Rows): Clusters {
  const of = new Int32Array(rows.length)
  const sizes = centres.map(() => 0)
  let inertia = 0
  for (const [at, row] of rows.entries()) {
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (const [i, centre] of centres.entries()) {
      const distance = squared(row, centre)
      if (distance < least) [best, least] = [i, distance]
    }
    of[at] = best
    sizes[best]! += 1
    inertia += least
  }
  return { centres: centres.map((centre) => [...centre]), of, sizes, inertia }
}

function squared(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return sum
}

/**
 * Groups of rows that are alike: k-means by Lloyd (1982), begun several times as Arthur and Vassilvitskii (2007) have it, the
 * closest kept, the largest group first. The same rows give the same groups. `progress` hears of starts, 0 to 1.
 */
export function clustersOf(rows: Rows, groups: number, progress?: (part: number) => void): Clusters {
  let best: Clusters | undefined
  for (let start = 0; start < STARTS; start++) {
    const found = lloyd(rows, spreadOut(rows, groups, start + 1))
    if (!best || found.inertia < best.inertia) best = found
    progress?.((start + 1) / STARTS)
  }
  return largestFirst(best!, rows)
}

function lloyd(rows: Rows, start: Rows): Clusters {
  let clusters = assigned(rows, start)
  for (let round = 0; round < ROUNDS_AT_MOST; round++) {
    const next = assigned(rows, middles(rows, clusters))
    const same = next.of.every((cluster, i) => cluster === clusters.of[i])
    clusters = next
    if (same) break
  }
  return clusters
}

/** The mean of each group; of an empty one its old centre. */
function middles(rows: Rows, { centres, of, sizes }: Clusters): number[][] {
  const sums = centres.map((centre) => centre.map(() => 0))
  for (const [at, row] of rows.entries()) {
    const sum = sums[of[at]!]!
    for (let i = 0; i < row.length; i++) sum[i]! += row[i]!
  }
  return sums.map((sum, i) => (sizes[i] === 0 ? centres[i]! : sum.map((value) => value / sizes[i]!)))
}

/** First centres far from each other: each next one is drawn by its squared distance from those before. */
function spreadOut(rows: Rows, groups: number, seed: number): number[][] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 2 ** 32
  }
  const centres = [[...rows[Math.floor(random() * rows.length)]!]]
  const distances = rows.map((row) => squared(row, centres[0]!))
  while (centres.length < groups) {
    const centre = [...rows[drawn(distances, random())]!]
    centres.push(centre)
    for (const [i, row] of rows.entries()) distances[i] = Math.min(distances[i]!, squared(row, centre))
  }
  return centres
}

/** One of them, each by how large it is. */
function drawn(sizes: readonly number[], chance: number): number {
  let left = chance * sizes.reduce((sum, each) => sum + each, 0)
  for (const [i, size] of sizes.entries()) {
    left -= size
    if (left < 0) return i
  }
  return 0
}

function largestFirst(clusters: Clusters, rows: Rows): Clusters {
  const order = clusters.sizes.map((_, i) => i).sort((a, b) => clusters.sizes[b]! - clusters.sizes[a]!)
  return assigned(
    rows,
    order.map((i) => clusters.centres[i]!),
  )
}
