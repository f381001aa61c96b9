import * as z from 'zod'
import { compilePacked, packFiles, unpackBundle, unpackUpload } from '../../domain/rulebook/bundle.ts'
import { RULEBOOK_AT_MOST } from '../../domain/rulebook/size.ts'
import type { Language } from '../../domain/texts/language.ts'
import type { WorldState } from '../../ports/index.ts'
import { nearest } from '../../standards/nearest.ts'
import { goLive, loosenedBy, sweep } from './going-live.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { namesVersion } from './named-version.ts'
import { problemsNow, refuseProblems, senderProblems } from './rulebook-problems.ts'

const version = z.string().min(1).max(100)

/**
 * Checks the bundle in the body as the command did, keeps it under its content's address and makes it the live one.
 * Publishing what is live already changes nothing, and shows it to the members once more.
 */
export const publish = {
  ...route(z.object({}), async (_input, context, request) => {
    const { ports } = context
    const { packed, files } = unpackUpload(request.body)
    const checked = compilePacked(packed)
    const world = await ports.world.read()
    const live = world.rulebook === undefined ? undefined : await context.rulebooks.load(world.rulebook)
    const problems = checked.ok ? problemsNow(checked.rulebook, world, context, live) : checked.problems
    if (!checked.ok || problems.length > 0) return refuseProblems(problems)
    const { version, campaigns, audiences } = checked.rulebook
    if (files) {
      const { madeOf } = await import('../templates/make.ts')
      if (!madeOf(files, unpackBundle(packed).documents)) return OTHER_FILES
    }
    await ports.rulebooks.write(version, packed)
    if (files) await ports.rulebooks.writeFiles(version, packFiles(files))
    const { state, changed } = await goLive(checked.rulebook, 'publish', context, request.by)
    const counts = { campaigns: campaigns.length, audiences: audiences.length }
    return ok({ ...(await answerOf(version, { state, changed, language: request.language }, context)), ...counts })
  }),
  bodyAtMost: RULEBOOK_AT_MOST.packedBytes,
}

const OTHER_FILES = refuse(422, 'other-files', ({ api }) => api.otherFiles)

/**
 * Makes the rulebook before the live one live again, or `to`: one that has been, by its version or the beginning of it. Without
 * `to`, once more takes it back.
 */
export const rollback = route(z.object({ to: version.optional() }), async ({ to: said }, context, { by, language }) => {
  const { ports, rulebooks } = context
  const { previousRulebook } = await ports.world.read()
  const to = said === undefined ? undefined : await onceLive(said, context)
  if (said !== undefined && to === undefined) return neverLive(said, context)
  const back = to ?? previousRulebook
  const rulebook = back === undefined ? undefined : await rulebooks.load(back)
  if (!rulebook) return NOTHING_BEFORE
  const problems = senderProblems(rulebook, context)
  if (problems.length > 0) return refuseProblems(problems)
  const { state, changed } = await goLive(rulebook, to === undefined ? 'roll back' : 'roll back to', context, by)
  if (to === undefined && !changed && state.asked?.rulebook !== rulebook.version) return NOTHING_BEFORE
  return ok(await answerOf(rulebook.version, { state, changed, language }, context))
})

/** So far back is looked for versions that were meant. */
const CHANGES_LOOKED_AT = 200

/** The version that somebody means, of those that were live. Undefined: none, or several. */
async function onceLive(said: string, context: ApiContext): Promise<string | undefined> {
  if ((await context.ports.world.publisherOf(said)) !== undefined) return said
  const meant = (await lately(context)).filter((each) => namesVersion(said, each))
  return meant.length === 1 ? meant[0] : undefined
}

async function lately({ ports }: ApiContext): Promise<string[]> {
  const { changes } = await ports.world.changes({ limit: CHANGES_LOOKED_AT })
  return [...new Set(changes.flatMap(({ rulebook, madeLive }) => (rulebook && madeLive ? [rulebook] : [])))]
}

async function neverLive(asked: string, context: ApiContext): Promise<Refusal> {
  const live = await lately(context)
  const meant = live.find((each) => each.startsWith(asked)) ?? nearest(asked, live)
  return refuse(
    404,
    'never-live',
    ({ api }) => api.neverLive(asked),
    ({ api, hints }) => (meant ? hints.meant(meant) : api.neverLiveHint),
  )
}

const NOTHING_BEFORE = refuse(409, 'nothing-before', ({ api }) => api.nothingBefore)

/** What became of the rulebook that was to go live: it is, or it waits. */
async function answerOf(
  version: string,
  { state, changed, language }: { state: WorldState; changed: boolean; language: Language },
  context: ApiContext,
) {
  const { asked, rulebook, previousRulebook: previous = null } = state
  if (rulebook === version) return { version, previous, changed, waits: false, sweeping: await sweep(context, version) }
  const loosens = asked
    ? await loosenedBy(await context.rulebooks.load(version), rulebook, context.ports, language)
    : []
  return { version, previous, changed, waits: true, askedBy: asked?.by, loosens, sweeping: false }
}

/** The live rulebook as it was published, to be compared with. */
export const showLive = route(z.object({}), async (_input, { ports }) => {
  const { rulebook: version } = await ports.world.read()
  const bundle = version === undefined ? undefined : await ports.rulebooks.read(version)
  if (version === undefined || !bundle) return refuse(404, 'nothing-live', ({ api }) => api.nothingLive)
  return ok({ version, bundle: Buffer.from(bundle).toString('base64') })
})

/** The files that the live rulebook was made of, by their paths: what drafts begin with. */
export const showFiles = route(z.object({}), async (_input, { ports }) => {
  const { rulebook: version } = await ports.world.read()
  if (version === undefined) return refuse(404, 'nothing-live', ({ api }) => api.nothingLive)
  const files = await ports.rulebooks.readFiles(version)
  if (!files)
    return refuse(
      409,
      'no-files',
      ({ api }) => api.noFiles,
      ({ api }) => api.noFilesHint,
    )
  return ok({ version, files: Buffer.from(files).toString('base64') })
})
