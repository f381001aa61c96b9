import type { Matcher, Scalar, ValueType } from '../matcher.ts'

/** For people, in the languages of the console. */
export interface Words {
  en: string
  'zh-CN': string
}

/** A field that a filter can read: the cabin of a flight, the category of a complaint. */
export interface Field<T> {
  type: ValueType
  description: Words
  of(item: T): Scalar | undefined
}

export type Fields<T> = Readonly<Record<string, Field<T>>>

export type Filters = Readonly<Record<string, Matcher>>

/** The filters as one test. Undefined if there are none. */
export function itemTest<T>(filters: Filters, fields: Fields<T>): ((item: T) => boolean) | undefined {
  const tests = Object.entries(filters)
    .filter(([name]) => Object.hasOwn(fields, name))
    .map(([name, matcher]) => {
      const { of } = fields[name]!
      return (item: T) => matcher.holds(of(item))
    })
  if (tests.length <= 1) return tests[0]
  return (item) => tests.every((test) => test(item))
}
