import * as z from 'zod'
import { ownEvent } from '../../contract/own-event.ts'
import { NOBODY, TASK_OUTCOMES, TEAMS } from '../../contract/task.ts'
import {
  isOverdue,
  stepOn,
  TASK_STATES,
  type Task,
  type TaskDeed,
  type TaskStep,
} from '../../domain/actions/service-task/task.ts'
import type { Settings } from '../../domain/rulebook/rulebook.ts'
import { present } from '../../standards/present.ts'
import { ok, refuse, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { page, turn } from './page.ts'

const list = z.object({ ...page(100), team: z.enum(TEAMS), state: z.enum(TASK_STATES).default('open') })

/** A team's tasks in one state, from their index. */
export const listTasks = route(list, async ({ team, state, cursor, limit }, context) => {
  const turned = await turn(`tasks ${team} ${state}`, cursor, (from) =>
    context.ports.tasks.of(team, state, { cursor: from, limit }),
  )
  if (!turned.ok) return turned.refused
  const settings = (await liveRulebook(context))?.settings
  const tasks = turned.found.tasks.map((task) => asOf(task, settings, context.now()))
  return ok({ zone: settings?.zone ?? 'UTC', tasks, cursor: turned.cursor })
})

/** A task about no member wakes nobody: when it is due is told as the settings are now. */
function asOf(task: Task, settings: Settings | undefined, now: number) {
  const { memberId, team, openedAt } = task
  const within = memberId === NOBODY ? settings?.tasksWithin[team] : undefined
  const due = { ...task, ...present({ dueAt: task.dueAt ?? (within === undefined ? undefined : openedAt + within) }) }
  return { ...due, overdue: isOverdue(due, now) }
}

const words = z.string().trim().min(1).max(2000)

const stepping = z.object({
  memberId: z.string().min(1).max(128),
  taskId: z.string().min(1).max(200),
  deed: z.discriminatedUnion('what', [
    z.object({ what: z.literal('taken') }),
    z.object({ what: z.literal('noted'), comment: words }),
    z.object({ what: z.literal('closed'), outcome: z.enum(TASK_OUTCOMES), comment: words.optional() }),
  ]) satisfies z.ZodType<TaskDeed>,
})

/**
 * Takes a task, notes something on it or closes it; the member's journeys get it as an event. Kept first, then sent: asked for again
 * after a crash in between, it is sent again under the same id.
 */
export const stepOnTask = route(stepping, async ({ memberId, taskId, deed }, context, { by }) => {
  const { ports, now } = context
  const before = await ports.tasks.read(memberId, taskId)
  if (!before) return refuse(404, 'no-such-task', ({ api }) => api.noSuchTask)
  const done = stepOn(before, { ...deed, by, at: now() })
  if (done === 'closed') return refuse(409, 'task-closed', ({ api }) => api.taskClosed)
  if (done === 'full') return refuse(409, 'task-full', ({ api }) => api.taskFull)
  const { task, step } = done
  if (task !== before && !(await ports.tasks.change(before, task)))
    return refuse(409, 'task-changed', ({ api }) => api.taskChanged)
  if (memberId !== NOBODY) await ports.queues.send('events', [eventOf(task, step)])
  return ok({ task: asOf(task, (await liveRulebook(context))?.settings, now()) })
})

/** Its id is its place among the steps of its task. */
function eventOf({ taskId, memberId, actionId, steps, complaintId }: Task, { at, what, ...said }: TaskStep): string {
  const id = `${taskId}:${what}:${steps.length}`
  return ownEvent(
    {
      type: `task.${what}`,
      id,
      memberId,
      fields: { ...said, taskId, actionId, ...(what === 'closed' && { complaintId }) },
    },
    at,
  )
}
