import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { SAMPLE_DAYS } from '../../../shared/domain/sample/sample.ts'
import { stopText } from '../../../shared/domain/texts/stop-text.ts'
import { count } from '../../parts/amounts.ts'
import { Problem } from '../../parts/problem.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage } from '../../shell/words.tsx'
import { useEditingWords } from '../words.ts'
import { Days } from './days.tsx'
import { differenceText, estimateText } from './estimates.ts'
import type { FromRehearser, ShownCampaign } from './rehearse.worker.ts'
import { Stories } from './stories.tsx'
import { useRehearsal } from './use-rehearsal.ts'

interface PanelProps {
  live: Readonly<Record<string, string>>
  changed: Readonly<Record<string, string | null>>
  path: string
}

/** What the draft would have done with real history, beside its editors; for those who may see the sample. */
export default function RehearsalPanel(props: PanelProps) {
  return useMay('rehearse') ? <Rehearsed {...props} /> : null
}

function Rehearsed({ live, changed, path }: PanelProps) {
  const { rehearsal: words } = useEditingWords()
  const { answer, isStale, error } = useRehearsal(live, changed)
  const about = answer?.is === 'figures' ? aboutText(answer.figures, words) : undefined
  return (
    <Container
      header={
        <Header variant="h2" {...(about && { description: about })}>
          {words.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <State answer={answer} isStale={isStale} error={error} />
        {answer?.is === 'figures' && <Chosen campaigns={answer.figures.campaigns} path={path} />}
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

/** The campaign of the file that is open, else the first on which the draft makes a difference; another can be chosen. */
function Chosen({ campaigns, path }: { campaigns: readonly ShownCampaign[]; path: string }) {
  const { rehearsal: words } = useEditingWords()
  const [chosen, setChosen] = useState<string>()
  const id = chosen ?? /^campaigns\/(.+?)(?:\.examples)?\.yaml$/.exec(path)?.[1]
  const shown = campaigns.find(({ campaign }) => campaign === id) ?? campaigns[0]
  if (!shown) return <Box color="text-body-secondary">{words.noCampaign}</Box>
  const optionOf = (each: ShownCampaign) => ({
    value: each.campaign,
    label: each.name,
    description: each.isNew ? words.isNew : isOther(each) ? words.differs : words.same,
  })
  return (
    <SpaceBetween size="l">
      <FormField label={words.campaign}>
        <Select
          selectedOption={optionOf(shown)}
          options={campaigns.map(optionOf)}
          filteringType="auto"
          onChange={({ detail }) => setChosen(detail.selectedOption.value)}
        />
      </FormField>
      <Totals of={shown} />
      <Days of={shown} />
      <Stops of={shown} />
      <ColumnLayout columns={2}>
        <Stories title={words.inside} none={words.nobodyInside} stories={shown.inside} />
        <Stories title={words.outside} none={words.nobodyOutside} stories={shown.outside} />
      </ColumnLayout>
    </SpaceBetween>
  )
}

function isOther({ entered, got, cost }: ShownCampaign): boolean {
  return [entered, got, ...(cost ? [cost] : [])].some(({ draft, live }) => draft.total !== live.total)
}

function Totals({ of }: { of: ShownCampaign }) {
  const { rehearsal: words } = useEditingWords()
  const { cost } = of
  const rows = [
    ...(['entered', 'got', 'heldOut'] as const).map((what) => ({ label: words[what], ...of[what] })),
    ...(cost ? [{ label: words.cost, ...cost }] : []),
  ]
  return (
    <Table
      variant="embedded"
      wrapLines
      items={rows}
      trackBy="label"
      columnDefinitions={[
        { id: 'label', header: words.figure, isRowHeader: true, cell: ({ label }) => label },
        { id: 'draft', header: words.draft, cell: (row) => estimateText(row.draft, currencyOf(row)) },
        { id: 'live', header: words.live, cell: (row) => estimateText(row.live, currencyOf(row)) },
        { id: 'more', header: words.more, cell: (row) => differenceText(row.more, currencyOf(row)) },
      ]}
    />
  )
}

function currencyOf(row: object): string | undefined {
  return 'currency' in row ? String(row.currency) : undefined
}

function Stops({ of: { stops } }: { of: ShownCampaign }) {
  const { rehearsal: words } = useEditingWords()
  const language = useLanguage()
  return (
    <ExpandableSection headerText={words.stops} defaultExpanded>
      <Table
        variant="embedded"
        wrapLines
        items={stops}
        trackBy="by"
        empty={<Box color="text-body-secondary">{words.noStops}</Box>}
        columnDefinitions={[
          { id: 'by', header: words.stop, isRowHeader: true, cell: ({ by }) => stopText(by, language) },
          { id: 'draft', header: words.draft, cell: ({ draft }) => estimateText(draft) },
          { id: 'live', header: words.live, cell: ({ live }) => estimateText(live) },
          { id: 'more', header: words.more, cell: ({ more }) => differenceText(more) },
        ]}
      />
    </ExpandableSection>
  )
}
