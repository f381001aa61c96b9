import { deliverCompensations } from '../shared/app/deliver/compensation.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { keyedTablePorts } from '../shared/lambda/keyed-hash.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/table.ts'

/** Grants a compensation in the ledger, once. */
export const handler = queueHandler(async (messages) => {
  const { hints } = await readWorld()
  return deliverCompensations(messages, {
    ports: { ...keyedTablePorts(), queues: queuesPort(), bus: busPort() },
    rulebooks: rulebooks(),
    hints,
    alert,
    now: now(),
    onError: (error) => log.error('an action is tried again', { error: describe(error) }),
  })
})
