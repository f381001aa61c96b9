import { floorOf } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { always } from '../window.ts'
import { type Compare, type Dated, type Evaluation, sortDated } from './measure.ts'
import { heldBy, valueOfSum } from './sum.ts'

const dated: Dated = { size: 0, at: [], amount: [] }

/** Compares the greatest amount: it stands until the newest of those that hold it up has left. */
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

/** Compares the latest value: it stands until it leaves, and then there is none. */
export const compareLatest: Compare<'latest'> = ({ window, find }, matcher) => {
  const absent = matcher.holds(undefined)
  const timeless = window === always
  const latest = (subject: Parameters<typeof find>[0]) => {
    const found = find(subject)
    return found && found.at >= window.from(subject.now, subject.calendar) ? found : undefined
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
 * Compares the key that most have. As long as fewer leave than the best among those asked for is ahead of the best
 * among the others (or behind), the answer stands.
 */
export const compareLeading: Compare<'leading'> = ({ all, tally }, matcher) => {
  const timeless = all.window === always
  const value: Evaluation['value'] = (subject) => leader(tally(subject, all.window.from(subject.now, subject.calendar)))
  return {
    timeless,
    holds: (subject) => matcher.holds(value(subject)),
    test: (subject) => {
      let within = 0
      let without = 0
      const counts = tally(subject, all.window.from(subject.now, subject.calendar))
      for (const [key, count] of counts) {
        if (matcher.holds(key)) within = Math.max(within, count)
        else without = Math.max(without, count)
      }
      const answer = matcher.holds(leader(counts))
      if (!timeless) {
        const lead = Math.max(1, Math.abs(within - without))
        const least = valueOfSum(all, subject) - lead + 1
        const at = within + without === 0 ? undefined : heldBy(all, subject, least)
        subject.until = at === undefined ? Number.POSITIVE_INFINITY : all.window.leaves(at, subject.calendar)
      }
      return answer
    },
    value,
  }
}

function leader(counts: ReadonlyMap<string, number>): string | undefined {
  let leading: string | undefined
  let most = 0
  for (const [key, count] of counts) {
    if (count > most || (count === most && leading !== undefined && key < leading)) {
      leading = key
      most = count
    }
  }
  return leading
}

/** Compares anything of few parts by asking again at each instant at which it may change. */
export const compareTimeline: Compare<'timeline'> = ({ at, changes }, matcher) => ({
  timeless: false,
  holds: (subject) => matcher.holds(at(subject, subject.now)),
  test: (subject) => {
    const answer = matcher.holds(at(subject, subject.now))
    const ahead = changes(subject).filter((instant) => instant > subject.now && instant < Number.POSITIVE_INFINITY)
    ahead.sort((a, b) => a - b)
    const change = ahead.find((instant) => matcher.holds(at(subject, instant)) !== answer)
    subject.until = change ?? Number.POSITIVE_INFINITY
    return answer
  },
  value: (subject) => at(subject, subject.now),
})
