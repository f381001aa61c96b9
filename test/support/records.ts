import type { ReactionRecord } from '../../shared/ports/index.ts'

const T = Date.UTC(2026, 9, 1)

/** A record of anna's. */
export function recordOf(id: string, more: Partial<ReactionRecord> = {}): ReactionRecord {
  return {
    memberId: 'anna',
    id,
    type: 'flight.completed',
    occurredAt: T,
    reactedAt: T + 5,
    delivery: `delivery of ${id}`,
    body: JSON.stringify({ detail: { from: 'PEK' }, receipts: [] }),
    expiresAt: 2_000_000_000,
    ...more,
  }
}
