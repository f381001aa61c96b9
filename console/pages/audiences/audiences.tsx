import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { useLongList } from '../../parts/long-list.tsx'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { shareOf } from './share.ts'

/** The audiences of the live rulebook: how many are in each, and who that is. */
export function Audiences() {
  const { audiences: words } = useWords()
  const lang = useLanguage()
  const answer = useAnswer('GET /v1/audiences', { lang })
  return (
    <Page title={words.title} description={words.about}>
      <Awaited answer={answer}>{({ audiences }) => <List audiences={audiences} />}</Awaited>
    </Page>
  )
}

function List({ audiences }: Pick<Answer<'GET /v1/audiences'>, 'audiences'>) {
  const { audiences: words } = useWords()
  const rows = useLongList(audiences, words.find, ({ audience, name }) => `${name} ${audience}`)
  return (
    <Table
      header={<Header counter={`(${audiences.length})`}>{words.title}</Header>}
      {...rows}
      trackBy="audience"
      wrapLines
      empty={<Box color="text-body-secondary">{words.none}</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: words.name,
          isRowHeader: true,
          cell: ({ audience, name }) => <LinkTo href={`/audiences/${audience}`}>{name}</LinkTo>,
        },
        { id: 'members', header: words.members, cell: ({ members }) => count(members) },
        {
          id: 'inAWeek',
          header: words.inAWeek,
          minWidth: 110,
          cell: ({ inAWeek }) => (inAWeek === null ? words.unknown : signed(inAWeek)),
        },
        {
          id: 'reachable',
          header: words.reachable,
          minWidth: 140,
          cell: ({ reachable, members }) => words.reachableOf(count(reachable), shareOf(reachable, members)),
        },
        { id: 'who', header: words.who, cell: ({ who }) => <Sentences of={who} /> },
      ]}
    />
  )
}

function signed(change: number): string {
  return change > 0 ? `+${count(change)}` : count(change)
}

export function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="wb-lines">
      {of.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}
