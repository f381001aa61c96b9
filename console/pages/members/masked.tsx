import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { useCampaignName } from '../../parts/campaign-name.tsx'
import { useLanguageName } from '../../parts/language-name.ts'
import { Older } from '../../parts/older.tsx'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { VerdictText } from './explanation.tsx'
import { Audiences, Pairs } from './facts.tsx'
import { Checks } from './moment.tsx'
import { PAGE } from './page-size.ts'
import { eventName } from './timeline.tsx'

type Masked = Answer<'GET /v1/masked-members/{memberId}'>

/** A member for who may not see personal data: what was decided and why, of somebody with initials and a hash. */
export function MaskedMember({ memberId }: { memberId: string }) {
  const { members: words } = useWords()
  const lang = useLanguage()
  const { from } = useSearch({ from: '/members/$memberId' })
  const answer = useAnswer('GET /v1/masked-members/{memberId}', {
    memberId,
    lang,
    limit: PAGE,
    ...(from && { cursor: from }),
  })
  const title = answer.data ? [answer.data.initials, answer.data.person].filter(Boolean).join(' · ') : words.title
  return (
    <Page title={title}>
      <Awaited answer={answer}>
        {(member) => (
          <SpaceBetween size="l">
            <Alert type="info">{words.masked}</Alert>
            <Known facts={member.facts} />
            <Audiences audiences={member.audiences} />
            <Whys explanations={member.explanations} />
            <Happened memberId={memberId} timeline={member.timeline} cursor={member.cursor} />
          </SpaceBetween>
        )}
      </Awaited>
    </Page>
  )
}

function Known({ facts }: { facts: Masked['facts'] }) {
  const { members: words, fields } = useWords()
  const languageName = useLanguageName()
  return (
    <Pairs
      title={words.travel}
      shown={[
        ['tier', facts.tier ? fields.value('tier', facts.tier) : words.noTier],
        ['locale', facts.locale ? languageName(facts.locale) : undefined],
        ['enrolledOn', facts.enrolledOn ?? undefined],
        ['marketing', words.consent[String(facts.consent.email)]],
        ['flights', count(facts.flown.flights)],
        ['lastFlight', facts.lastFlightOn ?? undefined],
        ['upcoming', count(facts.upcomingFlights)],
        ['openComplaints', count(facts.openComplaints)],
      ]}
    />
  )
}

function Whys({ explanations }: { explanations: Masked['explanations'] }) {
  const words = textsIn(useLanguage()).explain
  const time = useTime()
  return (
    <SpaceBetween size="s">
      {explanations.map(({ campaign, name, verdict, why, moments }, index) => (
        <ExpandableSection
          // biome-ignore lint/suspicious/noArrayIndexKey: of one campaign there may be several, and what tells them apart is hidden
          key={`${campaign}:${index}`}
          variant="container"
          headerText={name}
          headerInfo={<VerdictText verdict={verdict} />}
          headerDescription={why}
        >
          {moments.map(({ at, outcome, reason, gates }, moment) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: moments are in the order of their time and stay there
            <Box key={moment} padding={{ bottom: 's' }}>
              <Box variant="strong">{time(at)}</Box> · {words.outcome[outcome]} · {reason}
              {gates.length > 0 && <Checks gates={gates} />}
            </Box>
          ))}
        </ExpandableSection>
      ))}
    </SpaceBetween>
  )
}

function Happened({ memberId, timeline, cursor }: Pick<Masked, 'timeline' | 'cursor'> & { memberId: string }) {
  const words = useWords()
  const { timeline: say, grant } = words.members
  const campaignName = useCampaignName()
  const search = useSearch({ from: '/members/$memberId' })
  const navigate = useNavigate()
  const go = (from: string | undefined) =>
    void navigate({ to: '/members/$memberId', params: { memberId }, search: { ...search, from } })
  const time = useTime()
  return (
    <Table
      header={<Header>{say.title}</Header>}
      items={timeline}
      wrapLines
      footer={<Older from={search.from} cursor={cursor} go={go} />}
      columnDefinitions={[
        { id: 'when', header: say.happened, cell: ({ occurredAt }) => time(occurredAt), width: 170 },
        {
          id: 'what',
          header: grant.what,
          cell: ({ type }) => eventName(type, words.events),
          isRowHeader: true,
          width: 240,
        },
        {
          id: 'decided',
          header: say.decided,
          cell: ({ decisions }) =>
            decisions.map(({ campaign, reason }) => say.decidedFor(campaignName(campaign), reason)).join('; ') || '–',
        },
      ]}
    />
  )
}
