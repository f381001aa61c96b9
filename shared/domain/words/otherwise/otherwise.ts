import type { GateName } from '../../../contract/index.ts'
import type { Reason, ReasonCode, Values } from '../../../contract/reason.ts'

/** Reasons of what lets pass or stops: something else would have had to be so for another answer. */
export type OtherwiseCode = Extract<ReasonCode, `${GateName | 'ledger' | 'approval' | 'trigger'}.${string}`>

/** What the words may speak of beside the reason's own values. */
export interface Beside {
  /** From when on the answer would have been another one, in local time. */
  from?: string
}

/**
 * What would have had to be different, of one language: a phrase that stands after "with". `null`: nothing of the
 * member's, or of the day's, only the rules themselves.
 */
export type OtherwiseWords = {
  [C in OtherwiseCode]: string | null | ((values: Values[C] & Beside) => string)
}

const ABOUT = /^(?:ledger|approval|trigger)\./

export function isOtherwise(reason: Reason, gates: readonly GateName[]): reason is Reason & { is: OtherwiseCode } {
  const [about] = reason.is.split('.')
  return ABOUT.test(reason.is) || gates.some((gate) => gate === about)
}
