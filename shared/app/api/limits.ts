import type { ApiContext } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

/** How many of all that it may a campaign has given. */
export interface LimitNow {
  campaign: string
  taken: number
  inAll: number
}

export async function limitsNow(context: Pick<ApiContext, 'ports' | 'rulebooks'>): Promise<LimitNow[]> {
  const campaigns = (await liveRulebook(context))?.campaigns ?? []
  const limited = campaigns.flatMap(({ id, limits }) =>
    limits?.inAll === undefined ? [] : [{ id, inAll: limits.inAll }],
  )
  const taken = limited.length > 0 ? await context.ports.limits.taken(limited.map(({ id }) => id)) : {}
  return limited.map(({ id, inAll }) => ({ campaign: id, taken: taken[id] ?? 0, inAll }))
}
