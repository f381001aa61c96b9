import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'
import { count } from '../../parts/amounts.ts'
import { useWords } from '../../shell/words.tsx'

type Day = Answer<'GET /v1/audience-counts/{audience}'>['days'][number]

/** How many were in it as each day began, the latest first, and who came and went on it. */
export function Moves({ days }: { days: readonly Day[] }) {
  const { audiences: words } = useWords()
  return (
    <Table
      header={
        <Header variant="h2" description={words.movesAbout}>
          {words.moves}
        </Header>
      }
      items={days.toReversed()}
      trackBy="date"
      contentDensity="compact"
      empty={<Box color="text-body-secondary">{words.movesNone}</Box>}
      columnDefinitions={[
        { id: 'day', header: words.day, isRowHeader: true, cell: ({ date }) => date },
        { id: 'members', header: words.members, cell: ({ members }) => count(members) },
        { id: 'came', header: words.came, cell: ({ came }) => count(came) },
        { id: 'went', header: words.went, cell: ({ went }) => count(went) },
      ]}
    />
  )
}
