import * as z from 'zod'
import { deedText } from '../../domain/deed.ts'
import { textsIn } from '../../domain/texts/index.ts'
import { ok, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { page, turn } from './page.ts'

/** Everything that was changed, the newest first: who, when, what, and which rulebook was live from then on. */
export const listHistory = route(z.object(page(20)), async ({ cursor, limit }, context, { language }) => {
  const texts = textsIn(language)
  const read = (from?: string) => context.ports.world.changes({ cursor: from, limit })
  const [turned, zone] = await Promise.all([turn('history', cursor, read), zoneOf(context)])
  if (!turned.ok) return turned.refused
  return ok({
    zone,
    history: turned.found.changes.map(({ at, by, what, rulebook = null }) => {
      return { at: new Date(at).toISOString(), by, what: deedText(what, texts), rulebook }
    }),
    cursor: turned.cursor,
  })
})
