import type { PendingAction } from '../../domain/member/member.ts'
import type { Ports } from '../../ports/index.ts'
import type { QueueMessage } from '../each-alone.ts'
import { type DeliveryDependencies, deliver, outcomeOf } from './deliver.ts'

export interface ServiceTaskDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus' | 'tasks'>
}

/** Opens tasks for people: kept here, and announced on the bus for the system that agents work in. */
export function deliverServiceTasks(
  messages: readonly QueueMessage[],
  dependencies: ServiceTaskDependencies,
): Promise<string[]> {
  const { ports, now } = dependencies
  return deliver('tasks', messages, dependencies, {
    serviceTask: async ({ memberId }, { action }) => {
      const { plan, actionId } = action
      const { title, detail } = plan
      const taskId = await openTask({ name: actionId, memberId, action, title, detail }, ports, now)
      return [outcomeOf({ memberId, actionId }, 'task.opened', { taskId }, now)]
    },
  })
}

/** Keeps a task, once by its name, and announces it. Gives its id. */
export async function openTask(
  task: { name: string; memberId: string; action: PendingAction; title: string; detail: string },
  { tasks, bus }: Pick<Ports, 'tasks' | 'bus'>,
  now: number,
): Promise<string> {
  const { name, memberId, action, title, detail } = task
  const { actionId, campaign, rulebook } = action
  const taskId = `task-${name}`
  await tasks.open({ taskId, memberId, actionId, campaign, title, detail, openedAt: now })
  const occurredAt = new Date(now).toISOString()
  const announced = { id: `${name}:opened`, memberId, campaign, rulebook, occurredAt, taskId, title, detail }
  await bus.publish([{ type: 'task.opened', detail: announced }])
  return taskId
}
