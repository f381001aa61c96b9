import type { NameKind } from '../../standards/names.ts'

export type Scalar = string | number | boolean

/** What kind of values a fact, a filter or an event's field has: decides which comparisons fit. */
export type ValueType =
  /** `names`: it names a thing of this kind, and is read as such names are; `pattern` and `like` tell editors their form. */
  | { kind: 'text'; values?: readonly string[]; names?: NameKind; pattern?: RegExp; like?: string }
  | { kind: 'boolean' }
  /** `counting`: of things that may be none, never absent; `true` then means more than none. */
  | { kind: 'number'; unit?: string; counting?: true }
  /** How long ago: in whole days of the airline's zone, or exact in minutes and hours. */
  | { kind: 'duration' }
  | { kind: 'money'; counting?: true }
  /** A day, `YYYY-MM-DD`: compared with other days. */
  | { kind: 'date' }
  /** A day that comes round each year: how many days are left until it does, none on the day itself. */
  | { kind: 'anniversary' }
  /** An instant: one can only ask whether it is there. */
  | { kind: 'time' }
