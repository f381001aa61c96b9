import type { Subject } from '../condition.ts'
import type { ScoreUse } from '../fact-use.ts'
import type { Opening } from '../facts/opening.ts'
import type { Matcher, Scalar } from '../matcher.ts'
import type { Window } from '../window.ts'

/**
 * A fact with its parameters bound, by how its value changes with time. Each kind can compare its value and, at the same
 * time, tell how long the answer stands if nothing happens.
 */
export type Measure =
  /** Changes by events only. */
  | { kind: 'fixed'; read(subject: Subject): Scalar | undefined; model?: string }
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
  | Score
  /** Anything else: its value at any instant, and the future instants at which it may change: all of them, or the next one each time. */
  | {
      kind: 'timeline'
      at(subject: Subject, instant: number): Scalar | undefined
      changes: ((subject: Subject) => number[]) | { after(subject: Subject, instant: number): number }
      /** Of a score, as of {@link Score}. */
      why?(subject: Subject, instant: number): ScoreUse | undefined
      model?: string
    }

/** A score: one value per day, that of its first instant. */
export interface Score {
  kind: 'score'
  /** Undefined if nothing can be said about the member, or the member objects. */
  at(subject: Subject, instant: number): number | undefined
  /** From day to day, while nothing happens, it stays or goes this way, except on the days of `turnsOn`. */
  drifts: 'up' | 'down'
  /** The future days, since 1970-01-01, on which it may go the other way. */
  turnsOn(subject: Subject): number[]
  /** Its model, and what moved it: for receipts. */
  why(subject: Subject, instant: number): ScoreUse | undefined
  /** What tells the model from others: a condition on another model is another condition. */
  model: string
}

/** The sum of dated amounts in a window. A count is a sum of ones. */
export interface Sum {
  kind: 'sum'
  window: Window
  collect: Collect
  /** The opening balance's total, of which each of its flights has an equal share. */
  opening?(opening: Opening): number
}

/** Adds everything dated at or after `from`. */
export type Collect = (subject: Subject, from: number, into: Dated) => void

/** Dated amounts, as they were found. One object is reused, so that evaluation allocates nothing. */
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

/** Sorts them, newest first. Cheap if they were found in that order. */
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

/** How many of each key, for few keys. One object is reused, too. */
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
  /** The answer changes with events only: `test` then does not touch `subject.until`. */
  timeless: boolean
  /** The answer alone. */
  holds(subject: Subject): boolean
  /** The answer; unless timeless, sets `subject.until` to the instant up to which it stands. */
  test(subject: Subject): boolean
  /** The value, for receipts. */
  value(subject: Subject): Scalar | undefined
}

/** Compares one kind of measure. */
export type Compare<K extends Measure['kind']> = (measure: Measure & { kind: K }, matcher: Matcher) => Evaluation
