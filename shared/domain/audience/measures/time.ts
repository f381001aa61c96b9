import { DAY } from '../../calendar.ts'
import { ceilingOf, inBands } from '../bands.ts'
import type { Subject } from '../condition.ts'
import type { Compare } from './measure.ts'

/** Compares the time since an instant: in whole days of the airline's zone, or exact. */
export const compareElapsed: Compare<'elapsed'> = ({ since }, matcher) => {
  const bands = matcher.bands!
  const inDays = matcher.counts !== 'ms'
  const timeless = bands.cuts.length === 0
  return {
    timeless,
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
  return {
    timeless,
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

function yearsSince(date: string, { now, calendar }: Subject): number {
  const today = calendar.dayOf(now)
  const years = new Date(today * DAY).getUTCFullYear() - Number(date.slice(0, 4))
  return Math.max(0, anniversary(date, years) > today ? years - 1 : years)
}

/** The day of the `years`-th anniversary, as days since 1970-01-01. Years before 100 are none that people have. */
function anniversary(date: string, years: number): number {
  return Date.UTC(Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY
}
