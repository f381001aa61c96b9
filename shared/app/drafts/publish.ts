import type { Draft } from '../../domain/drafts/draft.ts'
import { type Files, nameOfText } from '../../domain/drafts/files.ts'
import type { StepFault } from '../../domain/drafts/step.ts'
import type { Problem } from '../../domain/problem.ts'
import { goLive, sweep } from '../api/going-live.ts'
import { buildDraft, type DraftsContext, liveFiles } from './build.ts'
import { changeDraft } from './change.ts'

const TRIES = 3

export type PublishedDraft =
  | { outcome: 'live'; draft: Draft; sweeping: boolean }
  /** It cannot go live as it is: somebody has to change it, and somebody else to approve it again. */
  | { outcome: 'problems'; problems: Problem[] }
  | { outcome: 'behind'; behind: string[] }
  | { outcome: 'loosens-more'; loosens: readonly string[] }
  | { outcome: 'no-files' }
  | { outcome: 'fault'; fault: StepFault | 'no-such-draft' }

/**
 * Publishes an approved draft. What went live since its approval stays: the draft is put on top of the live rulebook
 * and checked again. It may not loosen more than was approved.
 */
export async function publishDraft(draft: Draft, context: DraftsContext, by: string): Promise<PublishedDraft> {
  const { approval, review } = draft
  if (!approval || !review) return { outcome: 'fault', fault: 'not-approved' }
  for (let tries = 0; tries < TRIES; tries++) {
    const live = await liveFiles(context)
    if (!live) return { outcome: 'no-files' }
    // A run that died between the two writes has published it without noting so.
    if (isLive(draft, live.files)) return finish(draft, live.version, context, by)
    const built = await buildDraft(draft, live, context)
    if (!built.ok)
      return built.behind.length > 0
        ? { outcome: 'behind', behind: built.behind }
        : { outcome: 'problems', problems: built.problems }
    const { rulebook, checked, packedFiles } = built
    if (checked.loosens.some((line) => !approval.loosens.includes(line)))
      return { outcome: 'loosens-more', loosens: checked.loosens }
    const agreed = {
      by: approval.by,
      askedBy: review.by,
      loosens: approval.loosens,
      draft: draft.name,
      on: live.version,
    }
    await context.ports.rulebooks.writeFiles(rulebook.version, packedFiles)
    const { state } = await goLive(rulebook, 'publish', context, by, agreed)
    if (state.rulebook === rulebook.version) return finish(draft, rulebook.version, context, by)
  }
  throw new Error('other rulebooks went live meanwhile, again and again')
}

async function finish(draft: Draft, rulebook: string, context: DraftsContext, by: string): Promise<PublishedDraft> {
  const sweeping = await sweep(context, rulebook)
  const changed = await changeDraft(
    context.ports.drafts,
    draft.id,
    { step: 'publish', rulebook },
    { by, at: context.now() },
  )
  return changed.ok ? { outcome: 'live', draft: changed.draft, sweeping } : { outcome: 'fault', fault: changed.fault }
}

function isLive({ files }: Draft, live: Files): boolean {
  return Object.entries(files).every(([path, { text }]) => nameOfText(live[path]) === text)
}
