import { calendarOf, minutesOfDay } from '../../domain/calendar.ts'

/** `2026-10-03 14:20`, as the zone's wall clock shows it. */
export function localTime(iso: string, zone: string): string {
  const instant = Date.parse(iso)
  const minutes = minutesOfDay(instant, zone)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${calendarOf(zone).dateOf(instant)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
