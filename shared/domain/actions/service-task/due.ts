import type { WingbackEvent } from '../../../contract/index.ts'
import type { Team } from '../../../contract/task.ts'
import { MINUTE } from '../../calendar.ts'
import type { Turn } from '../../campaign/turn.ts'
import { boundedDueTasks } from '../../member/due-tasks.ts'
import type { DueTask } from '../../member/member.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'

/** The team of a task that names none. */
export const USUAL_TEAM: Team = 'service'

/** How long a team has for a task, as the airline's settings say. */
export function timeFor({ settings }: Pick<Rulebook, 'settings'>, team: Team = USUAL_TEAM): number | undefined {
  return settings.tasksWithin[team]
}

/** A task was opened: somebody is to close it in time. */
export function expectClosing(
  { draft }: Turn,
  { taskId, actionId, dueAt }: Pick<WingbackEvent<'task.opened'>, 'taskId' | 'actionId' | 'dueAt'>,
): void {
  if (dueAt !== undefined) draft.dueTasks = boundedDueTasks([...draft.dueTasks, { taskId, actionId, dueAt }])
}

/** It is closed, or known to be overdue. `false`: it was not expected. */
export function expectNoMore({ draft }: Turn, taskId: string): boolean {
  const rest = draft.dueTasks.filter((task) => task.taskId !== taskId)
  const isExpected = rest.length < draft.dueTasks.length
  draft.dueTasks = rest
  return isExpected
}

/** What was sent may be lost in a crash: it is sent again, at growing intervals, at the end once a week. */
const TOLD_AGAIN_AFTER = 5 * MINUTE
const TELLINGS_DOUBLE_AT_MOST = 11

/** Sends the member an event for each task whose time is up, until it has come. Gives the instant of the next. */
export function tellOverdue(turn: Turn): number {
  const { draft, now } = turn
  if (draft.dueTasks.length === 0) return Number.POSITIVE_INFINITY
  draft.dueTasks = draft.dueTasks.map((task) => {
    if (tellAt(task) > now) return task
    const { taskId, actionId, dueAt, told } = task
    const fields = { taskId, actionId, dueAt: new Date(dueAt).toISOString() }
    turn.messages.push({ memberId: draft.memberId, type: 'task.overdue', id: `${taskId}:overdue`, fields })
    return { ...task, told: { at: now, times: (told?.times ?? 0) + 1 } }
  })
  return Math.min(...draft.dueTasks.map(tellAt))
}

function tellAt({ dueAt, told }: DueTask): number {
  if (!told) return dueAt
  return told.at + TOLD_AGAIN_AFTER * 2 ** Math.min(told.times - 1, TELLINGS_DOUBLE_AT_MOST)
}
