/**
 * Which of those who move a counter up are remembered, so that a number leads to members at a price that does not grow with it: all
 * of the first, then every second, and so on up to one in {@link ONE_IN_AT_MOST}. Each takes the place of somebody who came long before.
 */
const SLOTS = 32
const ONE_IN_AT_MOST = 64

/** Of arrivals of which the last is the `total`th ever: who is remembered, and in which place. */
export function remembered<T>(total: number, arrivals: readonly T[]): { slot: number; who: T }[] {
  return arrivals.flatMap((who, i) => {
    const place = total - arrivals.length + i + 1
    const oneIn = oneInAt(place)
    return place % oneIn === 0 ? [{ slot: (place / oneIn) % SLOTS, who }] : []
  })
}

function oneInAt(place: number): number {
  if (place <= SLOTS) return 1
  return Math.min(ONE_IN_AT_MOST, 2 ** Math.ceil(Math.log2(place / SLOTS)))
}
