import { floorOf } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { always } from '../window.ts'
import { type Compare, type Counts, type Dated, type Evaluation, sortDated } from './measure.ts'
import { heldBy, summing } from './sum.ts'

const dated: Dated = { size: 0, at: [], amount: [] }
const counts: Counts = { size: 0, key: [], count: [] }

/** Compares the greatest amount: the answer stands until the newest of the amounts that decide it leaves the window. */
export const compareGreatest: Compare<'greatest'> = ({ window, collect }, matcher) => {
  const bands = matcher.bands!
  const greatest: Evaluation['value'] = (subject) => {
    dated.size = 0
    collect(subject, window.from(subject.now, subject.calendar), dated)
    if (dated.size === 0) return undefined
    let most = dated.amount[0]!
    for (let i = 1; i < dated.size; i++) most = Math.max(most, dated.amount[i]!)
    return most
  }
  const timeless = window === always
  const holds = (subject: Subject) => matcher.holds(greatest(subject))
  if (timeless) return { timeless, holds, test: holds, value: greatest }
  return {
    timeless,
    holds,
    test: (subject) => {
      const value = greatest(subject) as number | undefined
      const answer = matcher.holds(value)
      subject.until = Number.POSITIVE_INFINITY
      if (value === undefined) return answer
      const floor = floorOf(bands, value)
      // Below every cut only absence is left to change the answer.
      if (floor === Number.NEGATIVE_INFINITY && matcher.holds(undefined) === answer) return answer
      sortDated(dated)
      const newest = dated.amount.findIndex((amount) => amount >= floor)
      subject.until = window.leaves(dated.at[newest]!, subject.calendar)
      return answer
    },
    value: greatest,
  }
}

/** Compares the latest value: the answer stands until it leaves the window; then there is none. */
export const compareLatest: Compare<'latest'> = ({ window, find }, matcher) => {
  const absent = matcher.holds(undefined)
  const timeless = window === always
  const { from } = window
  const latest = (subject: Subject) => {
    const found = find(subject)
    return found && found.at >= from(subject.now, subject.calendar) ? found : undefined
  }
  return {
    timeless,
    holds: (subject) => matcher.holds(latest(subject)?.value),
    test: (subject) => {
      const found = latest(subject)
      const answer = matcher.holds(found?.value)
      if (!timeless) {
        const changes = found !== undefined && answer !== absent
        subject.until = changes ? window.leaves(found.at, subject.calendar) : Number.POSITIVE_INFINITY
      }
      return answer
    },
    value: (subject) => latest(subject)?.value,
  }
}

/**
 * Compares the most frequent key. The answer stands as long as fewer leave than the lead of the best among those asked for
 * over the best of the others (or the other way round).
 */
export const compareLeading: Compare<'leading'> = ({ all, tally }, matcher) => {
  const timeless = all.window === always
  const { from } = all.window
  const sum = summing(all)
  const count = (subject: Subject) => {
    counts.size = 0
    tally(subject, from(subject.now, subject.calendar), counts)
  }
  const value = (subject: Subject) => {
    count(subject)
    return leader(counts)
  }
  return {
    timeless,
    holds: (subject) => matcher.holds(value(subject)),
    test: (subject) => {
      let within = 0
      let without = 0
      count(subject)
      for (let i = 0; i < counts.size; i++) {
        if (matcher.holds(counts.key[i])) within = Math.max(within, counts.count[i]!)
        else without = Math.max(without, counts.count[i]!)
      }
      const answer = matcher.holds(leader(counts))
      if (!timeless) {
        const lead = Math.max(1, Math.abs(within - without))
        const least = sum(subject) - lead + 1
        const at = within + without === 0 ? undefined : heldBy(all, subject, least)
        subject.until = at === undefined ? Number.POSITIVE_INFINITY : all.window.leaves(at, subject.calendar)
      }
      return answer
    },
    value,
  }
}

function leader({ size, key, count }: Counts): string | undefined {
  let leading: string | undefined
  let most = 0
  for (let i = 0; i < size; i++) {
    if (count[i]! > most || (count[i] === most && key[i]! < leading!)) {
      leading = key[i]
      most = count[i]!
    }
  }
  return leading
}

/** So many changes are looked ahead for at most: most members have no more, and those who do are asked again once these are over. */
const LOOKS_AHEAD = 8

/** Compares anything else, by evaluating it at each instant at which it may change: until it does, or soon enough to be asked again. */
export const compareTimeline: Compare<'timeline'> = ({ at, changes }, matcher) => {
  const { holds: isAsked } = matcher
  const holds = (subject: Subject) => isAsked(at(subject, subject.now))
  return {
    timeless: false,
    holds,
    test: (subject) => {
      const answer = holds(subject)
      const all = typeof changes === 'function' ? changes(subject) : undefined
      const after = (instant: number) => (all ? nextOf(all, instant) : (changes as After).after(subject, instant))
      let until = after(subject.now)
      for (let looks = 0; looks < LOOKS_AHEAD && until < Number.POSITIVE_INFINITY; looks++) {
        if (isAsked(at(subject, until)) !== answer) break
        until = after(until)
      }
      subject.until = until
      return answer
    },
    value: (subject) => at(subject, subject.now),
  }
}

type After = { after(subject: Subject, instant: number): number }

function nextOf(instants: readonly number[], after: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const instant of instants) if (instant > after && instant < next) next = instant
  return next
}
