import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { SAMPLE_DAYS } from '../../../shared/domain/sample/sample.ts'
import { count } from '../../parts/amounts.ts'
import { Problem } from '../../parts/problem.tsx'
import { useMay } from '../../shell/person.tsx'
import { campaignsAbout } from '../names.ts'
import { useEditingWords } from '../words.ts'
import { Chosen } from './chosen.tsx'
import { Everybody } from './everybody.tsx'
import type { FromRehearser } from './rehearse.worker.ts'
import { InAndOut } from './stories.tsx'
import { useRehearsal } from './use-rehearsal.ts'

interface PanelProps {
  draft: string
  isSaved: boolean
  live: Readonly<Record<string, string>>
  changed: Readonly<Record<string, string | null>>
  path: string
}

/** What the draft would have done with real history, beside its editors; for those who may see the sample. */
export default function RehearsalPanel(props: PanelProps) {
  return useMay('rehearse') ? <Rehearsed {...props} /> : null
}

function Rehearsed({ live, changed, path, draft, isSaved }: PanelProps) {
  const { rehearsal: words } = useEditingWords()
  const { answer, isStale, error, stories, tell } = useRehearsal(live, changed)
  const description = answer?.is === 'figures' ? aboutText(answer.figures, words) : undefined
  const about = campaignsAbout(path, { ...live, ...changed })
  return (
    <Container
      header={
        <Header variant="h2" {...(description && { description })}>
          {words.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <State answer={answer} isStale={isStale} error={error} />
        {answer?.is === 'figures' && (
          <Chosen
            campaigns={answer.figures.campaigns}
            about={about}
            storiesOf={(campaign) => <InAndOut campaign={campaign} by={answer} told={stories} tell={tell} />}
          />
        )}
        <Everybody draft={draft} about={about} isSaved={isSaved} />
      </SpaceBetween>
    </Container>
  )
}

type Words = ReturnType<typeof useEditingWords>['rehearsal']

function aboutText({ looked, members }: { looked: number; members: number }, words: Words): string {
  return words.about(SAMPLE_DAYS, count(looked), count(members))
}

function State({ answer, isStale, error }: Pick<ReturnType<typeof useRehearsal>, 'answer' | 'isStale' | 'error'>) {
  const { rehearsal: words } = useEditingWords()
  if (error && 'code' in error && error.code === 'no-sample')
    return <StatusIndicator type="info">{words.noSample}</StatusIndicator>
  if (error) return <Problem error={error} />
  return (
    <span role="status">
      <StatusIndicator type={isStale ? 'in-progress' : answer?.is === 'problems' ? 'pending' : 'success'}>
        {stateText(answer, isStale, words)}
      </StatusIndicator>
    </span>
  )
}

function stateText(answer: FromRehearser | undefined, isStale: boolean, words: Words): string {
  if (answer?.is === 'problems' && !isStale) return words.problems
  if (answer?.is === 'figures' && !answer.isDone) return words.first
  return isStale ? words.counting : words.done
}
