import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAnswer } from '../../api/use.ts'
import { Older } from '../../parts/older.tsx'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

const PAGE = 50

/** Who changed what, and when. */
export function History() {
  const { history: words } = useWords()
  const time = useTime()
  const { from } = useSearch({ from: '/history' })
  const navigate = useNavigate()
  const answer = useAnswer('GET /v1/history', { limit: PAGE, ...(from !== undefined && { cursor: from }) })
  return (
    <Page title={words.title} description={words.about}>
      <Awaited answer={answer}>
        {({ history, cursor }) => (
          <Table
            header={<Header>{words.list}</Header>}
            items={history}
            wrapLines
            empty={<Box color="text-body-secondary">{words.none}</Box>}
            columnDefinitions={[
              { id: 'at', header: words.when, cell: ({ at }) => time(at), width: 170 },
              { id: 'by', header: words.by, cell: ({ by }) => by, width: 200 },
              { id: 'what', header: words.what, cell: ({ what }) => what, isRowHeader: true },
              {
                id: 'rulebook',
                header: words.rulebook,
                cell: ({ rulebook }) => (rulebook ? <span className="wb-mono">{rulebook.slice(0, 12)}</span> : '–'),
                width: 180,
              },
            ]}
            footer={
              <Older
                from={from}
                cursor={cursor}
                go={(next) => void navigate({ to: '/history', search: { from: next } })}
              />
            }
          />
        )}
      </Awaited>
    </Page>
  )
}
