import * as z from 'zod'
import { nearest } from '../../standards/nearest.ts'
import { ok, refuse, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { page, turn } from './page.ts'

/** The audiences of the live rulebook, and how many are in each now: read from their index. */
export const listAudiences = route(z.object({}), async (_input, context) => {
  const audiences = (await liveRulebook(context))?.audiences ?? []
  const counted = audiences.map(async ({ id, name }) => {
    return { audience: id, name, members: await context.ports.audiences.count(id) }
  })
  return ok({ audiences: await Promise.all(counted) })
})

/** How many are in one audience, and a page of who. */
export const showAudience = route(
  z.object({ audience: z.string().min(1).max(100), ...page(1000, 20) }),
  async ({ audience: asked, cursor, limit }, context) => {
    const rulebook = await liveRulebook(context)
    const audience = rulebook?.audiences.find(({ id }) => id === asked)
    if (!rulebook || !audience) {
      const known = rulebook?.audiences.map(({ id }) => id) ?? []
      const meant = nearest(asked, known)
      const hint = meant ? `did you mean "${meant}"?` : `there are: ${known.join(', ') || 'none yet'}`
      return refuse(404, 'no-such-audience', `no audience is called "${asked}"`, hint)
    }
    const { audiences } = context.ports
    const read = (from?: string) => audiences.page({ audience: audience.id, cursor: from, limit })
    const [members, turned] = await Promise.all([
      audiences.count(audience.id),
      turn(`audience ${audience.id}`, cursor, read),
    ])
    if (!turned.ok) return turned.refused
    return ok({
      audience: audience.id,
      name: audience.name,
      zone: rulebook.settings.zone,
      members,
      page: turned.found.members.map(({ memberId, since }) => ({ memberId, since: new Date(since).toISOString() })),
      cursor: turned.cursor,
    })
  },
)
