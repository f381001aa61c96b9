import { Temporal } from 'temporal-polyfill'

/** `2026-10-01T08:30:00`, with seconds or without, with an offset or without. */
const WRITTEN = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?$/i

/**
 * An instant as systems write it, epoch ms: by its offset where it has one, else as the wall clock of `zone` shows it. Where
 * that clock shows a time twice, the first is taken; where it leaves one out, the time after the gap. Undefined for what is
 * no time.
 */
export function instantOf(text: string, zone: string): number | undefined {
  const [, wall, offset] = WRITTEN.exec(text.trim()) ?? []
  if (wall === undefined) return undefined
  try {
    if (offset !== undefined) return Temporal.Instant.from(`${wall}${offset}`).epochMilliseconds
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
  } catch {
    return undefined
  }
}

/** The date that the clocks of a zone show at an instant, `YYYY-MM-DD`. */
export function dateIn(zone: string, instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** A date so many days later, or earlier. */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** As events write it. */
export function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
