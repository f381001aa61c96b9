import * as z from 'zod'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { fullNameOf } from '../../domain/message/name.ts'
import type { GateName } from '../../domain/reason.ts'
import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import { journeyGraph } from '../../domain/rulebook/journey-graph.ts'
import type { Campaign } from '../../domain/rulebook/rulebook.ts'
import { textsIn } from '../../domain/texts/index.ts'
import type { Counted, CounterSet } from '../../ports/index.ts'
import { counter, journeySet, type Kept, NO_GATE, standing } from '../react/counted.ts'
import { campaignIn } from './campaigns.ts'
import { type ApiContext, ok, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'

const campaign = z.string().min(1).max(100)

/** What kept members at a step: how many it has, and of a gate that only holds, how many it holds now. */
export interface KeptThere {
  step: string
  outcome: Kept
  gate: GateName | null
  members: number
  now: number | null
  /** Those who were kept so, and who are now: what `journey-members` is asked for. */
  counter: string
  nowCounter: string | null
}

/** How many stand at each step of a live campaign, went each way, and were kept by what: read from its counters. */
export const showJourney = route(z.object({ campaign }), async ({ campaign: asked }, context) => {
  const known = await campaignLive(asked, context)
  if (!('hash' in known)) return known
  const [sets, tally] = await Promise.all([
    context.ports.counters.read([journeySet(known)]),
    context.ports.tally.read(),
  ])
  const { since, counts } = sets.get(journeySet(known))!
  const at = under('at/', counts)
  const here = Object.values(at).reduce((sum, each) => sum + each, 0)
  return ok({
    campaign: known.id,
    countedAt: new Date(context.now()).toISOString(),
    since: since === undefined ? null : new Date(since).toISOString(),
    at,
    ways: under('way/', counts),
    moved: under('moved/', counts),
    left: under('left/', counts),
    kept: keptIn(counts),
    /** On the way through another version of it. */
    elsewhere: Math.max(0, (tally[`underWay.${known.id}`] ?? 0) - here),
  })
})

/**
 * Members behind one of its numbers: all of the first, else a sample of the latest. Of those who stand somewhere now, each is looked at
 * whether they still do.
 */
export const listJourneyMembers = route(
  z.object({ campaign, counter: z.string().regex(/^(at|heldNow|way|moved|left|kept)\/[\w./-]{1,300}$/) }),
  async ({ campaign: asked, counter: name }, context) => {
    const known = await campaignLive(asked, context)
    if (!('hash' in known)) return known
    const { counters } = context.ports
    const set = journeySet(known)
    const [sets, came] = await Promise.all([counters.read([set]), whoCame(known, name, context)])
    const stands = /^(at|heldNow)\//.test(name)
      ? (member: Member) => standsAt(member, { set, name }, context)
      : undefined
    return ok(await behind(sets.get(set)!.counts[name] ?? 0, came, context, stands))
  },
)

const SHOWN_AT_MOST = 100

/**
 * At most 100 of those who moved a counter up, without those who were erased, each once, the latest first; and how many times are
 * remembered in all.
 */
export async function behind(
  count: number,
  came: readonly Counted[],
  { ports }: ApiContext,
  stands: (member: Member) => boolean | Promise<boolean> = () => true,
) {
  const latest = new Map(came.toReversed().map((each) => [each.memberId, each]))
  const stored = await ports.members.read([...latest.keys()])
  const members = [...stored.values()].map(decodeMember).filter(({ erasedAt }) => erasedAt === undefined)
  const still = await Promise.all(members.map(stands))
  const shown = members
    .filter((_, i) => still[i])
    .map((member) => ({
      memberId: member.memberId,
      name: fullNameOf(profileOf(member)),
      at: latest.get(member.memberId)!.at,
    }))
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN_AT_MOST)
    .map((each) => ({ ...each, at: new Date(each.at).toISOString() }))
  return { count, remembered: came.length, members: shown }
}

/** Who may stand at a step came by one of its ways; who may be held by a gate was held by it. */
async function whoCame(known: Campaign, name: string, context: ApiContext): Promise<Counted[]> {
  const { counters } = context.ports
  const set = journeySet(known)
  const [kind, step = '', gate = ''] = name.split('/')
  if (kind === 'heldNow') return counters.some(set, counter.kept(step, 'held', gate))
  if (kind !== 'at') return counters.some(set, name)
  const ways = (await waysInto(known.id, step, context)).map(counter.way)
  const some = await Promise.all([...ways, counter.moved(step)].map((each) => counters.some(set, each)))
  return some.flat().sort((a, b) => b.at - a.at)
}

async function waysInto(id: string, step: string, { ports }: ApiContext): Promise<string[]> {
  const { rulebook } = await ports.world.read()
  const packed = rulebook === undefined ? undefined : await ports.rulebooks.read(rulebook)
  const { ways } = journeyGraph(packed && campaignIn(unpackBundle(packed), id)?.steps, '', textsIn('en').diff)
  return ways.filter(({ to }) => to === step).map((way) => way.id)
}

async function standsAt(member: Member, asked: { set: string; name: string }, { rulebooks }: ApiContext) {
  const versions = [...new Set(member.journeys.map(({ rulebook }) => rulebook))]
  const loaded = await Promise.all(versions.map((version) => rulebooks.load(version).catch(() => undefined)))
  const where = standing(member, { rulebookOf: (version) => loaded[versions.indexOf(version)] })
  return where.some(({ set, name }) => set === asked.set && name === asked.name)
}

export async function campaignLive(asked: string, context: ApiContext) {
  const rulebook = await liveRulebook(context)
  return campaignById(rulebook, asked) ?? noSuchCampaign(asked, campaignsOf(rulebook))
}

function keptIn(counts: CounterSet['counts']): KeptThere[] {
  return Object.entries(counts)
    .filter(([name, members]) => name.startsWith('kept/') && members > 0)
    .map(([name, members]) => {
      const [, step = '', how, by = NO_GATE] = name.split('/')
      const outcome = how as Kept
      const now = outcome === 'held' ? counter.heldNow(step, by) : null
      const gate = by === NO_GATE ? null : (by as GateName)
      return {
        step,
        outcome,
        gate,
        members,
        now: now === null ? null : (counts[now] ?? 0),
        counter: name,
        nowCounter: now,
      }
    })
    .sort((a, b) => b.members - a.members)
}

/** `at/3` under `at/` becomes `3`. What comes to nothing is left out. */
function under(prefix: string, counts: CounterSet['counts']): Record<string, number> {
  const some = Object.entries(counts).filter(([name, count]) => name.startsWith(prefix) && count !== 0)
  return Object.fromEntries(some.map(([name, count]) => [name.slice(prefix.length), count]))
}
