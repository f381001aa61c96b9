import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { pause } from '../shared/lambda/pause.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks, tablePorts } from '../shared/lambda/table.ts'
import { reactToBatch } from '../shared/reaction/batch.ts'

/** Folds events into members and decides. */
export const handler = queueHandler(async (messages) => {
  const { state, hints } = await readWorld()
  return reactToBatch(messages, {
    ports: { ...tablePorts(), queues: queuesPort(), bus: busPort() },
    rulebooks: rulebooks(),
    rulebook: state.rulebook,
    hints,
    now: now(),
    alert,
    onError: (error) => log.error('a member is tried again', { error: describe(error) }),
    pause,
  })
})
