/** After so many halvings no number is left in between. */
const HALVINGS = 200

/** The least number between two from which on a condition holds; `to` if it holds nowhere before. */
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
