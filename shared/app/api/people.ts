import * as z from 'zod'
import { ok, route } from './http.ts'
import { needs, RIGHTS, type Right, type RouteName } from './rights.ts'

/** What each right opens, by the one table that the API goes by; and how people come by their rights here. */
export const showRights = route(z.object({}), async (_input, context, { who }) => {
  const routes = Object.entries(needs) as [RouteName, { right: Right | 'local'; decides?: true }][]
  return ok({
    rights: (Object.keys(RIGHTS) as Right[]).map((right) => ({
      right,
      opens: routes
        .filter(([, need]) => need.right === right)
        .map(([name, { decides = false }]) => ({ route: name, decides })),
    })),
    /** Undefined: everybody may do everything. */
    mine: who.rights ?? null,
    isPerson: who.isPerson,
    ...(context.people?.() ?? { ways: [], users: false }),
  })
})
