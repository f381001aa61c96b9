import { within } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { flightsSince, nthNewest } from '../facts/opening.ts'
import type { Matcher } from '../matcher.ts'
import type { Window } from '../window.ts'
import type { Evaluation, Sum } from './measure.ts'
import { fill, valueSince } from './sum.ts'

/** How many changes of what is in the window are looked at ahead: then it is asked again. */
const CHANGES_AT_MOST = 400

/**
 * Compares a sum in a window that ends before now: things come into it as time goes by, and leave it. The answer is
 * worked out anew at each instant at which something does, until it is another.
 */
export function compareRanged(sum: Sum, ending: NonNullable<Window['ending']>, matcher: Matcher): Evaluation {
  const bands = matcher.bands!
  const timeless = bands.cuts.length === 0
  const valueAt = (subject: Subject, instant: number) => {
    const { calendar } = subject
    const since = valueSince(sum, subject, sum.window.from(instant, calendar))
    return since - valueSince(sum, subject, ending.at(instant, calendar))
  }
  const among = within(bands)
  return {
    timeless,
    holds: (subject) => among(valueAt(subject, subject.now)),
    test: (subject) => {
      const answer = among(valueAt(subject, subject.now))
      if (timeless) return answer
      let at = nextChange(sum, ending, subject, subject.now)
      for (let changes = 1; changes < CHANGES_AT_MOST && at !== Number.POSITIVE_INFINITY; changes++) {
        if (among(valueAt(subject, at)) !== answer) break
        at = nextChange(sum, ending, subject, at)
      }
      subject.until = at
      return answer
    },
    value: (subject) => valueAt(subject, subject.now),
  }
}

/** The first instant after `instant` at which something comes into the window or leaves it. */
function nextChange(sum: Sum, ending: NonNullable<Window['ending']>, subject: Subject, instant: number): number {
  const { calendar } = subject
  const { window } = sum
  const { dated, opening, total } = fill(sum, subject, Number.NEGATIVE_INFINITY)
  let next = Number.POSITIVE_INFINITY
  const consider = (change: number) => {
    if (change > instant && change < next) next = change
  }
  for (let i = 0; i < dated.size; i++) {
    consider(ending.enters(dated.at[i]!, calendar))
    consider(window.leaves(dated.at[i]!, calendar))
  }
  if (!opening || total === 0) return next
  // Of the opening's flights, the oldest in the window leaves first, and the oldest after it comes in first.
  const started = flightsSince(opening, window.from(instant, calendar), calendar)
  const ended = flightsSince(opening, ending.at(instant, calendar), calendar)
  if (started > 0) consider(window.leaves(nthNewest(opening, started, calendar), calendar))
  if (ended > 0) consider(ending.enters(nthNewest(opening, ended, calendar), calendar))
  return next
}
