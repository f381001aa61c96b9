import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { log } from './log.ts'
import { stack } from './stack.ts'

/** A queue's message as the functions see it. */
export interface QueueMessage {
  messageId: string
  body: string
  receives: number
}

const message = z.looseObject({
  messageId: z.string(),
  body: z.string(),
  attributes: z.looseObject({ ApproximateReceiveCount: z.string() }),
})
const batch = z.looseObject({ Records: z.array(message) })

/**
 * A handler of a queue. `work` gives the ids of the messages to be tried again; where it throws, all of them are.
 * Either way the others are done with (partial batch responses). To Lambda that is no error: how many failed is a line
 * of the log (`failed`), of which a metric is made, and an alarm.
 */
export function queueHandler(work: (messages: QueueMessage[]) => Promise<string[]>) {
  return stack<SQSEvent, SQSBatchResponse>(batch, ({ Records }) => ({
    says: 'the whole batch is tried again',
    counts: { failed: Records.length },
    answer: failures(Records.map(({ messageId }) => messageId)),
  })).handler(async ({ Records }: SQSEvent) => {
    const again = await work(Records.map(messageOf))
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
