import { GetQueueAttributesCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { QueueName } from '../../pipeline.ts'
import type { Queues } from '../../ports/index.ts'
import { packs } from '../batches.ts'
import { type Patience, untilDone } from './retry.ts'

const MESSAGES_PER_BATCH = 10
const BYTES_PER_BATCH = 256 * 1024

export interface QueueSettings {
  client: SQSClient
  /** The queues that the function may send to, or count. */
  urls: Partial<Record<QueueName, string>>
  deadLetterUrls?: Partial<Record<QueueName, string>> | undefined
  patience: Patience
}

/** Queues in SQS. */
export function createQueues({ client, urls, deadLetterUrls = {}, patience }: QueueSettings): Queues {
  async function send(url: string, bodies: string[], delaySeconds?: number): Promise<string[]> {
    const entries = bodies.map((body, i) => ({ Id: String(i), MessageBody: body, DelaySeconds: delaySeconds }))
    const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }))
    const hopeless = Failed?.find(({ SenderFault }) => SenderFault)
    if (hopeless) throw new Error(`SQS refuses a message: ${hopeless.Code} ${hopeless.Message ?? ''}`)
    return (Failed ?? []).map(({ Id }) => bodies[Number(Id)]!)
  }

  return {
    async send(queue, bodies, options) {
      const url = urls[queue]
      if (!url) throw new Error(`no URL is known of the queue ${queue}`)
      const batches = packs(bodies, MESSAGES_PER_BATCH, BYTES_PER_BATCH, (body) => Buffer.byteLength(body))
      await Promise.all(
        batches.map((batch) =>
          untilDone(`sending to ${queue}`, batch, (some) => send(url, some, options?.delaySeconds), patience),
        ),
      )
    },
    async depths() {
      const all = Object.entries(urls).map(async ([name, url]) => {
        const [live, dead] = await Promise.all([
          depthOf(client, url),
          depthOf(client, deadLetterUrls[name as QueueName]),
        ])
        return [name, { waiting: live.waiting, inFlight: live.inFlight, dead: dead.waiting + dead.inFlight }] as const
      })
      return Object.fromEntries(await Promise.all(all))
    },
  }
}

/** Approximate, as SQS counts. Delayed messages count as waiting. */
async function depthOf(client: SQSClient, url: string | undefined): Promise<{ waiting: number; inFlight: number }> {
  if (!url) return { waiting: 0, inFlight: 0 }
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesDelayed',
        'ApproximateNumberOfMessagesNotVisible',
      ],
    }),
  )
  const count = (name: string) => Number(Attributes?.[name as keyof typeof Attributes] ?? 0)
  return {
    waiting: count('ApproximateNumberOfMessages') + count('ApproximateNumberOfMessagesDelayed'),
    inFlight: count('ApproximateNumberOfMessagesNotVisible'),
  }
}
