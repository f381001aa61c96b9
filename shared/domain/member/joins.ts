/**
 * When cards became one person's. A card knows each merge among its person's cards: which card was named, and when that was
 * said. Which card survives does not matter here, nor does the order in which merges arrive.
 */
export interface Join {
  cards: readonly [string, string]
  at: number
}

/** Of equal joins the earlier is kept. Only as many are kept as connect each card to each other in one way. */
export function addJoins(joins: readonly Join[], more: readonly Join[]): Join[] {
  const kept: Join[] = []
  for (const join of [...joins, ...more].sort((a, b) => a.at - b.at))
    if (joinedAt(kept, ...join.cards) === NEVER) kept.push(join)
  return kept
}

const NEVER = Number.POSITIVE_INFINITY

/**
 * Since when two cards are one person's: since the last merge on the way between them. Infinity: as far as is known, they
 * are not.
 */
export function joinedAt(joins: readonly Join[], card: string, other: string): number {
  if (card === other) return Number.NEGATIVE_INFINITY
  for (const join of joins) {
    const next = otherOf(join, card)
    if (next === undefined) continue
    const rest = joins.filter((each) => each !== join)
    const at = joinedAt(rest, next, other)
    if (at !== NEVER) return Math.max(join.at, at)
  }
  return NEVER
}

function otherOf({ cards: [one, other] }: Join, card: string): string | undefined {
  if (one === card) return other
  return other === card ? one : undefined
}
