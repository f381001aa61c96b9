import { goRound } from '../shared/app/rounds/go-round.ts'
import { now } from '../shared/lambda/clock.ts'
import { alert, log } from '../shared/lambda/log.ts'
import { audiences, limits, rounds, worldStore } from '../shared/lambda/ports.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { timerHandler } from '../shared/lambda/stack.ts'
import { rulebooks } from '../shared/lambda/world.ts'

/** Begins the rounds of campaigns that are due, and takes those under way on; every minute. A run on one machine asks when next. */
export const handler = timerHandler(async () => {
  const ports = { audiences: audiences(), limits: limits(), rounds: rounds(), queues: queuesPort() }
  const world = await worldStore().read()
  const went = await goRound({ ports, rulebooks: rulebooks(), world, now: now(), alert })
  if (went.handed > 0) log.info('handed members their round', { handed: went.handed })
  return went
})
