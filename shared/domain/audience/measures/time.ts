import { type Calendar, DAY, dayOfDate } from '../../calendar.ts'
import type { Subject } from '../condition.ts'
import { eachInstant } from './instant.ts'
import type { Compare } from './measure.ts'

/**
 * Compares the time since an instant: in whole days of the airline's zone, or exact. A date counts from its first instant.
 * "Longer ago than a cut" means "before an instant", so that no time is calculated per member.
 */
export const compareElapsed: Compare<'elapsed'> = ({ since }, matcher) => {
  const { first, cuts } = matcher.bands!
  const inDays = matcher.counts !== 'ms'
  const timeless = cuts.length === 0
  const absent = matcher.holds(undefined)
  /** For each cut the latest instant, and the latest date, that are so long ago. */
  const latest = eachInstant((now, calendar) => {
    const instants = cuts.map((cut) => {
      if (cut <= 0) return Number.POSITIVE_INFINITY
      return inDays ? calendar.addDays(now, 1 - Math.ceil(cut)) - 1 : now - Math.ceil(cut)
    })
    return { instants, dates: instants.map((instant) => dateAt(instant, calendar)) }
  })
  /** How many cuts it has reached. */
  const reached = (at: number | string, subject: Subject) => {
    const { instants, dates } = latest(subject)
    let count = 0
    if (typeof at === 'string') while (count < cuts.length && at <= dates[count]!) count++
    else while (count < cuts.length && at <= instants[count]!) count++
    return count
  }
  return {
    timeless,
    holds: (subject) => {
      const at = since(subject)
      return at === undefined ? absent : answerAfter(reached(at, subject), first)
    },
    test: (subject) => {
      const at = since(subject)
      if (at === undefined) {
        if (!timeless) subject.until = Number.POSITIVE_INFINITY
        return absent
      }
      const count = reached(at, subject)
      if (!timeless) subject.until = comesTo(cuts[count], at, subject)
      return answerAfter(count, first)
    },
    value: (subject) => {
      const at = since(subject)
      if (at === undefined) return undefined
      const { now, calendar } = subject
      const instant = instantOf(at, calendar)
      if (!inDays) return `${Math.floor(Math.max(0, now - instant) / 60_000)}m`
      return `${Math.max(0, calendar.dayOf(now) - calendar.dayOf(instant))}d`
    },
  }

  /** When it will be as long ago as a cut. */
  function comesTo(cut: number | undefined, at: number | string, { calendar }: Subject): number {
    if (cut === undefined) return Number.POSITIVE_INFINITY
    const instant = instantOf(at, calendar)
    return inDays ? calendar.addDays(instant, Math.ceil(cut)) : instant + Math.ceil(cut)
  }
}

function instantOf(at: number | string, calendar: Calendar): number {
  return typeof at === 'string' ? calendar.startOf(at) : at
}

function dateAt(instant: number, calendar: Calendar): string {
  return instant === Number.POSITIVE_INFINITY ? LAST_DATE : calendar.dateOf(instant)
}

const LAST_DATE = '9999-12-31'

/** The answer after so many cuts: it flips at each. */
function answerAfter(cuts: number, first: boolean): boolean {
  return first !== ((cuts & 1) === 1)
}

/** Compares the years since a date. A date of 29 February counts from 1 March in other years. */
export const compareYears: Compare<'years'> = ({ since }, matcher) => {
  const { first, cuts } = matcher.bands!
  const timeless = cuts.length === 0
  const absent = matcher.holds(undefined)
  /** For each cut the latest date that is so many years ago. */
  const latest = eachInstant((now, calendar) => {
    const today = calendar.dateOf(now)
    return cuts.map((cut) => yearsBefore(today, Math.ceil(cut)))
  })
  const reached = (date: string, subject: Subject) => {
    const dates = latest(subject)
    let count = 0
    while (count < cuts.length && date <= dates[count]!) count++
    return count
  }
  return {
    timeless,
    holds: (subject) => {
      const date = since(subject)
      return date === undefined ? absent : answerAfter(reached(date, subject), first)
    },
    test: (subject) => {
      const date = since(subject)
      if (date === undefined) {
        if (!timeless) subject.until = Number.POSITIVE_INFINITY
        return absent
      }
      const count = reached(date, subject)
      if (!timeless) {
        const next = Math.ceil(cuts[count] ?? Number.POSITIVE_INFINITY)
        const never = next > YEARS_AT_MOST
        subject.until = never ? Number.POSITIVE_INFINITY : subject.calendar.startOfDayNumber(dayOfDate(date, next))
      }
      return answerAfter(count, first)
    },
    value: (subject) => {
      const date = since(subject)
      return date === undefined ? undefined : yearsSince(date, subject)
    },
  }
}

/** Nobody gets that old. */
const YEARS_AT_MOST = 1000

/** Nothing is less than no years ago, and nothing as long ago as our calendar does not reach. */
function yearsBefore(today: string, years: number): string {
  if (years <= 0) return LAST_DATE
  const year = Number(today.slice(0, 4)) - years
  return year < 0 ? '' : String(year).padStart(4, '0') + today.slice(4)
}

function yearsSince(date: string, { now, calendar }: Subject): number {
  const today = calendar.dayOf(now)
  const years = new Date(today * DAY).getUTCFullYear() - Number(date.slice(0, 4))
  return Math.max(0, dayOfDate(date, years) > today ? years - 1 : years)
}
