import type { Member } from '../../domain/member/member.ts'
import type { Receipt, RecordBody } from '../../domain/receipt.ts'
import type { ReactionRecord } from '../../ports/index.ts'

/** One reaction of a member as it was recorded, its body read. */
export interface Reaction {
  id: string
  type: string
  occurredAt: number
  reactedAt: number
  /** Among reactions of one instant. */
  order: number
  detail: Record<string, unknown>
  /** The version that was live then. */
  rulebook?: string | undefined
  receipts: Receipt[]
  audiences: { entered: string[]; left: string[] }
}

type Kept = Pick<ReactionRecord, 'id' | 'type' | 'occurredAt' | 'reactedAt' | 'body'>

/** Everything that happened to a member, oldest first: what is recorded, and what the item has still to record. */
export function reactionsOf(records: readonly ReactionRecord[], member: Member | undefined): Reaction[] {
  const byId = new Map<string, Kept>()
  for (const kept of [...(member?.unrecorded ?? []), ...records]) byId.set(kept.id, kept)
  return [...byId.values()].map(read).sort((a, b) => a.reactedAt - b.reactedAt || a.order - b.order)
}

/** A page of them, newest first, from before the one that a cursor names. */
export function newestFirst(
  reactions: readonly Reaction[],
  { from, limit }: { from: string | undefined; limit: number },
): { page: Reaction[]; cursor?: string } {
  const end = from === undefined ? reactions.length : reactions.findIndex(({ id }) => id === from)
  const begin = Math.max(0, end - limit)
  return {
    page: reactions.slice(begin, Math.max(0, end)).reverse(),
    ...(begin > 0 && { cursor: reactions[begin]!.id }),
  }
}

function read({ id, type, occurredAt, reactedAt, body }: Kept): Reaction {
  const { detail = {}, order = 0, rulebook, receipts = [], audiences } = JSON.parse(body) as Partial<RecordBody>
  const about = { id, type, occurredAt, reactedAt, order, detail, ...(rulebook !== undefined && { rulebook }) }
  return { ...about, receipts, audiences: audiences ?? { entered: [], left: [] } }
}
