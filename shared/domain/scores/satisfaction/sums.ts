/** Of a topic, what all answers add up to: how many, their sum, and the sum of their squares. */
export interface Sums {
  n: number
  x: number
  xx: number
}

/** Of a topic, the same of answers that also say how likely the member is to recommend the airline (y): with the products of both. */
export interface PairSums extends Sums {
  y: number
  yy: number
  xy: number
}

/** Topics of one answer that are counted, the first in alphabetical order: a counter's update holds only so much. */
export const TOPICS_AT_MOST = 24

/** What one answer adds, by the counters' names: `n/food`. */
export function sumsOfAnswer(ratings: Readonly<Record<string, number>>): Record<string, number> {
  return named(ratings, (x): Sums => ({ n: 1, x, xx: x * x }))
}

export function pairSumsOfAnswer(ratings: Readonly<Record<string, number>>, y: number): Record<string, number> {
  return named(ratings, (x): PairSums => ({ n: 1, x, xx: x * x, y, yy: y * y, xy: x * y }))
}

function named<S extends object>(
  ratings: Readonly<Record<string, number>>,
  of: (x: number) => S,
): Record<string, number> {
  const topics = Object.keys(ratings).sort().slice(0, TOPICS_AT_MOST)
  const sums = topics.flatMap((topic) =>
    Object.entries(of(ratings[topic]!)).map(([sum, by]) => [`${sum}/${topic}`, by as number]),
  )
  return Object.fromEntries(sums)
}

/** Counters by topic again. A topic may have a slash in its name: a sum has none. */
export function byTopic<S>(counts: Readonly<Record<string, number>>): Record<string, S> {
  const topics: Record<string, Record<string, number>> = {}
  for (const [name, value] of Object.entries(counts)) {
    const slash = name.indexOf('/')
    const topic = name.slice(slash + 1)
    topics[topic] = { ...topics[topic], [name.slice(0, slash)]: value }
  }
  return topics as Record<string, S>
}

export function addSums(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, x: a.x + b.x, xx: a.xx + b.xx }
}

export function meanOf({ n, x }: Sums): number {
  return x / n
}

/** Of the answers, not of their mean. */
export function varianceOf({ n, x, xx }: Sums): number {
  return n < 2 ? 0 : Math.max(0, (xx - (x * x) / n) / (n - 1))
}
