import { Temporal } from 'temporal-polyfill'

/** `2026-09-01T09:00+08:00`: an instant as the zone's clocks show it, as examples write it. */
export function instantText(instant: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const smallestUnit = instant % 60_000 === 0 ? 'minute' : 'second'
  return at.toString({ smallestUnit, timeZoneName: 'never' })
}
