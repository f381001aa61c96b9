import { type Cursor, complain } from '../../cursor.ts'
import type { Wording } from '../../texts/problem-texts.ts'
import type { Matcher } from '../matcher.ts'
import type { Window } from '../window.ts'
import type { History } from './history.ts'

/** Rejects rules that reach further than the history that is kept (docs/decisions/history.md). */

/** A window; `at` is where it is written. */
export function withinDays(at: Cursor, window: Window | undefined, history: History): Window | undefined {
  if (!window || window.days <= history.days) return window
  const { event, days, instead } = history
  return complain(
    at,
    'beyond-history',
    ({ problems }) => problems.windowBeyondHistory(event, days),
    instead?.en ?? (({ problems }) => problems.inLastAtMost(days)),
  )
}

/** The number a count is compared with: of a list that is full, nobody knows how many there were. */
export function withinCount(at: Cursor, { bands }: Matcher, { event, atMost }: History): boolean {
  if (bands!.cuts.every((cut) => Math.ceil(cut) <= atMost)) return true
  const hint: Wording = ({ problems }) => problems.compareAtMost(atMost, atMost, atMost - 1)
  complain(at, 'beyond-history', ({ problems }) => problems.countBeyondHistory(event, atMost), hint)
  return false
}
