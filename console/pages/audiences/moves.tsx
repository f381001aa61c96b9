import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'
import { count } from '../../parts/amounts.ts'
import { useWords } from '../../shell/words.tsx'
import { MovesPlot } from './moves-plot.tsx'

type Day = Answer<'GET /v1/audience-counts/{audience}'>['days'][number]

/** How many were in it as each day began, and who came and went on it: as a line, and as a table with the latest first. */
export function Moves({ days }: { days: readonly Day[] }) {
  const { audiences: words } = useWords()
  return (
    <Container
      header={
        <Header variant="h2" description={words.movesAbout}>
          {words.moves}
        </Header>
      }
    >
      {days.length === 0 ? (
        <Box color="text-body-secondary">{words.movesNone}</Box>
      ) : (
        <SpaceBetween size="s">
          {days.length > 1 && <MovesPlot days={days} label={words.moves} />}
          <ExpandableSection headerText={words.movesByDay} defaultExpanded={days.length === 1}>
            <ByDay days={days} />
          </ExpandableSection>
        </SpaceBetween>
      )}
    </Container>
  )
}

function ByDay({ days }: { days: readonly Day[] }) {
  const { audiences: words } = useWords()
  return (
    <Table
      variant="embedded"
      items={days.toReversed()}
      trackBy="date"
      contentDensity="compact"
      ariaLabels={{ tableLabel: words.movesByDay }}
      columnDefinitions={[
        { id: 'day', header: words.day, isRowHeader: true, cell: ({ date }) => date },
        { id: 'members', header: words.members, cell: ({ members }) => count(members) },
        { id: 'came', header: words.came, cell: ({ came }) => count(came) },
        { id: 'went', header: words.went, cell: ({ went }) => count(went) },
      ]}
    />
  )
}
