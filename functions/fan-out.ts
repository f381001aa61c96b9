import { fanOut } from '../shared/app/react/fan-out.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import {
  findersByTravel,
  flights,
  legNames,
  members,
  setAsides,
  tally,
  tasks,
  worldStore,
} from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'

/** Turns a disrupted flight into one event per passenger. */
export const handler = queueHandler((messages) =>
  fanOut(messages, {
    ports: {
      finders: findersByTravel(),
      flights: flights(),
      legNames: legNames(),
      members: members(),
      setAsides: setAsides(),
      tally: tally(),
      tasks: tasks(),
      world: worldStore(),
      bus: busPort(),
      queues: queuesPort(),
    },
    now: now(),
    alert,
    onError: (error) => log.error('a flight is tried again', { error: describe(error) }),
  }),
)
