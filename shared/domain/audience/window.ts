import type { Calendar } from '../calendar.ts'
import type { Duration } from '../units.ts'

/**
 * A time behind `now`. In days it goes back to the start of the day so many days ago, in the airline's zone: what
 * happened on that day still counts, and leaves at a local midnight. In minutes and hours it is exact. Both ends belong
 * to it; what is dated a little ahead of `now` (clocks differ) counts at once.
 */
export interface Window {
  /** The earliest instant that counts at `now`. */
  from(now: number, calendar: Calendar): number
  /** The first instant at which something that happened at `at` no longer counts. */
  leaves(at: number, calendar: Calendar): number
}

/** A time ahead of `now`, from the next instant on. In days it reaches to the end of the day so many days ahead. */
export interface Ahead {
  /** The first instant that no longer counts at `now`. */
  end(now: number, calendar: Calendar): number
  /** The first instant at which something that is to happen at `at` counts. */
  enters(at: number, calendar: Calendar): number
}

/** All time. */
export const always: Window = {
  from: () => Number.NEGATIVE_INFINITY,
  leaves: () => Number.POSITIVE_INFINITY,
}

export function windowOf({ days, ms }: Duration): Window {
  if (days === undefined) return { from: (now) => now - ms, leaves: (at) => at + ms + 1 }
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
  }
}

export function aheadOf({ days, ms }: Duration): Ahead {
  if (days === undefined) return { end: (now) => now + ms + 1, enters: (at) => at - ms }
  return {
    end: (now, calendar) => calendar.addDays(now, days + 1),
    enters: (at, calendar) => calendar.addDays(at, -days),
  }
}

/** Everything ahead. */
export const ever: Ahead = { end: () => Number.POSITIVE_INFINITY, enters: () => Number.NEGATIVE_INFINITY }
