import Tabs from '@cloudscape-design/components/tabs'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../shell/words.tsx'
import { Deliverability } from './deliverability.tsx'
import { ListedMails } from './listed.tsx'

/** What was sent to whom, as they read it, and what became of it. */
export function Mails() {
  const { mails: words } = useWords()
  const { tab = 'mails' } = useSearch({ from: '/mails' })
  const navigate = useNavigate()
  return (
    <Page title={words.title} description={words.about}>
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => void navigate({ to: '/mails', search: { tab: detail.activeTabId } })}
        tabs={[
          { id: 'mails', label: words.tabs.mails, content: <ListedMails /> },
          { id: 'deliverability', label: words.tabs.deliverability, content: <Deliverability /> },
        ]}
      />
    </Page>
  )
}
