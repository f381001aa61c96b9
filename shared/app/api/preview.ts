import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { liveSince, roundsOf } from '../../domain/campaign/rounds.ts'
import { hintsOf } from '../../domain/campaign/world.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import { previewOf } from '../../domain/preview/preview.ts'
import { wordsAsked } from '../../domain/preview/words.ts'
import { compilePacked, unpackBundle } from '../../domain/rulebook/bundle.ts'
import type { StoredMember } from '../../ports/index.ts'
import { loosenedBy } from './going-live.ts'
import { type ApiContext, ok, type Route, refuse, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { page, turn } from './page.ts'
import { refuseProblems } from './rulebook-problems.ts'
import { BUNDLE_AT_MOST } from './rulebooks.ts'

/**
 * What would come at once of a rulebook, were it live: of one page of members, by the function that decides. Nothing is
 * kept and nothing is done. The rulebook is in the body, as it would be published, or a `version` that was.
 */
export const preview: Route = {
  ...route(
    z.object({ version: z.string().min(1).max(100).optional(), ...page(1000, 500) }),
    async ({ version, cursor, limit }, context, request) => {
      const { ports, now } = context
      const bytes = version === undefined ? request.body : await ports.rulebooks.read(version)
      if (!bytes) return refuse(404, 'no-such-rulebook', `no rulebook ${version} is known`)
      const checked = compilePacked(bytes)
      if (!checked.ok) return refuseProblems(checked.problems)
      const next = checked.rulebook
      const turned = await turn('members', cursor, (from) => ports.members.page({ cursor: from, limit }))
      if (!turned.ok) return turned.refused
      const members = turned.found.members.flatMap(readable)
      const [world, live, tally, rulebookOf] = await Promise.all([
        ports.world.read(),
        liveRulebook(context),
        ports.tally.read(),
        versionsOf(members, context),
      ])
      const instant = now()
      const before = live ? liveSince(live, world.rounds ?? {}, instant) : {}
      const launches = roundsOf(next).filter(({ key, schedule }) => !schedule && !Object.hasOwn(before, key))
      const calendar = calendarOf(next.settings.zone)
      const given = { next, live, rulebookOf, world: hintsOf(world), now: instant, launches, calendar }
      const isFirst = cursor === undefined
      return ok({
        version: next.version,
        live: live?.version ?? null,
        members: tally.members ?? 0,
        ...previewOf(members, given),
        ...(isFirst && {
          asked: wordsAsked(unpackBundle(bytes)),
          loosens: await loosenedBy(next, live?.version, ports),
          changed: next.campaigns.filter(({ id, hash }) => hashIn(live, id) !== hash).map(({ id }) => id),
          stopped: Object.keys(world.stops ?? {}).filter((id) => !world.stops![id]!.resumed),
        }),
        cursor: turned.cursor,
      })
    },
  ),
  bodyAtMost: BUNDLE_AT_MOST,
}

function hashIn(rulebook: { campaigns: readonly { id: string; hash: string }[] } | undefined, id: string) {
  return rulebook?.campaigns.find((campaign) => campaign.id === id)?.hash
}

/** One who cannot be read harms no other. */
function readable(stored: StoredMember): Member[] {
  try {
    return [decodeMember(stored)]
  } catch {
    return []
  }
}

/** The versions that these members are on their way in; one that cannot be had leaves their journeys where they stand. */
async function versionsOf(members: readonly Member[], { rulebooks }: ApiContext) {
  const versions = new Set(
    members.flatMap(({ journeys, pending }) => [...journeys, ...pending].map((run) => run.rulebook)),
  )
  for (const version of versions) await rulebooks.load(version).catch(() => undefined)
  return (version: string) => rulebooks.get(version)
}
