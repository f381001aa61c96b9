import { startOfPeriod } from '../../audience/period.ts'
import type { Calendar } from '../../calendar.ts'
import type { Member } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import type { Standing, TierModel } from './model.ts'
import { standingRule } from './standing-rule.ts'

/** The tier a member has: by the airline's word, or by their flying. Who objected to scores has it by the airline's word alone. */
export function heldTier(member: Member, model: TierModel): string | undefined {
  const said = profileOf(member).tier
  return standingRule(model).decides === 'flying' ? (member.standing?.tier ?? said) : said
}

/** 0 is the highest. Undefined: the model has no such tier. */
export function rankOf({ tiers }: TierModel, tier: string | undefined): number | undefined {
  const rank = tiers.findIndex(({ name }) => name === tier)
  return rank < 0 ? undefined : rank
}

/** As the airline says, or as they fly, whichever is higher: nobody loses a tier by our beginning to count. */
function firstStanding(model: TierModel, said: string | undefined, earned: number, at: number, calendar: Calendar) {
  const rank = Math.min(rankOf(model, said) ?? earned, earned)
  return { tier: model.tiers[rank]!.name, since: at, until: monthsLater(at, standingRule(model).keepMonths, calendar) }
}

/**
 * The standing at an instant, by what the flying of the time before would earn. It rises at once. It falls only when it has to be
 * earned again, and then by no more grades than the rule allows.
 */
export function standingAt(
  model: TierModel,
  { before, said, earned }: { before: Standing | undefined; said: string | undefined; earned: string | undefined },
  at: number,
  calendar: Calendar,
): Standing {
  const { riseMonths, keepMonths, fallsAtMost } = standingRule(model)
  const flown = rankOf(model, earned) ?? model.tiers.length - 1
  const held = rankOf(model, before?.tier)
  if (!before || held === undefined) return firstStanding(model, said, flown, at, calendar)
  if (flown < held) return { tier: model.tiers[flown]!.name, since: at, until: monthsLater(at, riseMonths, calendar) }
  if (at < before.until) return before
  const rank = Math.min(flown, held + fallsAtMost)
  const since = rank === held ? before.since : at
  return { tier: model.tiers[rank]!.name, since, until: monthsLater(at, keepMonths, calendar) }
}

/** The better of two cards' standings, where they are one person's. */
export function betterStanding(
  model: TierModel,
  a: Standing | undefined,
  b: Standing | undefined,
): Standing | undefined {
  if (!a || !b) return a ?? b
  const last = model.tiers.length
  const higher = (rankOf(model, a.tier) ?? last) - (rankOf(model, b.tier) ?? last)
  return higher < 0 || (higher === 0 && a.until >= b.until) ? a : b
}

/** The first instant of the month so many months after the one that an instant falls in. */
function monthsLater(at: number, months: number, calendar: Calendar): number {
  return calendar.startOfDayNumber(startOfPeriod('month', calendar.dayOf(at), months))
}
