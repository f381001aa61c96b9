import type { Calendar } from '../calendar.ts'
import { DAY } from '../calendar.ts'
import type { Duration } from '../units.ts'
import { LONGEST, type Period, startOfPeriod } from './period.ts'

/**
 * A period behind `now`. In days it starts at the beginning of the day so many days ago, in the airline's zone: what
 * happened on that day still counts, and leaves at a local midnight. In minutes and hours it is exact. Both ends are
 * included; events dated slightly ahead of `now` (clocks differ) count at once.
 */
export interface Window {
  /** The earliest instant that counts at `now`. */
  from(now: number, calendar: Calendar): number
  /** The first instant at which something that happened at `at` no longer counts. */
  leaves(at: number, calendar: Calendar): number
  /** Set if it ends before now. */
  ending?: {
    /** The first instant that no longer counts at `now`. */
    at(now: number, calendar: Calendar): number
    /** The first instant at which something that happened at `at` counts. */
    enters(at: number, calendar: Calendar): number
  }
  /** How many days it reaches back at most; between two dates: how many lie between them. */
  days: number
}

/** A period ahead of `now`, from the next instant on. In days it ends with the day so many days ahead. */
export interface Ahead {
  /** The earliest instant that counts at `now`. */
  from(now: number, calendar: Calendar): number
  /** The first instant that no longer counts at `now`. */
  end(now: number, calendar: Calendar): number
  /** The first instant at which a future event at `at` counts, and at which it no longer does. */
  enters(at: number, calendar: Calendar): number
  leaves(at: number, calendar: Calendar): number
}

/** All time. */
export const always: Window = {
  from: () => Number.NEGATIVE_INFINITY,
  leaves: () => Number.POSITIVE_INFINITY,
  days: Number.POSITIVE_INFINITY,
}

export function windowOf({ days, ms }: Duration): Window {
  if (days === undefined) return { from: (now) => now - ms, leaves: (at) => at + ms + 1, days: ms / DAY }
  let askedAt = Number.NaN
  let askedOf: Calendar | undefined
  let from = 0
  return {
    from: (now, calendar) => {
      if (now !== askedAt || calendar !== askedOf) {
        from = calendar.addDays(now, -days)
        askedAt = now
        askedOf = calendar
      }
      return from
    },
    leaves: (at, calendar) => calendar.addDays(at, days + 1),
    days,
  }
}

/** From so long ago to not so long ago. */
export function windowBetween(far: Duration, near: Duration): Window {
  const { days, ms } = near
  return {
    ...windowOf(far),
    ending:
      days === undefined
        ? { at: (now) => now - ms + 1, enters: (at) => at + ms }
        : {
            at: (now, calendar) => calendar.addDays(now, 1 - days),
            enters: (at, calendar) => calendar.addDays(at, days),
          },
  }
}

/** From one day to another, days since 1970-01-01. */
export function windowOfDays(first: number, last: number): Window {
  return {
    from: (_now, calendar) => calendar.startOfDayNumber(first),
    leaves: () => Number.POSITIVE_INFINITY,
    ending: {
      at: (_now, calendar) => calendar.startOfDayNumber(last + 1),
      enters: () => Number.NEGATIVE_INFINITY,
    },
    days: last - first + 1,
  }
}

/** The current week, month, …, or the previous one. */
export function windowDuring(which: 'this' | 'last', period: Period): Window {
  const start = startsOf(period)
  if (which === 'this') {
    return {
      from: (now, calendar) => start(now, calendar, 0),
      leaves: (at, calendar) => start(at, calendar, 1),
      days: LONGEST[period][0],
    }
  }
  return {
    from: (now, calendar) => start(now, calendar, -1),
    leaves: (at, calendar) => start(at, calendar, 2),
    ending: {
      at: (now, calendar) => start(now, calendar, 0),
      enters: (at, calendar) => start(at, calendar, 1),
    },
    days: LONGEST[period][1],
  }
}

export function aheadOf({ days, ms }: Duration): Ahead {
  const { from, leaves } = ever
  if (days === undefined) return { from, leaves, end: (now) => now + ms + 1, enters: (at) => at - ms }
  return {
    from,
    leaves,
    end: (now, calendar) => calendar.addDays(now, days + 1),
    enters: (at, calendar) => calendar.addDays(at, -days),
  }
}

/** Between so long from now and longer from now. */
export function aheadBetween(near: Duration, far: Duration): Ahead {
  const { days, ms } = near
  if (days === undefined) return { ...aheadOf(far), from: (now) => now + ms, leaves: (at) => at - ms + 1 }
  return {
    ...aheadOf(far),
    from: (now, calendar) => calendar.addDays(now, days),
    leaves: (at, calendar) => calendar.addDays(at, 1 - days),
  }
}

/** From one day to another, days since 1970-01-01. */
export function aheadOfDays(first: number, last: number): Ahead {
  return {
    ...ever,
    from: (_now, calendar) => calendar.startOfDayNumber(first),
    end: (_now, calendar) => calendar.startOfDayNumber(last + 1),
  }
}

/** The current week, month, …, or the next one. */
export function aheadDuring(which: 'this' | 'next', period: Period): Ahead {
  const start = startsOf(period)
  const later = which === 'this' ? 0 : 1
  return {
    from: (now, calendar) => start(now, calendar, later),
    end: (now, calendar) => start(now, calendar, later + 1),
    enters: (at, calendar) => start(at, calendar, -later),
    leaves: (at, calendar) => start(at, calendar, 1 - later),
  }
}

/** Everything ahead. */
export const ever: Ahead = {
  from: () => Number.NEGATIVE_INFINITY,
  end: () => Number.POSITIVE_INFINITY,
  enters: () => Number.NEGATIVE_INFINITY,
  leaves: () => Number.POSITIVE_INFINITY,
}

/** The first instant of the period that contains an instant, or of a later one. */
function startsOf(period: Period): (at: number, calendar: Calendar, later: number) => number {
  return (at, calendar, later) => calendar.startOfDayNumber(startOfPeriod(period, calendar.dayOf(at), later))
}
