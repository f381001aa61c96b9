import type { AddressInfo } from 'node:net'
import { buildApp } from 'fauxqs'
// fauxqs exports none of its stores, and its own start function listens on every address.
import { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js'
import { SnsStore } from '../../../node_modules/fauxqs/dist/sns/snsStore.js'
import { type SqsQueue, SqsStore } from '../../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import { type QueueName, queues } from '../../../shared/pipeline.ts'
import type { Queue } from '../../../shared/queue.ts'
import { isLocal } from './http.ts'
import { QueueFile } from './queue-file.ts'

/** How many messages wait, are being processed, are delayed, and are dead. */
export interface Depth {
  waiting: number
  inFlight: number
  delayed: number
  dead: number
}
export type Depths = Record<QueueName, Depth>

export interface Sqs {
  url: string
  queueUrls: Record<QueueName, string>
  /** Of the queues' dead-letter queues, `<queue>-dead`. */
  deadUrls: Record<QueueName, string>
  /** Puts messages on a queue, in this process. If there is a disk, they are on it when the promise resolves. */
  enqueue(queue: QueueName, bodies: readonly string[]): Promise<void>
  depths(): Depths
  close(): Promise<void>
}

const ACCOUNT = '000000000000'
const ARN = `arn:aws:sqs:us-east-1:${ACCOUNT}:`
/** Fourteen days, the longest SQS allows: a dead letter waits for a person. */
const DEAD_KEPT_SECONDS = 14 * 24 * 3600

/** SQS on this machine: fauxqs with the queues of the pipeline, in memory or under `directory`. */
export async function startSqs(options: { port: number; directory?: string | undefined }): Promise<Sqs> {
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  // Queue URLs then contain the host that a client used, not a name it would have to resolve.
  stores.sqsStore.host = ''
  const file = options.directory === undefined ? undefined : new QueueFile(options.directory)
  if (file) restore(file, stores)

  const app = buildApp({ logger: false, stores })
  app.addHook('onRequest', (request, reply, done) => {
    if (isLocal(request.headers)) done()
    else reply.code(403).send({ message: 'This part answers this machine only' })
  })
  await app.listen({ host: '127.0.0.1', port: options.port })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const made = mapQueues((name, queue) => makePair(stores.sqsStore, url, name, queue))

  return {
    url,
    queueUrls: mapQueues((name) => urlOf(url, name)),
    deadUrls: mapQueues((name) => urlOf(url, deadName(name))),

    async enqueue(name, bodies) {
      for (const body of bodies) made[name].queue.enqueue(SqsStore.createMessage(body))
    },

    depths: () => mapQueues((name) => depthOf(made[name])),

    async close() {
      await app.close()
      file?.close()
    },
  }
}

/** What the last run left behind. Its workers are gone, so their messages wait again. */
function restore(file: QueueFile, stores: { sqsStore: SqsStore; snsStore: SnsStore; s3Store: S3Store }): void {
  file.load(stores.sqsStore, stores.snsStore, stores.s3Store)
  for (const queue of stores.sqsStore.allQueues()) {
    for (const receipt of [...queue.inflightMessages.keys()]) queue.changeVisibility(receipt, 0)
    queue.persistence = file
  }
  stores.sqsStore.persistence = file
}

interface Pair {
  queue: SqsQueue
  dead: SqsQueue
}

function makePair(store: SqsStore, url: string, name: QueueName, { receives, visibilitySeconds }: Queue): Pair {
  const dead = makeQueue(store, url, deadName(name), { MessageRetentionPeriod: String(DEAD_KEPT_SECONDS) })
  const redrive = { deadLetterTargetArn: dead.arn, maxReceiveCount: receives }
  const queue = makeQueue(store, url, name, {
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify(redrive),
  })
  return { queue, dead }
}

/** Creating an existing queue would empty it, so only its attributes and its address are updated. */
function makeQueue(store: SqsStore, url: string, name: string, attributes: Record<string, string>): SqsQueue {
  const there = store.getQueueByName(name)
  if (!there) return store.createQueue(name, urlOf(url, name), ARN + name, attributes)
  there.setAttributes(attributes)
  return Object.assign(there, { url: urlOf(url, name) })
}

function depthOf({ queue, dead }: Pair): Depth {
  return {
    waiting: queue.messages.length,
    inFlight: queue.inflightMessages.size,
    delayed: queue.delayedMessages.length,
    dead: dead.messages.length + dead.inflightMessages.size,
  }
}

function mapQueues<T>(make: (name: QueueName, queue: Queue) => T): Record<QueueName, T> {
  const entries = Object.entries(queues).map(([name, queue]) => [name, make(name as QueueName, queue)])
  return Object.fromEntries(entries)
}

function deadName(name: QueueName): string {
  return `${name}-dead`
}

function urlOf(base: string, name: string): string {
  return `${base}/${ACCOUNT}/${name}`
}
