import type { MemberEvent } from '../../contract/index.ts'
import { ACTION_KINDS } from '../actions/index.ts'
import type { ActionKind } from '../actions/kinds.ts'
import type { CampaignRounds } from '../campaign/scheduled-rounds.ts'
import type { WorldHints } from '../campaign/world.ts'
import type { Member } from '../member/member.ts'
import { react } from '../react.ts'
import type { Receipt } from '../receipt.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** What becomes of members at once: on their way now, and of those who finish on their version, move or leave; who begins; what is done. */
export const AT_ONCE = ['underWay', 'finish', 'move', 'leave', 'enter', 'heldOut', ...ACTION_KINDS] as const

/** How many, of each campaign. */
export type AtOnce = Record<string, Partial<Record<(typeof AT_ONCE)[number], number>>>

export interface GoingLive {
  next: Rulebook
  /** Undefined: none is. */
  live: Rulebook | undefined
  rulebookOf(version: string): Rulebook | undefined
  world: WorldHints
  now: number
  /** Campaigns whose launch takes in who is in their audience already. */
  launches: readonly CampaignRounds[]
}

/**
 * What a rulebook does to one member as soon as it is live: what reacting with it brings that reacting with the live one
 * would not. The rest comes with what happens later. Pure, by the function that decides.
 */
export function atOnce(member: Member, given: GoingLive): AtOnce {
  const { next, live, launches, now } = given
  const counts: AtOnce = {}
  const add = (campaign: string, what: (typeof AT_ONCE)[number]) => {
    counts[campaign] ??= {}
    counts[campaign][what] = (counts[campaign][what] ?? 0) + 1
  }
  const onTheWay = member.journeys.filter(({ endedAt }) => endedAt === undefined)
  for (const { campaign } of onTheWay) add(campaign, 'underWay')
  const anyway = new Set(live ? reacting(member, live, [], given).receipts.map(nameOf) : [])
  const events = launches.map(({ campaign, key }) => dueEvent(member.memberId, campaign.id, key, now))
  const after = reacting(member, next, events, given)
  for (const receipt of after.receipts) {
    const what = anyway.has(nameOf(receipt)) ? undefined : whatOf(receipt)
    if (what) add(receipt.campaign, what)
  }
  const began = new Set(onTheWay.map(({ campaign, key }) => `${campaign} ${key}`))
  for (const { campaign, key, rulebook, endedAt } of after.member.journeys) {
    const isOld = began.has(`${campaign} ${key}`) && endedAt === undefined && rulebook !== next.version
    if (isOld && changes(campaign, given)) add(campaign, 'finish')
  }
  return counts
}

/** Whether a journey of the campaign on the live version would be on another one. */
function changes(campaign: string, { next, live }: GoingLive): boolean {
  const hashIn = (rulebook: Rulebook | undefined) => campaignById(rulebook, campaign)?.hash
  return hashIn(next) !== hashIn(live)
}

function reacting(member: Member, rulebook: Rulebook, events: readonly MemberEvent[], given: GoingLive) {
  const { rulebookOf, world, now } = given
  const context = {
    rulebook,
    rulebookOf: (version: string) => (version === rulebook.version ? rulebook : rulebookOf(version)),
    world: { ...world, rulebook: rulebook.version },
    now,
  }
  const woken = { type: 'member.woken', id: 'preview', memberId: member.memberId, occurredAt: now } as const
  const receipts: Receipt[] = []
  let current = member
  for (const event of [woken, ...events]) {
    const reaction = react(current, event, context)
    current = reaction.member
    receipts.push(...reaction.receipts)
  }
  return { member: current, receipts }
}

function dueEvent(memberId: string, campaign: string, round: string, now: number): MemberEvent {
  return { type: 'campaign.due', id: round, memberId, occurredAt: now, campaign, round, dueAt: now }
}

function nameOf({ campaign, key, step, outcome }: Receipt): string {
  return `${campaign} ${key} ${step ?? ''} ${outcome}`
}

function whatOf({ outcome, kind }: Receipt): 'enter' | 'move' | 'leave' | 'heldOut' | ActionKind | undefined {
  switch (outcome) {
    case 'entered':
      return 'enter'
    case 'moved':
      return 'move'
    case 'exited':
      return 'leave'
    case 'heldOut':
      return 'heldOut'
    case 'decided':
      return kind
    default:
      return undefined
  }
}
