import { Temporal } from 'temporal-polyfill'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Days of one zone: what "in the last 30 days" is counted in. */
export interface Calendar {
  zone: string
  /** The first instant of the day that `instant` falls on, epoch ms. */
  startOfDay(instant: number): number
  /** The first instant of the day `days` later (or earlier) than the one `instant` falls on. */
  addDays(instant: number, days: number): number
  /** The first instant of a date `YYYY-MM-DD`. */
  startOf(date: string): number
  /** The date that `instant` falls on, `YYYY-MM-DD`. */
  dateOf(instant: number): string
  /** The day that `instant` falls on, as days since 1970-01-01. */
  dayOf(instant: number): number
  /** The first instant of such a day. */
  startOfDayNumber(day: number): number
}

/**
 * A date `YYYY-MM-DD`, or its day so many years later, as days since 1970-01-01. 29 February is 1 March where there is no
 * 29th. Years before 100 are none that anything happened in.
 */
export function dayOfDate(date: string, yearsLater = 0): number {
  return Date.UTC(digits(date, 0, 4) + yearsLater, digits(date, 5, 7) - 1, digits(date, 8, 10)) / DAY
}

/** Several times quicker than a substring of it read as a number. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - 48
  return number
}

const calendars = new Map<string, Calendar>()

/** The calendar of an IANA zone. Made once a zone; remembers the days it was asked for. */
export function calendarOf(zone: string): Calendar {
  let calendar = calendars.get(zone)
  if (!calendar) {
    calendar = makeCalendar(zone)
    calendars.set(zone, calendar)
  }
  return calendar
}

/** The days whose starts a calendar remembers: 1900 to 2200. */
const FIRST_DAY = Date.UTC(1900, 0, 1) / DAY
const DAYS = Date.UTC(2200, 0, 1) / DAY - FIRST_DAY

function makeCalendar(zone: string): Calendar {
  const starts = new Float64Array(DAYS)

  function startOfDayNumber(day: number): number {
    const index = day - FIRST_DAY
    const known = starts[index]
    if (known) return known
    const start = Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(zone).epochMilliseconds
    if (known === 0) starts[index] = start
    return start
  }

  /** A zone is at most a day away from UTC: the day is one of three, found by their starts. */
  function dayNumber(instant: number): number {
    const day = Math.floor(instant / DAY)
    if (startOfDayNumber(day) > instant) return day - 1
    return startOfDayNumber(day + 1) > instant ? day : day + 1
  }

  let dateOfLast = { day: Number.NaN, date: '' }

  /** Mostly of today: the last one is at hand. */
  function dateOf(instant: number): string {
    const day = dayNumber(instant)
    if (day !== dateOfLast.day) dateOfLast = { day, date: new Date(day * DAY).toISOString().slice(0, 10) }
    return dateOfLast.date
  }

  return {
    zone,
    startOfDay: (instant) => startOfDayNumber(dayNumber(instant)),
    addDays: (instant, days) => startOfDayNumber(dayNumber(instant) + days),
    startOf: (date) => startOfDayNumber(dayOfDate(date)),
    dateOf,
    dayOf: dayNumber,
    startOfDayNumber,
  }
}

/** The same time of day so many months before: of the 31st of a month, the last day of a shorter one. */
export function monthsBefore(instant: number, months: number, { zone }: Calendar): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).subtract({ months }).epochMilliseconds
}

/** Wall-clock minutes after midnight in a zone. */
export function minutesOfDay(instant: number, zone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return at.hour * 60 + at.minute
}

/**
 * The first instant after `instant` at which the zone's wall clock shows `minutes` after midnight.
 * Where daylight saving skips that time, the first instant after the gap; where it comes twice, each is one.
 */
export function nextTimeOfDay(instant: number, minutes: number, zone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
  const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 }
  for (let days = 0; days <= 2; days++) {
    const at = instantsOf(today.add({ days }).toPlainDateTime(time), zone).find((each) => each > instant)
    if (at !== undefined) return at
  }
  throw new Error(`no ${minutes} minutes after midnight found in ${zone}`)
}

/** When a wall clock shows this: once, twice where it is put back, and not before the gap is over where it is put forward. */
function instantsOf(wall: Temporal.PlainDateTime, zone: string): number[] {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return [earlier.epochMilliseconds]
  const isSkipped = !later.toPlainDateTime().equals(wall)
  if (isSkipped) return [earlier.getTimeZoneTransition('next')!.epochMilliseconds]
  return [earlier.epochMilliseconds, later.epochMilliseconds]
}
