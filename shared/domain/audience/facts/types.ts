import type { Subject } from '../condition.ts'
import type { Matcher, Scalar, ValueType } from '../matcher.ts'
import type { Measure } from '../measures/measure.ts'
import type { Ahead, Window } from '../window.ts'

/** For people, in the languages of the console. */
export interface Words {
  en: string
  'zh-CN': string
}

/** Which part of a member a fact reads: what an event did not touch need not be asked again. */
export type Family = 'profile' | 'flights' | 'bookings' | 'complaints' | 'disruptions' | 'surveys' | 'received'

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
  /** The value with its parameters bound. Asked once, when a rule is compiled. */
  measure(bound: Bound): Measure
}

/** What a fact can be asked with. */
export type Param =
  /** How far back. */
  | { kind: 'inLast'; description: Words }
  /** How far ahead. */
  | { kind: 'within'; description: Words }
  /** Which currency, where no amount says it. */
  | { kind: 'currency'; description: Words }
  /** Only what matches: a field of what is counted. */
  | { kind: 'filter'; type: ValueType; description: Words }

/** Parameters, checked and compiled. */
export interface Bound {
  window: Window
  ahead: Ahead
  currency?: string
  filters: Readonly<Record<string, Matcher>>
}

/** A field of what a filter looks at. */
export type Fields<T> = Readonly<Record<string, (item: T) => Scalar | undefined>>

/** The filters as one test; undefined where there are none. */
export function itemTest<T>(
  { filters }: Pick<Bound, 'filters'>,
  fields: Fields<T>,
): ((item: T) => boolean) | undefined {
  const tests = Object.entries(filters)
    .filter(([name]) => Object.hasOwn(fields, name))
    .map(([name, matcher]) => {
      const field = fields[name]!
      return (item: T) => matcher.holds(field(item))
    })
  if (tests.length <= 1) return tests[0]
  return (item) => tests.every((test) => test(item))
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

/** Nothing counted is none, not unknown. */
export const noneIsZero: Words = { en: 'never absent: none is 0', 'zh-CN': '不会缺失：没有即为 0' }

export const CABINS = ['F', 'C', 'W', 'Y'] as const
export const ROUTE: ValueType = { kind: 'text', pattern: /^[A-Z]{3}-[A-Z]{3}$/, like: 'PEK-SHA' }
export const AIRPORT: ValueType = { kind: 'text', pattern: /^[A-Z]{3}$/, like: 'PEK' }
export const CABIN: ValueType = { kind: 'text', values: CABINS }

/** Filters that every family about flights has. */
export const flightFilters = {
  cabin: {
    kind: 'filter',
    type: CABIN,
    description: { en: 'in these cabins: F, C, W, Y', 'zh-CN': '仅限这些舱位：F、C、W、Y' },
  },
  route: {
    kind: 'filter',
    type: ROUTE,
    description: {
      en: 'on these routes, in this direction: PEK-SHA (for both ways: [PEK-SHA, SHA-PEK])',
      'zh-CN': '仅限这些航线，区分方向：PEK-SHA（双向写 [PEK-SHA, SHA-PEK]）',
    },
  },
  from: { kind: 'filter', type: AIRPORT, description: { en: 'departing here', 'zh-CN': '从此机场出发' } },
  to: { kind: 'filter', type: AIRPORT, description: { en: 'arriving here', 'zh-CN': '到达此机场' } },
} as const satisfies Record<string, Param>
