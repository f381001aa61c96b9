import type { Decimal } from '../../shared/standards/decimal.ts'

/** What is asked of an experiment's file. */
export interface LiftRequest {
  path: string
  /** The column that says which arm a member was in. */
  arm: string
  /** The arm that got nothing. */
  control: string
  outcomes: readonly string[]
  /** The column with what was known of a member before. */
  before?: string
  /** What was spent on each member of an arm. */
  costs: ReadonlyMap<string, Decimal>
  /** What one of an outcome is worth; of the first outcome where none is named. */
  value?: { amount: Decimal; outcome?: string }
  /** At so many members the intervals shall be tightest. */
  planned: number
  /** How large the arms should be, as shares of any whole; undefined: all alike. */
  shares?: ReadonlyMap<string, number>
  /** What a member without a value counts as; undefined: the file is refused. */
  missing?: 'zero' | 'leave-out'
}
