import type { Subject } from '../condition.ts'
import type { Opening } from '../facts/opening.ts'
import type { Matcher, Scalar } from '../matcher.ts'
import type { Window } from '../window.ts'

/**
 * A fact with its parameters bound, by how its value changes with time. Each kind knows how to compare its value and,
 * in the same go, until when the answer stands if nothing happens.
 */
export type Measure =
  /** Changes by events only. */
  | { kind: 'fixed'; read(subject: Subject): Scalar | undefined }
  /** The time since an instant, or since the beginning of a date, `YYYY-MM-DD`. */
  | { kind: 'elapsed'; since(subject: Subject): number | string | undefined }
  /** The years since a date, `YYYY-MM-DD`. */
  | { kind: 'years'; since(subject: Subject): string | undefined }
  /** The days until a date, `YYYY-MM-DD`, next comes round. */
  | { kind: 'anniversary'; date(subject: Subject): string | undefined }
  | Sum
  /** The greatest of dated amounts; absent without any. */
  | { kind: 'greatest'; window: Window; collect: Collect }
  /** The value of the latest dated thing; absent without any. */
  | { kind: 'latest'; window: Window; find(subject: Subject): { at: number; value: Scalar } | undefined }
  /** The key that most dated things have; absent without any. Of equals the first by name. */
  | { kind: 'leading'; all: Sum; tally(subject: Subject, from: number, into: Counts): void }
  /** Anything else of few parts: its value at any instant, and the instants ahead at which it may change. */
  | { kind: 'timeline'; at(subject: Subject, instant: number): Scalar; changes(subject: Subject): number[] }

/** The sum of dated amounts, in a window. A count is a sum of ones. */
export interface Sum {
  kind: 'sum'
  window: Window
  collect: Collect
  /** What the opening balance counts in all, of which each of its flights has an equal share. */
  opening?(opening: Opening): number
}

/** Adds what is dated at or after `from`. */
export type Collect = (subject: Subject, from: number, into: Dated) => void

/** Dated amounts, as they were found. One is used again and again, so that evaluation leaves nothing to collect. */
export interface Dated {
  size: number
  at: number[]
  amount: number[]
}

export function addDated(into: Dated, at: number, amount: number): void {
  into.at[into.size] = at
  into.amount[into.size] = amount
  into.size++
}

/** Brings them into their order, newest first. Cheap where they were found so. */
export function sortDated({ size, at, amount }: Dated): void {
  for (let next = 1; next < size; next++) {
    const when = at[next]!
    const what = amount[next]!
    let index = next
    for (; index > 0 && at[index - 1]! < when; index--) {
      at[index] = at[index - 1]!
      amount[index] = amount[index - 1]!
    }
    at[index] = when
    amount[index] = what
  }
}

/** How many of each key, of few keys. One is used again and again, too. */
export interface Counts {
  size: number
  key: string[]
  count: number[]
}

export function addCount(into: Counts, key: string, count: number): void {
  if (count <= 0) return
  let index = 0
  while (index < into.size && into.key[index] !== key) index++
  if (index === into.size) {
    into.size++
    into.key[index] = key
    into.count[index] = count
  } else into.count[index]! += count
}

/** A comparison of a measure, compiled. */
export interface Evaluation {
  /** The answer can change by events only: `test` then leaves `subject.until` alone. */
  timeless: boolean
  /** The answer alone. */
  holds(subject: Subject): boolean
  /** The answer; unless timeless, `subject.until` is set to the instant up to which it stands. */
  test(subject: Subject): boolean
  /** The value, for receipts. */
  value(subject: Subject): Scalar | undefined
}

/** Compares one kind of measure. */
export type Compare<K extends Measure['kind']> = (measure: Measure & { kind: K }, matcher: Matcher) => Evaluation
