import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useAnswer } from '../../api/use.ts'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { CampaignResults } from '../results/campaign-results.tsx'
import { Actions } from './actions.tsx'
import { Examples } from './examples.tsx'
import { JourneyTab } from './journey-tab.tsx'
import { Rules } from './rules.tsx'
import { StateText } from './state.tsx'
import { Versions } from './versions.tsx'

/** One campaign: its rules in words, the way through it, what it earned, its versions. */
export function CampaignPage() {
  const { campaigns: words } = useWords()
  const { campaign } = useParams({ from: '/campaigns/$campaign' })
  const { tab = 'rules' } = useSearch({ from: '/campaigns/$campaign' })
  const navigate = useNavigate()
  const lang = useLanguage()
  const answer = useAnswer('GET /v1/campaigns/{campaign}', { campaign, lang })
  return (
    <Page
      title={answer.data?.name ?? campaign}
      {...(answer.data && {
        description: <StateText state={answer.data.state} />,
        actions: <Actions campaign={answer.data} />,
      })}
    >
      <Awaited answer={answer}>
        {(shown) => (
          <SpaceBetween size="l">
            <Tabs
              activeTabId={tab}
              onChange={({ detail }) =>
                void navigate({
                  to: '/campaigns/$campaign',
                  params: { campaign },
                  search: { tab: detail.activeTabId },
                  replace: true,
                })
              }
              tabs={[
                { id: 'rules', label: words.tabs.rules, content: <Rules campaign={shown} /> },
                { id: 'journey', label: words.tabs.journey, content: <JourneyTab campaign={shown} /> },
                { id: 'results', label: words.tabs.results, content: <CampaignResults campaign={campaign} /> },
                { id: 'examples', label: words.tabs.examples, content: <Examples campaign={campaign} /> },
                { id: 'versions', label: words.tabs.versions, content: <Versions campaign={campaign} /> },
              ]}
            />
          </SpaceBetween>
        )}
      </Awaited>
    </Page>
  )
}
