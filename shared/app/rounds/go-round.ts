import { ownEvent } from '../../contract/own-event.ts'
import { MINUTE } from '../../domain/calendar.ts'
import {
  type CampaignRounds,
  type DueRound,
  dueRounds,
  missedRounds,
  nextRoundAt,
  paceOf,
  roundsOf,
} from '../../domain/campaign/scheduled-rounds.ts'
import { hintsOf, isPaused, isStopped } from '../../domain/campaign/world.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Ports, Round, WorldState } from '../../ports/index.ts'
import type { Alert } from '../alerts.ts'
import type { RulebookCache } from '../rulebooks.ts'

export interface RoundsDependencies {
  ports: Pick<Ports, 'audiences' | 'rounds' | 'limits' | 'queues'>
  rulebooks: RulebookCache
  world: WorldState
  now: number
  alert(what: Alert): void
}

/** How many members were sent their event, and when there is more to do; Infinity: never. */
export interface Went {
  handed: number
  nextAt: number
}

/** Members in a page of the index. */
const PAGE = 1000
/** Members in one run at most, over all rounds, so that it ends in time. The next run goes on. */
const RUN = 40_000
/** An ended round is remembered for longer than it could begin again. */
const KEPT_SECONDS = 30 * 24 * 3600

/**
 * Begins the rounds that are due and continues those under way: sends each member of the audience an event, page by
 * page, and so many a minute. The progress is written after each page, so that the next run continues there. A page
 * sent twice gives the same events, which members know by their ids.
 */
export async function goRound(dependencies: RoundsDependencies): Promise<Went> {
  const { rulebook: version, rounds: since = {} } = dependencies.world
  if (version === undefined) return { handed: 0, nextAt: Number.POSITIVE_INFINITY }
  const { ports, rulebooks, now } = dependencies
  const hints = hintsOf(dependencies.world)
  const rulebook = await rulebooks.load(version)
  let nextAt = await nextRoomAt(rulebook, ports, now)
  let left = RUN
  const all = roundsOf(rulebook)
  if (all.length === 0) return { handed: 0, nextAt }
  const known = new Map((await ports.rounds.list()).map((round) => [round.id, round]))
  for (const rounds of all) {
    const from = since[rounds.key] ?? now
    nextAt = Math.min(nextAt, nextRoundAt(rounds, now))
    const isHeld = isPaused(hints, rounds.campaign.id) || isStopped(hints, rounds.campaign.id)
    await noteMissed(missedRounds(rounds, from, now), rounds, known, isHeld, dependencies)
    if (isHeld) continue
    const begun = await beginDue(dueRounds(rounds, from, now), rounds, known, dependencies)
    const underWay = [...known.values()].filter((round) => belongs(round, rounds, from) && round.endedAt === undefined)
    for (const round of [...underWay, ...begun]) {
      const went = await takeOn(round, rounds, left, dependencies)
      left -= went.handed
      nextAt = Math.min(nextAt, went.nextAt)
    }
  }
  return { handed: RUN - left, nextAt }
}

/** While emails wait for a minute with room, the next minute: a driven clock must not skip it. */
async function nextRoomAt({ campaigns }: Rulebook, { limits }: Pick<Ports, 'limits'>, now: number): Promise<number> {
  const limited = campaigns.filter((campaign) => campaign.limits?.perMinute !== undefined)
  const next = (Math.floor(now / MINUTE) + 1) * MINUTE
  if (limited.length === 0 || (await limits.toldUntil(limited.map(({ id }) => id))) <= next)
    return Number.POSITIVE_INFINITY
  return next
}

/** Whether the round belongs to the campaign as it is now, and not to one that was removed or changed. */
function belongs(round: Round, { campaign, audience }: CampaignRounds, from: number): boolean {
  return round.campaign === campaign.id && round.audience === audience.id && round.at >= from
}

/**
 * Begins each round once: whoever writes its first version does. A round by the clock waits until the index has its
 * whole audience.
 */
async function beginDue(
  due: readonly DueRound[],
  rounds: CampaignRounds,
  known: ReadonlyMap<string, Round>,
  dependencies: RoundsDependencies,
): Promise<Round[]> {
  const fresh = due.filter(({ id }) => !known.has(id))
  if (fresh.length === 0 || (rounds.schedule && !(await isShown(rounds, dependencies)))) return []
  const begun: Round[] = []
  for (const each of fresh) {
    const round = newRound(each, rounds, dependencies.now)
    if ((await dependencies.ports.rounds.write(round)) === 'written') begun.push(round)
  }
  return begun
}

/** Whether the sweep has shown every member this audience's present condition. */
async function isShown({ audience }: CampaignRounds, { rulebooks, world }: RoundsDependencies): Promise<boolean> {
  if (world.shown === undefined) return false
  const { audiences } = await rulebooks.load(world.shown)
  return audiences.some(({ baseline }) => baseline === audience.baseline)
}

/** Notes rounds that can no longer begin as missed, and raises an alarm unless the campaign was paused. */
async function noteMissed(
  missed: readonly DueRound[],
  rounds: CampaignRounds,
  known: ReadonlyMap<string, Round>,
  isHeld: boolean,
  { ports, now, alert }: RoundsDependencies,
): Promise<void> {
  for (const each of missed) {
    if (known.has(each.id)) continue
    const round: Round = { ...newRound(each, rounds, now), endedAt: now, missed: true }
    if ((await ports.rounds.write(round)) === 'written' && !isHeld) alert('round-missed')
  }
}

function newRound({ id, at }: DueRound, { campaign, audience, schedule }: CampaignRounds, now: number): Round {
  return {
    id,
    version: 1,
    campaign: campaign.id,
    audience: audience.id,
    at,
    begunAt: now,
    handed: 0,
    minute: 0,
    inMinute: 0,
    ...(schedule && { expiresAt: Math.floor(now / 1000) + KEPT_SECONDS }),
  }
}

/**
 * Sends page after page, as far as this minute and this run allow. If another run has written the progress, that one
 * goes on.
 */
async function takeOn(
  start: Round,
  rounds: CampaignRounds,
  atMost: number,
  { ports, now }: RoundsDependencies,
): Promise<Went> {
  const minute = Math.floor(now / MINUTE)
  let round = start
  while (round.endedAt === undefined) {
    const inMinute = round.minute === minute ? round.inMinute : 0
    const handed = round.handed - start.handed
    const limit = Math.min(PAGE, paceOf(rounds.campaign) - inMinute, atMost - handed)
    if (limit <= 0) return { handed, nextAt: handed < atMost ? (minute + 1) * MINUTE : now }
    const { members, cursor } = await ports.audiences.page({
      audience: rounds.audience.id,
      cursor: round.cursor,
      limit,
    })
    const events = members.map(({ memberId }) => dueEvent(memberId, round, now))
    if (events.length > 0) await ports.queues.send('events', events)
    const next: Round = {
      ...round,
      version: round.version + 1,
      cursor,
      handed: round.handed + members.length,
      minute,
      inMinute: inMinute + members.length,
      ...(cursor === undefined && { endedAt: now }),
    }
    if ((await ports.rounds.write(next)) === 'conflict') break
    round = next
  }
  return { handed: round.handed - start.handed, nextAt: Number.POSITIVE_INFINITY }
}

function dueEvent(memberId: string, { id, campaign, at }: Round, now: number): string {
  const fields = { campaign, round: id, dueAt: new Date(at).toISOString() }
  return ownEvent({ type: 'campaign.due', id, memberId, fields }, now)
}
