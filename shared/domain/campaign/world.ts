import type { WorldState } from '../../ports/index.ts'

/** The world outside the member as `react` sees it: hints that save work. The ledger and the claim decide. */
export interface WorldHints {
  version: number
  /** The live rulebook's version; undefined: an action's own stands in. */
  rulebook?: string
  /** Paused campaigns; `all` pauses every one. */
  paused: ReadonlySet<string>
  /** When a person last let automatic payments go on: what may be paid by itself counts anew from then. */
  paymentsResumedAt?: number
  /** What is left of each budget, minor units; a budget that is not named is not known to be short. */
  budgetLeft: Readonly<Record<string, number>>
  /** Campaigns that have given all they may, as far as it is known. */
  full?: ReadonlySet<string>
}

/** The stored world as hints, with what is left of budgets and limits as far as it is known. */
export function hintsOf(
  { version, rulebook, paused, paymentsResumedAt }: WorldState,
  { budgetLeft = {}, full }: Partial<Pick<WorldHints, 'budgetLeft' | 'full'>> = {},
): WorldHints {
  return { version, rulebook, paused: new Set(Object.keys(paused)), paymentsResumedAt, budgetLeft, full }
}

/** Paused by this name: what is paid by itself because the law owes it. No campaign is called so. */
export const PAYMENTS = 'payments'

export function isPaused(world: Pick<WorldHints, 'paused'>, campaign: string): boolean {
  return world.paused.has('all') || world.paused.has(campaign)
}
