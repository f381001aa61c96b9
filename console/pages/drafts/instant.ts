import { Temporal } from 'temporal-polyfill'

/** `2026-10-01 09:00` on the wall clock of a zone, as an instant; undefined: it is no such time. */
export function instantIn(text: string, zone: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/.test(text.trim())) return undefined
  try {
    return Temporal.PlainDateTime.from(text.trim().replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined
  }
}
