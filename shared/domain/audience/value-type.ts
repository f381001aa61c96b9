import type { NameKind } from '../../standards/names.ts'

export type Scalar = string | number | boolean

/** The kind of values of a fact, a filter or an event's field. It decides which comparisons fit. */
export type ValueType =
  /** `names`: it is a name of this kind, and read as such; `pattern` and `like` describe its form for editors. */
  | { kind: 'text'; values?: readonly string[]; names?: NameKind; pattern?: RegExp; like?: string }
  | { kind: 'boolean' }
  /** `counting`: a count, which is never absent; `true` then means more than none. `probability`: it goes from 0 to 1. */
  | { kind: 'number'; unit?: string; counting?: true; probability?: true }
  /** How long ago: in whole days of the airline's zone, or exact in minutes and hours. */
  | { kind: 'duration' }
  | { kind: 'money'; counting?: true }
  /** A day, `YYYY-MM-DD`: compared with other days. */
  | { kind: 'date' }
  /** A day that comes round each year: the days left until it does, 0 on the day itself. */
  | { kind: 'anniversary' }
  /** An instant: a rule can only ask whether it exists. */
  | { kind: 'time' }
