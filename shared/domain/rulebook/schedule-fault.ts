import { MINUTE } from '../calendar.ts'
import { faultOfCron, nextOccurrence, occurrences, type Schedule } from '../schedule.ts'
import type { Wording } from '../texts/problem-texts.ts'

export type CronSchedule = Extract<Schedule, { kind: 'cron' }>

/** What is wrong with a schedule, and what to write instead. */
export interface ScheduleFault {
  message: Wording
  hint?: Wording
}

/** Each run goes through a whole audience. */
const OFTENEST = 15 * MINUTE
const LOOKED_AT = 200
/** A fixed day, so that a pattern always gives the same answer. */
const FROM = Date.UTC(2026, 0, 1)

/** Undefined: nothing. Checked before a rulebook is published, because it calculates hundreds of instants. */
export function faultOfSchedule(schedule: CronSchedule): ScheduleFault | undefined {
  const { pattern } = schedule
  const fault = faultOfCron(pattern)
  if (fault)
    return { message: ({ problems }) => problems.badCron(pattern, fault), hint: ({ problems }) => problems.writeCron }
  if (nextOccurrence(schedule, FROM) === Number.POSITIVE_INFINITY)
    return { message: ({ problems }) => problems.cronNever(pattern) }
  const instants = occurrences(schedule, FROM, Number.POSITIVE_INFINITY, LOOKED_AT)
  return instants.some((at, i) => i > 0 && at - instants[i - 1]! < OFTENEST)
    ? { message: ({ problems }) => problems.cronTooOften(pattern) }
    : undefined
}
