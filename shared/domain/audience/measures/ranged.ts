import { within } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { flightsSince, nthNewest, shareOfNewest } from '../facts/opening.ts'
import type { Matcher } from '../matcher.ts'
import type { Window } from '../window.ts'
import type { Evaluation, Sum } from './measure.ts'
import { fill, valueSince } from './sum.ts'

/** For so many flights of the opening balance the changes are calculated; after that it is evaluated again. */
const FLIGHTS_AT_MOST = 400

/**
 * Compares a sum in a window that ends before now: amounts enter it as time passes, and leave it. The future changes are
 * walked in order, until the answer changes.
 */
export function compareRanged(sum: Sum, ending: NonNullable<Window['ending']>, matcher: Matcher): Evaluation {
  const among = within(matcher.bands!)
  const timeless = matcher.bands!.cuts.length === 0
  const value = (subject: Subject) => {
    const { now, calendar } = subject
    const since = valueSince(sum, subject, sum.window.from(now, calendar))
    return since - valueSince(sum, subject, ending.at(now, calendar))
  }
  const holds = (subject: Subject) => among(value(subject))
  if (timeless) return { timeless, holds, test: holds, value }
  return {
    timeless,
    holds,
    test: (subject) => {
      const present = value(subject)
      const answer = among(present)
      subject.until = changeOf(answer, present, changesAhead(sum, ending, subject))
      return answer
    },
    value,
  }

  function changeOf(answer: boolean, present: number, { changes, known }: Ahead): number {
    let then = present
    for (const [i, { at, by }] of changes.entries()) {
      if (at >= known) return known
      then += by
      if (changes[i + 1]?.at !== at && among(then) !== answer) return at
    }
    return known
  }
}

/** What enters and leaves the window, in order; complete up to `known`. */
interface Ahead {
  changes: { at: number; by: number }[]
  known: number
}

function changesAhead(sum: Sum, ending: NonNullable<Window['ending']>, subject: Subject): Ahead {
  const { now, calendar } = subject
  const { window } = sum
  const { dated, opening, total } = fill(sum, subject, Number.NEGATIVE_INFINITY)
  const changes: Ahead['changes'] = []
  const add = (happened: number, amount: number) => {
    const leaves = window.leaves(happened, calendar)
    const enters = ending.enters(happened, calendar)
    if (enters > now) changes.push({ at: enters, by: amount })
    if (leaves > now && leaves < Number.POSITIVE_INFINITY) changes.push({ at: leaves, by: -amount })
  }
  for (let i = 0; i < dated.size; i++) add(dated.at[i]!, dated.amount[i]!)
  let rank = opening && total !== 0 ? flightsSince(opening, window.from(now, calendar), calendar) : 0
  for (const last = Math.max(0, rank - FLIGHTS_AT_MOST); rank > last; rank--) {
    const share = shareOfNewest(opening!, total, rank) - shareOfNewest(opening!, total, rank - 1)
    add(nthNewest(opening!, rank, calendar), share)
  }
  changes.sort((a, b) => a.at - b.at)
  if (rank === 0) return { changes, known: Number.POSITIVE_INFINITY }
  const next = nthNewest(opening!, rank, calendar)
  const enters = ending.enters(next, calendar)
  return { changes, known: enters > now ? enters : window.leaves(next, calendar) }
}
