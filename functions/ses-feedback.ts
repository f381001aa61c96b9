import { now } from '../shared/lambda/clock.ts'
import { log } from '../shared/lambda/log.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { feedbackEvent } from '../shared/reaction/ses-feedback.ts'

/** Turns what SES reports into events about the member. */
export const handler = queueHandler(async (messages) => {
  const events = messages.map(({ body }) => feedbackEvent(body, now())).filter((event) => event !== undefined)
  if (events.length < messages.length) log.info('reports that are not ours', { count: messages.length - events.length })
  if (events.length > 0) await queuesPort().send('events', events)
  return []
})
