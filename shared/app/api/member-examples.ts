import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { idIn } from '../../contract/identity.ts'
import { sceneOf } from '../../domain/examples/scene.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { ok, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'
import { eventOf } from './member-at.ts'
import { findMember, noSuchMember } from './members.ts'
import type { Reaction } from './reactions.ts'

/**
 * Makes an example of what a campaign did for a member: of what was decided at an event, or of one of its entries, or of all of them.
 * It is run on the rulebook that decided then.
 */
export const makeMemberExample = route(
  z.object({
    memberId: fields.memberId,
    campaign: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(200),
    /** As the timeline shows it. */
    event: z.string().min(1).max(200).optional(),
    /** An entry of the campaign, as `explain` names it. */
    key: z.string().min(1).max(500).optional(),
  }),
  async ({ memberId, campaign: id, name, event, key }, context, { language }) => {
    const known = await findMember(context.ports, memberId)
    if (!known) return noSuchMember(memberId)
    if (known.member.erasedAt !== undefined) return refuse(409, 'member-erased', ({ api }) => api.memberErased)
    const at = known.reactions.filter((each) => event === undefined || idIn(each.id) === event)
    const receipts = at.flatMap((each) => each.receipts).filter((each) => each.campaign === id)
    const told = receipts.filter((each) => key === undefined || each.key === key)
    const version = told.at(-1)?.rulebook
    if (version === undefined) {
      const campaigns = campaignsOf(await liveRulebook(context))
      return campaigns.includes(id)
        ? refuse(409, 'nothing-decided', ({ api }) => api.nothingDecided(id))
        : noSuchCampaign(id, campaigns)
    }
    const rulebook = await context.rulebooks.load(version)
    const campaign = campaignById(rulebook, id)!
    const reactions = known.reactions.map((each) => reactedOf(memberId, each))
    const keys = new Set(told.map((each) => each.key))
    const scene = sceneOf({ memberId, reactions, campaign, rulebook }, keys)!
    const { makeExample } = await import('../rehearsal/examples/make.ts')
    const { differenceText } = await import('../rehearsal/examples/words.ts')
    const { example, passed, outcome, problems } = await makeExample(scene, name)
    const { zone } = rulebook.settings
    return ok({
      example,
      /** Whether it comes out as it says on the rulebook that decided. */
      passed,
      rulebook: version,
      differences: (outcome?.differences ?? []).map((each) => differenceText(each, zone, language)),
      problems: problems.map((each) => problemIn(language, each)),
    })
  },
)

function reactedOf(memberId: string, reaction: Reaction) {
  const { occurredAt, reactedAt, receipts } = reaction
  return { event: eventOf(memberId, reaction), occurredAt, reactedAt, receipts }
}
