/** The world outside the member, as hints for `react` and orders for the claim. One small versioned item. */
export interface WorldState {
  version: number
  /** Content address of the rulebook that is live; undefined before the first publish. */
  rulebook?: string | undefined
  /** The one before, for `rollback`. */
  previousRulebook?: string | undefined
  /** The last one that somebody asked for and a second person has not decided on. */
  asked?: AskedRulebook
  /** The last rulebook that was shown to every member: what its audiences say of them is in the index. */
  shown?: string | undefined
  /** Since when each kind of rounds of the live rulebook goes, epoch ms, by its key (domain/campaign/rounds). */
  rounds?: Record<string, number>
  /** Paused campaigns by id, `all` and `payments` among them, and the sender's own pauses: since when and by whom. */
  paused: Record<string, { since: number; by: string }>
  /** When campaigns were last stopped, by id, and whether they may begin again. */
  stops?: Record<string, Stop>
  /** When automatic payments were last resumed. */
  paymentsResumedAt?: number | undefined
}

/** Who began by then leaves; until the campaign is resumed nobody begins. */
export interface Stop {
  at: number
  by: string
  /** The campaign may begin again. Who left does not come back. */
  resumed?: true
}

/** A rulebook that loosens what keeps money together: it waits for a second person before it is the live one. */
export interface AskedRulebook {
  rulebook: string
  by: string
  at: number
}

/** The world outside the member as `react` sees it: hints that save work. The ledger and the claim decide. */
export interface WorldHints {
  version: number
  /** The live rulebook's version; undefined: an action's own stands in. */
  rulebook?: string | undefined
  /** Paused campaigns; `all` pauses every one. */
  paused: ReadonlySet<string>
  /** When campaigns were last stopped, and whether they may begin again. */
  stops?: Readonly<Record<string, Stop>> | undefined
  /** When a person last let automatic payments go on: what may be paid by itself counts anew from then. */
  paymentsResumedAt?: number | undefined
  /** What is left of each budget, minor units; a budget that is not named is not known to be short. */
  budgetLeft: Readonly<Record<string, number>>
  /** Campaigns that have given all they may, as far as it is known. */
  full?: ReadonlySet<string> | undefined
}

/** The stored world as hints, with what is left of budgets and limits as far as it is known. */
export function hintsOf(
  { version, rulebook, paused, stops, paymentsResumedAt }: WorldState,
  { budgetLeft = {}, full }: Partial<Pick<WorldHints, 'budgetLeft' | 'full'>> = {},
): WorldHints {
  return { version, rulebook, paused: new Set(Object.keys(paused)), stops, paymentsResumedAt, budgetLeft, full }
}

/** Nobody begins the campaign. */
export function isStopped({ stops = {} }: Pick<WorldHints, 'stops'>, campaign: string): boolean {
  return Object.hasOwn(stops, campaign) && !stops[campaign]!.resumed
}

/** It was under way when its campaign was stopped. That stays so once the campaign may begin again. */
export function wasStopped(
  { stops = {} }: Pick<WorldHints, 'stops'>,
  { campaign, enteredAt }: { campaign: string; enteredAt: number },
): boolean {
  return Object.hasOwn(stops, campaign) && enteredAt <= stops[campaign]!.at
}

/** Paused by this name: what is paid by itself because the law owes it. No campaign is called so. */
export const PAYMENTS = 'payments'

export function isPaused(world: Pick<WorldHints, 'paused'>, campaign: string): boolean {
  return world.paused.has('all') || world.paused.has(campaign)
}
