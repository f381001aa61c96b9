/** The world outside the member as `react` sees it: hints that save work. The ledger and the claim decide. */
export interface WorldHints {
  version: number
  /** The live rulebook's version; undefined: an action's own stands in. */
  rulebook?: string
  /** Paused campaigns; `all` pauses every one. */
  paused: ReadonlySet<string>
  /** What is left of each budget, minor units; a budget that is not named is not known to be short. */
  budgetLeft: Readonly<Record<string, number>>
}

export function isPaused(world: WorldHints, campaign: string): boolean {
  return world.paused.has('all') || world.paused.has(campaign)
}
