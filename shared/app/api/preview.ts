import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { liveSince, roundsOf } from '../../domain/campaign/scheduled-rounds.ts'
import { hintsOf } from '../../domain/campaign/world.ts'
import type { Member } from '../../domain/member/member.ts'
import { countIn } from '../../domain/preview/count.ts'
import { previewOf } from '../../domain/preview/preview.ts'
import { wordsAsked } from '../../domain/preview/words.ts'
import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { RULEBOOK_AT_MOST } from '../../domain/rulebook/size.ts'
import { loosenedBy } from './going-live.ts'
import { type ApiContext, ok, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { look } from './look.ts'
import { stretch } from './page.ts'

/**
 * What would come at once of a rulebook, were it live: of one page of members, by the function that decides. Nothing is
 * kept and nothing is done. The rulebook is in the body, as it would be published, or a `version` that was.
 */
export const preview = {
  ...route(
    z.object({ version: z.string().min(1).max(100).optional(), ...stretch(1000, 500) }),
    async (asked, context, request) => {
      const { ports, now } = context
      const looked = await look(asked, context, request)
      if (!looked.ok) return looked.refused
      const { rulebook: next, members } = looked
      const [world, live, rulebookOf] = await Promise.all([
        ports.world.read(),
        liveRulebook(context),
        versionsOf(members, context),
      ])
      const instant = now()
      const before = live ? liveSince(live, world.rounds ?? {}, instant) : {}
      const launches = roundsOf(next).filter(({ key, schedule }) => !schedule && !Object.hasOwn(before, key))
      const calendar = calendarOf(next.settings.zone)
      const given = { next, live, rulebookOf, world: hintsOf(world), now: instant, launches, calendar }
      const isFirst = asked.cursor === undefined
      return ok({
        version: next.version,
        live: live?.version ?? null,
        members: looked.total,
        ...previewOf(members, given),
        ...(isFirst && {
          asked: wordsAsked(unpackBundle(looked.bytes)),
          loosens: await loosenedBy(next, live?.version, ports, request.language),
          changed: next.campaigns.filter(({ id, hash }) => hashIn(live, id) !== hash).map(({ id }) => id),
          stopped: Object.keys(world.stops ?? {}).filter((id) => !world.stops![id]!.resumed),
        }),
        cursor: looked.cursor,
      })
    },
  ),
  bodyAtMost: RULEBOOK_AT_MOST.packedBytes,
}

function hashIn(rulebook: Rulebook | undefined, id: string) {
  return campaignById(rulebook, id)?.hash
}

/** The versions that these members are on their way in; one that cannot be had leaves their journeys where they stand. */
async function versionsOf(members: readonly Member[], { rulebooks }: ApiContext) {
  const versions = new Set(
    members.flatMap(({ journeys, pending }) => [...journeys, ...pending].map((run) => run.rulebook)),
  )
  for (const version of versions) await rulebooks.load(version).catch(() => undefined)
  return (version: string) => rulebooks.get(version)
}

/** How many of a page of members are in each audience of a rulebook that need not be live. */
export const count = {
  ...route(
    z.object({ version: z.string().min(1).max(100).optional(), ...stretch(1000, 500) }),
    async (asked, context, request) => {
      const looked = await look(asked, context, request)
      if (!looked.ok) return looked.refused
      const { rulebook, members, total, cursor } = looked
      const at = { now: context.now(), calendar: calendarOf(rulebook.settings.zone) }
      return ok({
        version: rulebook.version,
        at: new Date(at.now).toISOString(),
        members: total,
        looked: members.length,
        audiences: countIn(members, rulebook.audiences, at),
        cursor,
      })
    },
  ),
  bodyAtMost: RULEBOOK_AT_MOST.packedBytes,
}
