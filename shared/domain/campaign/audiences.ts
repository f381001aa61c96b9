import { hash32 } from '../../standards/hash.ts'
import type { Family } from '../audience/facts/index.ts'
import { DAY, HOUR } from '../calendar.ts'
import type { Audience } from '../rulebook/rulebook.ts'
import { enterByAudience } from './enter.ts'
import { subjectOf, type Turn } from './turn.ts'

/**
 * Updates which audiences the member is in. It evaluates only audiences that read what was touched, all of them once time
 * may have changed an answer, and any that was never evaluated for this member. That first evaluation is a baseline: it
 * starts nothing, unless a campaign includes existing members. Returns the earliest instant at which an answer could change
 * by time alone.
 */
export function evaluateAudiences(turn: Turn, touched: readonly Family[]): number {
  const { rulebook } = turn.context
  if (!rulebook) return Number.POSITIVE_INFINITY
  const { audiencesUntil = Number.POSITIVE_INFINITY } = turn.draft
  const baselines = new Set(turn.draft.baselines)
  const all = dayHasCome(audiencesUntil, turn)
  let until = all ? Number.POSITIVE_INFINITY : audiencesUntil
  const changes: Change[] = []
  for (const audience of rulebook.audiences) {
    const firstSight = !baselines.has(audience.baseline)
    if (!all && !firstSight && !audience.families.some((family) => touched.includes(family))) continue
    const subject = subjectOf(turn)
    const isIn = audience.condition.test(subject)
    until = Math.min(until, spread(subject.until, turn))
    const wasIn = turn.draft.audiences[audience.id] !== undefined
    if (isIn !== wasIn) changes.push({ audience, on: isIn ? 'entered' : 'left', firstSight })
  }
  turn.draft.audiencesUntil = Number.isFinite(until) ? until : undefined
  if (changes.length > 0) applyChanges(turn, changes)
  settleBaselines(turn, rulebook.audiences)
  for (const { audience, on, firstSight } of changes) {
    enterByAudience(turn, audience, on, firstSight)
  }
  return until
}

interface Change {
  audience: Audience
  on: 'entered' | 'left'
  firstSight: boolean
}

/** In one copy: a member who is seen for the first time may be in hundreds. */
function applyChanges(turn: Turn, changes: readonly Change[]): void {
  const audiences = { ...turn.draft.audiences }
  for (const { audience, on } of changes) {
    if (on === 'entered') audiences[audience.id] = turn.now
    else delete audiences[audience.id]
  }
  turn.draft.audiences = audiences
  for (const change of changes) if (!change.firstSight) announce(turn, change)
}

function announce(turn: Turn, { audience, on }: Change): void {
  ;(on === 'entered' ? turn.entered : turn.left).push(audience.id)
  turn.announcements.push({
    type: `audience.${on}`,
    detail: {
      id: `${turn.draft.memberId}:${audience.id}:${on}:${turn.now}`,
      occurredAt: new Date(turn.now).toISOString(),
      memberId: turn.draft.memberId,
      audience: audience.id,
      rulebook: turn.context.rulebook!.version,
    },
  })
}

/** Keeps the baselines of the rulebook's audiences, and removes memberships of audiences that no longer exist. */
function settleBaselines(turn: Turn, audiences: readonly Audience[]): void {
  const baselines = audiences.map((audience) => audience.baseline)
  const before = turn.draft.baselines
  if (before.length === baselines.length && baselines.every((baseline, i) => before[i] === baseline)) return
  turn.draft.baselines = baselines
  const ids = new Set(audiences.map((audience) => audience.id))
  turn.draft.audiences = Object.fromEntries(Object.entries(turn.draft.audiences).filter(([id]) => ids.has(id)))
}

/** Whether the day has begun in which a spread answer may have changed. */
function dayHasCome(until: number, { calendar, now }: Turn): boolean {
  return Number.isFinite(until) && calendar.startOfDay(until) <= now
}

/**
 * What changes at midnight is evaluated some time during that day, at another time for each member, so that there is no load
 * peak at midnight.
 */
export function spread(until: number, { calendar, draft }: Turn): number {
  if (!Number.isFinite(until) || calendar.startOfDay(until) !== until) return until
  return until + (hash32(draft.memberId) % (DAY - 2 * HOUR))
}
