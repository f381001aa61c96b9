import { takeMessages } from '../shared/app/connect/take.ts'
import { now } from '../shared/lambda/clock.ts'
import { inboundPort, rawPort } from '../shared/lambda/connect.ts'
import { finders, told } from '../shared/lambda/keyed-hash.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { members, setAsides, tally, worldStore } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { rulebooks } from '../shared/lambda/world.ts'

/** Translates messages of other systems into events. */
export const handler = queueHandler(async (messages) => {
  const { rulebook } = await worldStore().read()
  return takeMessages(messages, {
    ports: {
      raw: rawPort(),
      inbound: inboundPort(),
      told: told(),
      finders: finders(),
      members: members(),
      setAsides: setAsides(),
      tally: tally(),
    },
    rulebook: rulebook === undefined ? undefined : await rulebooks().load(rulebook),
    now: now(),
    alert,
    onError: (error) => log.error('a message is tried again', { error: describe(error) }),
  })
})
