import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import { type Analysis, type Assignment, HELD_OUT, TREATED } from '../../shared/domain/results/assignment.ts'
import { type Cell, cellsOf, closesAt, type DayCohort, mergeCells } from '../../shared/domain/results/cohort.ts'
import type { Outcome } from '../../shared/domain/results/outcome.ts'
import { fraction } from '../../shared/standards/hash.ts'

/** Day cohorts of made-up members, the same on any machine. */

export const analysis: Analysis = {
  id: 'we-miss-you@abc123',
  campaign: 'we-miss-you',
  class: 'marketing',
  goalEvent: 'booking.created',
  zone: 'Asia/Shanghai',
  windowMs: 30 * DAY,
  alpha: 0.05,
  plannedMembers: 5000,
  currency: 'CNY',
  arms: [HELD_OUT, TREATED],
}

export interface ArmMade {
  arm: string
  /** Of those assigned on a day. */
  members: number
  /** Share of them who book. */
  rate: number
  /** What one who books pays, in minor units, give or take a half; the amount before is alike. */
  fareMinor: number
  /** What each costs, minor units. */
  costMinor?: number
  /** More of their outcome. */
  more?: Outcome
}

export interface CohortsMade {
  /** First day, and how many of them. */
  from?: string
  days?: number
  share?: number
  /** Of the arms of a split; without: there is none. */
  armShares?: Record<string, number>
  /** Arms of a second split, with their shares: drawn by dice, whatever the first arm; `adds` is what an arm does to the rate. */
  second?: { split: string; shares: Record<string, number>; adds?: Record<string, number> }
  /** Cohorts that close later than this are open. */
  now?: string
  arms: readonly ArmMade[]
  tiers?: readonly string[]
  of?: Analysis
}

export function cohortsMade({
  from = '2026-01-01',
  days = 60,
  share = 0.1,
  armShares,
  second,
  now = '2027-01-01',
  arms,
  tiers = ['gold', 'silver', ''],
  of = analysis,
}: CohortsMade): DayCohort[] {
  const first = Date.parse(from) / DAY
  const at = calendarOf(of.zone).startOf(now)
  return Array.from({ length: days }, (_, i) => {
    const day = new Date((first + i) * DAY).toISOString().slice(0, 10)
    const closes = closesAt(day, of)
    const cells = arms.flatMap((arm) =>
      Array.from({ length: arm.members }, (_, n) =>
        memberCells(arm, `${day} ${arm.arm} ${n}`, { share, ...(armShares && { armShares }) }, tiers, second),
      ).flat(),
    )
    return { day, closesAt: closes, isOpen: closes > at, cells: mergeCells(cells) }
  })
}

function memberCells(
  { arm, rate, fareMinor, costMinor = 0, more = {} }: ArmMade,
  name: string,
  drawn: Pick<Assignment, 'share' | 'armShares'>,
  tiers: readonly string[],
  second: CohortsMade['second'],
): Cell[] {
  const dice = (what: string) => fraction(`${name} ${what}`)
  const drawnThen = second && armBy(dice('second'), second.shares)
  const before = Math.round(fareMinor * dice('before') * 4)
  const adds = arm === HELD_OUT || !drawnThen ? 0 : (second.adds?.[drawnThen] ?? 0)
  const books = dice('books') < rate + adds
  const paid = Math.round(fareMinor * (0.5 + dice('fare')))
  const outcome: Outcome = {
    ...(books && { goal: 1, bookings: 1, revenueMinor: paid }),
    ...(costMinor > 0 && { compensationMinor: costMinor }),
    ...more,
  }
  const tier = tiers[Math.floor(dice('tier') * tiers.length)] ?? ''
  const splits = drawnThen && { arms: { [second.split]: drawnThen }, moreShares: { [second.split]: second.shares } }
  return cellsOf({ arm, tier, ...drawn, ...splits, before: { spendMinor: before, flights: 1 }, outcome })
}

function armBy(dice: number, shares: Record<string, number>): string {
  const arms = Object.keys(shares)
  const upTo = (arm: string) => arms.slice(0, arms.indexOf(arm) + 1).reduce((sum, each) => sum + shares[each]!, 0)
  return arms.find((arm) => dice < upTo(arm)) ?? arms.at(-1)!
}
