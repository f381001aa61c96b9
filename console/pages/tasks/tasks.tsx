import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { NOBODY, TEAMS } from '../../../shared/contract/task.ts'
import { TASK_STATES, taskState } from '../../../shared/domain/actions/service-task/task.ts'
import { taskIn } from '../../../shared/domain/texts/own-tasks.ts'
import type { Input } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { CampaignName } from '../../parts/campaign-name.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { OpenedTask, type Task } from './opened.tsx'

const PAGE = 100

/** What rules opened for people, by team: to be taken, noted on and closed. */
export function Tasks() {
  const { tasks: words } = useWords()
  const sees = useMay('personalData')
  return (
    <Page title={words.title} description={words.about}>
      {sees ? <Listed /> : <Alert type="info">{words.needsRight}</Alert>}
    </Page>
  )
}

function Listed() {
  const { tasks: words, shell } = useWords()
  const language = useLanguage()
  const search = useSearch({ from: '/tasks' })
  const navigate = useNavigate()
  const team = TEAMS.find((each) => each === search.team) ?? TEAMS[0]
  const state = TASK_STATES.find((each) => each === search.state) ?? 'open'
  const input: Input<'GET /v1/tasks'> = { team, state, limit: PAGE, ...(search.from && { cursor: search.from }) }
  const answer = useAnswer('GET /v1/tasks', input)
  const go = (next: Partial<typeof search>) => void navigate({ to: '/tasks', search: { team, state, ...next } })
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="m">
        <SegmentedControl
          label={words.team}
          selectedId={team}
          options={TEAMS.map((id) => ({ id, text: words.teams[id] }))}
          onChange={({ detail }) => go({ team: detail.selectedId })}
        />
        <SegmentedControl
          label={words.state}
          selectedId={state}
          options={TASK_STATES.map((id) => ({ id, text: words.states[id] }))}
          onChange={({ detail }) => go({ state: detail.selectedId })}
        />
      </SpaceBetween>
      <Awaited answer={answer}>
        {({ tasks: found, cursor }) => {
          const tasks = found.map((task) => taskIn(task, language))
          const opened = tasks.find((task) => keyOf(task) === search.task)
          return (
            <>
              <TaskTable
                tasks={tasks}
                more={cursor !== null}
                onOpen={(task) => go({ from: search.from, task: keyOf(task) })}
              />
              {cursor && <Button onClick={() => go({ from: cursor })}>{shell.more}</Button>}
              {opened && (
                <OpenedTask
                  key={keyOf(opened)}
                  task={opened}
                  onStep={(task) => go({ state: taskState(task), task: keyOf(task) })}
                  onClose={() => go({ from: search.from })}
                />
              )}
            </>
          )
        }}
      </Awaited>
    </SpaceBetween>
  )
}

function keyOf({ memberId, taskId }: Task): string {
  return `${memberId}/${taskId}`
}

function TaskTable({ tasks, more, onOpen }: { tasks: Task[]; more: boolean; onOpen(task: Task): void }) {
  const { tasks: words } = useWords()
  const time = useTime()
  return (
    <Table
      header={<Header counter={`(${tasks.length}${more ? '+' : ''})`}>{words.list}</Header>}
      items={tasks}
      trackBy={keyOf}
      wrapLines
      empty={<Box color="text-body-secondary">{words.none}</Box>}
      columnDefinitions={[
        { id: 'opened', header: words.opened, cell: ({ openedAt }) => time(openedAt), width: 150 },
        {
          id: 'title',
          header: words.task,
          isRowHeader: true,
          minWidth: 260,
          cell: (task) => (
            <Link
              href={`?task=${encodeURIComponent(keyOf(task))}`}
              ariaLabel={words.open(task.title, time(task.openedAt))}
              onFollow={(event) => {
                event.preventDefault()
                onOpen(task)
              }}
            >
              {task.title}
            </Link>
          ),
        },
        { id: 'member', header: words.member, cell: (task) => <About task={task} />, width: 110 },
        {
          id: 'campaign',
          header: words.campaign,
          cell: ({ campaign }) => <CampaignName campaign={campaign} />,
          width: 180,
        },
        { id: 'with', header: words.with, cell: ({ steps }) => steps.at(-1)?.by ?? '–', width: 120 },
        { id: 'due', header: words.due, cell: (task) => <Due task={task} />, width: 170 },
        { id: 'took', header: words.took, cell: (task) => <Took task={task} />, width: 90 },
      ]}
    />
  )
}

/** By when it is to be closed. */
function Due({ task: { dueAt, overdue, steps } }: { task: Task }) {
  const { tasks: words } = useWords()
  const time = useTime()
  if (dueAt === undefined) return '–'
  if (!overdue) return time(dueAt)
  const isClosed = steps.at(-1)?.what === 'closed'
  return (
    <>
      <StatusIndicator type={isClosed ? 'info' : 'warning'}>
        {isClosed ? words.closedLate : words.overdue}
      </StatusIndicator>
      <div>{time(dueAt)}</div>
    </>
  )
}

const MINUTE_MS = 60_000

/** From when it was opened to when it was closed. */
function Took({ task: { openedAt, steps } }: { task: Task }) {
  const { tasks: words } = useWords()
  const last = steps.at(-1)
  return last?.what === 'closed' ? words.duration(Math.round((last.at - openedAt) / MINUTE_MS)) : '–'
}

function About({ task: { memberId } }: { task: Task }) {
  return memberId === NOBODY ? '–' : <LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo>
}
