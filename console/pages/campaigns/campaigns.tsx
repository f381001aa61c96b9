import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useNavigate } from '@tanstack/react-router'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { useLongList } from '../../parts/long-list.tsx'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'
import { ResultInAWord } from '../results/in-a-word.tsx'
import { StateText } from './state.tsx'

/** The campaigns that are live, and how each stands. */
export function Campaigns() {
  const { campaigns: words } = useWords()
  const navigate = useNavigate()
  const mayEdit = useMay('edit')
  const answer = useAnswer('GET /v1/campaigns', {})
  return (
    <Page
      title={words.title}
      description={words.about}
      actions={
        mayEdit && (
          <Button variant="primary" onClick={() => void navigate({ to: '/gallery', search: {} })}>
            {words.begin}
          </Button>
        )
      }
    >
      <Awaited answer={answer}>{({ campaigns }) => <List campaigns={campaigns} />}</Awaited>
    </Page>
  )
}

function List({ campaigns }: Pick<Answer<'GET /v1/campaigns'>, 'campaigns'>) {
  const { campaigns: words } = useWords()
  const rows = useLongList(campaigns, words.find, ({ campaign, name }) => `${name} ${campaign}`)
  return (
    <Table
      header={<Header counter={`(${campaigns.length})`}>{words.title}</Header>}
      {...rows}
      trackBy="campaign"
      wrapLines
      empty={<Box color="text-body-secondary">{words.none}</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: words.name,
          isRowHeader: true,
          cell: ({ campaign, name }) => <LinkTo href={`/campaigns/${campaign}`}>{name}</LinkTo>,
        },
        { id: 'state', header: words.state, minWidth: 130, cell: ({ state }) => <StateText state={state} /> },
        { id: 'class', header: words.class, minWidth: 90, cell: (each) => words.classes[each.class] },
        { id: 'underWay', header: words.underWay, minWidth: 110, cell: ({ underWay }) => count(underWay) },
        { id: 'budget', header: words.budget, minWidth: 130, cell: ({ budget }) => budget ?? words.noBudget },
        { id: 'result', header: words.result, cell: ({ campaign }) => <ResultInAWord campaign={campaign} /> },
      ]}
    />
  )
}
