import { deliverServiceTasks } from '../shared/app/deliver/service-task.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { limits, members, tasks } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Opens a task for a person. */
export const handler = queueHandler(async (messages) => {
  const { hints } = await readWorld()
  return deliverServiceTasks(messages, {
    ports: { limits: limits(), members: members(), tasks: tasks(), queues: queuesPort(), bus: busPort() },
    rulebooks: rulebooks(),
    hints,
    now: now(),
    onError: (error) => log.error('an action is tried again', { error: describe(error) }),
  })
})
