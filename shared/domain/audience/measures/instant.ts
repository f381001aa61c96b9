import type { Calendar } from '../../calendar.ts'
import type { Subject } from '../condition.ts'

/** Calculates what depends on time alone once per instant, for all subjects. */
export function eachInstant<T>(
  work: (now: number, calendar: Calendar) => T,
): (subject: Pick<Subject, 'now' | 'calendar'>) => T {
  let askedAt = Number.NaN
  let askedOf: Calendar | undefined
  let result: T
  return ({ now, calendar }) => {
    if (now !== askedAt || calendar !== askedOf) {
      result = work(now, calendar)
      askedAt = now
      askedOf = calendar
    }
    return result
  }
}
