import type { MemberEventType } from '../../../contract/index.ts'
import { shortHash } from '../../../standards/hash.ts'
import type { Member } from '../../member/member.ts'
import { isReportedBy, type Reported } from '../../member/order.ts'
import type { Subject } from '../condition.ts'
import type { Family } from '../facts/types.ts'
import type { Filters, Words } from '../fields/field.ts'
import type { ValueType } from '../matcher.ts'
import { addDated, type Collect } from '../measures/measure.ts'

/**
 * What a member's item keeps of events of one type, so that a condition can count them: `happened`.
 *
 * The newest `atMost` are kept, whatever their age. `days` is how far back a window may reach: within so many days nobody is
 * expected to have more than `atMost` (docs/decisions/history.md).
 */
export interface History {
  event: MemberEventType
  family: Family
  description: Words
  atMost: number
  days: number
  /** What to use to look further back, if there is anything. */
  instead?: Words
  /** Fields that `where` can read. */
  fields: Readonly<Record<string, { type: ValueType; description: Words }>>
  /** Fields that `sum` can add up. */
  sums: Readonly<Record<string, { type: ValueType; description: Words }>>
  /** Counts them or adds them up. */
  collect(asked: Counting): Collect
}

/** How they are counted. */
export interface Counting {
  where: Filters
  sum?: string | undefined
  currency?: string | undefined
  /** Only those after the event that started the journey. */
  sinceEntry: boolean
}

/** How the events of a type are found in a member. */
export interface Kept<T> extends Omit<History, 'collect' | 'sums'> {
  items(member: Member): readonly T[]
  /** When it happened. Undefined: it did not. */
  at(item: T): number | undefined
  /** Whether it is this event. */
  isOf?(item: T, eventId: string): boolean
  passes(where: Filters): ((item: T) => boolean) | undefined
  sums?: Readonly<Record<string, Summable<T>>>
}

interface Summable<T> {
  type: ValueType
  description: Words
  of(item: T, currency: string | undefined): number
}

export function historyOf<T>(kept: Kept<T>): History {
  const { items, at, isOf = () => false, passes, sums = {}, ...declared } = kept
  return {
    ...declared,
    sums,
    collect: ({ where, sum, currency, sinceEntry }) => {
      const test = passes(where)
      const amountOf = sum === undefined ? undefined : sums[sum]!.of
      return (subject, from, into) => {
        const since = sinceEntry ? Math.max(from, entryOf(subject)) : from
        const began = sinceEntry ? (subject.journey?.cause.eventId ?? '') : undefined
        const counts = (item: T) => (began === undefined || !isOf(item, began)) && (!test || test(item))
        for (const item of items(subject.member)) {
          const happened = at(item)
          if (happened === undefined || happened < since || !counts(item)) continue
          addDated(into, happened, amountOf ? amountOf(item, currency) : 1)
        }
      }
    },
  }
}

/** From when something counts as having happened since: the event that started the journey, or else the entry. */
function entryOf({ journey }: Subject): number {
  return journey ? (journey.cause.at ?? journey.enteredAt) : Number.POSITIVE_INFINITY
}

/** Older reports are known by a hash of their event's name. */
export function isOfEvent(item: Reported, eventId: string): boolean {
  return isReportedBy(item, eventId) || item.eventId === shortHash(eventId, 6)
}
