import * as z from 'zod'
import type { Draft, DraftStep } from '../../domain/drafts/draft.ts'
import { behind, isRulebookPath, nameOfText } from '../../domain/drafts/files.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { shortHash } from '../../standards/hash.ts'
import { buildDraft, liveFiles, textsOf } from '../drafts/build.ts'
import { type Changed, changeDraft } from '../drafts/change.ts'
import { examplesOf } from '../drafts/examples.ts'
import { type PublishedDraft, publishDraft } from '../drafts/publish.ts'
import { campaignsChanged } from './draft-campaigns.ts'
import { goLive, loosenedBy, sweep } from './going-live.ts'
import { type AllowedRequest, type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { page, turn } from './page.ts'
import { refuseProblems } from './rulebook-problems.ts'

const draft = z.string().min(1).max(40)
const comment = z.string().trim().min(1).max(1000).optional()
const nameOfOne = z.string().min(1).max(40).nullable()

export const NO_SUCH = refuse(404, 'no-such-draft', ({ api }) => api.noSuchDraft)
const ID_CHARS = 12
/** A file of a rulebook, as a folder may have it. */
const TEXT_AT_MOST = 512 * 1024

/** Drafts under way or done, the newest first: an index of each. */
export const listDrafts = route(
  z.object({ which: z.enum(['underWay', 'done']).default('underWay'), ...page(50) }),
  async ({ which, cursor, limit }, { ports }) => {
    const read = (from?: string) => ports.drafts.list(which, { cursor: from, limit })
    const [turned, { rulebook }] = await Promise.all([turn(`drafts-${which}`, cursor, read), ports.world.read()])
    if (!turned.ok) return turned.refused
    return ok({ drafts: turned.found.drafts.map((each) => shown(each, rulebook)), cursor: turned.cursor })
  },
)

/** The same person who begins the same draft twice at the same instant begins one. */
export const createDraft = route(
  z.object({ name: z.string().trim().min(1).max(100) }),
  async ({ name }, context, { by }) => {
    const { ports, now } = context
    const at = now()
    const id = shortHash([by, String(at), name], ID_CHARS)
    const made: Draft = {
      ...{ id, name, version: 1, state: 'open', createdAt: at, createdBy: by },
      ...{ files: {}, editors: [] },
    }
    await ports.drafts.write(undefined, made, { version: 1, at, by, did: 'created', comment: name })
    return ok({ draft: made })
  },
)

/** One draft with its texts, and the files that went live anew since they were changed here. */
export const showDraft = route(z.object({ draft }), async ({ draft: id }, context) => {
  const found = await context.ports.drafts.read(id)
  if (!found) return NO_SUCH
  const [texts, live] = await Promise.all([textsOf(found, context), liveFiles(context)])
  return ok({
    draft: shown(found, live?.version),
    /** By path; null where the file goes. */
    texts: Object.fromEntries(
      Object.entries(found.files).map(([path, { text }]) => [path, text === null ? null : (texts.get(text) ?? null)]),
    ),
    behind: live ? behind(found, live.files) : [],
  })
})

/** What was done with it, the newest first. */
export const listDraftLines = route(
  z.object({ draft, ...page(50) }),
  async ({ draft: id, cursor, limit }, { ports }) => {
    const turned = await turn(`draft-${id}`, cursor, (from) => ports.drafts.lines(id, { cursor: from, limit }))
    return turned.ok ? ok({ lines: turned.found.lines, cursor: turned.cursor }) : turned.refused
  },
)

/** A text as it was saved once. */
export const showText = route(z.object({ draft, text: z.string().max(40) }), async ({ draft: id, text }, { ports }) => {
  const found = (await ports.drafts.texts(id, [text])).get(text)
  return found === undefined ? refuse(404, 'no-such-text', ({ api }) => api.noSuchText) : ok({ text: found })
})

/**
 * Saves a file. It says which text it rests on: where another is there by now, nothing is saved, and the other is answered.
 * `ontoLive`: the one that is live by now is the one that the draft's is to be compared with from here on.
 */
export const saveFile = {
  ...route(
    z.object({
      draft,
      path: z.string().max(200),
      text: z.string().max(TEXT_AT_MOST).nullable(),
      rests: nameOfOne,
      ontoLive: z.boolean().default(false),
    }),
    async ({ draft: id, path, text, rests, ontoLive }, context, { by }) => {
      const { ports, now } = context
      if (!isRulebookPath(path)) return refuse(400, 'not-a-path', ({ api }) => api.notAPath(path))
      const live = await liveFiles(context)
      if (!live) return NO_FILES
      const published = live.files[path]
      const name = nameOfText(text)
      if (text !== null && name !== null) await ports.drafts.putText(id, name, text)
      let other: { name: string | null } | undefined
      const changed = await changeDraft(
        ports.drafts,
        id,
        ({ files }): DraftStep | undefined => {
          const mine = files[path]
          const stored = mine ? mine.text : nameOfText(published)
          // Saved before, and the answer was lost.
          const isSaved = stored === name && !ontoLive
          other = stored === rests || isSaved ? undefined : { name: stored }
          const base = mine && !ontoLive ? mine.base : nameOfText(published)
          return other || isSaved ? undefined : { step: 'save', path, text: name, base }
        },
        { by, at: now() },
      )
      if (!changed.ok) return refused(changed)
      const { draft } = changed
      if (!other) return ok({ saved: true as const, draft: shown(draft, live.version), name })
      const theirs = other.name
      const kept = theirs === null ? null : ((await ports.drafts.texts(id, [theirs])).get(theirs) ?? published ?? null)
      const { by: savedBy = null, at = null } = draft.files[path] ?? {}
      return ok({ saved: false as const, theirs: { text: kept, name: theirs, by: savedBy, at } })
    },
  ),
  bodyAtMost: 2 * TEXT_AT_MOST,
}

export const NO_FILES = refuse(
  409,
  'no-files',
  ({ api }) => api.noFiles,
  ({ api }) => api.noFilesHint,
)

/** What whoever edits does with a draft beside saving: check it, ask for its review, take that back, rename, throw it away. */
export const stepOnDraft = route(
  z.discriminatedUnion('step', [
    z.object({ draft, step: z.literal('check') }),
    z.object({ draft, step: z.enum(['ask', 'withdraw', 'discard']), comment }),
    z.object({ draft, step: z.literal('rename'), name: z.string().trim().min(1).max(100) }),
  ]),
  async (asked, context, request) => {
    const { draft: id, ...step } = asked
    if (step.step === 'check' || step.step === 'ask') {
      const checked = await check(id, context, request)
      if ('status' in checked) return checked
      if (!checked.ok || step.step === 'check') return ok(checked)
      const changed = await change(id, step as DraftStep, context, request)
      return 'status' in changed ? changed : ok({ ...checked, draft: changed })
    }
    const changed = await change(id, step as DraftStep, context, request)
    return 'status' in changed ? changed : ok({ ok: true as const, draft: changed })
  },
)

/** Checks it as publishing would, and runs its examples: what is wrong with it, or what it would make live. */
async function check(id: string, context: ApiContext, { by, language }: AllowedRequest) {
  const { ports, now } = context
  const found = await ports.drafts.read(id)
  if (!found) return NO_SUCH
  const live = await liveFiles(context)
  if (!live) return NO_FILES
  const built = await buildDraft(found, live, context)
  if (!built.ok) {
    const problems = built.problems.map((problem) => problemIn(language, problem))
    return { ok: false as const, draft: shown(found, live.version), behind: built.behind, problems }
  }
  const { checked, rulebook, files } = built
  const { problems, ...examples } = await examplesOf(found, files, rulebook, language)
  if (problems.length > 0 || examples.failed.length > 0)
    return { ok: false as const, draft: shown(found, live.version), behind: [], problems, examples }
  const unchanged = (draft: Draft): DraftStep | undefined =>
    draft.version === found.version ? { step: 'check', checked } : undefined
  const changed = await changeDraft(ports.drafts, id, unchanged, { by, at: now() })
  return changed.ok ? { ok: true as const, draft: shown(changed.draft, live.version), examples } : refused(changed)
}

/** What would come of a draft that was checked: what it loosens, and which campaigns it changes. */
export const showOutlook = route(z.object({ draft }), async ({ draft: id }, context, { language }) => {
  const { ports, rulebooks } = context
  const found = await ports.drafts.read(id)
  if (!found) return NO_SUCH
  const { checked } = found
  if (!checked) return ok({ version: null, loosens: [], campaigns: [] })
  const rulebook = await rulebooks.load(checked.rulebook)
  const [loosens, campaigns] = await Promise.all([
    loosenedBy(rulebook, checked.live, ports, language),
    campaignsChanged(rulebook, checked.live, context, language),
  ])
  return ok({ version: checked.rulebook, loosens, campaigns })
})

/** The word of somebody who had no part in it. */
export const reviewDraft = route(
  z.object({ draft, decision: z.enum(['approve', 'refuse']), comment }),
  async ({ draft: id, decision, comment }, context, request) => {
    if (decision === 'refuse' && !comment) return refuse(400, 'missing-reason', ({ api }) => api.missingReason)
    const changed = await change(id, { step: decision, ...(comment && { comment }) } as DraftStep, context, request)
    return 'status' in changed ? changed : ok({ draft: changed })
  },
)

/** Makes an approved draft live, now or later, or takes back what it made live. */
export const publishOrSchedule = route(
  z.discriminatedUnion('how', [
    z.object({ draft, how: z.literal('now') }),
    z.object({ draft, how: z.literal('later'), at: z.number().int().positive() }),
    z.object({ draft, how: z.literal('notLater') }),
    z.object({ draft, how: z.literal('rollBack'), comment }),
  ]),
  async (asked, context, request) => {
    const { draft: id } = asked
    const found = await context.ports.drafts.read(id)
    if (!found) return NO_SUCH
    if (asked.how === 'now') return answerOf(await publishDraft(found, context, request.by), context)
    if (asked.how === 'rollBack') return rollBack(found, asked.comment, context, request)
    if (asked.how === 'later' && asked.at <= context.now())
      return refuse(400, 'past-instant', ({ api }) => api.pastInstant)
    const step: DraftStep = asked.how === 'later' ? { step: 'schedule', goesLiveAt: asked.at } : { step: 'unschedule' }
    const changed = await change(id, step, context, request)
    return 'status' in changed ? changed : ok({ draft: changed, sweeping: false, waits: false })
  },
)

async function answerOf(published: PublishedDraft, context: ApiContext) {
  if (published.outcome === 'live') {
    const { draft, sweeping } = published
    return ok({ draft: shown(draft, (await context.ports.world.read()).rulebook), sweeping, waits: false })
  }
  if (published.outcome === 'problems') return refuseProblems(published.problems)
  if (published.outcome === 'no-files') return NO_FILES
  if (published.outcome === 'fault') return refused({ ok: false, fault: published.fault })
  if (published.outcome === 'behind') return refuseBehind(published.behind)
  const lines = published.loosens.join('; ')
  return refuse(
    409,
    'loosens-more',
    ({ api }) => api.loosensMore(lines),
    ({ api }) => api.loosensMoreHint,
  )
}

export function refuseBehind(behind: readonly string[]): Refusal {
  const paths = behind.join(', ')
  return refuse(
    409,
    'draft-behind',
    ({ api }) => api.draftBehind(paths),
    ({ api }) => api.draftBehindHint,
  )
}

/** By the way that `rollback` goes: where the one before is looser, it waits for a second person. */
async function rollBack(draft: Draft, comment: string | undefined, context: ApiContext, request: AllowedRequest) {
  const { ports, rulebooks } = context
  const { rulebook, previousRulebook } = await ports.world.read()
  if (!draft.published || rulebook !== draft.published.rulebook || previousRulebook === undefined)
    return refuse(409, 'not-live-any-more', ({ api }) => api.notLiveAnyMore)
  const { state } = await goLive(await rulebooks.load(previousRulebook), 'roll back', context, request.by)
  if (state.rulebook !== previousRulebook) return ok({ draft: shown(draft, rulebook), sweeping: false, waits: true })
  const sweeping = await sweep(context, previousRulebook)
  const changed = await change(draft.id, { step: 'rollBack', ...(comment && { comment }) }, context, request)
  return 'status' in changed ? changed : ok({ draft: changed, sweeping, waits: false })
}

async function change(id: string, step: DraftStep, { ports, now }: ApiContext, { by }: AllowedRequest) {
  const changed = await changeDraft(ports.drafts, id, step, { by, at: now() })
  return changed.ok ? shown(changed.draft, (await ports.world.read()).rulebook) : refused(changed)
}

function refused({ fault }: Extract<Changed, { ok: false }>): Refusal {
  if (fault === 'no-such-draft') return NO_SUCH
  return refuse(409, `draft-${fault}`, ({ api }) => api.draftFaults[fault])
}

/** A draft, and whether the rulebook that it became is the live one. */
function shown(draft: Draft, live: string | undefined) {
  return { ...draft, isLive: draft.published !== undefined && draft.published.rulebook === live }
}
