import { BY_HAND } from '../../shared/domain/ledger/grant.ts'
import { useAnswer } from '../api/use.ts'
import { useLanguage, useWords } from '../shell/words.tsx'
import { LinkTo } from './link-to.tsx'

/** What a campaign is called; one that is no longer live by its id. */
export function useCampaignName(): (campaign: string) => string {
  const { money: words } = useWords()
  const live = useAnswer('GET /v1/campaigns', {}).data?.campaigns ?? []
  return (id) => (id === BY_HAND ? words.byHand : (live.find(({ campaign }) => campaign === id)?.name ?? id))
}

/** A campaign's name, which leads to its page. */
export function CampaignName({ campaign }: { campaign: string }) {
  const name = useCampaignName()(campaign)
  const isOne = name !== campaign && campaign !== BY_HAND
  return isOne ? <LinkTo href={`/campaigns/${campaign}`}>{name}</LinkTo> : name
}

/** What audiences are called; one that is no longer live by its id. */
export function useAudienceName(): (audience: string) => string {
  const lang = useLanguage()
  const live = useAnswer('GET /v1/audiences', { lang }).data?.audiences ?? []
  return (id) => live.find(({ audience }) => audience === id)?.name ?? id
}
