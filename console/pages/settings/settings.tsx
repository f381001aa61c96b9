import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'
import { Value } from './value.tsx'

type Shown = Answer<'GET /v1/settings'>

/** What the live rulebook sets for everything, and where. */
export function SettingsPage() {
  const { settings: words } = useWords()
  const answer = useAnswer('GET /v1/settings', {})
  return (
    <Page title={words.title} description={words.about}>
      <Awaited answer={answer}>
        {({ version, live, files }) =>
          version === null ? (
            <Alert type="info">{words.none}</Alert>
          ) : (
            <SpaceBetween size="l">
              <Since version={version} live={live} />
              {files.map((file) => (
                <FileTable key={file.file} file={file} />
              ))}
            </SpaceBetween>
          )
        }
      </Awaited>
    </Page>
  )
}

function Since({ version, live }: { version: string; live: Shown['live'] }) {
  const { settings: words } = useWords()
  const time = useTime()
  return (
    <Box color="text-body-secondary">
      {live && `${words.live(version, live.by, time(live.at))} `}
      {live?.askedBy && `${words.agreed(live.askedBy)} `}
      {words.readOnly}
    </Box>
  )
}

function FileTable({ file: { kind, file, settings } }: { file: Shown['files'][number] }) {
  const { settings: words } = useWords()
  return (
    <Table
      header={
        <Header variant="h2" description={words.setIn(file)}>
          {words.kinds[kind]}
        </Header>
      }
      items={settings}
      trackBy="name"
      wrapLines
      columnDefinitions={[
        {
          id: 'name',
          header: words.setting,
          isRowHeader: true,
          width: 320,
          cell: ({ name }) => words.names[`${kind}.${name}`] ?? words.names[name] ?? name,
        },
        {
          id: 'value',
          header: words.value,
          cell: ({ name, value, usual }) => (
            <>
              <Value value={value} of={kind === 'targets' ? kind : name} />
              {usual && (
                <Box fontSize="body-s" color="text-body-secondary">
                  {words.usual}
                </Box>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
