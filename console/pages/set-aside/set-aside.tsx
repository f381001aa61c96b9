import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { RAW_SOURCE } from '../../../shared/contract/raw-source.ts'
import type { ConsoleTexts } from '../../../shared/domain/texts/console.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'
import { eventName } from '../members/timeline.tsx'
import { type Entry, Mend } from './mend.tsx'
import { Message } from './message.tsx'

const PAGE = 100

/** Events that could not be accepted: why, what was probably meant, and the ways to put them right. */
export function SetAside() {
  const { setAside: words } = useWords()
  const sees = useMay('personalData')
  return (
    <Page title={words.title} description={words.about}>
      {sees ? <Entries /> : <Alert type="info">{words.needsRight}</Alert>}
    </Page>
  )
}

function Entries() {
  const { setAside: words, shell, events } = useWords()
  const time = useTime()
  const mayEdit = useMay('edit')
  const { key, from } = useSearch({ from: '/set-aside' })
  const navigate = useNavigate()
  const answer = useAnswer('GET /v1/set-asides', { limit: PAGE, ...(from !== undefined && { cursor: from }) })
  const replay = useAct('POST /v1/set-asides/replay')
  // Kept here: once it is accepted an event leaves the list, and its window with it.
  const [mended, setMended] = useState(false)
  const go = (next: { key?: string | undefined; from?: string | undefined }) =>
    void navigate({ to: '/set-aside', search: next })
  return (
    <Awaited answer={answer}>
      {({ entries, cursor }) => {
        const opened = entries.find((entry) => entry.key === key)
        return (
          <SpaceBetween size="m">
            {replay.error && <Problem error={replay.error} />}
            {mended && <Alert type="success">{words.mended}</Alert>}
            {replay.data && <Alert type="success">{words.replayed(replay.data.sent)}</Alert>}
            <Table
              header={
                <Header
                  counter={`(${entries.length}${cursor ? '+' : ''})`}
                  actions={
                    mayEdit && (
                      <Button
                        loading={replay.isPending}
                        disabled={entries.length === 0}
                        onClick={() => replay.mutate({ limit: PAGE, ...(from !== undefined && { cursor: from }) })}
                      >
                        {words.replayAll}
                      </Button>
                    )
                  }
                >
                  {words.list}
                </Header>
              }
              items={entries}
              trackBy="key"
              wrapLines
              empty={<Box color="text-body-secondary">{words.none}</Box>}
              columnDefinitions={[
                { id: 'at', header: words.when, cell: ({ setAsideAt }) => time(setAsideAt), width: 170 },
                {
                  id: 'what',
                  header: words.what,
                  isRowHeader: true,
                  width: 200,
                  cell: (entry) => {
                    const name = nameOf(entry, { setAside: words, events })
                    return (
                      <Link
                        href={`?key=${encodeURIComponent(entry.key)}`}
                        ariaLabel={words.open(name, time(entry.setAsideAt))}
                        onFollow={(event) => {
                          event.preventDefault()
                          setMended(false)
                          go({ from, key: entry.key })
                        }}
                      >
                        {name}
                      </Link>
                    )
                  },
                },
                { id: 'source', header: words.source, cell: ({ envelope }) => envelope.source },
                { id: 'why', header: words.why, cell: ({ fault }) => <Why fault={fault} /> },
                {
                  id: 'cards',
                  header: words.members,
                  cell: ({ cards }) =>
                    cards.length === 0 ? '–' : cards.slice(0, 3).map((card) => <CardLink key={card} card={card} />),
                },
              ]}
              footer={cursor && <Button onClick={() => go({ from: cursor })}>{shell.more}</Button>}
            />
            {opened && (
              <Opened
                entry={opened}
                onMended={() => {
                  setMended(true)
                  go({ from })
                }}
                onClose={() => go({ from })}
              />
            )}
          </SpaceBetween>
        )
      }}
    </Awaited>
  )
}

function CardLink({ card }: { card: string }) {
  return (
    <span>
      <LinkTo href={`/members/${card}`}>{card}</LinkTo>{' '}
    </span>
  )
}

/** Why it was set aside, and what was probably meant. */
export function Why({ fault }: { fault: Entry['fault'] }) {
  const { setAside: words } = useWords()
  const { message, hint } = fault
  return (
    <>
      {words.codes[fault.code]}{' '}
      <Box variant="span" color="text-body-secondary">
        {message}
        {hint && ` (${hint})`}
      </Box>
    </>
  )
}

/** What an entry is called: its event, or whose message it is a part of. */
function nameOf({ envelope }: Entry, { setAside: words, events }: Pick<ConsoleTexts, 'setAside' | 'events'>): string {
  return isOfMessage(envelope)
    ? words.message(envelope.source.slice(RAW_SOURCE.length))
    : eventName(String(envelope['detail-type']), events)
}

function isOfMessage({ source }: Entry['envelope']): boolean {
  return source.startsWith(RAW_SOURCE)
}

function Opened({ entry, onMended, onClose }: { entry: Entry; onMended(): void; onClose(): void }) {
  const words = useWords()
  return (
    <Modal visible size="large" header={nameOf(entry, words)} onDismiss={onClose} closeAriaLabel={words.shell.close}>
      <SpaceBetween size="m">
        <Why fault={entry.fault} />
        {isOfMessage(entry.envelope) ? <Message of={entry.key} /> : <Event entry={entry} onMended={onMended} />}
      </SpaceBetween>
    </Modal>
  )
}

function Event({ entry, onMended }: { entry: Entry; onMended(): void }) {
  return useMay('edit') ? (
    <Mend entry={entry} onMended={onMended} />
  ) : (
    <pre className="wb-mono">{JSON.stringify(entry.envelope.detail, null, 2)}</pre>
  )
}
