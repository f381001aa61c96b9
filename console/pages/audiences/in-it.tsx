import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { fullNameOf } from '../../../shared/domain/message/name.ts'
import { useAnswer } from '../../api/use.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

const PAGE = 50

/** Who is in an audience now, a page at a time from its index, in the order that it has. */
export function InIt({ audience }: { audience: string }) {
  const { audiences: words, members, fields, shell } = useWords()
  const time = useTime()
  const { from } = useSearch({ from: '/audiences/$audience' })
  const navigate = useNavigate()
  const answer = useAnswer('GET /v1/audiences/{audience}', {
    audience,
    limit: PAGE,
    facts: 'true',
    ...(from !== undefined && { cursor: from }),
  })
  return (
    <Awaited answer={answer}>
      {({ page, cursor }) => (
        <Table
          header={<Header variant="h2">{words.list}</Header>}
          items={page}
          trackBy="memberId"
          empty={<Box color="text-body-secondary">{words.empty}</Box>}
          columnDefinitions={[
            {
              id: 'number',
              header: members.fields.number,
              isRowHeader: true,
              cell: ({ memberId }) => <LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo>,
            },
            { id: 'name', header: members.fields.name, cell: ({ facts }) => (facts && fullNameOf(facts)) || '–' },
            {
              id: 'tier',
              header: members.fields.tier,
              cell: ({ facts }) => (facts?.tier ? fields.value('tier', facts.tier) : members.noTier),
            },
            { id: 'last', header: members.fields.lastFlight, cell: ({ facts }) => facts?.lastFlightOn ?? '–' },
            { id: 'since', header: words.since, cell: ({ since }) => time(since) },
          ]}
          footer={
            cursor && (
              <Button
                onClick={() =>
                  void navigate({ to: '/audiences/$audience', params: { audience }, search: { from: cursor } })
                }
              >
                {shell.more}
              </Button>
            )
          }
        />
      )}
    </Awaited>
  )
}
