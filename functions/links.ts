import { answerLink } from '../shared/app/links/answer.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { httpHandler } from '../shared/lambda/http-handler.ts'
import { keysOfLinks } from '../shared/lambda/links.ts'
import { members, offers } from '../shared/lambda/ports.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Answers the links in emails: offers, unsubscribing. */
export const handler = httpHandler(async (request) => {
  const { state } = await readWorld()
  return answerLink(request, {
    ports: { members: members(), offers: offers(), queues: queuesPort(), bus: busPort() },
    rulebook: state.rulebook === undefined ? undefined : await rulebooks().load(state.rulebook),
    keys: keysOfLinks(),
    now: now(),
  })
})
