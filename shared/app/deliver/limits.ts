import { channelIdOf } from '../../domain/actions/index.ts'
import type { Claim } from '../../domain/campaign/claim.ts'
import type { Member } from '../../domain/member/member.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Ports } from '../../ports/index.ts'

/** What one delivery has counted already, so that trying again after a conflict does not count once more. */
export interface Counted {
  minute: boolean
  journey: boolean
}

/**
 * Checks the limits of a campaign over all its members in the shared counters, when every other gate lets pass. The
 * rate comes first: an unused place of a minute harms nobody, one of the whole campaign would be lost. `count`: the
 * journey has its place now, and this must be written before anything is done.
 */
export async function withinLimits(
  claimed: Claim & { claim: 'go' },
  live: Rulebook | undefined,
  counted: Counted,
  { limits: counters }: Pick<Ports, 'limits'>,
  now: number,
): Promise<Claim | 'count'> {
  const { action, member, campaign } = claimed
  const limits = limitsOf(campaign, live)
  if (limits?.perMinute !== undefined && channelIdOf(action.plan) !== undefined && !counted.minute) {
    const { perMinute } = limits
    const until = await counters.takeMinute(campaign.id, perMinute, now)
    if (until !== undefined)
      return { claim: 'hold', gate: 'sendingRate', reason: { is: 'sendingRate.full', perMinute }, until }
    counted.minute = true
  }
  const journey = member.journeys.find((each) => each.awaiting === action.actionId)
  if (limits?.inAll === undefined || journey?.counted) return claimed
  const { inAll } = limits
  if (!counted.journey && !(await counters.takeOne(campaign.id, inAll)))
    return { claim: 'skip', gate: 'inAll', reason: { is: 'inAll.reached', limit: inAll } }
  counted.journey = true
  return 'count'
}

/** The live rulebook's limits, so that they can be changed under way; else those the journey began with. */
function limitsOf(campaign: Campaign, live: Rulebook | undefined): Campaign['limits'] {
  return (campaignById(live, campaign.id) ?? campaign).limits
}

/** The member, with the journey's place noted. */
export function withPlace(member: Member, actionId: string): Member {
  const journeys = member.journeys.map((each) =>
    each.awaiting === actionId ? { ...each, counted: true as const } : each,
  )
  return { ...member, journeys }
}
