import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { ok, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { pictureOf } from './status.ts'

/**
 * What happened since yesterday began: the counters as they are, less what yesterday began with. Where nothing ran then, since
 * today began; where nothing did either, in all.
 */
export const showToday = route(z.object({}), async (_input, context) => {
  const { ports } = context
  const now = context.now()
  const zone = await zoneOf(context)
  const calendar = calendarOf(zone)
  const today = calendar.dateOf(now)
  const yesterday = calendar.dateOf(calendar.addDays(now, -1))
  const [counts, before, morning] = await Promise.all([
    ports.tally.read(),
    ports.tally.beginningOf(yesterday),
    ports.tally.beginningOf(today),
  ])
  const begun = before ?? morning
  const since = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count - (begun?.counts[name] ?? 0)]),
  )
  return ok({
    zone,
    now: new Date(now).toISOString(),
    since: begun ? new Date(begun.at).toISOString() : null,
    ...pictureOf(since),
  })
})
