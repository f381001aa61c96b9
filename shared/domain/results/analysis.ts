import { shortHash } from '../../standards/hash.ts'
import { DAY } from '../calendar.ts'
import type { Campaign, Instruction, Rulebook } from '../rulebook/rulebook.ts'
import { type Analysis, HELD_OUT, TREATED } from './assignment.ts'

/** Of all that is said at any look. */
const ALPHA = 0.05
/** What a campaign without a goal is measured by. */
export const USUAL_GOAL = 'booking.created'
/** The holdout of all marketing is no campaign's. */
export const ALL_MARKETING = '*'
/** Amounts are counted in no currency at all: all of them are left out. */
const NO_CURRENCY = 'XXX'

type Measured = Pick<Rulebook, 'settings' | 'budgets'>

/** The analysis that a campaign's members are assigned to. */
export function analysisOf(
  campaign: Pick<Campaign, 'id' | 'class' | 'goal' | 'program'>,
  rulebook: Measured,
): Analysis {
  const { goal, program, class: kind } = campaign
  const heldOut = kind === 'marketing' ? [HELD_OUT] : []
  const splits = splitsOf(program).map(({ split, arms }) => {
    return { split, arms: [...heldOut, ...arms.map(({ arm }) => arm)] }
  })
  return withId(campaign.id, rulebook, {
    campaign: campaign.id,
    class: kind,
    goalEvent: goal?.event ?? USUAL_GOAL,
    windowMs: goal?.within ?? rulebook.settings.measure.windowMs,
    arms: splits[0]?.arms ?? [...heldOut, TREATED],
    ...(splits.length > 1 && { splits }),
  })
}

/** The comparison of all marketing with those who get none, of a quarter of a year. */
export function analysisOfAllMarketing(day: string, rulebook: Measured): Analysis {
  const quarter = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
  return withId(`${ALL_MARKETING}@${quarter}`, rulebook, {
    campaign: ALL_MARKETING,
    class: 'marketing',
    goalEvent: USUAL_GOAL,
    windowMs: rulebook.settings.measure.windowMs,
    arms: [HELD_OUT, TREATED],
  })
}

export type Split = Instruction & { op: 'split' }

/** Splits of a campaign, in the order of its steps. */
export function splitsOf(program: readonly Instruction[]): Split[] {
  return program.filter((each) => each.op === 'split')
}

type OfCampaign = Pick<Analysis, 'campaign' | 'class' | 'goalEvent' | 'windowMs' | 'arms' | 'splits'>

/** With another goal, window, level or planned number, or counted otherwise, it is another analysis. */
function withId(name: string, rulebook: Measured, of: OfCampaign): Analysis {
  const { zone, measure } = rulebook.settings
  const { plannedMembers, minimumEffect, revenueFrom } = measure
  const currency = currencyOf(rulebook)
  const more = of.splits?.slice(1).flatMap(({ split, arms }) => [split, ...arms]) ?? []
  const fixed = [of.goalEvent, of.windowMs / DAY, ALPHA, plannedMembers, currency, revenueFrom, ...of.arms, ...more]
  return {
    id: `${name}@${shortHash(fixed.map(String), 6)}`,
    ...of,
    zone,
    alpha: ALPHA,
    plannedMembers,
    ...(minimumEffect !== undefined && { minimumEffect }),
    currency,
  }
}

/** What results are counted in: as the settings say, else as the budgets have it where that is one currency. */
function currencyOf({ settings, budgets }: Measured): string {
  const [currency, ...others] = new Set(Object.values(budgets).map((budget) => budget.currency))
  return settings.measure.currency ?? (others.length > 0 ? undefined : currency) ?? NO_CURRENCY
}
