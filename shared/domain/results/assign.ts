import { flown, ones, paid } from '../audience/facts/flown.ts'
import { summing } from '../audience/measures/sum.ts'
import { windowOf } from '../audience/window.ts'
import { DAY } from '../calendar.ts'
import { armOf } from '../campaign/arms.ts'
import { subjectOf, type Turn } from '../campaign/turn.ts'
import { type Journey, LIMITS } from '../member/member.ts'
import type { GateAnswer } from '../receipt.ts'
import type { Campaign, Rulebook } from '../rulebook/rulebook.ts'
import { SHIPPED_MODELS } from '../scores/models.ts'
import { heldTier } from '../scores/tier/standing.ts'
import { analysisOf, analysisOfAllMarketing, type Split, splitsOf } from './analysis.ts'
import { type Analysis, type Assignment, HELD_OUT, TREATED } from './assignment.ts'
import { storedArm } from './stored.ts'

/**
 * Takes a member into a campaign's analysis when its holdout is asked for the first time: everything before it let pass, so that
 * whoever is held out would have got it, and whoever is not and gets nothing after all (a cap at the claim, a bounce) is
 * counted with those who got it. The holdout of all marketing, asked just before, has an analysis of its own; those it takes
 * are asked nothing more.
 *
 * @param stop what did not let pass: a holdout, or nothing
 */
export function assign(
  turn: Turn,
  rulebook: Rulebook,
  campaign: Campaign,
  journey: Journey,
  stop: GateAnswer | undefined,
): void {
  const { draft, now, calendar, context } = turn
  const live = context.rulebook ?? rulebook
  const ofAll = live.settings.holdout
  const heldOutOfAll = stop?.gate === 'globalHoldout'
  if (ofAll && campaign.class === 'marketing') {
    const analysis = analysisOfAllMarketing(calendar.dateOf(now), live)
    add(turn, analysis, live, { arm: heldOutOfAll ? HELD_OUT : TREATED, share: ofAll.share })
  }
  if (heldOutOfAll) return
  const stored = storedArm(draft, campaign.id)
  const arms = armsOf(turn, rulebook, campaign, journey, stored)
  const [first, ...more] = splitsOf(campaign.program)
  const treated = first ? arms[first.split]! : TREATED
  const armShares = first && sharesOf(first, stored)
  const moreShares = Object.fromEntries(more.map((each) => [each.split, sharesOf(each, stored)]))
  add(turn, analysisOf(campaign, rulebook), rulebook, {
    arm: stop ? HELD_OUT : treated,
    share: stored?.share ?? (campaign.class === 'marketing' ? campaign.guardrails.holdout : 0),
    ...(first && { arms, armShares }),
    ...(more.length > 0 && { moreShares }),
  })
}

/** Those of then, where the arm that was drawn then stands. */
function sharesOf({ split, arms }: Split, stored: Assignment | undefined): Record<string, number> {
  const drawn = stored?.arms?.[split]
  const then = stored?.moreShares?.[split] ?? stored?.armShares
  const stands = drawn !== undefined && arms.some(({ arm }) => arm === drawn)
  if (stands && then && Object.hasOwn(then, drawn)) return then
  return Object.fromEntries(arms.map(({ arm, share }) => [arm, share]))
}

/** Of every split, also one that is not reached yet: who reaches it may depend on what the campaign did. */
function armsOf(
  turn: Turn,
  { settings }: Rulebook,
  campaign: Campaign,
  journey: Journey,
  stored: Assignment | undefined,
): Record<string, string> {
  const known = { ...stored?.arms, ...journey.arms }
  return Object.fromEntries(
    splitsOf(campaign.program).map(({ split, arms }) => {
      const arm = arms.some((each) => each.arm === known[split]) ? known[split]! : undefined
      return [split, arm ?? armOf(turn.draft.memberId, campaign, split, arms, settings).arm]
    }),
  )
}

type Drawn = Pick<Assignment, 'arm' | 'arms' | 'share' | 'armShares' | 'moreShares'>

/** Once. A member of more analyses than are kept is in no further one, whatever the arm: nothing that is kept makes way. */
function add(turn: Turn, analysis: Analysis, { settings }: Rulebook, drawn: Drawn): void {
  const { draft, now, calendar } = turn
  const { revenueFrom } = settings.measure
  if (draft.assigned.length >= LIMITS.assigned || draft.assigned.some((each) => each.analysis === analysis.id)) return
  const tier = heldTier(draft, turn.context.rulebook?.models.tier ?? SHIPPED_MODELS.tier)
  const assignment: Assignment = {
    analysis: analysis.id,
    ...drawn,
    at: now,
    until: now + analysis.windowMs,
    day: calendar.dateOf(now),
    goalEvent: analysis.goalEvent,
    currency: analysis.currency,
    revenueFrom,
    ...(tier !== undefined && { tier }),
    before: yearBefore(turn, analysis.currency),
    outcome: {},
  }
  draft.assigned = [...draft.assigned, assignment]
  turn.analyses.push(analysis)
}

const YEAR = windowOf({ days: 365, ms: 365 * DAY })
const flightsOfAYear = summing(flown({ window: YEAR, filters: {} }, ones))

function yearBefore(turn: Turn, currency: string): Assignment['before'] {
  const subject = subjectOf(turn)
  const spend = summing(flown({ window: YEAR, filters: {} }, paid(currency)))
  return { spendMinor: spend(subject), flights: flightsOfAYear(subject) }
}
