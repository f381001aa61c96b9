import type { ActionKind } from './actions/kinds.ts'
import type { FactUse } from './audience/condition.ts'
import type { GateName, Reason } from './reason.ts'
import type { CountsByMonth } from './targets/counts.ts'

export interface GateAnswer {
  gate: GateName
  answer: 'go' | 'skip' | 'hold'
  reason: Reason
  /** With `hold`: when it is asked again. */
  until?: number | undefined
}

/** What happened to one step of one campaign for one member, and why. */
export type ReceiptOutcome =
  | 'entered'
  | 'notEntered'
  | 'decided'
  /** Handed to a gateway of the airline's, which has not answered yet. */
  | 'handed'
  | 'sent'
  /** Its outcome was not reported in time. */
  | 'expired'
  | 'held'
  | 'skipped'
  | 'heldOut'
  | 'failed'
  | 'unknown'
  | 'granted'
  | 'refused'
  | 'reversed'
  | 'issued'
  | 'opened'
  | 'waiting'
  | 'split'
  | 'moved'
  | 'ended'
  | 'exited'
  | 'goal'

export interface Receipt {
  at: number
  campaign: string
  rulebook: string
  key: string
  /** The action and its kind, if the receipt is about one. */
  actionId?: string
  kind?: ActionKind
  /** The channel, if the step could choose, or it is one of the airline's own. */
  channel?: string
  /** Preferred channels that do not reach the member, with the reason; if none does, all others. */
  notOver?: { channel: string; gate: GateName; reason: Reason }[]
  step?: string
  /** The split at which the journey took an arm. */
  split?: string
  /** The arms of the journey so far, by split. */
  arms?: Record<string, string>
  outcome: ReceiptOutcome
  reason: Reason
  gates?: GateAnswer[] | undefined
  /** Further gates that would have stopped it, had the last of `gates` not. */
  further?: GateAnswer[]
  facts?: FactUse[]
}

/** A record's body: enough to reproduce the decision. */
export interface RecordBody {
  /** The event's own fields except id, type and times. */
  detail: Record<string, unknown>
  rulebook?: string | undefined
  world: number
  /**
   * Its place among the member's reactions, because many may share an instant: the item's version × 1000, and one more for
   * each.
   */
  order: number
  receipts: Receipt[]
  /** Announcements and audience changes, in words. */
  audiences?: { entered: string[]; left: string[] } | undefined
  /** What it added to the months' figures: by these they can be counted anew. */
  months?: CountsByMonth | undefined
  /** Which ways the member's journeys went, as they are counted. */
  ways?: WayGone[] | undefined
}

/** A set of counters, and the counter in it. */
export type WayGone = readonly [set: string, name: string]

/** What a record says that it added to the months' figures. */
export function monthsIn(body: string): CountsByMonth {
  return (JSON.parse(body) as RecordBody).months ?? {}
}
