import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { describe, log } from './log.ts'

/** A queue's message as the functions see it. */
export interface QueueMessage {
  messageId: string
  body: string
  receives: number
}

/**
 * A handler of a queue. `work` gives the ids of the messages to be tried again; where it throws, all of them are.
 * Either way the others are done with (partial batch responses). To Lambda that is no error: how many failed is a line
 * of the log (`failed`), of which a metric is made, and an alarm.
 */
export function queueHandler(work: (messages: QueueMessage[]) => Promise<string[]>) {
  return middy<SQSEvent, SQSBatchResponse>()
    .use({
      onError: (request) => {
        log.error('the whole batch is tried again', {
          error: describe(request.error),
          failed: request.event.Records.length,
        })
        request.response = failures(request.event.Records.map((record: SQSRecord) => record.messageId))
      },
    })
    .handler(async (event: SQSEvent) => {
      const again = await work(event.Records.map(messageOf))
      if (again.length > 0) log.error('messages are tried again', { failed: again.length })
      return failures(again)
    })
}

function messageOf({ messageId, body, attributes }: SQSRecord): QueueMessage {
  return { messageId, body, receives: Number(attributes.ApproximateReceiveCount) }
}

function failures(messageIds: readonly string[]): SQSBatchResponse {
  return { batchItemFailures: messageIds.map((itemIdentifier) => ({ itemIdentifier })) }
}
