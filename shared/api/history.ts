import * as z from 'zod'
import { ok, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { page } from './members.ts'

/** Everything that was changed, the newest first: who, when, what, and which rulebook was live from then on. */
export const listHistory = route(z.object(page(500, 20)), async ({ cursor, limit }, context) => {
  const [found, zone] = await Promise.all([context.ports.world.changes({ cursor, limit }), zoneOf(context)])
  return ok({
    zone,
    history: found.changes.map(({ at, by, what, rulebook = null }) => {
      return { at: new Date(at).toISOString(), by, what, rulebook }
    }),
    cursor: found.cursor ?? null,
  })
})
