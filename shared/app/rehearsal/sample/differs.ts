import type { CampaignFigures } from './figures.ts'

/** Whether the draft does anything else with a campaign than what is live. */
export function differs({ isNew, entered, got, cost }: Pick<CampaignFigures, 'isNew' | 'entered' | 'got' | 'cost'>) {
  return isNew || [entered, got, ...(cost ? [cost] : [])].some(({ draft, live }) => draft.total !== live.total)
}
