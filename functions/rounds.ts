import middy from '@middy/core'
import { goRound } from '../shared/app/rounds/rounds.ts'
import { now } from '../shared/lambda/clock.ts'
import { alert, log } from '../shared/lambda/log.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { rulebooks, tablePorts } from '../shared/lambda/table.ts'

/** Begins the rounds of campaigns that are due, and takes those under way on; every minute. A run on one machine asks when next. */
export const handler = middy().handler(async () => {
  const ports = { ...tablePorts(), queues: queuesPort() }
  const world = await ports.world.read()
  const went = await goRound({ ports, rulebooks: rulebooks(), world, now: now(), alert })
  if (went.handed > 0) log.info('handed members their round', { handed: went.handed })
  return went
})
