import middy from '@middy/core'
import { sentWakes, wakeDue } from '../shared/app/wake/wake.ts'
import { now } from '../shared/lambda/clock.ts'
import { log } from '../shared/lambda/log.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { tablePorts } from '../shared/lambda/table.ts'

const sent = sentWakes()

/** Wakes the members that are due; every minute. */
export const handler = middy().handler(async () => {
  const woken = await wakeDue({ ports: { members: tablePorts().members, queues: queuesPort() }, now: now(), sent })
  if (woken > 0) log.info('woke members', { woken })
})
