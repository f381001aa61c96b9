/** A fact as it was when a decision was made, for receipts. */
export interface FactUse {
  /** As written in the rulebook: `flights inLast 365d`. */
  fact: string
  value: string | number | boolean | null
  /** What the rule asked: `atLeast 6`. */
  asked: string
  /** Whether the value satisfies it. */
  holds: boolean
  /** It is under a `not`: the rule wants the opposite. */
  not?: boolean
  /** Of a score: its origin. */
  score?: ScoreUse
}

/** The origin of a score. */
export interface ScoreUse {
  /** The version of its model. */
  model: string
  /** Its day, `YYYY-MM-DD`. */
  asOf: string
  /** What moved it, the largest first: `[feature, by how much]`, in log odds, or as logarithms of factors; for a tier its parts, in points. */
  moved: [feature: string, by: number][]
  /** Why there is no value, where the score says so. */
  unknown?: Unknown
}

/**
 * Why a score is not known of a member: its model was not learnt; they objected; they never flew; they flew once, of which it cannot
 * tell; no fare of theirs is known.
 */
export type Unknown = 'noModel' | 'objected' | 'neverFlown' | 'flownOnce' | 'noFares'
