import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { BehindModal, Figure } from '../../parts/behind.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { Sentences } from './audiences.tsx'
import { Download } from './download.tsx'
import { InIt } from './in-it.tsx'
import { Moves } from './moves.tsx'
import { Overlap } from './overlap.tsx'
import { shareOf } from './share.ts'

type Shown = Answer<'GET /v1/audience-counts/{audience}'>

/** One audience: its condition in sentences, how many are in it and how that moves, what uses it, and who is in it. */
export function AudiencePage() {
  const { audiences: words } = useWords()
  const lang = useLanguage()
  const time = useTime()
  const { audience } = useParams({ from: '/audiences/$audience' })
  const seesPeople = useMay('personalData')
  const answer = useAnswer('GET /v1/audience-counts/{audience}', { audience, lang })
  return (
    <Page
      title={answer.data?.name ?? audience}
      {...(answer.data && {
        description: words.counted(time(answer.data.countedAt)),
        ...(seesPeople && { actions: <Download audience={audience} members={answer.data.members} /> }),
      })}
    >
      <Awaited answer={answer}>
        {(shown) => (
          <SpaceBetween size="l">
            <Counts of={shown} />
            <Moves days={shown.days} />
            <Overlap audience={audience} />
            {seesPeople ? <InIt audience={audience} /> : <Alert type="info">{words.needsRight}</Alert>}
            {seesPeople && <BehindMoves audience={audience} />}
          </SpaceBetween>
        )}
      </Awaited>
    </Page>
  )
}

function Counts({ of }: { of: Shown }) {
  const { audiences: words } = useWords()
  const moves = (which: 'came' | 'went') => `/audiences/${of.audience}?who=${which}`
  const numbers = [
    { label: words.members, value: count(of.members) },
    { label: words.reachable, value: words.reachableOf(count(of.reachable), shareOf(of.reachable, of.members)) },
    { label: words.cameInAll, value: <Figure of={of.came} what={words.came} href={moves('came')} /> },
    { label: words.wentInAll, value: <Figure of={of.went} what={words.went} href={moves('went')} /> },
    { label: words.usedBy, value: <UsedBy campaigns={of.usedBy} /> },
  ]
  return (
    <SpaceBetween size="l">
      <Container>
        <KeyValuePairs columns={4} items={numbers} />
      </Container>
      <Container header={<Header variant="h2">{words.who}</Header>}>
        <Sentences of={of.who} />
      </Container>
    </SpaceBetween>
  )
}

function UsedBy({ campaigns }: { campaigns: Shown['usedBy'] }) {
  const { audiences: words } = useWords()
  if (campaigns.length === 0) return <Box color="text-body-secondary">{words.usedByNone}</Box>
  return (
    <ul className="wb-lines">
      {campaigns.map(({ campaign, name }) => (
        <li key={campaign}>
          <LinkTo href={`/campaigns/${campaign}`}>{name}</LinkTo>
        </li>
      ))}
    </ul>
  )
}

function BehindMoves({ audience }: { audience: string }) {
  const { who } = useSearch({ from: '/audiences/$audience' })
  const navigate = useNavigate()
  const which = who === 'went' ? 'went' : 'came'
  const answer = useAnswer('GET /v1/audiences/{audience}/moves', { audience, which }, { enabled: who !== undefined })
  if (who === undefined) return null
  const close = () => void navigate({ to: '/audiences/$audience', params: { audience }, search: {}, replace: true })
  return <BehindModal answer={answer} onClose={close} />
}
