import type { Checked, Draft } from '../../domain/drafts/draft.ts'
import { behind, type Files, laidOver } from '../../domain/drafts/files.ts'
import { type Problem, problemAt } from '../../domain/problem.ts'
import { packBundle, packFiles, unpackFiles, unpackRulebook } from '../../domain/rulebook/bundle.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { RULEBOOK_AT_MOST } from '../../domain/rulebook/size.ts'
import type { Ports } from '../../ports/index.ts'
import { loosenedBy } from '../api/going-live.ts'
import type { ApiContext } from '../api/http.ts'
import { problemsNow } from '../api/rulebook-problems.ts'

/** What drafts need, in the API and in the timer that publishes them. */
export interface DraftsContext extends Pick<ApiContext, 'now' | 'mailIdentity'> {
  ports: Pick<Ports, 'drafts' | 'rulebooks' | 'world' | 'queues' | 'members'>
}

export type Built =
  | { ok: true; rulebook: Rulebook; checked: Checked; files: Files; packedFiles: Uint8Array }
  /** Files that changed in the live rulebook meanwhile, and problems of the rest. */
  | { ok: false; behind: string[]; problems: Problem[] }

/** The live rulebook's files; undefined where it was published without them. */
export async function liveFiles({
  ports,
}: {
  ports: Pick<Ports, 'rulebooks' | 'world'>
}): Promise<{ version: string; files: Files } | undefined> {
  const { rulebook: version } = await ports.world.read()
  const packed = version === undefined ? undefined : await ports.rulebooks.readFiles(version)
  return version !== undefined && packed ? { version, files: unpackFiles(packed) } : undefined
}

/** The draft's texts, which replace the live ones. */
export function textsOf({ id, files }: Draft, { ports }: DraftsContext): Promise<Map<string, string>> {
  const names = Object.values(files).flatMap(({ text }) => text ?? [])
  return ports.drafts.texts(id, names)
}

/**
 * Makes the rulebook that publishing the draft would give, with the checks and the builder that a published folder goes
 * through. It is stored, so that it can be tried on real members before anything is done; its files are not: where it means what is live
 * (other comments, other examples), they would be live files that nobody approved.
 */
export async function buildDraft(
  draft: Draft,
  live: { version: string; files: Files },
  context: DraftsContext,
): Promise<Built> {
  const published = behind(draft, live.files)
  if (published.length > 0) return { ok: false, behind: published, problems: [] }
  const files = laidOver(live.files, draft, await textsOf(draft, context))
  // MJML is large: it is loaded only to build emails.
  const { makeRulebook } = await import('../templates/make.ts')
  const { ports, now } = context
  const packed = await ports.rulebooks.read(live.version)
  const rules = packed && unpackRulebook(packed)
  const before = rules && { files: live.files, templates: rules.templates }
  const loaded = await makeRulebook(files, { now: now(), before })
  if (!loaded.ok) return { ok: false, behind: [], problems: loaded.problems }
  const { rulebook, bundle } = loaded
  const made = { bundle: packBundle(bundle), files: packFiles(files) }
  const problems = [
    ...problemsNow(rulebook, await ports.world.read(), context, rules),
    ...sizeProblems(Math.max(made.bundle.byteLength, made.files.byteLength)),
  ]
  if (problems.length > 0) return { ok: false, behind: [], problems }
  await ports.rulebooks.write(rulebook.version, made.bundle)
  const loosens = await loosenedBy(rulebook, live.version, ports)
  return {
    ok: true,
    rulebook,
    files,
    packedFiles: made.files,
    checked: { rulebook: rulebook.version, live: live.version, loosens, at: now() },
  }
}

const MB = 1024 * 1024

/** What is larger could go live, and never be handed to a console or a command again. */
function sizeProblems(packedBytes: number): Problem[] {
  const { packedBytes: atMost } = RULEBOOK_AT_MOST
  if (packedBytes <= atMost) return []
  const place = { file: '', line: 0, column: 0, path: '', code: 'too-large' } as const
  return [
    problemAt(
      place,
      ({ problems }) => problems.rulebookTooLarge(atMost / MB),
      ({ problems }) => problems.shorterMails,
    ),
  ]
}
