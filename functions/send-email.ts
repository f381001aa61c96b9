import { deliverEmails } from '../shared/app/deliver/email.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { required } from '../shared/lambda/environment.ts'
import { suppressions } from '../shared/lambda/keyed-hash.ts'
import { linkSettings } from '../shared/lambda/links.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { mailerPort } from '../shared/lambda/mailer.ts'
import { limits, members } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Claims an email and sends it. */
export const handler = queueHandler(async (messages) => {
  const { hints } = await readWorld()
  return deliverEmails(messages, {
    ports: {
      limits: limits(),
      members: members(),
      suppressions: suppressions(),
      queues: queuesPort(),
      bus: busPort(),
      mailer: mailerPort(),
    },
    rulebooks: rulebooks(),
    links: await linkSettings(),
    sentWaitsSeconds: required('SENT_WAITS_SECONDS'),
    alert,
    hints,
    now: now(),
    onError: (error) => log.error('an action is tried again', { error: describe(error) }),
  })
})
