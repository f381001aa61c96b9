import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'

type Ran = Answer<'GET /v1/campaigns/{campaign}/examples'>

/** The examples of a campaign, green or red, and what differs. */
export function Examples({ campaign }: { campaign: string }) {
  const { campaigns: words } = useWords()
  const lang = useLanguage()
  const answer = useAnswer('GET /v1/campaigns/{campaign}/examples', { campaign, lang })
  return (
    <Awaited answer={answer}>
      {(ran) => (ran.published ? <Outcomes ran={ran} /> : <Alert type="info">{words.examples.notPublished}</Alert>)}
    </Awaited>
  )
}

function Outcomes({ ran: { examples, problems, more } }: { ran: Ran }) {
  const { examples: words } = useWords().campaigns
  const passed = examples.filter((each) => each.passed).length
  return (
    <SpaceBetween size="m">
      {problems.map(({ file, line, message }) => (
        <Alert key={`${file} ${line} ${message}`} type="error" header={words.file(file, line)}>
          {message}
        </Alert>
      ))}
      <Table
        header={
          <Header variant="h2" description={words.about}>
            {words.title(count(passed), count(examples.length))}
          </Header>
        }
        items={examples}
        trackBy="name"
        wrapLines
        empty={<Box color="text-body-secondary">{words.none}</Box>}
        footer={more > 0 && words.more(count(more))}
        columnDefinitions={[
          {
            id: 'example',
            header: words.example,
            isRowHeader: true,
            cell: ({ name, file, line }) => (
              <>
                {name}
                <Box color="text-body-secondary" fontSize="body-s">
                  {words.file(file, line)}
                </Box>
              </>
            ),
          },
          {
            id: 'outcome',
            header: words.outcome,
            minWidth: 150,
            cell: (each) => (
              <StatusIndicator type={each.passed ? 'success' : 'error'}>
                {each.passed ? words.green : words.red}
              </StatusIndicator>
            ),
          },
          {
            id: 'differs',
            header: words.differs,
            minWidth: 110,
            cell: ({ differences }) => <Lines of={differences} />,
          },
          { id: 'happened', header: words.happened, cell: ({ happened }) => <Lines of={happened} /> },
        ]}
      />
    </SpaceBetween>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  if (of.length === 0) return <Box>–</Box>
  return (
    <ul className="wb-lines">
      {of.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and never change places
        <li key={index}>{each}</li>
      ))}
    </ul>
  )
}
