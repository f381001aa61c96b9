import type { Ports } from '../../ports/index.ts'
import type { QueueMessage } from '../each-alone.ts'
import { type DeliveryDependencies, deliver, outcomeOf } from './deliver.ts'
import { openTask } from './open-task.ts'

export interface ServiceTaskDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus' | 'tasks'>
}

/** Opens tasks for people. They are stored here, and announced on the bus for the system that agents work in. */
export function deliverServiceTasks(
  messages: readonly QueueMessage[],
  dependencies: ServiceTaskDependencies,
): Promise<string[]> {
  const { ports, now } = dependencies
  return deliver('tasks', messages, dependencies, {
    serviceTask: async ({ memberId }, { action }) => {
      const { plan, actionId } = action
      const { title, detail, team, complaintId, within } = plan
      const opened = await openTask(
        { name: actionId, memberId, about: action, team, title, detail, complaintId, within },
        ports,
        now,
      )
      return [outcomeOf({ memberId, actionId }, 'task.opened', opened, now)]
    },
  })
}
