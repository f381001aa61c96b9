import { Cron } from 'croner'

/**
 * When a scheduled campaign runs: at one instant, or by a cron pattern on the wall clock of a zone. A time of day that
 * daylight saving skips runs when the gap is over; one that occurs twice runs the first time only. If a pattern has several
 * hours, an hour that occurs twice runs twice.
 */
export type Schedule = { kind: 'once'; at: number } | { kind: 'cron'; pattern: string; zone: string }

/** The instants of a schedule after `after`, up to and including `until`, at most so many, epoch ms. */
export function occurrences(schedule: Schedule, after: number, until: number, atMost: number): number[] {
  const found: number[] = []
  for (let at = after; found.length < atMost; ) {
    at = nextOccurrence(schedule, at)
    if (at > until) break
    found.push(at)
  }
  return found
}

/** The first instant of a schedule after `after`; Infinity: none is left. */
export function nextOccurrence(schedule: Schedule, after: number): number {
  if (schedule.kind === 'once') return schedule.at > after ? schedule.at : Number.POSITIVE_INFINITY
  return cronOf(schedule.pattern, schedule.zone).nextRun(new Date(after))?.getTime() ?? Number.POSITIVE_INFINITY
}

/** A pattern is parsed once per process. */
const crons = new Map<string, Cron>()

function cronOf(pattern: string, zone: string): Cron {
  const key = `${zone} ${pattern}`
  let cron = crons.get(key)
  if (!cron) {
    // Without a function to call it never starts a timer: it only calculates the next instant.
    cron = new Cron(pattern, { timezone: zone })
    crons.set(key, cron)
  }
  return cron
}

/** What is wrong with a cron pattern of five fields, in words. Undefined: nothing. */
export function faultOfCron(pattern: string): string | undefined {
  if (!/^\S+( \S+){4}$/.test(pattern)) return 'expected five fields: minute, hour, day, month, day of the week'
  try {
    new Cron(pattern)
    return undefined
  } catch (error) {
    return error instanceof Error ? inOurWords(error.message) : String(error)
  }
}

/** The library counts a field for seconds, which we do not have. */
function inOurWords(message: string): string {
  return message
    .replace(/^CronPattern: /, '')
    .replace(/^configuration entry \d+ \((.*)\) contains illegal characters\.?$/, '"$1" means nothing here')
}
