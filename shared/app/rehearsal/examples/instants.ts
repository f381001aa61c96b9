import { type Calendar, nextTimeOfDay } from '../../../domain/calendar.ts'
import { type Cursor, complain } from '../../../domain/cursor.ts'
import { nextOccurrence, type Schedule } from '../../../domain/schedule.ts'
import type { Wording } from '../../../domain/texts/problem-texts.ts'
import { parseDuration, parseTimeOfDay } from '../../../domain/units.ts'

/** What times in an example are read against. */
export interface Times {
  /** What `2h later` counts from, epoch ms; undefined: nothing is before. */
  from?: number
  /** The airline's days. */
  calendar: Calendar
  /** By which the campaign goes, where it does. */
  schedule?: Schedule | undefined
}

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/
const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)$/
const RELATIVE = /^(\S+) (later|earlier)$/
/** When the campaign goes next by its schedule. */
const SCHEDULED = 'schedule'

/** An instant: with an offset, as the airline's wall clock shows it, so much later or earlier, or the campaign's next. Epoch ms. */
export function readInstant(cursor: Cursor, times: Times): number | undefined {
  const { value } = cursor
  const instant =
    typeof value === 'string'
      ? (scheduled(value, times) ?? absolute(value, times) ?? relative(value, times))
      : undefined
  if (instant !== undefined && !Number.isNaN(instant)) return instant
  const hint: Wording =
    value === SCHEDULED ? ({ problems }) => problems.scheduleOnly : ({ problems }) => problems.instantHint
  return complain(cursor, 'bad-instant', ({ problems }) => problems.expectedAnInstant(value), hint)
}

/** A date as it is written, or as that of so much later or earlier. What is no date the event's own check refuses. */
export function readDate(cursor: Cursor, times: Times): unknown {
  const { value } = cursor
  const instant = typeof value === 'string' ? relative(value, times) : undefined
  return instant === undefined ? value : times.calendar.dateOf(instant)
}

function scheduled(text: string, { from, schedule }: Times): number | undefined {
  if (text !== SCHEDULED || from === undefined || !schedule) return undefined
  const at = nextOccurrence(schedule, from)
  return Number.isFinite(at) ? at : undefined
}

function absolute(text: string, { calendar }: Times): number | undefined {
  if (WITH_OFFSET.test(text)) return Date.parse(text)
  const [, date, time] = LOCAL.exec(text) ?? []
  const minutes = parseTimeOfDay(time)
  if (date === undefined || minutes === undefined || Number.isNaN(Date.parse(date))) return undefined
  return nextTimeOfDay(calendar.startOf(date) - 1, minutes, calendar.zone)
}

function relative(text: string, { from }: Times): number | undefined {
  const [, length, direction] = RELATIVE.exec(text) ?? []
  const duration = parseDuration(length)
  if (!duration || from === undefined) return undefined
  return direction === 'later' ? from + duration.ms : from - duration.ms
}
