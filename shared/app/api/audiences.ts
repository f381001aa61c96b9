import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { isHeldOutOfAll } from '../../domain/campaign/gates/global-holdout.ts'
import { isHeldOut } from '../../domain/campaign/gates/holdout.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { factsOf } from '../../domain/member/facts.ts'
import type { Audience, Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { nearest } from '../../standards/nearest.ts'
import { type ApiContext, ok, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'
import { page, turn } from './page.ts'

/** The audiences of the live rulebook, and how many are in each now: read from their index. */
export const listAudiences = route(z.object({}), async (_input, context) => {
  const audiences = (await liveRulebook(context))?.audiences ?? []
  const counted = audiences.map(async ({ id, name }) => {
    return { audience: id, name, members: await context.ports.audiences.count(id) }
  })
  return ok({ audiences: await Promise.all(counted) })
})

/** How many are in one audience, and a page of who; with `facts`, what is known of each, and who would be held out. */
export const showAudience = route(
  z.object({
    audience: z.string().min(1).max(100),
    facts: z.stringbool().default(false),
    /** Whose holdout counts, beside that of all marketing. */
    campaign: z.string().min(1).max(100).optional(),
    ...page(1000, 20),
  }),
  async ({ audience: asked, cursor, limit, facts, campaign: forCampaign }, context) => {
    const rulebook = await liveRulebook(context)
    const audience = rulebook?.audiences.find(({ id }) => id === asked)
    if (!rulebook || !audience) {
      const known = rulebook?.audiences.map(({ id }) => id) ?? []
      const meant = nearest(asked, known)
      const hint = meant ? `did you mean "${meant}"?` : `there are: ${known.join(', ') || 'none yet'}`
      return refuse(404, 'no-such-audience', `no audience is called "${asked}"`, hint)
    }
    const campaign = rulebook.campaigns.find(({ id }) => id === forCampaign)
    if (forCampaign !== undefined && !campaign) return noSuchCampaign(forCampaign, campaignsOf(rulebook))
    const { audiences } = context.ports
    const read = (from?: string) => audiences.page({ audience: audience.id, cursor: from, limit })
    const [members, turned] = await Promise.all([
      audiences.count(audience.id),
      turn(`audience ${audience.id}`, cursor, read),
    ])
    if (!turned.ok) return turned.refused
    const found = turned.found.members
    return ok({
      audience: audience.id,
      name: audience.name,
      zone: rulebook.settings.zone,
      members,
      page: facts
        ? await knownOf(found, { rulebook, audience, campaign }, context)
        : found.map(({ memberId, since }) => ({ memberId, since: new Date(since).toISOString() })),
      cursor: turned.cursor,
    })
  },
)

/** `treated`, or kept out on purpose: of this campaign, or of all marketing. */
export type ArmInList = 'treated' | 'heldOut' | 'heldOutOfAll'

/** Those who are still in it, by their own items: the index follows within moments. */
async function knownOf(
  found: readonly { memberId: string; since: number }[],
  { rulebook, audience, campaign }: { rulebook: Rulebook; audience: Audience; campaign: Campaign | undefined },
  { ports, now }: ApiContext,
) {
  const { settings } = rulebook
  const stored = await ports.members.read(found.map(({ memberId }) => memberId))
  return found.flatMap(({ memberId, since }) => {
    const item = stored.get(memberId)
    const member = item && decodeMember(item)
    if (member?.audiences[audience.id] === undefined) return []
    const heldOut = campaign !== undefined && isHeldOut(memberId, campaign, settings)
    const arm: ArmInList = isHeldOutOfAll(memberId, settings) ? 'heldOutOfAll' : heldOut ? 'heldOut' : 'treated'
    const facts = factsOf(member, now(), calendarOf(settings.zone))
    return [{ memberId, since: new Date(since).toISOString(), arm, facts }]
  })
}
