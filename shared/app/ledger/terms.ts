import { calendarOf, HOUR } from '../../domain/calendar.ts'
import type { WorldHints } from '../../domain/campaign/world.ts'
import type { Budget, Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { BudgetLimit, Pool, Threshold, World } from '../../ports/index.ts'

/**
 * The budget that goodwill is paid from. A journey keeps its rulebook, but a budget has one limit, the live rulebook's.
 * If the budget is gone from there, the journey's is used, unless somebody has brought a later one.
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

/** What a member may be granted in a day without a second person. The day is that of the airline's zone. */
export function thresholdOf(
  { aboveMinor, within }: { aboveMinor: number; within: number },
  { settings }: Rulebook,
  now: number,
): Threshold {
  return { aboveMinor, day: calendarOf(settings.zone).dateOf(now), until: now + within }
}

/**
 * What may be granted by law in an hour, per currency, by campaigns and by hand together. When a person resumes
 * payments, counting starts again.
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

/** Who published the live rulebook last. They asked for what it grants, so they may not approve it. */
export async function requesterOf(version: string, world: Pick<World, 'publisherOf'>): Promise<string> {
  return (await world.publisherOf(version)) ?? 'unknown'
}
