/** One fact as it was when a decision was made, for receipts. */
export interface FactUse {
  /** As in the rulebook: `flights inLast 365d`. */
  fact: string
  value: string | number | boolean | null
  /** What the rule asked of it: `atLeast 6`. */
  asked: string
  /** Whether the value is as asked. */
  holds: boolean
  /** It stands under a `not`: the rule wants it otherwise than asked. */
  not?: boolean
}
