import { deliverMessages } from '../shared/app/deliver/message.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { linkSettings } from '../shared/lambda/links.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { limits, members } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Claims a message and puts it on the bus, for the airline's gateway. */
export const handler = queueHandler(async (messages) => {
  const { hints } = await readWorld()
  return deliverMessages(messages, {
    ports: { limits: limits(), members: members(), queues: queuesPort(), bus: busPort() },
    rulebooks: rulebooks(),
    links: await linkSettings(),
    hints,
    now: now(),
    onError: (error) => log.error('an action is tried again', { error: describe(error) }),
  })
})
