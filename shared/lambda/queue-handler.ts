import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { log } from './log.ts'
import { stack } from './stack.ts'

/** A queue's message as the functions see it. */
export interface QueueMessage {
  messageId: string
  body: string
  receives: number
  /** What the sender says beside the body, as text. */
  attributes: Readonly<Record<string, string>>
}

const message = z.looseObject({
  messageId: z.string(),
  body: z.string(),
  attributes: z.looseObject({ ApproximateReceiveCount: z.string() }),
})
const batch = z.looseObject({ Records: z.array(message) })

/**
 * A handler for a queue. `work` returns the ids of the messages to be retried; if it throws, all of them are. The others are
 * done (partial batch responses). To Lambda neither is an error, so the number of failed messages is logged (`failed`), and
 * a metric and an alarm are made of it.
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

function messageOf({ messageId, body, attributes, messageAttributes }: SQSRecord): QueueMessage {
  const receives = Number(attributes.ApproximateReceiveCount)
  return { messageId, body, receives, attributes: textsIn(messageAttributes ?? {}) }
}

function textsIn(attributes: SQSRecord['messageAttributes']): Record<string, string> {
  const texts = Object.entries(attributes).flatMap(([name, { stringValue }]) =>
    stringValue === undefined ? [] : [[name, stringValue]],
  )
  return Object.fromEntries(texts)
}

function failures(messageIds: readonly string[]): SQSBatchResponse {
  return { batchItemFailures: messageIds.map((itemIdentifier) => ({ itemIdentifier })) }
}
