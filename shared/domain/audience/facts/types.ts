import type { MemberEventType } from '../../../contract/index.ts'
import type { Subject } from '../condition.ts'
import type { Fields, Filters, Words } from '../fields/field.ts'
import type { Scalar, ValueType } from '../matcher.ts'
import type { Measure } from '../measures/measure.ts'
import type { Ahead, Window } from '../window.ts'

export type { Words } from '../fields/field.ts'

/** Which part of a member a fact reads: what an event did not touch need not be asked again. */
export type Family =
  | 'profile'
  | 'flights'
  | 'bookings'
  | 'complaints'
  | 'disruptions'
  | 'surveys'
  | 'received'
  | 'mails'

/**
 * Something known of a member that a condition can ask for. One place says all there is to say about it:
 * the check, the evaluation, the docs and the editors' schema are made from it.
 */
export interface Fact {
  name: string
  family: Family
  type: ValueType
  description: Words
  /** What it means that the value is absent. */
  absent: Words
  /** YAML, as it may stand in a condition. */
  example: string
  params: Readonly<Record<string, Param>>
  /** It counts what is kept of these events: no window reaches further than that. */
  counts?: MemberEventType
  /** The value with its parameters bound. Asked once, when a rule is compiled. */
  measure(bound: Bound): Measure
}

/** What a fact can be asked with. */
export type Param =
  /** A window of time behind now. */
  | { kind: 'inLast' | 'between' | 'during'; description: Words }
  /** A window of time ahead. */
  | { kind: 'within' | 'betweenAhead' | 'duringAhead'; description: Words }
  /** Which currency, where no amount says it. */
  | { kind: 'currency'; description: Words }
  /** Only what matches: a field of what is counted. */
  | { kind: 'filter'; type: ValueType; description: Words; required?: true }

/** Parameters, checked and compiled. */
export interface Bound {
  window: Window
  ahead: Ahead
  currency?: string | undefined
  filters: Filters
}

/** Reads a field of the subject that changes by events only. */
export function fixed(read: (subject: Subject) => Scalar | undefined): Fact['measure'] {
  return () => ({ kind: 'fixed', read })
}

export const inLast: Param = {
  kind: 'inLast',
  description: {
    en: 'only what happened in this time, such as 365d, 12h',
    'zh-CN': '只计这段时间内发生的，例如 365d、12h',
  },
}

/** The windows that what is counted can be asked in. */
export const windows = {
  inLast,
  between: {
    kind: 'between',
    description: {
      en: 'only what happened between two dates, [2026-01-01, 2026-06-30], or this long ago, [90d, 30d]; both ends count',
      'zh-CN': '只计两个日期之间 [2026-01-01, 2026-06-30] 或若干时间之前 [90d, 30d] 发生的（含两端）',
    },
  },
  during: {
    kind: 'during',
    description: {
      en: 'only what happened in this week, month, quarter, half-year or year, or the last one: this month, last year',
      'zh-CN': '只计本（this）或上一（last）周、月、季度、半年、年内发生的，例如 this month、last year',
    },
  },
} as const satisfies Record<string, Param>

/** Filters by these fields. */
export function filtersOf<F extends Fields<never>>(fields: F): { [K in keyof F]: Param & { kind: 'filter' } } {
  const entries = Object.entries(fields).map(([name, { type, description }]) => [
    name,
    { kind: 'filter', type, description },
  ])
  return Object.fromEntries(entries)
}
