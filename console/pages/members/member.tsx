import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { fullNameOf } from '../../../shared/domain/message/name.ts'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'
import { MemberActions } from './actions.tsx'
import { ConsentTab } from './consent.tsx'
import { ErasureProgress } from './erase.tsx'
import { FactsTab } from './facts.tsx'
import { MaskedMember } from './masked.tsx'
import { MoneyTab } from './money.tsx'
import { PAGE } from './page-size.ts'
import { TimelineTab } from './timeline.tsx'
import { WhyTab } from './why.tsx'

/** One member: who they are, what was decided and why, everything that happened. */
export function MemberPage() {
  const { memberId } = useParams({ from: '/members/$memberId' })
  const seesPeople = useMay('personalData')
  return seesPeople ? <WholeMember memberId={memberId} /> : <MaskedMember memberId={memberId} />
}

type Whole = Answer<'GET /v1/members/{memberId}'>

function WholeMember({ memberId }: { memberId: string }) {
  const words = useWords()
  const { from } = useSearch({ from: '/members/$memberId' })
  const answer = useAnswer('GET /v1/members/{memberId}', { memberId, limit: PAGE, ...(from && { cursor: from }) })
  const facts = answer.data?.facts
  const name = facts ? fullNameOf(facts) : ''
  return (
    <Page
      title={name ? `${name} · ${memberId}` : memberId}
      description={facts?.tier ? words.fields.value('tier', facts.tier) : words.members.noTier}
      actions={answer.data && <MemberActions memberId={memberId} isLiving={isLiving(answer.data)} />}
    >
      <Awaited answer={answer}>
        {(member) => (
          <SpaceBetween size="l">
            <Fate member={member} />
            <MemberTabs member={member} />
          </SpaceBetween>
        )}
      </Awaited>
    </Page>
  )
}

function isLiving({ erased, mergedInto }: Whole): boolean {
  return !erased && mergedInto === null
}

function Fate({ member: { memberId, erased, mergedInto } }: { member: Whole }) {
  const { members: words } = useWords()
  if (erased) return <ErasureProgress memberId={memberId} />
  if (mergedInto === null) return null
  return (
    <Alert type="info" action={<LinkTo href={`/members/${mergedInto}`}>{words.goTo(mergedInto)}</LinkTo>}>
      {words.merged(mergedInto)}
    </Alert>
  )
}

function MemberTabs({ member }: { member: Whole }) {
  const { tabs } = useWords().members
  const { memberId } = member
  const { tab = 'why', ...others } = useSearch({ from: '/members/$memberId' })
  const navigate = useNavigate()
  return (
    <Tabs
      activeTabId={tab}
      onChange={({ detail }) =>
        void navigate({
          to: '/members/$memberId',
          params: { memberId },
          search: { ...others, tab: detail.activeTabId },
          replace: true,
        })
      }
      tabs={[
        { id: 'why', label: tabs.why, content: <WhyTab memberId={memberId} /> },
        { id: 'timeline', label: tabs.timeline, content: <TimelineTab member={member} /> },
        { id: 'facts', label: tabs.facts, content: <FactsTab member={member} /> },
        { id: 'consent', label: tabs.consent, content: <ConsentTab memberId={memberId} isLiving={isLiving(member)} /> },
        { id: 'money', label: tabs.money, content: <MoneyTab memberId={memberId} /> },
      ]}
    />
  )
}
