import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { idIn } from '../../contract/identity.ts'
import { scoresOf } from '../../domain/briefing.ts'
import { type Calendar, calendarOf } from '../../domain/calendar.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { factsOf, wingbackOf } from '../../domain/member/facts.ts'
import type { Member } from '../../domain/member/member.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { lifetimeOf } from '../../domain/scores/lifetime/of-member.ts'
import { SHIPPED_MODELS } from '../../domain/scores/models.ts'
import { LANGUAGES, type Language, languageFor } from '../../domain/texts/language.ts'
import { inWords } from '../../domain/texts/say.ts'
import { everythingOf } from '../privacy/export.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { type Survivor, survivorOf } from '../survivor.ts'
import { explain } from './explain.ts'
import { type ApiPorts, ok, type Refusal, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign, zoneOf } from './live-rulebook.ts'
import { memberAt } from './member-at.ts'
import { page, stretch, turn } from './page.ts'
import { newestFirst, type Reaction, reactionsOf } from './reactions.ts'

/** What happened to one member, a page at a time. */
export const timelinePage = stretch(500, 500)

/** A page of everybody, each with facts and what Wingback did: what `export` reads. */
export const listMembers = route(z.object(page(100)), async ({ cursor, limit }, context) => {
  const { ports, now } = context
  const read = (from?: string) => ports.members.page({ cursor: from, limit })
  const [turned, zone] = await Promise.all([turn('members', cursor, read), zoneOf(context)])
  if (!turned.ok) return turned.refused
  const calendar = calendarOf(zone)
  return ok({
    // With its item as it is stored: what a rehearsal can begin with.
    members: turned.found.members.map((stored) => {
      return { ...portrait(decodeMember(stored), now(), calendar), state: stored.state }
    }),
    cursor: turned.cursor,
  })
})

export const showMember = route(
  z.object({ memberId: fields.memberId, ...timelinePage }),
  async ({ memberId, cursor, limit }, context, { language }) => {
    const { ports, now } = context
    const [known, survivor, rulebook] = await Promise.all([
      findMember(ports, memberId),
      survivorOf(memberId, ports),
      liveRulebook(context),
    ])
    if (!known) return noSuchMember(memberId)
    const zone = rulebook?.settings.zone ?? 'UTC'
    const calendar = calendarOf(zone)
    const { member, reactions } = known
    const turned = await turnTimeline(memberId, reactions, { cursor, limit })
    if (!turned.ok) return turned.refused
    const models = rulebook?.models ?? SHIPPED_MODELS
    return ok({
      ...portrait(member, now(), calendar),
      scores: {
        ...scoresOf(member, { now: now(), calendar, models }),
        ...lifetimeOf(member, models.lifetime, now(), calendar),
      },
      mergedInto: survivor.memberId === memberId ? null : survivor.memberId,
      erased: survivor.member?.erasedAt !== undefined,
      zone,
      timeline: turned.found.page.map((each) => moment(each, language)),
      cursor: turned.cursor,
    })
  },
)

