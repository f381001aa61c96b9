import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import type { Input } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

/** Whom a search has found. */
export function Found({ by, text }: { by: Input<'GET /v1/find/members'>['by']; text: string }) {
  const { members: words, fields, shell } = useWords()
  const [from, setFrom] = useState<string>()
  const answer = useAnswer('GET /v1/find/members', { by, for: text, ...(from !== undefined && { cursor: from }) })
  return (
    <Awaited answer={answer}>
      {({ members, more, cursor }) => (
        <Table
          header={<Header>{more ? words.foundMore(members.length) : words.found(members.length)}</Header>}
          items={members}
          trackBy="memberId"
          empty={<Box color="text-body-secondary">{cursor === null ? words.nobody : words.noneOnPage}</Box>}
          footer={cursor !== null && <Button onClick={() => setFrom(cursor)}>{shell.more}</Button>}
          columnDefinitions={[
            {
              id: 'number',
              header: words.fields.number,
              cell: ({ memberId }) => <LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo>,
              isRowHeader: true,
            },
            { id: 'name', header: words.fields.name, cell: ({ name }) => name || '–' },
            {
              id: 'tier',
              header: words.fields.tier,
              cell: ({ tier }) => (tier ? fields.value('tier', tier) : words.noTier),
            },
            { id: 'email', header: words.fields.email, cell: ({ email }) => email ?? '–' },
            { id: 'last', header: words.fields.lastFlight, cell: ({ lastFlightOn }) => lastFlightOn ?? '–' },
          ]}
        />
      )}
    </Awaited>
  )
}
