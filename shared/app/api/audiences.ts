import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { isHeldOutOfAll } from '../../domain/campaign/gates/global-holdout.ts'
import { isOutOf } from '../../domain/campaign/gates/holdout.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { factsOf } from '../../domain/member/facts.ts'
import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import { documentsOf } from '../../domain/rulebook/diff/index.ts'
import { withAudienceNames } from '../../domain/rulebook/diff/named.ts'
import { conditionLines } from '../../domain/rulebook/diff/words.ts'
import type { Audience, Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { textsIn } from '../../domain/texts/index.ts'
import { LANGUAGES, type Language, languageFor } from '../../domain/texts/language.ts'
import { nearest } from '../../standards/nearest.ts'
import { audienceSet, counter } from '../react/counted.ts'
import { type ApiContext, ok, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'
import { page, turn } from './page.ts'

export const lang = z.string().max(100).default('en').transform(languageFor).pipe(z.enum(LANGUAGES))

/** The audiences of the live rulebook, with how many are in each now: read from their counters, whatever the size. */
export const listAudiences = route(z.object({ lang }), async ({ lang }, context) => {
  const live = await liveRulebook(context)
  const audiences = live?.audiences ?? []
  const who = live ? await sentencesOfAudiences(live, lang, context) : {}
  const [sets, weekAgo] = await Promise.all([
    context.ports.counters.read(audiences.map(({ id }) => audienceSet(id))),
    beginningOfWeek(live?.settings.zone ?? 'UTC', context),
  ])
  return ok({
    audiences: audiences.map((audience) => {
      const { id } = audience
      const { counts } = sets.get(audienceSet(id))!
      const members = counts[counter.inIt] ?? 0
      const before = weekAgo?.[audienceSet(id)]?.[counter.inIt]
      return {
        audience: id,
        name: nameFor(audience, lang),
        members,
        reachable: counts[counter.reachable] ?? 0,
        /** More, or less, than a week ago; null where nobody counted then. */
        inAWeek: before === undefined ? null : members - before,
        who: who[id] ?? [],
      }
    }),
  })
})

const WEEK_DAYS = 7

/** What the counters stood at as the day of a week ago began, if that day was kept. */
async function beginningOfWeek(zone: string, { ports, now }: ApiContext) {
  const calendar = calendarOf(zone)
  const date = calendar.dateOf(calendar.addDays(now(), -WEEK_DAYS))
  const [first] = await ports.counters.days(date)
  return first?.date === date ? first.counts : undefined
}

/** What must all hold for somebody to be in it, a sentence each, by audience. */
export async function sentencesOfAudiences(
  { version, audiences }: Pick<Rulebook, 'version' | 'audiences'>,
  language: Language,
  { ports }: ApiContext,
) {
  const say = withAudienceNames(textsIn(language).diff, audiences, language)
  const packed = await ports.rulebooks.read(version)
  const documents = packed ? documentsOf(unpackBundle(packed), 'audience') : []
  return Object.fromEntries(documents.map(({ audience, who }) => [String(audience), conditionLines(who, say)]))
}

/** How many are in one audience, and a page of who; with `facts`, what is known of each, and who would be held out. */
export const showAudience = route(
  z.object({
    audience: z.string().min(1).max(100),
    facts: z.stringbool().default(false),
    /** Whose holdout counts, beside that of all marketing. */
    campaign: z.string().min(1).max(100).optional(),
    ...page(20),
  }),
  async ({ audience: asked, cursor, limit, facts, campaign: forCampaign }, context, { language }) => {
    const live = await audienceLive(asked, context)
    if (!('known' in live)) return live
    const { known: audience, rulebook } = live
    const campaign = campaignById(rulebook, forCampaign)
    if (forCampaign !== undefined && !campaign) return noSuchCampaign(forCampaign, campaignsOf(rulebook))
    const { audiences, counters } = context.ports
    const set = audienceSet(audience.id)
    const read = (from?: string) => audiences.page({ audience: audience.id, cursor: from, limit })
    const [sets, turned] = await Promise.all([counters.read([set]), turn(`audience ${audience.id}`, cursor, read)])
    if (!turned.ok) return turned.refused
    const found = turned.found.members
    const listed: InAudience[] = facts
      ? await knownOf(found, { rulebook, audience, campaign }, context)
      : found.map(({ memberId, since }) => ({ memberId, since: new Date(since).toISOString() }))
    return ok({
      audience: audience.id,
      name: nameFor(audience, language),
      zone: rulebook.settings.zone,
      members: sets.get(set)!.counts[counter.inIt] ?? 0,
      page: listed,
      cursor: turned.cursor,
    })
  },
)

/** An audience of the live rulebook, or that there is none of this name. */
export async function audienceLive(asked: string, context: ApiContext) {
  const rulebook = await liveRulebook(context)
  const known = rulebook?.audiences.find(({ id }) => id === asked)
  if (rulebook && known) return { known, rulebook }
  const all = rulebook?.audiences.map(({ id }) => id) ?? []
  const meant = nearest(asked, all)
  return refuse(
    404,
    'no-such-audience',
    ({ api }) => api.noSuchAudience(asked),
    ({ hints }) => (meant ? hints.meant(meant) : hints.thereAre(all.join(', '))),
  )
}

/** `treated`, or kept out on purpose: of this campaign, or of all marketing. */
export type ArmInList = 'treated' | 'heldOut' | 'heldOutOfAll'

/** Somebody in an audience; what is known of them where it is asked for. */
interface InAudience {
  memberId: string
  since: string
  arm?: ArmInList
  facts?: ReturnType<typeof factsOf>
}

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
    const heldOut = campaign !== undefined && isOutOf(member, campaign, settings)
    const arm: ArmInList = isHeldOutOfAll(memberId, settings) ? 'heldOutOfAll' : heldOut ? 'heldOut' : 'treated'
    const facts = factsOf(member, now(), calendarOf(settings.zone))
    return [{ memberId, since: new Date(since).toISOString(), arm, facts }]
  })
}
