/** The world outside the member: hints for `react`, orders for the claim. One small versioned item. */
export interface WorldState {
  version: number
  /** The content address of the live rulebook. Undefined before the first publish. */
  rulebook?: string | undefined
  /** The pattern of the airline's own cards, copied from the live rulebook for functions that need nothing else of it. */
  cards?: string | undefined
  /** The previous one, for `rollback`. */
  previousRulebook?: string | undefined
  /** The last one that was asked for and awaits a second person's approval. */
  asked?: AskedRulebook
  /** The last rulebook that was applied to every member: the audience index reflects it. */
  shown?: string | undefined
  /** Since when each round of the live rulebook is live, epoch ms, by its key (domain/campaign/scheduled-rounds). */
  rounds?: Record<string, number>
  /** Paused campaigns by id, including `all`, `payments` and the sender's own pauses: since when and by whom. */
  paused: Record<string, { since: number; by: string }>
  /** When campaigns were last stopped, by id, and whether they may start again. */
  stops?: Record<string, Stop>
  /** When automatic payments were last resumed. */
  paymentsResumedAt?: number | undefined
}

/** Journeys that had started by then end; until the campaign is resumed none start. */
export interface Stop {
  at: number
  by: string
  /** The campaign may start again. Members who left do not come back. */
  resumed?: true
}

/** A rulebook that weakens the rules about money: it needs a second person's approval before it goes live. */
export interface AskedRulebook {
  rulebook: string
  by: string
  at: number
}

/** The world as `react` sees it: hints that save work. The ledger and the claim decide. */
export interface WorldHints {
  version: number
  /** The live rulebook's version. Undefined: an action's own is used. */
  rulebook?: string | undefined
  /** Paused campaigns; `all` pauses every one. */
  paused: ReadonlySet<string>
  /** When campaigns were last stopped, and whether they may start again. */
  stops?: Readonly<Record<string, Stop>> | undefined
  /** When a person last resumed automatic payments: the hourly limit counts from then. */
  paymentsResumedAt?: number | undefined
  /** What is left of each budget, minor units. A budget not listed is not known to be short. */
  budgetLeft: Readonly<Record<string, number>>
  /** Campaigns known to have used up their total. */
  full?: ReadonlySet<string> | undefined
}

/** The stored world as hints, with what is known of remaining budgets and limits. */
export function hintsOf(
  { version, rulebook, paused, stops, paymentsResumedAt }: WorldState,
  { budgetLeft = {}, full }: Partial<Pick<WorldHints, 'budgetLeft' | 'full'>> = {},
): WorldHints {
  return { version, rulebook, paused: new Set(Object.keys(paused)), stops, paymentsResumedAt, budgetLeft, full }
}

/** Nobody may start the campaign. */
export function isStopped({ stops = {} }: Pick<WorldHints, 'stops'>, campaign: string): boolean {
  return Object.hasOwn(stops, campaign) && !stops[campaign]!.resumed
}

/** It had started when its campaign was stopped. That stays so after the campaign is resumed. */
export function wasStopped(
  { stops = {} }: Pick<WorldHints, 'stops'>,
  { campaign, enteredAt }: { campaign: string; enteredAt: number },
): boolean {
  return Object.hasOwn(stops, campaign) && enteredAt <= stops[campaign]!.at
}

/** Pauses automatic payments of what the law owes. No campaign can have this id. */
export const PAYMENTS = 'payments'

export function isPaused(world: Pick<WorldHints, 'paused'>, campaign: string): boolean {
  return world.paused.has('all') || world.paused.has(campaign)
}
