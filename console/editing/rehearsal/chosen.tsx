import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { type ReactNode, useState } from 'react'
import type { CampaignFigures } from '../../../shared/app/rehearsal/sample/figures.ts'
import { nameFor } from '../../../shared/domain/rulebook/called.ts'
import { differs } from '../../../shared/domain/sample/differs.ts'
import { stopText } from '../../../shared/domain/texts/stop-text.ts'
import { useLanguage } from '../../shell/words.tsx'
import { useEditingWords } from '../words.ts'
import { Days } from './days.tsx'
import { differenceText, estimateText } from './estimates.ts'

interface ChosenProps {
  campaigns: readonly CampaignFigures[]
  /** Campaigns that the file which is open is about. */
  about: readonly string[]
  /** What happened to some members; absent of everybody. */
  storiesOf?: (campaign: string) => ReactNode
}

/** The first campaign on which the draft makes a difference, of those that the open file is about if there is one; another can be chosen. */
export function Chosen({ campaigns, about, storiesOf }: ChosenProps) {
  const { rehearsal: words } = useEditingWords()
  const language = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const its = campaigns.filter(({ campaign }) => about.includes(campaign))
  const usual = its.find(differs) ?? its[0] ?? campaigns.find(differs) ?? campaigns[0]
  const shown = campaigns.find(({ campaign }) => campaign === chosen) ?? usual
  if (!shown) return <Box color="text-body-secondary">{words.noCampaign}</Box>
  const optionOf = (each: CampaignFigures) => ({
    value: each.campaign,
    label: nameFor(each, language),
    description: each.isNew ? words.isNew : differs(each) ? words.differs : words.same,
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
      {storiesOf?.(shown.campaign)}
    </SpaceBetween>
  )
}

function Totals({ of }: { of: CampaignFigures }) {
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

function Stops({ of: { stops } }: { of: CampaignFigures }) {
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
