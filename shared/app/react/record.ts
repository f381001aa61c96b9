import type { MemberEvent } from '../../contract/index.ts'
import type { UnrecordedReaction } from '../../domain/member/member.ts'
import type { Reaction } from '../../domain/react.ts'
import type { RecordBody } from '../../domain/receipt.ts'
import type { ReactionRecord } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'

/** The record of a reaction, as it is put when everything that follows from the event is handed over. */
export function recordOf(
  memberId: string,
  unrecorded: UnrecordedReaction,
  detail: Record<string, unknown>,
): ReactionRecord {
  const { id, type, occurredAt, reactedAt, delivery, print, body } = unrecorded
  return {
    memberId,
    id,
    type,
    occurredAt,
    reactedAt,
    delivery,
    ...(print !== undefined && { print }),
    body: JSON.stringify({ detail, ...JSON.parse(body) } satisfies RecordBody),
    expiresAt: expiryOf('records', reactedAt),
  }
}

interface RecordContext {
  now: number
  delivery: string
  /** Of an event that happens once. */
  print?: string
  world: number
  order: number
  rulebook?: string | undefined
  moved?: string[]
  seats?: string[]
}

/** What the item keeps of a reaction until its record is known to be put. */
export function unrecordedOf(
  event: MemberEvent,
  recordId: string,
  reaction: Reaction,
  context: RecordContext,
): UnrecordedReaction {
  const { receipts, announcements, actions, entered, left } = reaction
  const audiences = entered.length + left.length > 0 ? { entered, left } : undefined
  const { rulebook, world, order, print, moved = [], seats = [] } = context
  const body: Omit<RecordBody, 'detail'> = { rulebook, world, order, receipts, audiences }
  return {
    id: recordId,
    type: event.type,
    occurredAt: event.occurredAt,
    reactedAt: context.now,
    delivery: context.delivery,
    ...(print !== undefined && { print }),
    body: JSON.stringify(body),
    announcements: announcements.map((announcement) => JSON.stringify(announcement)),
    actions: actions.map((action) => action.actionId),
    ...(moved.length > 0 && { moved }),
    ...(seats.length > 0 && { seats }),
  }
}

/** Whether losing its record would lose a decision. An event without one can be recorded from its redelivery alone. */
export function mustBeKept(reaction: Reaction): boolean {
  return (
    reaction.receipts.length +
      reaction.announcements.length +
      reaction.actions.length +
      reaction.entered.length +
      reaction.left.length >
    0
  )
}

/** An event's own fields, as the timeline shows them. */
export function detailOf(event: MemberEvent): Record<string, unknown> {
  const { id, type, memberId, occurredAt, ...detail } = event
  return 'state' in detail ? {} : detail
}
