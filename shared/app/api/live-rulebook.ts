import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { nearest } from '../../standards/nearest.ts'
import { type ApiContext, type Refusal, refuse } from './http.ts'

type Shelf = Pick<ApiContext, 'ports' | 'rulebooks'>

/** The rulebook that is live, compiled; undefined before the first publish. */
export async function liveRulebook({ ports, rulebooks }: Shelf): Promise<Rulebook | undefined> {
  const { rulebook } = await ports.world.read()
  return rulebook === undefined ? undefined : rulebooks.load(rulebook)
}

/** The zone whose days count and whose wall clock people read. */
export async function zoneOf(shelf: Shelf): Promise<string> {
  return (await liveRulebook(shelf))?.settings.zone ?? 'UTC'
}

export function campaignsOf(rulebook: Rulebook | undefined): string[] {
  return rulebook?.campaigns.map((campaign) => campaign.id) ?? []
}

export function noSuchCampaign(asked: string, known: readonly string[]): Refusal {
  const meant = nearest(asked, known)
  return refuse(
    404,
    'no-such-campaign',
    ({ api }) => api.noSuchCampaign(asked),
    ({ api, hints }) => {
      if (meant) return hints.meant(meant)
      return known.length > 0 ? hints.thereAre(known.join(', ')) : api.publishFirst
    },
  )
}
