import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import { BOM, csvLine } from '../../../shared/standards/csv.ts'
import { type Answer, call } from '../../api/client.ts'
import { count } from '../../parts/amounts.ts'
import { Problem } from '../../parts/problem.tsx'
import { useTime } from '../../parts/times.ts'
import { useWords } from '../../shell/words.tsx'

const COLUMNS = ['memberId', 'givenName', 'familyName', 'tier', 'email', 'phone', 'locale'] as const
const PAGE = 100

type Row = Answer<'GET /v1/audiences/{audience}'>['page'][number]
type State =
  | { is: 'idle' }
  | { is: 'reading'; read: number }
  | { is: 'done'; members: number }
  | { is: 'failed'; error: Error }

/** All members of an audience as a file for a spreadsheet, read page by page; the API asks for the right with every page. */
export function Download({ audience, members }: { audience: string; members: number }) {
  const { audiences: words } = useWords()
  const time = useTime()
  const [state, setState] = useState<State>({ is: 'idle' })
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const file = `${audience}.csv`

  async function read() {
    const control = new AbortController()
    stop.current = control
    setState({ is: 'reading', read: 0 })
    try {
      const rows = await everybody(audience, control.signal, (so) => setState({ is: 'reading', read: so }))
      save(file, [BOM, csvLine([...COLUMNS, 'since', 'arm']), ...rows.map((row) => lineOf(row, time(row.since)))])
      setState({ is: 'done', members: rows.length })
    } catch (error) {
      setState(control.signal.aborted ? { is: 'idle' } : { is: 'failed', error: error as Error })
    }
  }

  return (
    <SpaceBetween size="xs">
      {state.is === 'reading' ? (
        <>
          <ProgressBar
            value={members === 0 ? 0 : Math.min(100, (100 * state.read) / members)}
            label={words.csvReading(count(state.read), count(members))}
          />
          <Button onClick={() => stop.current?.abort()}>{words.csvStop}</Button>
        </>
      ) : (
        <Button iconName="download" onClick={() => void read()}>
          {words.csv}
        </Button>
      )}
      {state.is === 'done' && <Alert type="success">{words.csvDone(count(state.members), file)}</Alert>}
      {state.is === 'failed' && <Problem error={state.error} />}
    </SpaceBetween>
  )
}

async function everybody(audience: string, signal: AbortSignal, onRead: (read: number) => void): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const input = { audience, facts: 'true', limit: PAGE, ...(cursor !== null && { cursor }) } as const
    const answer: Answer<'GET /v1/audiences/{audience}'> = await call('GET /v1/audiences/{audience}', input, signal)
    rows.push(...answer.page)
    cursor = answer.cursor
    onRead(rows.length)
  } while (cursor !== null)
  return rows
}

function lineOf({ memberId, facts, arm }: Row, since: string): string {
  const known: Record<string, unknown> = { ...facts, memberId }
  return csvLine([...COLUMNS.map((column) => known[column]), since, arm])
}

function save(file: string, parts: string[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
