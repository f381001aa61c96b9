import { fanOut } from '../shared/app/react/fan-out.ts'
import { now } from '../shared/lambda/clock.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { flights, members, seats, setAsides, tally } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'

/** Makes one event a passenger of a disrupted flight. */
export const handler = queueHandler((messages) =>
  fanOut(messages, {
    ports: {
      flights: flights(),
      members: members(),
      seats: seats(),
      setAsides: setAsides(),
      tally: tally(),
      queues: queuesPort(),
    },
    now: now(),
    alert,
    onError: (error) => log.error('a flight is tried again', { error: describe(error) }),
  }),
)
