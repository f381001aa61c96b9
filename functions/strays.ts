import { setStraysAside } from '../shared/app/react/strays.ts'
import { now } from '../shared/lambda/clock.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { members, setAsides, tally } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'

/** Sets aside bus events whose source is not an airline system. */
export const handler = queueHandler((messages) =>
  setStraysAside(messages, {
    ports: { members: members(), setAsides: setAsides(), tally: tally() },
    now: now(),
    alert,
    onError: (error) => log.error('an event is tried again', { error: describe(error) }),
  }),
)
