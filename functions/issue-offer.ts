import { deliverUpgradeOffers } from '../shared/app/deliver/upgrade-offer.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks, tablePorts } from '../shared/lambda/table.ts'

/** Records an upgrade offer. */
export const handler = queueHandler(async (messages) => {
  const { hints } = await readWorld()
  return deliverUpgradeOffers(messages, {
    ports: { ...tablePorts(), queues: queuesPort(), bus: busPort() },
    rulebooks: rulebooks(),
    hints,
    now: now(),
    onError: (error) => log.error('an action is tried again', { error: describe(error) }),
  })
})
