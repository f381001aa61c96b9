import type { Calendar } from '../../calendar.ts'
import type { Subject } from '../condition.ts'

/** Works out what depends on the time alone: once for all who are asked at the same instant. */
export function eachInstant<T>(
  work: (now: number, calendar: Calendar) => T,
): (subject: Pick<Subject, 'now' | 'calendar'>) => T {
  let last: { now: number; calendar: Calendar; result: T } | undefined
  return ({ now, calendar }) => {
    if (last?.now !== now || last.calendar !== calendar) last = { now, calendar, result: work(now, calendar) }
    return last.result
  }
}
