import type { Alert } from '../alerts.ts'
import type { DraftsContext } from './build.ts'
import { changeDraft } from './change.ts'

/**
 * Publishes drafts that are due, in the name of who scheduled them. It is tried once: a draft that cannot go live goes
 * back to approved with the reason, and raises an alarm.
 */
export async function publishDue(context: DraftsContext, alert: (what: Alert) => void): Promise<number> {
  const { ports, now } = context
  const ids = await ports.drafts.due(now())
  if (ids.length === 0) return 0
  // In most minutes nothing is due, and this is not loaded.
  const { publishDraft } = await import('./publish.ts')
  for (const id of ids) {
    const draft = await ports.drafts.read(id)
    if (draft?.state !== 'scheduled' || !draft.schedule || draft.schedule.at > now()) continue
    const published = await publishDraft(draft, context, draft.schedule.by)
    if (published.outcome === 'live') continue
    alert('draft-missed')
    const { by } = draft.schedule
    await changeDraft(ports.drafts, id, { step: 'miss', comment: published.outcome }, { by, at: now() })
  }
  return ids.length
}
