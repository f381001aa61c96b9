import { sentWakes, wakeDue } from '../shared/app/wake/wake.ts'
import { now } from '../shared/lambda/clock.ts'
import { log } from '../shared/lambda/log.ts'
import { members } from '../shared/lambda/ports.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { timerHandler } from '../shared/lambda/stack.ts'

const sent = sentWakes()

/** Wakes the members that are due, every minute. */
export const handler = timerHandler(async () => {
  const woken = await wakeDue({ ports: { members: members(), queues: queuesPort() }, now: now(), sent })
  if (woken > 0) log.info('woke members', { woken })
})
