import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { describe, log } from './log.ts'

/** A queue's message as the functions see it. */
export interface QueueMessage {
  messageId: string
  body: string
}

/**
 * A handler of a queue. `work` gives the ids of the messages to be tried again; where it throws, all of them are.
 * Either way the others are done with (partial batch responses).
 */
export function queueHandler(work: (messages: QueueMessage[]) => Promise<string[]>) {
  return middy<SQSEvent, SQSBatchResponse>()
    .use({
      onError: (request) => {
        log.error('the whole batch is tried again', {
          error: describe(request.error),
          messages: request.event.Records.length,
        })
        request.response = failures(request.event.Records.map((record: SQSRecord) => record.messageId))
      },
    })
    .handler(async (event: SQSEvent) =>
      failures(await work(event.Records.map(({ messageId, body }) => ({ messageId, body })))),
    )
}

function failures(messageIds: readonly string[]): SQSBatchResponse {
  return { batchItemFailures: messageIds.map((itemIdentifier) => ({ itemIdentifier })) }
}
