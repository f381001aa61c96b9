import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { isMapping } from '../../../shared/domain/cursor.ts'
import { copyItem } from '../../../shared/domain/document/edit.ts'
import type { Path } from '../../../shared/domain/problem.ts'
import type { Answer } from '../../api/client.ts'
import { useWhileTyping } from '../../api/use-while-typing.ts'
import { Problem } from '../../parts/problem.tsx'
import { useDocument } from '../document.ts'
import { useEditingWords } from '../words.ts'
import { linesOf, readList, readMapping } from './lines.ts'

const RUNS = 'POST /v1/drafts/{draft}/examples'
type ExampleOutcome = Answer<typeof RUNS>['examples'][number]

interface TableProps {
  draft: string
  path: string
  text: string
}

/** What is expected of a campaign: given this member, when this happens, then these decisions; run while somebody writes. */
export function ExampleTable({ draft, path, text }: TableProps) {
  const { at, edit, insert, remove, set, readOnly } = useDocument()
  const { examples: words, drafts } = useEditingWords()
  const { answer: ran, error, isStale } = useWhileTyping(RUNS, { draft, path, text })
  const value = at(['examples'])
  const rows = (Array.isArray(value) ? value : []).map((each, index) => ({
    index,
    example: isMapping(each) ? each : {},
  }))
  const outcomes = ran?.examples ?? []
  const outcomeOf = (name: unknown) => outcomes.find((each) => each.name === name)
  const passed = outcomes.filter((each) => each.passed).length
  return (
    <SpaceBetween size="m">
      {error && <Problem error={error} />}
      {(ran?.problems ?? []).slice(0, 10).map(({ file, line, message, hint }) => (
        <Alert key={`${file} ${line} ${message}`} type="error">
          {drafts.problemIn(file, line)}: {message} {hint}
        </Alert>
      ))}
      <FormField label={words.givenAll} description={words.givenAllAbout} stretch>
        <Lines path={['given']} read={readMapping} label={words.givenAll} />
      </FormField>
      <Table
        header={
          <Header
            variant="h2"
            description={words.about}
            actions={
              !readOnly && (
                <Button
                  onClick={() =>
                    insert(['examples'], rows.length, { example: words.newName(rows.length + 1), expect: 'nothing' })
                  }
                >
                  {words.add}
                </Button>
              )
            }
          >
            <span role="status">{ran && !isStale ? words.title(passed, rows.length) : words.running}</span>
          </Header>
        }
        items={rows}
        trackBy={({ index }) => String(index)}
        wrapLines
        empty={words.none}
        columnDefinitions={[
          {
            id: 'example',
            header: words.example,
            isRowHeader: true,
            minWidth: 180,
            cell: ({ index, example }) => (
              <SpaceBetween size="xs">
                <Input
                  ariaLabel={words.nameOf(index + 1)}
                  disabled={readOnly}
                  value={String(example.example ?? '')}
                  onChange={({ detail }) => set(['examples', index, 'example'], detail.value)}
                />
                {!readOnly && (
                  <SpaceBetween direction="horizontal" size="xs">
                    <Button
                      variant="inline-link"
                      ariaLabel={`${drafts.steps.copy}: ${index + 1}`}
                      onClick={() => edit(`copy ${Date.now()}`, (now) => copyItem(now, ['examples'], index))}
                    >
                      {drafts.steps.copy}
                    </Button>
                    <Button
                      variant="inline-link"
                      ariaLabel={drafts.removeOne(String(index + 1))}
                      onClick={() => remove(['examples', index])}
                    >
                      {drafts.steps.remove}
                    </Button>
                  </SpaceBetween>
                )}
              </SpaceBetween>
            ),
          },
          ...(['given', 'when', 'expect'] as const).map((column) => ({
            id: column,
            header: words[column],
            minWidth: 190,
            cell: ({ index }: (typeof rows)[number]) => (
              <Lines
                path={['examples', index, column]}
                read={column === 'given' ? readMapping : readList}
                label={words.cellOf(words[column], index + 1)}
              />
            ),
          })),
          {
            id: 'outcome',
            header: words.outcome,
            minWidth: 170,
            cell: ({ example }) => <Outcome of={outcomeOf(example.example)} isStale={isStale} />,
          },
        ]}
      />
    </SpaceBetween>
  )
}

function Outcome({ of, isStale }: { of: ExampleOutcome | undefined; isStale: boolean }) {
  const { examples: words } = useEditingWords()
  if (!of) return <StatusIndicator type={isStale ? 'in-progress' : 'pending'}>{words.notRun}</StatusIndicator>
  return (
    <SpaceBetween size="xxs">
      <StatusIndicator type={isStale ? 'in-progress' : of.passed ? 'success' : 'error'}>
        {of.passed ? words.green : words.red}
      </StatusIndicator>
      {of.differences.map((each) => (
        <Box key={each} fontSize="body-s">
          {each}
        </Box>
      ))}
    </SpaceBetween>
  )
}

interface LinesProps {
  path: Path
  label: string
  read(text: string): unknown
}

/** A part of an example, one thing a line. What cannot be read yet is not written. */
function Lines({ path, label, read }: LinesProps) {
  const { at, set, remove, readOnly, problems } = useDocument()
  const { drafts } = useEditingWords()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? linesOf(at(path))
  const isWrong = typed !== undefined && read(typed) === undefined
  const found = problems(path, true)
  return (
    <FormField
      stretch
      errorText={isWrong ? drafts.asTextWrong : found.map(({ message, hint }) => `${message} ${hint ?? ''}`).join(' ')}
    >
      <Textarea
        ariaLabel={label}
        disabled={readOnly}
        spellcheck={false}
        rows={rowsOf(text)}
        value={text}
        onChange={({ detail }) => {
          setTyped(detail.value)
          const next = read(detail.value)
          if (detail.value.trim() === '') remove(path)
          else if (next !== undefined) set(path, next)
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined)
        }}
      />
    </FormField>
  )
}

/** About as many letters as a column shows on one line. */
const LETTERS_A_ROW = 24

function rowsOf(text: string): number {
  const rows = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / LETTERS_A_ROW)))
  return Math.min(
    12,
    rows.reduce((sum, each) => sum + each, 1),
  )
}