export function turnTimeline(
  memberId: string,
  reactions: readonly Reaction[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  return turn(`timeline ${memberId}`, cursor, async (from) => newestFirst(reactions, { from, limit }))
}

/** Everything kept of one person, for their right to it. */
export const exportMember = route(z.object({ memberId: fields.memberId }), async ({ memberId }, { ports, now }) => {
  const everything = await everythingOf(memberId, ports)
  return everything ? ok({ exportedAt: new Date(now()).toISOString(), ...everything }) : noSuchMember(memberId)
})

/** People say minutes; the contract of events asks for seconds. */
function withSeconds(text: unknown): unknown {
  return typeof text === 'string' ? text.replace(/(T\d\d:\d\d)(?=Z|[+-])/, '$1:00') : text
}

/** Why a member did or did not get what the campaigns have to give. */
export const explainMember = route(
  z.object({
    memberId: fields.memberId,
    campaign: z.string().min(1).max(100).optional(),
    at: z.preprocess(withSeconds, fields.instant).optional(),
    lang: z.string().max(100).default('en').transform(languageFor).pipe(z.enum(LANGUAGES)),
  }),
  async ({ memberId, campaign, at, lang }, context) => {
    const { ports, now, rulebooks } = context
    const [known, live] = await Promise.all([findMember(ports, memberId), liveRulebook(context)])
    if (!known) return noSuchMember(memberId)
    const gone = goneOf(known, await survivorOf(memberId, ports), at)
    if (gone) return ok({ memberId, zone: await zoneOf(context), ...gone, explanations: [] })
    const then = at === undefined ? { ...known, now: now() } : asOf(known, at)
    const versions = await published(versionsIn(then.reactions), rulebooks)
    const rulebook =
      (at !== undefined && versions.get(then.reactions.findLast((each) => each.rulebook)?.rulebook ?? '')) || live
    const explanations = explain({
      ...then,
      rulebook,
      rulebookOf: (version) => versions.get(version),
      campaign,
      language: lang,
    })
    if (campaign !== undefined && explanations.length === 0) {
      return noSuchCampaign(campaign, campaignsOf(rulebook))
    }
    return ok({ memberId, zone: await zoneOf(context), explanations })
  },
)

/** Of a card whose person was erased, or that was merged by then, there is nothing to explain. */
function goneOf({ reactions }: { reactions: Reaction[] }, { memberId, member, by }: Survivor, at: number | undefined) {
  const erasedAt = member?.erasedAt
  if (erasedAt !== undefined) return { erasedAt: new Date(erasedAt).toISOString() }
  const merge = reactions.find(({ type }) => type === 'member.merged')
  const isLater = at !== undefined && merge !== undefined && merge.reactedAt > at
  return by.length === 0 || isLater ? undefined : { mergedInto: memberId }
}

/** The member and what had happened to them by an instant. */
function asOf({ member, reactions }: { member: Member; reactions: Reaction[] }, at: number) {
  const before = reactions.filter(({ reactedAt }) => reactedAt <= at)
  return { member: memberAt(member, before, at), reactions: before, now: at }
}

const VERSIONS_AT_MOST = 12

/** Versions that decided something of the member, the latest so many. */
function versionsIn(reactions: readonly Reaction[]): string[] {
  const versions = reactions.flatMap(({ rulebook, receipts }) => [rulebook, ...receipts.map((each) => each.rulebook)])
  return [...new Set(versions.filter((version) => version !== undefined && version !== ''))].slice(
    -VERSIONS_AT_MOST,
  ) as string[]
}

/** Those that can be had: what one of them says is told without the others. */
async function published(versions: readonly string[], rulebooks: RulebookCache): Promise<Map<string, Rulebook>> {
  const found = await Promise.all(
    versions.map((version) =>
      rulebooks.load(version).then(
        (rulebook) => [[version, rulebook] as const],
        () => [],
      ),
    ),
  )
  return new Map(found.flat())
}

/** The member and everything that happened to them, or undefined for a card nobody has. */
export async function findMember(
  ports: ApiPorts,
  memberId: string,
): Promise<{ member: Member; reactions: Reaction[] } | undefined> {
  const [members, records] = await Promise.all([
    ports.members.read([memberId], { consistent: true }),
    ports.records.list(memberId),
  ])
  const stored = members.get(memberId)
  if (!stored) return undefined
  const member = decodeMember(stored)
  return { member, reactions: reactionsOf(records, member) }
}

export function noSuchMember(memberId: string): Refusal {
  return refuse(
    404,
    'no-such-member',
    ({ api }) => api.noSuchMember(memberId),
    ({ api }) => api.noSuchMemberHint,
  )
}

function portrait(member: Member, now: number, calendar: Calendar) {
  return { memberId: member.memberId, facts: factsOf(member, now, calendar), wingback: wingbackOf(member) }
}

function moment({ id, type, occurredAt, reactedAt, detail, receipts, audiences }: Reaction, language: Language) {
  return {
    id: idIn(id),
    type,
    occurredAt: new Date(occurredAt).toISOString(),
    reactedAt: new Date(reactedAt).toISOString(),
    detail,
    audiences,
    decisions: receipts.map(({ campaign, outcome, kind, reason }) =>
      inWords({ campaign, outcome, kind, reason }, language),
    ),
  }
}
