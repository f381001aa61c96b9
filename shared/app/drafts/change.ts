import type { Draft, DraftStep } from '../../domain/drafts/draft.ts'
import { type StepFault, takeStep } from '../../domain/drafts/step.ts'
import type { Drafts } from '../../ports/index.ts'

const TRIES = 10

export type Changed = { ok: true; draft: Draft } | { ok: false; fault: StepFault | 'no-such-draft' }

/** The step, or undefined if there is nothing to do any more. */
type Next = (draft: Draft) => DraftStep | undefined | Promise<DraftStep | undefined>

/** Takes a step with the stored draft; starts again if somebody else took one meanwhile. */
export async function changeDraft(
  drafts: Drafts,
  id: string,
  next: DraftStep | Next,
  who: { by: string; at: number },
): Promise<Changed> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await drafts.read(id)
    if (!before) return { ok: false, fault: 'no-such-draft' }
    const step = typeof next === 'function' ? await next(before) : next
    if (!step) return { ok: true, draft: before }
    const taken = takeStep(before, step, who)
    if (!taken.ok) return taken
    if ((await drafts.write(before, taken.draft, taken.line)) === 'written') return { ok: true, draft: taken.draft }
  }
  throw new Error(`the draft was written by others ${TRIES} times in a row`)
}
