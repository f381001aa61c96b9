import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { count, money } from '../../parts/amounts.ts'
import { Problem } from '../../parts/problem.tsx'
import { useTime } from '../../parts/times.ts'
import { useEditingWords } from '../words.ts'
import { Chosen } from './chosen.tsx'

const LOOK_AGAIN_MS = 2000

type Shown = NonNullable<Answer<'GET /v1/rehearsals/{draft}'>['rehearsal']>

interface EverybodyProps {
  draft: string
  /** Campaigns that the file which is open is about. */
  about: readonly string[]
  /** What is rehearsed is what is saved. */
  isSaved: boolean
}

/** The draft rehearsed on all members, on the server: begun here, and found again whenever somebody comes back. */
export function Everybody({ draft, about, isSaved }: EverybodyProps) {
  const { rehearsal: words } = useEditingWords()
  const answer = useAnswer('GET /v1/rehearsals/{draft}', { draft }, { everyMs: LOOK_AGAIN_MS })
  const begin = useAct('POST /v1/rehearsals/{draft}')
  const cancel = useAct('DELETE /v1/rehearsals/{draft}')
  const shown = answer.data?.rehearsal ?? undefined
  const isRunning = shown?.state === 'running'
  const error = begin.error ?? cancel.error ?? answer.error
  return (
    <ExpandableSection headerText={words.everybody} headingTagOverride="h3" defaultExpanded>
      <SpaceBetween size="m">
        <Box color="text-body-secondary">{words.everybodyAbout}</Box>
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={!isSaved || isRunning} loading={begin.isPending} onClick={() => begin.mutate({ draft })}>
            {words.rehearseEverybody}
          </Button>
          {isRunning && (
            <Button loading={cancel.isPending} onClick={() => cancel.mutate({ draft })}>
              {words.cancelEverybody}
            </Button>
          )}
        </SpaceBetween>
        {error && <Problem error={error} />}
        {shown && <Result shown={shown} about={about} />}
      </SpaceBetween>
    </ExpandableSection>
  )
}

function Result({ shown, about }: { shown: Shown; about: readonly string[] }) {
  const { rehearsal: words } = useEditingWords()
  const time = useTime()
  const { state, looked, members, at, by, isOfThis, isOfLive, figures } = shown
  if (state === 'cancelled') return <Box>{words.cancelledEverybody(time(at), by)}</Box>
  if (!figures)
    return (
      <ProgressBar
        value={members === 0 ? 0 : Math.floor((looked / members) * 100)}
        label={words.runningEverybody(time(at), by)}
        additionalInfo={words.lookedAt(count(looked), count(members))}
      />
    )
  return (
    <SpaceBetween size="m">
      <Box>{words.doneEverybody(count(looked), time(at), by)}</Box>
      {!(isOfThis && isOfLive) && <Alert type="info">{isOfThis ? words.liveChanged : words.draftChanged}</Alert>}
      <UsedUp of={figures.budgets} />
      <Chosen campaigns={figures.campaigns} about={about} />
    </SpaceBetween>
  )
}

type Budgets = NonNullable<Shown['figures']>['budgets']

/** Budgets that would not have lasted: what is beyond them would not have been granted. */
function UsedUp({ of }: { of: Budgets }) {
  const { rehearsal: words } = useEditingWords()
  const usedUp = Object.entries(of).filter(([, { limitMinor, spentMinor }]) => spentMinor > limitMinor)
  if (usedUp.length === 0) return null
  return (
    <Alert type="warning">
      {usedUp.map(([id, { currency, limitMinor, spentMinor }]) => (
        <div key={id}>{words.usedUp(id, money(spentMinor, currency), money(limitMinor, currency))}</div>
      ))}
    </Alert>
  )
}
