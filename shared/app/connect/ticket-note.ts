import type { ZendeskMapping } from '../../connectors/zendesk/mapping.ts'
import type { Announcement } from '../../contract/announcements.ts'
import type { TicketTexts } from '../../domain/texts/tickets.ts'
import type { TicketNote } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'

const HASH_CHARS = 16

/** The number of a ticket in a complaint's id. */
function ticketOf(complaintId: string | undefined): string | undefined {
  return /^zendesk:(\d{1,20})$/.exec(complaintId ?? '')?.[1]
}

/** The note that an announcement makes, if the mapping wants it. */
export function noteOf(
  announcement: Announcement,
  { tasks }: ZendeskMapping,
  words: TicketTexts,
): TicketNote | undefined {
  const { type, detail } = announcement
  if (!tasks || (type !== 'task.opened' && type !== 'task.closed')) return undefined
  const ticket = ticketOf(detail.complaintId)
  if (ticket === undefined) return undefined
  const tag = `wingback_${shortHash(detail.id, HASH_CHARS).replaceAll('-', '_')}`
  const lines =
    type === 'task.opened'
      ? [words.opened(words.teams[detail.team], detail.title), detail.detail]
      : [words.closed(words.outcomes[detail.outcome]), detail.comment ?? '']
  const status = type === 'task.opened' ? tasks.opened : tasks.closed
  return {
    ticket,
    tag,
    text: lines.filter((line) => line !== '').join('\n\n'),
    status: status === 'as-is' ? undefined : status,
  }
}
