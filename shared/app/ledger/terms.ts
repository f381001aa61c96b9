import { calendarOf, HOUR } from '../../domain/calendar.ts'
import type { WorldHints } from '../../domain/campaign/world.ts'
import type { Budget, Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { BudgetLimit, Pool, Threshold, World } from '../../ports/index.ts'

/**
 * What goodwill is paid from. Journeys go on under the rulebook they began with, but a budget has one limit: that of the
 * live rulebook. Where it is no longer in it, the one the journey knows, if nobody has brought a later one.
 */
export function goodwillTerms(
  budget: string,
  { own, live, asOf, now }: { own: Rulebook; live: Rulebook | undefined; asOf: number; now: number },
): { budget: BudgetLimit; yearlyCap?: { year: number; limitMinor: number } } {
  const current: Budget | undefined = live?.budgets[budget]
  const { id, currency, limitMinor, perMemberYearMinor } = current ?? own.budgets[budget]!
  const year = Number(
    calendarOf((live ?? own).settings.zone)
      .dateOf(now)
      .slice(0, 4),
  )
  return {
    budget: { id, currency, limitMinor, asOf: current ? asOf : -1 },
    ...(perMemberYearMinor !== undefined && { yearlyCap: { year, limitMinor: perMemberYearMinor } }),
  }
}

/** What a member's day may come to without a second person: the day is the airline's. */
export function thresholdOf(
  { aboveMinor, within }: { aboveMinor: number; within: number },
  { settings }: Rulebook,
  now: number,
): Threshold {
  return { aboveMinor, day: calendarOf(settings.zone).dateOf(now), until: now + within }
}

/**
 * An hour's payments of what the law owes, in one currency: those that are made by themselves and those by hand. After a
 * person resumed them they are counted anew.
 */
export function trancheOf(
  currency: string,
  limitMinor: number,
  { paymentsResumedAt = 0 }: Pick<WorldHints, 'paymentsResumedAt'>,
  now: number,
): Pool {
  const since = Math.max(now - (now % HOUR), paymentsResumedAt)
  return { id: `automatic:${currency}:${new Date(since).toISOString()}`, limitMinor }
}

/** Who made a rulebook the live one, last: the one who asks for what it grants, and may not approve it. */
export async function requesterOf(version: string, world: Pick<World, 'publisherOf'>): Promise<string> {
  return (await world.publisherOf(version)) ?? 'unknown'
}
