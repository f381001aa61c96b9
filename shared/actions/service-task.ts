import type { Ports } from '../ports.ts'
import { type DeliveryDependencies, deliver, ordersOf, outcomeOf } from './delivery.ts'

export interface ServiceTaskDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'queues' | 'bus' | 'tasks'>
}

/** Opens tasks for people: kept here, and announced on the bus for the system that agents work in. */
export function deliverServiceTasks(
  messages: readonly { messageId: string; body: string }[],
  dependencies: ServiceTaskDependencies,
): Promise<string[]> {
  const { ports, now } = dependencies
  return deliver(ordersOf(messages), dependencies, async (member, { action, campaign }) => {
    const { plan, actionId, rulebook } = action
    if (plan.kind !== 'serviceTask') return []
    const { memberId } = member
    const { title, detail } = plan
    const taskId = `task-${actionId}`
    await ports.tasks.open({ taskId, memberId, actionId, campaign: campaign.id, title, detail, openedAt: now })
    const occurredAt = new Date(now).toISOString()
    const announced = {
      id: `${actionId}:opened`,
      memberId,
      campaign: campaign.id,
      rulebook,
      occurredAt,
      taskId,
      title,
      detail,
    }
    await ports.bus.publish([{ type: 'task.opened', detail: announced }])
    return [outcomeOf({ memberId, actionId }, 'task.opened', { taskId }, now)]
  })
}
