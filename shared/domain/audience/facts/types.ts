import type { MemberEventType } from '../../../contract/index.ts'
import type { ScoreModels } from '../../scores/models.ts'
import type { Subject } from '../condition.ts'
import type { Fields, Filters, Words } from '../fields/field.ts'
import type { Scalar, ValueType } from '../matcher.ts'
import type { Measure } from '../measures/measure.ts'
import type { Ahead, Window } from '../window.ts'

export type { Words } from '../fields/field.ts'

/** Which part of a member a fact reads: facts of parts an event did not touch need not be evaluated again. */
export type Family =
  | 'profile'
  | 'flights'
  | 'bookings'
  | 'complaints'
  | 'disruptions'
  | 'surveys'
  | 'received'
  | 'mails'
  | 'scores'

/**
 * Something known about a member that a condition can ask for. Everything about it is in one place: the check, the
 * evaluation, the docs and the editors' schema are derived from it.
 */
export interface Fact {
  name: string
  family: Family
  type: ValueType
  description: Words
  /** What it means if the value is absent. */
  absent: Words
  /** YAML, as it may stand in a condition. */
  example: string
  params: Readonly<Record<string, Param>>
  /** It counts these events: no window reaches further back than they are kept. */
  counts?: MemberEventType
  /** The only currency that it is known in, by the models of scores. */
  currencyIn?(models: ScoreModels): string | undefined
  /** The value, with its parameters bound. Called once, when a rule is compiled. */
  measure(bound: Bound): Measure
}

/** The parameters of a fact. */
export type Param =
  /** A window of time behind now. */
  | { kind: 'inLast' | 'between' | 'during'; description: Words }
  /** A window of time ahead. */
  | { kind: 'within' | 'betweenAhead' | 'duringAhead'; description: Words }
  /** The currency, if no amount says it. */
  | { kind: 'currency'; description: Words }
  /** Counts only what matches, by a field of it. */
  | { kind: 'filter'; type: ValueType; description: Words; required?: true }

/** Parameters, checked and compiled. */
export interface Bound {
  window: Window
  ahead: Ahead
  currency?: string | undefined
  filters: Filters
  /** The models of scores. */
  models: ScoreModels
}

/** A field of the subject that changes with events only. */
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

/** The windows in which something can be counted. */
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
