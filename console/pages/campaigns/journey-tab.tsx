import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { BehindModal } from '../../parts/behind.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'
import { KeptTable } from './kept.tsx'

/** A picture weighs as much as all other pages. */
const Journey = lazy(async () => ({ default: (await import('./journey.tsx')).Journey }))

type Shown = Answer<'GET /v1/campaigns/{campaign}'>

/** The way through a campaign, how many stand and went where, and what kept how many. */
export function JourneyTab({ campaign: { campaign, journey } }: { campaign: Shown }) {
  const { flow: words } = useWords()
  const answer = useAnswer('GET /v1/campaigns/{campaign}/journey', { campaign })
  const { who } = useSearch({ from: '/campaigns/$campaign' })
  const mayLook = useMay('personalData')
  return (
    <Awaited answer={answer}>
      {(flow) => (
        <SpaceBetween size="l">
          <CountedAt flow={flow} />
          {flow.elsewhere > 0 && <Alert type="info">{words.elsewhere(count(flow.elsewhere))}</Alert>}
          <Suspense>
            <Journey graph={journey} flow={flow} />
          </Suspense>
          <KeptTable graph={journey} flow={flow} />
          {who !== undefined && mayLook && <BehindCounter campaign={campaign} counter={who} />}
          {who !== undefined && !mayLook && <Alert type="info">{words.behind.needsRight}</Alert>}
        </SpaceBetween>
      )}
    </Awaited>
  )
}

function CountedAt({ flow: { countedAt, since } }: { flow: Answer<'GET /v1/campaigns/{campaign}/journey'> }) {
  const { flow: words } = useWords()
  const time = useTime()
  return (
    <Box color="text-body-secondary">
      {since === null ? words.nothing : words.counted(time(countedAt), time(since))}
    </Box>
  )
}

function BehindCounter({ campaign, counter }: { campaign: string; counter: string }) {
  const navigate = useNavigate()
  const answer = useAnswer('GET /v1/journey-members/{campaign}', { campaign, counter })
  const close = () =>
    void navigate({ to: '/campaigns/$campaign', params: { campaign }, search: { tab: 'journey' }, replace: true })
  return <BehindModal answer={answer} isNow={/^(at|heldNow)\//.test(counter)} campaign={campaign} onClose={close} />
}
