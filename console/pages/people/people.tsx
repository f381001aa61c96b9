import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { usePerson } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'

type Rights = Answer<'GET /v1/rights'>
type Right = Rights['rights'][number]['right']

/** Who may do what, where that comes from, and what takes two persons. */
export function People() {
  const { people: words } = useWords()
  const answer = useAnswer('GET /v1/rights', {})
  return (
    <Page title={words.title} description={words.about}>
      <Awaited answer={answer}>
        {(rights) => (
          <SpaceBetween size="l">
            <Mine rights={rights} />
            <RightsTable rights={rights.rights} />
            <Who rights={rights} />
            <FourEyes />
          </SpaceBetween>
        )}
      </Awaited>
    </Page>
  )
}

function Mine({ rights: { rights, mine, isPerson } }: { rights: Rights }) {
  const { people: words } = useWords()
  const { name } = usePerson()
  const named = useNamed()
  const all = rights.map(({ right }) => right)
  return (
    <Container header={<Header variant="h2">{words.mine}</Header>}>
      <SpaceBetween size="m">
        <Box>{words.youAre(name)}</Box>
        {!isPerson && <Alert type="info">{words.noPerson}</Alert>}
        {mine === null ? (
          <Box>{words.all}</Box>
        ) : (
          <KeyValuePairs
            columns={2}
            items={[
              { label: words.may, value: named(all.filter((right) => mine.includes(right))) },
              { label: words.mayNot, value: named(all.filter((right) => !mine.includes(right))) },
            ]}
          />
        )}
      </SpaceBetween>
    </Container>
  )
}

/** Rights in the reader's words. */
function useNamed(): (rights: readonly Right[]) => string {
  const { shell } = useWords()
  const list = new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' })
  return (rights) => list.format(rights.map((right) => shell.rights[right])) || '–'
}

function RightsTable({ rights }: Pick<Rights, 'rights'>) {
  const { people: words, shell } = useWords()
  return (
    <Table
      header={<Header variant="h2">{words.rights}</Header>}
      items={rights}
      trackBy="right"
      wrapLines
      columnDefinitions={[
        { id: 'right', header: words.right, isRowHeader: true, width: 140, cell: ({ right }) => shell.rights[right] },
        { id: 'lets', header: words.lets, cell: ({ right }) => words.does[right] },
        {
          id: 'opens',
          header: words.opens,
          width: 420,
          cell: ({ opens }) => (
            <ExpandableSection headerText={words.calls(opens.length)}>
              <ul className="wb-lines">
                {opens.map(({ route, decides }) => (
                  <li key={route}>
                    <span className="wb-mono">{route}</span> {decides && `(${words.decides})`}
                  </li>
                ))}
              </ul>
            </ExpandableSection>
          ),
        },
      ]}
    />
  )
}

function Who({ rights: { ways, users } }: { rights: Rights }) {
  const { people: words } = useWords()
  const named = useNamed()
  return (
    <Table
      header={
        <Header variant="h2" description={words.whereSet}>
          {words.who}
        </Header>
      }
      items={[...ways]}
      wrapLines
      empty={<Box color="text-body-secondary">{words.nobody}</Box>}
      columnDefinitions={[
        { id: 'name', header: words.name, isRowHeader: true, width: 260, cell: ({ name }) => name },
        { id: 'from', header: words.from, width: 200, cell: ({ kind }) => words.kinds[kind] },
        { id: 'rights', header: words.rights, cell: (way) => named(way.rights) },
      ]}
      {...(users && { footer: words.users })}
    />
  )
}

function FourEyes() {
  const { people: words } = useWords()
  return (
    <Container header={<Header variant="h2">{words.fourEyes}</Header>}>
      <ul className="wb-lines">
        {words.fourEyesRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Container>
  )
}
