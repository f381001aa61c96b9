/** Halvings after which no number lies between any more. */
const HALVINGS = 200

/** Of a condition that holds from some number on, between two: the least number where it holds; `to` where it does nowhere before. */
export function smallestWhere(holds: (at: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
