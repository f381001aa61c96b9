import { eachAlone } from '../shared/app/each-alone.ts'
import { sweep } from '../shared/app/rounds/sweep.ts'
import { now } from '../shared/lambda/clock.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { members, worldStore } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Applies a new rulebook to the members it may concern, a page at a time. */
export const handler = queueHandler(async (messages) => {
  const { state } = await readWorld()
  const ports = { members: members(), world: worldStore(), queues: queuesPort() }
  return eachAlone(
    messages,
    ({ body }) => sweep(body, { ports, rulebooks: rulebooks(), live: state.rulebook, now: now() }),
    (error) => log.error('a page is tried again', { error: describe(error) }),
  )
})
