import type { MemberEvent } from '../../contract/index.ts'
import type { UnrecordedReaction } from '../../domain/member/member.ts'
import type { Reaction } from '../../domain/react.ts'
import type { RecordBody, WayGone } from '../../domain/receipt.ts'
import type { CountsByMonth } from '../../domain/targets/counts.ts'
import type { ReactionRecord } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'

/** The record of a reaction. It is put when everything that follows from the event is handed over. */
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
  /** For events that happen once. */
  print?: string
  world: number
  order: number
  rulebook?: string | undefined
  moved?: string[]
  finders?: string[]
  cohorts?: string[]
  months?: CountsByMonth
  ways?: WayGone[]
}

/** What the item carries of a reaction until its record is put. */
export function unrecordedOf(
  event: MemberEvent,
  recordId: string,
  reaction: Reaction,
  context: RecordContext,
): UnrecordedReaction {
  const { receipts, announcements, actions, entered, left } = reaction
  const audiences = entered.length + left.length > 0 ? { entered, left } : undefined
  const { rulebook, world, order, print, moved = [], finders = [], cohorts = [], months = {}, ways = [] } = context
  const counted = Object.keys(months).length > 0 ? months : undefined
  const body: Omit<RecordBody, 'detail'> = {
    rulebook,
    world,
    order,
    receipts,
    audiences,
    months: counted,
    ways: ways.length > 0 ? ways : undefined,
  }
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
    ...(finders.length > 0 && { finders }),
    ...(cohorts.length > 0 && { cohorts }),
  }
}

/** Whether a decision would be lost with the record. If not, the record can be made from the event's next delivery. */
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
