import * as z from 'zod'
import type { Draft } from '../../domain/drafts/draft.ts'
import type { EverybodyRehearsal } from '../../ports/index.ts'
import { buildDraft, liveFiles } from '../drafts/build.ts'
import { beginOnEverybody, cancelOnEverybody, filesName, progressOf } from '../rehearsal/everybody/begin.ts'
import { NO_FILES, NO_SUCH, refuseBehind } from './drafts.ts'
import { type ApiContext, ok, route } from './http.ts'
import { refuseProblems } from './rulebook-problems.ts'

const ofDraft = z.object({ draft: z.string().min(1).max(40) })

/** Begins it with the draft as it is saved; answers the one that is under way, or done, where that is the same. */
export const rehearseOnEverybody = route(ofDraft, async ({ draft: id }, context, { by }) => {
  const { ports, now } = context
  const found = await ports.drafts.read(id)
  if (!found) return NO_SUCH
  const live = await liveFiles(context)
  if (!live) return NO_FILES
  const built = await buildDraft(found, live, context)
  if (!built.ok) return built.behind.length > 0 ? refuseBehind(built.behind) : refuseProblems(built.problems)
  const begun = await beginOnEverybody(
    {
      ...{ draft: id, rulebook: built.rulebook.version, live: live.version, files: filesName(found) },
      ...{ at: now(), by },
    },
    ports,
  )
  return ok({ rehearsal: await shown(begun, found, context) })
})

export const showOnEverybody = route(ofDraft, async ({ draft: id }, context) => {
  const [found, latest] = await Promise.all([context.ports.drafts.read(id), context.ports.rehearsals.read(id)])
  if (!found) return NO_SUCH
  return ok({ rehearsal: latest ? await shown(latest, found, context) : null })
})

export const cancelRehearsal = route(ofDraft, async ({ draft: id }, context) => {
  const { ports, now } = context
  const found = await ports.drafts.read(id)
  if (!found) return NO_SUCH
  const cancelled = await cancelOnEverybody(id, now(), ports)
  return ok({ rehearsal: cancelled ? await shown(cancelled, found, context) : null })
})

/** With how many members there are, of whom so many were looked at; and whether it is of the draft and of what is live by now. */
async function shown(of: EverybodyRehearsal, draft: Draft, { ports }: ApiContext) {
  const [progress, tally, world] = await Promise.all([progressOf(of, ports), ports.tally.read(), ports.world.read()])
  const { id, at, by } = of
  const members = Math.max(tally.members ?? 0, progress.looked)
  return {
    id,
    at,
    by,
    isOfThis: of.files === filesName(draft),
    isOfLive: of.live === world.rulebook,
    members,
    ...progress,
  }
}
