import { deliverCompensations } from '../shared/app/deliver/compensation.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { ledger } from '../shared/lambda/keyed-hash.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { legNames, limits, members, tasks, worldStore } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Grants a compensation in the ledger, once. */
export const handler = queueHandler(async (messages) => {
  const { hints } = await readWorld()
  return deliverCompensations(messages, {
    ports: {
      ledger: ledger(),
      legNames: legNames(),
      limits: limits(),
      members: members(),
      tasks: tasks(),
      world: worldStore(),
      queues: queuesPort(),
      bus: busPort(),
    },
    rulebooks: rulebooks(),
    hints,
    alert,
    now: now(),
    onError: (error) => log.error('an action is tried again', { error: describe(error) }),
  })
})
