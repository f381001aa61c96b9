import * as z from 'zod'
import { ok, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { RIGHTS, type Right } from './rights.ts'

/** Who asks, as it is written down, and what they may do here: pages show no button that would be refused. */
export const showMe = route(z.object({}), async (_input, context, { who }) => {
  const rights = who.rights ?? (Object.keys(RIGHTS) as Right[])
  return ok({
    name: who.name,
    isPerson: who.isPerson,
    rights,
    zone: await zoneOf(context),
    now: new Date(context.now()).toISOString(),
  })
})
