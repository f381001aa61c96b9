import { publishDue } from '../shared/app/drafts/publish-due.ts'
import { beginDay } from '../shared/app/rounds/begin-day.ts'
import { goRound } from '../shared/app/rounds/go-round.ts'
import { tellBriefings } from '../shared/app/rounds/tell-briefings.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { draftsContext } from '../shared/lambda/drafts-context.ts'
import { required } from '../shared/lambda/environment.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import {
  audiences,
  counters,
  departures,
  findersByTravel,
  ledgerBooks,
  legNames,
  limits,
  members,
  rounds,
  tally,
  tasks,
  worldStore,
} from '../shared/lambda/ports.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { timerHandler } from '../shared/lambda/stack.ts'
import { rulebooks } from '../shared/lambda/world.ts'

/**
 * Every minute: publishes the drafts that are due, announces briefings of flights, starts the campaign rounds that are due, and continues
 * those that are running. The local run asks it when to call again.
 */
export const handler = timerHandler(async () => {
  const ports = { audiences: audiences(), limits: limits(), rounds: rounds(), queues: queuesPort() }
  const world = await worldStore().read()
  const at = now()
  const kept = { tally: tally(), counters: counters(), ledger: ledgerBooks(), tasks: tasks(), bus: busPort() }
  await beginDay(kept, rulebooks(), world, at)
  await publishDue(draftsContext(), alert)
  const told = await tellBriefings({
    ports: {
      departures: departures(),
      finders: findersByTravel(),
      members: members(),
      legNames: legNames(),
      bus: busPort(),
    },
    rulebooks: rulebooks(),
    world,
    now: at,
    baseUrl: required('PAGES_BASE_URL'),
    onError: (error) => log.error('a briefing is tried again', { error: describe(error) }),
  })
  const went = await goRound({ ports, rulebooks: rulebooks(), world, now: at, alert })
  if (went.handed > 0) log.info('handed members their round', { handed: went.handed })
  if (told.handed > 0) log.info('announced briefings', { told: told.handed })
  return { handed: went.handed + told.handed, nextAt: Math.min(went.nextAt, told.nextAt) }
})
