import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { isMapping } from '../../domain/cursor.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { documentsOf } from '../../domain/rulebook/diff/index.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Language } from '../../domain/texts/language.ts'
import { audienceSet, counter } from '../react/counted.ts'
import { audienceLive, lang, sentencesOfAudiences } from './audiences.ts'
import { behind } from './campaign-journey.ts'
import { type ApiContext, ok, refuse, route } from './http.ts'

const audience = z.string().min(1).max(100)
const SHOWN_DAYS = 30

/** One day of an audience: with how many it began, and who came and went from then to the next morning that is known. */
export interface AudienceDay {
  date: string
  members: number
  came: number
  went: number
}

/** One audience: how many are in it and in reach of mail now, how that moved day by day, who it is for, and what uses it. */
export const showAudienceCounts = route(z.object({ audience, lang }), async ({ audience: asked, lang }, context) => {
  const found = await audienceLive(asked, context)
  if (!('known' in found)) return found
  const { known, rulebook } = found
  const { ports, now } = context
  const set = audienceSet(known.id)
  const calendar = calendarOf(rulebook.settings.zone)
  const [counted, days, who, usedBy] = await Promise.all([
    ports.counters.read([set]),
    ports.counters.days(calendar.dateOf(calendar.addDays(now(), -SHOWN_DAYS))),
    sentencesOfAudiences(rulebook, lang, context),
    campaignsThatUse(known.id, rulebook, lang, context),
  ])
  const { counts } = counted.get(set)!
  return ok({
    audience: known.id,
    name: nameFor(known, lang),
    who: who[known.id] ?? [],
    countedAt: new Date(now()).toISOString(),
    members: counts[counter.inIt] ?? 0,
    reachable: counts[counter.reachable] ?? 0,
    came: counts[counter.came] ?? 0,
    went: counts[counter.went] ?? 0,
    days: movesOf(
      days.map(({ date, counts: of }) => ({ date, counts: of[set] ?? {} })),
      counts,
    ),
    usedBy,
  })
})

type DayCounts = { date: string; counts: Record<string, number> }

function movesOf(days: readonly DayCounts[], now: Record<string, number>): AudienceDay[] {
  return days.map(({ date, counts }, i) => {
    const after = days[i + 1]?.counts ?? now
    const more = (name: string) => (after[name] ?? 0) - (counts[name] ?? 0)
    return { date, members: counts[counter.inIt] ?? 0, came: more(counter.came), went: more(counter.went) }
  })
}

/** Campaigns that begin with it, or ask for it in a condition. */
async function campaignsThatUse(
  id: string,
  { version, campaigns }: Pick<Rulebook, 'version' | 'campaigns'>,
  language: Language,
  { ports }: ApiContext,
) {
  const packed = await ports.rulebooks.read(version)
  const written = packed ? documentsOf(unpackBundle(packed), 'campaign') : []
  const using = new Set(written.filter((each) => names(each, id)).map(({ campaign }) => String(campaign)))
  return campaigns
    .filter((each) => using.has(each.id))
    .map((each) => ({ campaign: each.id, name: nameFor(each, language) }))
}

/** Whether a written rule names the audience somewhere: in its trigger, or as `audience:` in a condition. */
function names(written: unknown, id: string): boolean {
  if (Array.isArray(written)) return written.some((each) => names(each, id))
  if (!isMapping(written)) return false
  return Object.entries(written).some(([key, value]) => {
    const isNamed = ['audience', 'entered', 'left'].includes(key) && value === id
    return isNamed || names(value, id)
  })
}

/** Who came or went: all of the first, else a sample of the latest. */
export const listAudienceMoves = route(
  z.object({ audience, which: z.enum(['came', 'went']) }),
  async ({ audience: asked, which }, context) => {
    const found = await audienceLive(asked, context)
    if (!('known' in found)) return found
    const { counters } = context.ports
    const set = audienceSet(found.known.id)
    const [sets, who] = await Promise.all([counters.read([set]), counters.some(set, which)])
    return ok(await behind(sets.get(set)!.counts[which] ?? 0, who, context))
  },
)

/** Members of the smaller audience that are looked at for an overlap: with more of them it is a share of a sample. */
const LOOKED_AT_MOST = 400
const PAGE = 100

/** How many of the smaller of two audiences are in the other: of all where there are few, else of those first in its index. */
export const showOverlap = route(
  z.object({ audience, with: audience }),
  async ({ audience: one, with: two }, context) => {
    const found = [await audienceLive(one, context), await audienceLive(two, context)] as const
    for (const each of found) if (!('known' in each)) return each
    if (one === two) return refuse(400, 'bad-request', ({ api }) => api.sameAudience)
    const sets = await context.ports.counters.read([one, two].map(audienceSet))
    const sizeOf = (id: string) => sets.get(audienceSet(id))!.counts[counter.inIt] ?? 0
    const [smaller, other] = sizeOf(one) <= sizeOf(two) ? [one, two] : [two, one]
    const { looked, isAll } = await firstOf(smaller, context)
    const both = looked.filter((member) => member.audiences[other] !== undefined).length
    return ok({ smaller, other, members: sizeOf(smaller), looked: looked.length, both, isAll })
  },
)

async function firstOf(id: string, { ports }: ApiContext) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await ports.audiences.page({ audience: id, cursor, limit: PAGE })
    ids.push(...page.members.map(({ memberId }) => memberId))
    cursor = page.cursor
  } while (cursor !== undefined && ids.length < LOOKED_AT_MOST)
  const stored = await ports.members.read(ids)
  const looked = [...stored.values()].map(decodeMember).filter(({ audiences }) => audiences[id] !== undefined)
  return { looked, isAll: cursor === undefined }
}
