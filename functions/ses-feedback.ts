import { takeReports } from '../shared/app/feedback/ses-feedback.ts'
import { now } from '../shared/lambda/clock.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'

/** Turns SES reports into events about the member. */
export const handler = queueHandler((messages) =>
  takeReports(messages, {
    ports: { queues: queuesPort() },
    now: now(),
    onError: (error) => log.error('a report is tried again', { error: describe(error) }),
    notOurs: (count) => log.info('reports that are not ours', { count }),
  }),
)
