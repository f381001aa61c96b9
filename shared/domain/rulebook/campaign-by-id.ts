import type { Campaign, Rulebook } from './rulebook.ts'

const byId = new WeakMap<readonly Campaign[], ReadonlyMap<string, Campaign>>()

/** A rulebook's campaign of this id. Reactions ask it many times, of up to thousands: they are sorted once. */
export function campaignById(
  rulebook: Pick<Rulebook, 'campaigns'> | undefined,
  id: string | undefined,
): Campaign | undefined {
  if (!rulebook || id === undefined) return undefined
  const { campaigns } = rulebook
  let known = byId.get(campaigns)
  if (!known) {
    known = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
    byId.set(campaigns, known)
  }
  return known.get(id)
}
