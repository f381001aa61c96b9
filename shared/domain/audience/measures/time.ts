import { DAY } from '../../calendar.ts'
import { ceilingOf, inBands } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { eachInstant } from './instant.ts'
import type { Compare } from './measure.ts'

/** Compares the time since an instant: in whole days of the airline's zone, or exact. */
export const compareElapsed: Compare<'elapsed'> = ({ since }, matcher) => {
  const bands = matcher.bands!
  const inDays = matcher.counts !== 'ms'
  const timeless = bands.cuts.length === 0
  /** For each cut the latest instant that is so long ago. */
  const latest = eachInstant((now, calendar) =>
    bands.cuts.map((cut) => {
      if (cut <= 0) return Number.POSITIVE_INFINITY
      return inDays ? calendar.addDays(now, 1 - Math.ceil(cut)) - 1 : now - Math.ceil(cut)
    }),
  )
  return {
    timeless,
    holds: (subject) => {
      const at = since(subject)
      if (at === undefined) return matcher.holds(undefined)
      let answer = bands.first
      for (const instant of latest(subject)) if (at <= instant) answer = !answer
      return answer
    },
    test: (subject) => {
      const at = since(subject)
      if (at === undefined) {
        if (!timeless) subject.until = Number.POSITIVE_INFINITY
        return matcher.holds(undefined)
      }
      const value = inDays ? daysSince(at, subject) : Math.max(0, subject.now - at)
      if (!timeless) {
        const next = Math.ceil(ceilingOf(bands, value))
        const { calendar } = subject
        subject.until = next === Number.POSITIVE_INFINITY ? next : inDays ? calendar.addDays(at, next) : at + next
      }
      return inBands(bands, value)
    },
    value: (subject) => {
      const at = since(subject)
      if (at === undefined) return undefined
      return inDays ? `${daysSince(at, subject)}d` : `${Math.floor(Math.max(0, subject.now - at) / 60_000)}m`
    },
  }
}

/** From the day of an instant to today; nothing is longer ago than it is. */
function daysSince(at: number, { now, calendar }: Subject): number {
  return Math.max(0, calendar.dayOf(now) - calendar.dayOf(at))
}

/** Compares the years since a date. Born on 29 February, one grows older on 1 March where there is no 29th. */
export const compareYears: Compare<'years'> = ({ since }, matcher) => {
  const bands = matcher.bands!
  const timeless = bands.cuts.length === 0
  /** For each cut the latest date that is so many years ago. */
  const latest = eachInstant((now, calendar) => {
    const today = calendar.dateOf(now)
    return bands.cuts.map((cut) => yearsBefore(today, Math.ceil(cut)))
  })
  return {
    timeless,
    holds: (subject) => {
      const date = since(subject)
      if (date === undefined) return matcher.holds(undefined)
      let answer = bands.first
      for (const day of latest(subject)) if (date <= day) answer = !answer
      return answer
    },
    test: (subject) => {
      const date = since(subject)
      if (date === undefined) {
        if (!timeless) subject.until = Number.POSITIVE_INFINITY
        return matcher.holds(undefined)
      }
      const value = yearsSince(date, subject)
      if (!timeless) {
        const next = Math.ceil(ceilingOf(bands, value))
        const { calendar } = subject
        subject.until =
          next > YEARS_AT_MOST ? Number.POSITIVE_INFINITY : calendar.startOfDayNumber(anniversary(date, next))
      }
      return inBands(bands, value)
    },
    value: (subject) => {
      const date = since(subject)
      return date === undefined ? undefined : yearsSince(date, subject)
    },
  }
}

/** Nobody gets so old: an age beyond is never reached. */
const YEARS_AT_MOST = 1000

/** Nothing is less than no years ago, and nothing as long ago as our calendar does not reach. */
function yearsBefore(today: string, years: number): string {
  if (years <= 0) return '9999-12-31'
  const year = Number(today.slice(0, 4)) - years
  return year < 0 ? '' : String(year).padStart(4, '0') + today.slice(4)
}

function yearsSince(date: string, { now, calendar }: Subject): number {
  const today = calendar.dayOf(now)
  const years = new Date(today * DAY).getUTCFullYear() - Number(date.slice(0, 4))
  return Math.max(0, anniversary(date, years) > today ? years - 1 : years)
}

/** The day of the `years`-th anniversary, as days since 1970-01-01. Years before 100 are none that people have. */
function anniversary(date: string, years: number): number {
  return Date.UTC(Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY
}
