import type { Envelope, WingbackEventType } from './index.ts'

/** Wingback's own event as an envelope: ids are derived from what it reports, so a repeated report is the same event. */
export function ownEvent(
  event: {
    type: WingbackEventType | 'offer.accepted' | 'offer.declined' | 'member.erased' | 'member.updated' | 'member.merged'
    id: string
    memberId: string
    fields: Record<string, unknown>
  },
  now: number,
): string {
  const time = new Date(now).toISOString()
  const envelope: Envelope = {
    id: event.id,
    source: 'wingback',
    'detail-type': event.type,
    time,
    detail: { ...event.fields, id: event.id, memberId: event.memberId, occurredAt: time },
  }
  return JSON.stringify(envelope)
}
