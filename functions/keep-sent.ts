import { keepSent } from '../shared/app/connect/keep-sent.ts'
import { now } from '../shared/lambda/clock.ts'
import { rawPort } from '../shared/lambda/connect.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'

/** Stores messages that other systems sent to the inbox, as they arrived. */
export const handler = queueHandler((messages) =>
  keepSent(messages, {
    ports: { raw: rawPort() },
    now: now(),
    onError: (error) => log.error('a message is tried again', { error: describe(error) }),
  }),
)
