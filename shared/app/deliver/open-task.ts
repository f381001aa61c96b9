import type { Team } from '../../contract/task.ts'
import { USUAL_TEAM } from '../../domain/actions/service-task/due.ts'
import type { OwnTask } from '../../domain/actions/service-task/own.ts'
import { type Task, taskState } from '../../domain/actions/service-task/task.ts'
import type { PendingAction } from '../../domain/member/member.ts'
import type { Ports } from '../../ports/index.ts'
import { present } from '../../standards/present.ts'

/** Stores a task, once under its name, and announces it. Gives its id, and when it is due, if that is still to come. */
export async function openTask(
  task: {
    name: string
    memberId: string
    about: Pick<PendingAction, 'actionId' | 'campaign' | 'rulebook'>
    team?: Team | undefined
    title: string
    detail: string
    own?: OwnTask | undefined
    complaintId?: string | undefined
    /** How long the team has for it. */
    within?: number | undefined
  },
  { tasks, bus }: Pick<Ports, 'tasks' | 'bus'>,
  now: number,
): Promise<{ taskId: string; dueAt?: string }> {
  const { name, memberId, about, team = USUAL_TEAM, title, detail, own, complaintId, within } = task
  const { actionId, campaign, rulebook } = about
  const taskId = `task-${name}`
  const dueAt = within === undefined ? undefined : now + within
  const shared = { taskId, memberId, campaign, team, title, detail, ...present({ complaintId }) }
  const fresh: Task = { ...shared, actionId, openedAt: now, ...present({ own, dueAt }), steps: [] }
  const isNew = await tasks.open(fresh)
  const kept = isNew ? fresh : ((await tasks.read(memberId, taskId)) ?? fresh)
  const isOver = taskState(kept) === 'closed' || (kept.dueAt ?? now) <= now
  const due = isOver ? {} : present({ dueAt: isoOf(kept.dueAt) })
  const announced = { id: `${name}:opened`, ...shared, rulebook, occurredAt: isoOf(now), ...due }
  await bus.publish([{ type: 'task.opened', detail: announced }])
  return { taskId, ...due }
}

function isoOf(instant: number): string
function isoOf(instant: number | undefined): string | undefined
function isoOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString()
}
