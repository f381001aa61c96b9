import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { JourneyGraph } from '../../../shared/domain/rulebook/journey-graph.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { Figure } from '../../parts/behind.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { behindHref, type Flow, useStepText } from './flow.ts'

/** What kept how many, at which step: each number leads to the members, and each member to why. */
export function KeptTable({ graph, flow: { campaign, kept } }: { graph: JourneyGraph; flow: Flow }) {
  const { flow: words } = useWords()
  const { gates } = textsIn(useLanguage())
  const textOf = useStepText()
  const stepOf = (id: string) => graph.steps.find((step) => step.id === id)
  const byOf = ({ gate, outcome }: Flow['kept'][number]) =>
    gate === null ? words.outcomes[outcome]! : (gates[gate]?.stop ?? gate)
  return (
    <Table
      header={
        <Header variant="h2" description={words.keptAbout}>
          {words.kept}
        </Header>
      }
      items={kept}
      trackBy="counter"
      wrapLines
      empty={<Box color="text-body-secondary">{words.keptNone}</Box>}
      columnDefinitions={[
        { id: 'by', header: words.by, isRowHeader: true, minWidth: 150, cell: byOf },
        { id: 'how', header: words.how, minWidth: 150, cell: ({ outcome }) => words.outcomes[outcome] },
        {
          id: 'step',
          header: words.step,
          cell: ({ step }) => {
            const at = stepOf(step)
            return at ? textOf(at) : '–'
          },
        },
        {
          id: 'times',
          header: words.times,
          minWidth: 90,
          cell: (each) => <Figure of={each.members} what={byOf(each)} href={behindHref(campaign, each.counter)} />,
        },
        {
          id: 'now',
          header: words.now,
          minWidth: 110,
          cell: (each) =>
            each.nowCounter === null ? (
              '–'
            ) : (
              <Figure
                of={each.now ?? 0}
                what={`${words.now}: ${byOf(each)}`}
                href={behindHref(campaign, each.nowCounter)}
              />
            ),
        },
      ]}
    />
  )
}
