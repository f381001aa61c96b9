import { Option } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import { TASK_OUTCOMES, TEAMS } from '../../shared/contract/task.ts'
import { TASK_STATES, type Task, type TaskDeed } from '../../shared/domain/actions/service-task/task.ts'
import { type ConsoleTexts, consoleTexts } from '../../shared/domain/texts/console.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { taskIn } from '../../shared/domain/texts/own-tasks.ts'
import type { Command } from '../command.ts'
import { byOption, whole } from '../options.ts'
import { act, examples, type Session, userName } from '../session.ts'

type Listed = Task & { overdue: boolean }

export function addTasks(program: Command): void {
  const help = helpIn(program.language)
  const words = help.tasks
  const group = program.command('tasks').summary(words.summary).description(words.description)

  const list = group
    .command('list')
    .summary(words.list.summary)
    .description(words.list.description)
    .addOption(new Option('--team <team>', words.list.options.team).choices(TEAMS))
    .addOption(new Option('--state <state>', words.list.options.state).choices(TASK_STATES).default('open'))
    .option('--limit <n>', words.list.options.limit, whole(help, 1, 10_000), '50')
    .addHelpText('after', examples('tasks list', 'tasks list --team airport --state taken', 'tasks list --json'))
  act(list, async (session, { team, state, limit }) => {
    const found: Listed[] = []
    let zone = 'UTC'
    for (const each of team === undefined ? TEAMS : [String(team)]) {
      const all = await tasksOf(session, each, String(state), Number(limit) - found.length)
      found.push(...all.tasks)
      zone = all.zone ?? zone
    }
    const { tasks: names } = await consoleTexts[session.language]()
    await session.show({ zone, tasks: found }, () => listLines(found, zone, session.language, names))
  })

  deed(group, 'take', examples('tasks take CA100 task-1a2b'), () => ({ what: 'taken' }))
  const note = deed(group, 'note', examples('tasks note CA100 task-1a2b --comment "called, no answer"'), (given) => ({
    what: 'noted',
    comment: String(given.comment),
  }))
  note.requiredOption('--comment <text>', words.comment)
  const close = deed(group, 'close', examples('tasks close CA100 task-1a2b --outcome done'), (given) => ({
    what: 'closed',
    outcome: given.outcome as (typeof TASK_OUTCOMES)[number],
    ...(given.comment !== undefined && { comment: String(given.comment) }),
  }))
  close
    .addOption(new Option('--outcome <outcome>', words.close.outcome).choices(TASK_OUTCOMES).makeOptionMandatory())
    .option('--comment <text>', words.comment)
}

async function tasksOf({ client }: Session, team: string, state: string, atMost: number) {
  const tasks: Listed[] = []
  let zone: string | undefined
  let cursor: string | undefined
  while (tasks.length < atMost) {
    const query = { team, state, cursor, limit: Math.min(100, atMost - tasks.length) }
    const page = await client.call<{ zone: string; tasks: Listed[]; cursor: string | null }>('GET', '/v1/tasks', {
      query,
    })
    tasks.push(...page.tasks)
    zone = page.zone
    if (page.cursor === null) break
    cursor = page.cursor
  }
  return { tasks, zone }
}

/** A command that does one thing about a task, as the page of the console does. */
function deed(
  group: Command,
  name: 'take' | 'note' | 'close',
  after: ReturnType<typeof examples>,
  deedOf: (given: Record<string, unknown>) => TaskDeed,
): Command {
  const help = helpIn(group.language)
  const { summary } = help.tasks[name]
  const command = group
    .command(name)
    .summary(summary)
    .description(summary)
    .argument('<member>', help.tasks.arguments.member)
    .argument('<task>', help.tasks.arguments.task)
    .addOption(byOption(help))
    .addHelpText('after', after)
  act(command, async ({ client, show, language }, given, memberId: string, taskId: string) => {
    const { by = userName() } = given
    const body = { memberId, taskId, deed: deedOf(given), by }
    const { task } = await client.call<{ task: Listed }>('POST', '/v1/tasks/steps', { body })
    await show(task, () => [textsIn(language).outputs.tasks.did[task.steps.at(-1)!.what](taskIn(task, language).title)])
  })
  return command
}

function listLines(tasks: readonly Listed[], zone: string, language: Language, names: ConsoleTexts['tasks']): string[] {
  const { outputs, explain } = textsIn(language)
  const words = outputs.tasks
  if (tasks.length === 0) return [words.none]
  const at = (instant: number) => localTime(new Date(instant).toISOString(), zone)
  const inOurs = tasks.map((task) => taskIn(task, language))
  return inOurs.flatMap(({ memberId, taskId, team, title, detail, openedAt, dueAt, overdue, steps }) => [
    `${at(openedAt)}  ${names.teams[team]}  ${memberId}  ${taskId}${dueAt === undefined ? '' : `  ${words.due(at(dueAt), overdue)}`}`,
    `    ${title}${explain.colon}${detail}`,
    ...steps.map(({ at: then, by, what, ...said }) => {
      const comment = 'comment' in said && said.comment !== undefined ? `${explain.colon}${said.comment}` : ''
      return `    ${at(then)}  ${by}  ${names.did[what]}${comment}`
    }),
  ])
}
