import { tellHelpDesk } from '../shared/app/connect/tell-help-desk.ts'
import { now } from '../shared/lambda/clock.ts'
import { helpDeskPort } from '../shared/lambda/help-desk.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { members, setAsides, tally, worldStore } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { rulebooks } from '../shared/lambda/world.ts'

/** Notes tasks on the tickets of the airline's help desk. */
export const handler = queueHandler(async (messages) => {
  const { rulebook } = await worldStore().read()
  return tellHelpDesk(messages, {
    ports: { helpDesk: helpDeskPort(), members: members(), setAsides: setAsides(), tally: tally() },
    rulebook: rulebook === undefined ? undefined : await rulebooks().load(rulebook),
    now: now(),
    onError: (error) => log.error('a note is tried again', { error: describe(error) }),
  })
})
