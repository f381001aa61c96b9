import type { MemberEvent } from '../../contract/index.ts'
import type { Family } from '../audience/facts/index.ts'
import { flightsIn } from '../audience/facts/scores/flying.ts'
import type { Member } from '../member/member.ts'
import { objectsToScores, profileOf } from '../member/profile.ts'
import type { Standing } from '../scores/tier/model.ts'
import { rankOf, standingAt } from '../scores/tier/standing.ts'
import { standingRule } from '../scores/tier/standing-rule.ts'
import { type TierModel, tierOf, tierScoreOf } from '../scores/tier/tier.ts'
import { spread } from './audiences.ts'
import { enterByEvent } from './enter.ts'
import { tellJourneys } from './journeys.ts'
import { subjectOf, type Turn } from './turn.ts'

/** What of a member the tier they have by their flying changes. */
const OF_A_TIER: readonly Family[] = ['profile', 'scores']

/**
 * Keeps the tier that a member has by their flying, where that decides: what was touched with it, and when it has to be earned
 * again. At the first look it begins, and nothing is told: nothing has changed.
 */
export function keepTier(
  turn: Turn,
  touched: readonly Family[],
  event?: MemberEvent,
): { touched: readonly Family[]; until: number } {
  const { draft, calendar, now } = turn
  const model = turn.context.rulebook?.models.tier
  const before = draft.standing
  if (!model) return { touched, until: Number.POSITIVE_INFINITY }
  if (standingRule(model).decides === 'airline' || objectsToScores(draft)) {
    draft.standing = undefined
    return { touched: before ? [...touched, ...OF_A_TIER] : touched, until: Number.POSITIVE_INFINITY }
  }
  const { tier: said } = profileOf(draft)
  const isAsked = !before || now >= before.until || touched.includes('scores')
  if (!isAsked) return { touched, until: spread(before.until, turn) }
  const score = scoreOf(turn, model)
  const earned = score === undefined ? undefined : tierOf(model, score)
  const after = standingAt(model, { before, said, earned }, now, calendar)
  if (before && after === before) return { touched, until: spread(after.until, turn) }
  draft.standing = after
  if (before && before.tier !== after.tier) {
    const isRise = rankOf(model, after.tier)! < (rankOf(model, before.tier) ?? model.tiers.length)
    const at = isRise ? (event?.occurredAt ?? now) : now
    tellChange(turn, model, { from: before.tier, to: after.tier, at, ...howOf(after, isRise, score) })
  }
  return { touched: [...touched, ...OF_A_TIER], until: spread(after.until, turn) }
}

function howOf({ until }: Standing, isRise: boolean, score: number | undefined) {
  return { reason: isRise ? ('earned' as const) : ('notKept' as const), until, ...(score !== undefined && { score }) }
}

function scoreOf(turn: Turn, model: TierModel): number | undefined {
  const flying = flightsIn(model).at(subjectOf(turn), turn.now)
  return flying && tierScoreOf(model, flying)
}

/** Tells that the airline's own system has changed the tier, where its word decides. The first word is a beginning, no change. */
export function tellTierByAirline(turn: Turn, before: Member, { occurredAt: at }: MemberEvent): void {
  const model = turn.context.rulebook?.models.tier
  if (!model || before.layers === turn.draft.layers || standingRule(model).decides === 'flying') return
  const [from, to] = [profileOf(before).tier, profileOf(turn.draft).tier]
  if (from !== undefined && to !== undefined && from !== to)
    tellChange(turn, model, { from, to, at, reason: 'airline' })
}

interface Change {
  from: string
  to: string
  /** When it changed. */
  at: number
  reason: 'airline' | 'earned' | 'notKept'
  score?: number
  /** From when on it has to be earned again. */
  until?: number
}

/** To campaigns in this turn, and to the airline's systems. */
function tellChange(turn: Turn, model: TierModel, { from, to, at, reason, score, until }: Change): void {
  const { memberId } = turn.draft
  const [before, after] = [rankOf(model, from), rankOf(model, to)]
  const isKnown = before !== undefined && after !== undefined
  const direction = isKnown ? (after < before ? ('up' as const) : ('down' as const)) : ('unknown' as const)
  const said = { from, to, direction, reason, ...(score !== undefined && { score }) }
  const about = { id: `${memberId}:tier:${to}:${at}`, memberId }
  const event = {
    type: 'tier.changed',
    ...about,
    occurredAt: at,
    ...said,
    ...(until !== undefined && { until }),
  } as const
  tellJourneys(turn, event)
  enterByEvent(turn, event)
  const detail = { ...about, occurredAt: isoOf(at), ...said, ...(until !== undefined && { until: isoOf(until) }) }
  turn.announcements.push({ type: 'tier.changed', detail: { ...detail, rulebook: turn.context.rulebook!.version } })
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString()
}
