import { type Cursor, complain } from '../../cursor.ts'
import type { Matcher } from '../matcher.ts'
import type { Window } from '../window.ts'
import type { History } from './history.ts'

/** What reaches no further than the history that is kept (docs/decisions/history.md). Complains of what does. */

/** A window; `at` is where it is written. */
export function withinDays(at: Cursor, window: Window | undefined, history: History): Window | undefined {
  if (!window || window.days <= history.days) return window
  const { event, days, instead } = history
  return complain(
    at,
    'beyond-history',
    `of ${event} a window reaches ${days} days back at most: what happened before may not be kept`,
    instead?.en ?? `inLast: ${days}d at most`,
  )
}

/** What a count is compared with: of a list that is full, nobody knows how many there were. */
export function withinCount(at: Cursor, { bands }: Matcher, { event, atMost }: History): boolean {
  if (bands!.cuts.every((cut) => Math.ceil(cut) <= atMost)) return true
  const hint = `compare with ${atMost} at most (atLeast: ${atMost}, atMost: ${atMost - 1})`
  complain(at, 'beyond-history', `of ${event} the last ${atMost} are kept: more cannot be counted`, hint)
  return false
}
