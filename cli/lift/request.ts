import type { Decimal } from '../../shared/standards/decimal.ts'

/** The request for an experiment's file. */
export interface LiftRequest {
  path: string
  /** The column with the member's arm. */
  arm: string
  /** The arm that got nothing. */
  control: string
  outcomes: readonly string[]
  /** The column with a value from before the experiment. */
  before?: string
  /** The cost per member of each arm. */
  costs: ReadonlyMap<string, Decimal>
  /** The value of an outcome; of the first one if none is named. */
  value?: { amount: Decimal; outcome?: string }
  /** The number of members at which the intervals are to be tightest. */
  planned: number
  /** The planned sizes of the arms, as shares of any whole. Undefined: equal. */
  shares?: ReadonlyMap<string, number>
  /** What a member without a value counts as. Undefined: the file is refused. */
  missing?: 'zero' | 'leave-out'
}
