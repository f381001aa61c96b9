import type { WingbackEvent } from '../../contract/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { canonical } from '../audience/canonical.ts'
import { DAY, MINUTE } from '../calendar.ts'
import type { Reason } from '../reason.ts'
import type { Audience, Campaign, Rulebook } from '../rulebook/rulebook.ts'
import { nextOccurrence, occurrences, type Schedule } from '../schedule.ts'
import { enter, includedId, NO_EVENT } from './enter.ts'
import { note, subjectOf, type Turn } from './turn.ts'

/**
 * A round takes a campaign through an audience, member by member: at each instant of its schedule, or, if it includes
 * existing members, once when it goes live.
 */
export interface CampaignRounds {
  /** Identifies schedule and audience: if either changes, the rounds start anew. */
  key: string
  campaign: Campaign
  audience: Audience
  /** Undefined: once, when the campaign goes live. */
  schedule?: Schedule
}

/** One round. Its id is derived, so that it runs once. */
export interface DueRound {
  id: string
  /** When it is due. */
  at: number
}

/** At most so many members per minute are sent their event, or as many as the campaign may send emails. */
export const PACE = 20_000

export function paceOf({ limits }: Campaign): number {
  return Math.min(PACE, limits?.perMinute ?? PACE)
}

/** After a standstill a round is made up for until this much later, and never later than the campaign's `freshFor`. */
const MADE_UP_FOR_AT_MOST = 7 * DAY
/** The most rounds due at once: a schedule comes every 15 minutes at most. */
const AT_ONCE = (7 * DAY) / (15 * MINUTE)

const known = new WeakMap<Rulebook, CampaignRounds[]>()

/** The rounds of a rulebook's campaigns, calculated once. */
export function roundsOf(rulebook: Rulebook): readonly CampaignRounds[] {
  let rounds = known.get(rulebook)
  if (!rounds) {
    rounds = findRounds(rulebook)
    known.set(rulebook, rounds)
  }
  return rounds
}

function findRounds({ campaigns, audiences }: Rulebook): CampaignRounds[] {
  return campaigns.flatMap((campaign) => {
    const { trigger } = campaign
    if (trigger.kind !== 'schedule' && !(trigger.kind === 'audience' && trigger.includeExisting)) return []
    const audience = audiences.find(({ id }) => id === trigger.audience)!
    if (trigger.kind === 'audience') return [{ key: `${campaign.id}:${includedId(audience)}`, campaign, audience }]
    const { schedule } = trigger
    return [
      { key: `${campaign.id}:${shortHash([canonical(schedule), audience.id], 10)}`, campaign, audience, schedule },
    ]
  })
}

/** Since when each of a rulebook's rounds is live: unchanged ones keep their instant. */
export function liveSince(
  rulebook: Rulebook,
  before: Readonly<Record<string, number>>,
  now: number,
): Record<string, number> {
  return Object.fromEntries(roundsOf(rulebook).map(({ key }) => [key, before[key] ?? now]))
}

/** Rounds due by `now` that can still start. The one of a launch always can. */
export function dueRounds(rounds: CampaignRounds, since: number, now: number): DueRound[] {
  if (!rounds.schedule) return [{ id: rounds.key, at: since }]
  return scheduled(rounds, rounds.schedule, Math.max(since, now - madeUpFor(rounds)), now)
}

/** Rounds of the day before that can no longer start. */
export function missedRounds(rounds: CampaignRounds, since: number, now: number): DueRound[] {
  const latest = now - madeUpFor(rounds)
  return rounds.schedule ? scheduled(rounds, rounds.schedule, Math.max(since, latest - DAY), latest) : []
}

/** When the next one is due after `now`; Infinity: never. */
export function nextRoundAt({ schedule }: CampaignRounds, now: number): number {
  return schedule ? nextOccurrence(schedule, now) : Number.POSITIVE_INFINITY
}

function scheduled({ campaign }: CampaignRounds, schedule: Schedule, after: number, until: number): DueRound[] {
  return occurrences(schedule, after, until, AT_ONCE).map((at) => {
    return { id: `${campaign.id}:${new Date(at).toISOString().slice(0, 16)}Z`, at }
  })
}

function madeUpFor({ campaign }: CampaignRounds): number {
  return Math.min(campaign.guardrails.freshFor, MADE_UP_FOR_AT_MOST)
}

/**
 * A campaign's round has reached a member found in the index. A scheduled round is for those in the audience now. A launch
 * is for those who were in it by then: whoever has entered since has met the trigger itself.
 */
export function enterByRound(turn: Turn, event: WingbackEvent<'campaign.due'>): void {
  const { rulebook } = turn.context
  const rounds = rulebook && roundsOf(rulebook).find(({ campaign }) => campaign.id === event.campaign)
  if (!rounds) return
  const { campaign, audience, schedule } = rounds
  const at = event.occurredAt
  if (!schedule) {
    const since = turn.draft.audiences[audience.id]
    if (since !== undefined && since <= event.dueAt)
      enter(turn, campaign, { at, id: includedId(audience), cause: NO_EVENT })
    return
  }
  if (audience.condition.holds(subjectOf(turn))) {
    enter(turn, campaign, { at, id: event.round, cause: NO_EVENT })
    return
  }
  const reason: Reason = { is: 'eligible.leftAudience', audience: audience.name }
  const run = { key: event.round, rulebook: rulebook.version }
  note(turn, campaign, run, { outcome: 'notEntered', reason, gates: [{ gate: 'eligible', answer: 'skip', reason }] })
}
