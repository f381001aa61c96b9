import { MINUTE } from '../calendar.ts'

/** Members who find a minute full are deferred to places one behind the other. */

/** The distance between two places, ms. */
export function stepOf(perMinute: number): number {
  return Math.ceil(MINUTE / perMinute)
}

/** The first place after this minute. */
export function firstAfter(now: number): number {
  return (Math.floor(now / MINUTE) + 1) * MINUTE
}

/** The minute of a place. */
export function minuteOf(place: number): number {
  return Math.floor(place / MINUTE) * MINUTE
}
