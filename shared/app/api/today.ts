import * as z from 'zod'
import { ACTION_KINDS } from '../../domain/actions/index.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { happenedSets, leadsToMembers } from '../react/happened.ts'
import { behind } from './campaign-journey.ts'
import { type ApiContext, ok, refuse, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { pictureOf } from './status.ts'

/**
 * What happened since yesterday began: the counters as they are, less what yesterday began with. Where nothing ran then, since
 * today began; where nothing did either, in all.
 */
export const showToday = route(z.object({}), async (_input, context) => {
  const { zone, now, since, begun } = await sinceYesterday(context)
  return ok({
    zone,
    now: new Date(now).toISOString(),
    since: begun === undefined ? null : new Date(begun).toISOString(),
    ...pictureOf(since),
  })
})

/** Held-out members of every kind of action are one figure. */
const HELD_OUT = 'heldOut'

/**
 * Members behind one figure of today, by its name in the tally (`skippedBy.consent`, `heldOut`): all of the first, else a sample
 * of the latest. Nothing where the figure leads to nobody.
 */
export const listTodayMembers = route(
  z.object({ figure: z.string().regex(/^[\w.-]{1,100}$/) }),
  async ({ figure }, context) => {
    const names = figure === HELD_OUT ? ACTION_KINDS.map((kind) => `${kind}.heldOut`) : [figure]
    if (!names.every(leadsToMembers)) return refuse(404, 'no-such-figure', ({ api }) => api.noSuchFigure(figure))
    const { ports } = context
    const { since, begun, now } = await sinceYesterday(context)
    const count = names.reduce((sum, name) => sum + (since[name] ?? 0), 0)
    const sets = happenedSets(begun, now)
    const came = await Promise.all(sets.flatMap((set) => names.map((name) => ports.counters.some(set, name))))
    const lately = came.flat().filter(({ at }) => begun === undefined || at >= begun)
    return ok(
      await behind(
        count,
        lately.sort((a, b) => b.at - a.at),
        context,
      ),
    )
  },
)

/** How the counters moved since yesterday began. */
async function sinceYesterday(context: ApiContext) {
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
  const since: Record<string, number> = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count - (begun?.counts[name] ?? 0)]),
  )
  return { zone, now, since, begun: begun?.at }
}
