import type { Announcement } from '../../contract/announcements.ts'
import type { Envelope } from '../../contract/index.ts'

/** What a gateway of the airline's own that always works answers at once for a message: events for the airline's bus. */
export function answersTo(
  { type, detail }: Announcement,
  said: readonly ('message.sent' | 'message.delivered')[],
  now: number,
): Envelope[] {
  if (type !== 'message.ready') return []
  const { messageId, memberId } = detail
  const time = new Date(now).toISOString()
  return said.map((what) => {
    const id = `${messageId}:${what}`
    return {
      id,
      source: 'airline.gateway',
      'detail-type': what,
      time,
      detail: { id, occurredAt: time, memberId, messageId },
    }
  })
}
