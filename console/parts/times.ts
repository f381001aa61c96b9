import { usePerson } from '../shell/person.tsx'

/** An instant as the airline's wall clock shows it, `2026-09-03 17:10`. Pages say once which zone that is. */
export function useTime(): (iso: string | number | null | undefined) => string {
  const { zone } = usePerson()
  const format = formatFor(zone)
  return (instant) => (instant === null || instant === undefined ? '–' : format.format(new Date(instant)))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  // Sweden writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, made)
  return made
}
