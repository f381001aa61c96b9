import type { ActionKind } from './actions/kinds.ts'
import type { FactUse } from './audience/condition.ts'
import type { GateName, Reason } from './reason.ts'

export interface GateAnswer {
  gate: GateName
  answer: 'go' | 'skip' | 'hold'
  reason: Reason
  /** With `hold`: when it is asked again. */
  until?: number | undefined
}

/** What became of one step of one campaign for one member, and why. */
export type ReceiptOutcome =
  | 'entered'
  | 'notEntered'
  | 'decided'
  /** Given to a gateway of the airline's, which has not answered yet. */
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
  /** The action and its kind, where the receipt is about one. */
  actionId?: string
  kind?: ActionKind
  /** Over which channel, where the step could choose, or it is one of the airline's own. */
  channel?: string
  /** Channels that were preferred to it, and why they do not reach the member; where none does, all others. */
  notOver?: { channel: string; gate: GateName; reason: Reason }[]
  step?: string
  /** The split at which the journey took an arm. */
  split?: string
  /** The arms that the journey goes on in so far, by split. */
  arms?: Record<string, string>
  outcome: ReceiptOutcome
  reason: Reason
  gates?: GateAnswer[] | undefined
  /** What would have stopped it, had the last of `gates` not. */
  further?: GateAnswer[]
  facts?: FactUse[]
}

/** A record's body: enough to reproduce the decision. */
export interface RecordBody {
  /** The event's own fields beside id, type and times. */
  detail: Record<string, unknown>
  rulebook?: string | undefined
  world: number
  /** Where it stands among the member's reactions: many may share an instant. The item's version × 1000, and one more each. */
  order: number
  receipts: Receipt[]
  /** Announcements and audience changes, in words. */
  audiences?: { entered: string[]; left: string[] } | undefined
}
