import { setTimeout as pause } from 'node:timers/promises'
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'

/** What Lambda's event source does in AWS: passes messages of a queue to a function and deletes those that are done. */
export interface Poller {
  /** Messages being processed. */
  busy(): number
  stop(): Promise<void>
}

export type QueueFunction = (event: SQSEvent, context: never) => Promise<SQSBatchResponse>

export interface Polled {
  url: string
  batchSize: number
  handler: QueueFunction
  /** Called with a batch before its function is. */
  before?(bodies: readonly string[]): Promise<void>
  onError(error: unknown): void
}

const SQS_BATCH = 10
/** A message is retried sooner than in AWS: no remote service has to recover. */
const RETRY_SECONDS = 1
/** The stand-in for SQS does not answer: no use in asking again at once. */
const PAUSE_AFTER_ERROR_MS = 1_000
/** Shorter than the client's time-out. */
const WAIT_SECONDS = 3

export function startPoller(sqs: SQSClient, { url, batchSize, handler, before, onError }: Polled): Poller {
  const stopped = new AbortController()
  let busy = 0
  const running = loop()
  return {
    busy: () => busy,
    async stop() {
      stopped.abort()
      await running
    },
  }

  async function loop(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        const messages = await take()
        if (messages.length === 0) continue
        busy = messages.length
        await work(messages)
      } catch (error) {
        if (stopped.signal.aborted) break
        busy = 0
        onError(error)
        await pause(PAUSE_AFTER_ERROR_MS, undefined, { signal: stopped.signal }).catch(() => {})
      }
      busy = 0
    }
  }

  /** Waits for the first messages, then takes what else is there, up to a batch. */
  async function take(): Promise<Message[]> {
    const messages = await receive(WAIT_SECONDS)
    while (messages.length > 0 && messages.length % SQS_BATCH === 0 && messages.length < batchSize) {
      busy = messages.length
      const more = await receive(0)
      if (more.length === 0) break
      messages.push(...more)
    }
    return messages
  }

  async function receive(waitSeconds: number): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: Math.min(SQS_BATCH, batchSize),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      MessageAttributeNames: ['All'],
    })
    const { Messages } = await sqs.send(command, { abortSignal: stopped.signal })
    return Messages ?? []
  }

  async function work(messages: Message[]): Promise<void> {
    const Records = messages.map(({ MessageId, Body, Attributes, MessageAttributes = {} }) => {
      const said = Object.entries(MessageAttributes).map(([name, { StringValue }]) => [
        name,
        { stringValue: StringValue },
      ])
      const messageAttributes = Object.fromEntries(said)
      return { messageId: MessageId!, body: Body ?? '', attributes: Attributes, messageAttributes }
    })
    await before?.(Records.map(({ body }) => body))
    const { batchItemFailures } = await handler({ Records } as unknown as SQSEvent, {} as never)
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    const entries = messages.map(({ MessageId, ReceiptHandle }, i) => ({
      Id: String(i),
      id: MessageId!,
      ReceiptHandle: ReceiptHandle!,
    }))
    const done = entries.filter(({ id }) => !failed.has(id))
    const again = entries
      .filter(({ id }) => failed.has(id))
      .map((entry) => ({ ...entry, VisibilityTimeout: RETRY_SECONDS }))
    for (const some of tens(done)) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: some }))
    for (const some of tens(again))
      await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries: some }))
  }
}

function tens<T extends { Id: string; ReceiptHandle: string }>(
  entries: readonly T[],
): { Id: string; ReceiptHandle: string; VisibilityTimeout?: number }[][] {
  const bare = entries.map(({ id, ...entry }: T & { id?: string }) => entry)
  return Array.from({ length: Math.ceil(bare.length / SQS_BATCH) }, (_, i) =>
    bare.slice(i * SQS_BATCH, (i + 1) * SQS_BATCH),
  )
}
