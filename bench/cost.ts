import { DeleteMessageBatchCommand, ReceiveMessageCommand, type Message as SqsMessage } from '@aws-sdk/client-sqs'
import { busAt } from '../cli/replay/bus.ts'
import type { BusLine } from '../cli/replay/entry.ts'
import { type SpawnedParts, spawnParts } from '../infra/local/parts/spawn.ts'
import { createAwsPorts, createClients, createMeter, type Meter } from '../shared/adapters/aws/index.ts'
import type { Alert } from '../shared/app/alerts.ts'
import { deliverEmails } from '../shared/app/deliver/email.ts'
import type { QueueMessage } from '../shared/app/each-alone.ts'
import { reactToBatch } from '../shared/app/react/batch.ts'
import { audienceSet, journeySet } from '../shared/app/react/counted.ts'
import { happenedSets } from '../shared/app/react/happened.ts'
import { rulebookCache } from '../shared/app/rulebooks.ts'
import { keyedHashWith } from '../shared/domain/keyed-hash.ts'
import { unpackRulebook } from '../shared/domain/rulebook/bundle.ts'
import type { Rulebook } from '../shared/domain/rulebook/rulebook.ts'
import { pause } from '../shared/lambda/pause.ts'
import { announcementBus, bus, functions, mail, type QueueName, table } from '../shared/pipeline.ts'
import type { Ports } from '../shared/ports/index.ts'
import { measureFloor } from './floor.ts'
import { benchRulebook, complaints, enrolments, NOON } from './mails.ts'
import { prices } from './prices.ts'

/** US dollars per million events that each end in one mail, above SES's own fee. Logs and what is stored are left out. */
export interface Bill {
  bus: number
  queues: number
  reads: number
  writes: number
  index: number
  lambda: number
  notifications: number
  total: number
}

export interface Cost {
  /** Until SES has the mail. */
  toTheMail: Bill
  /** Until SES's word and the delivery are folded into the member too. */
  withOutcomes: Bill
  /** What was counted for one event, outcomes included. */
  perEvent: { calls: Record<string, number>; writeUnits: number; indexWriteUnits: number; readUnits: number }
  /** Processor time of the functions for one event with its outcomes, and of the least that a mail needs, in ms. */
  cpu: { perEventMs: number; floorMs: number; ratio: number }
}

const EVENTS = 1_000
/** Go all the way first, so that the code is warm. */
const WARM_UP = 500
const PER_CALL = 10
/** In each of a counter's parts. */
const COUNTED_BEFORE = 100_000
const COUNTER_SHARDS = 4
/** Lambda gives a function of this size one whole processor. */
const MB_OF_A_PROCESSOR = 1769

type Work = (messages: QueueMessage[]) => Promise<unknown>
type Worker = 'react' | 'send-email'

/** What is billed beside what the meter sees. */
interface Beside {
  busBytes: number
  busEvents: number
  /** What services put on our queues: billed to the queue. */
  deliveries: number
  notifications: number
  invocations: number
  gbSeconds: number
  cpuMs: number
}

/**
 * Takes events through the functions' work, one queue after the other in full batches, and counts what AWS would bill:
 * requests and units at the clients, Lambda by what the batches took here.
 */
export async function measureCost(): Promise<Cost> {
  const parts = await spawnParts()
  try {
    await parts.setClock(NOON)
    return await follow(parts)
  } finally {
    await parts.close()
  }
}

async function follow(parts: SpawnedParts): Promise<Cost> {
  const meter = createMeter()
  const clients = createClients({ region: 'us-east-1', credentials: parts.credentials }, parts.endpoints)
  const { tableName, busName, configurationSet } = {
    tableName: table.name,
    busName: announcementBus.name,
    configurationSet: mail.configurationSet,
  }
  const hash = keyedHashWith('the key of a measurement')
  const queueUrls = parts.queueUrls
  const hashes = async () => hash
  const ports = createAwsPorts({ clients, meter, tableName, queueUrls, busName, configurationSet, hashes })
  const { rulebook, bundle } = await benchRulebook()
  const rulebooks = rulebookCache(ports.rulebooks, unpackRulebook)
  await ports.rulebooks.write(rulebook.version, bundle)
  await rulebooks.load(rulebook.version)
  const always = {
    ports,
    rulebooks,
    hints: { version: 0, paused: new Set<string>(), budgetLeft: {} },
    now: NOON,
    onError(error: unknown) {
      throw error
    },
    alert(what: Alert) {
      throw new Error(`nobody should be told of ${what} here`)
    },
  }
  const { sentWaitsSeconds } = functions['send-email']
  const held: string[] = []
  /** What is to wait in the queue waits here, until SES has reported: nobody waits for the clock on the wall. */
  const holding: typeof ports.queues = {
    ...ports.queues,
    async send(queue, bodies, options) {
      if (options?.delaySeconds) held.push(...bodies)
      else await ports.queues.send(queue, bodies)
    },
  }
  const links = { baseUrl: 'https://links.example.com', keys: ['0123456789abcdef0123456789abcdef'] }
  const works: Record<Worker, Work> = {
    async react(messages) {
      await ports.world.read()
      await reactToBatch(messages, { ...always, rulebook: rulebook.version, pause })
    },
    async 'send-email'(messages) {
      await ports.world.read()
      await deliverEmails(messages, { ...always, links, sentWaitsSeconds, ports: { ...ports, queues: holding } })
    },
  }

  await put(enrolments(EVENTS + WARM_UP))
  await drain('react', nothingBeside())
  await put(complaints(EVENTS, EVENTS + WARM_UP))
  await toTheMails(nothingBeside())
  await itsOutcomes(nothingBeside())
  await countedBefore(ports, rulebook)
  const load = complaints(0, EVENTS)
  const before = structuredClone(meter)
  const busBytes = load.reduce((sum, { bytes }) => sum + bytes, 0)
  const beside: Beside = { ...nothingBeside(), busBytes, busEvents: EVENTS, deliveries: EVENTS }
  await put(load)
  await toTheMails(beside)
  const toTheMail = billOf(difference(meter, before), beside)
  const mails = await parts.mailCount()
  if (mails !== EVENTS + WARM_UP) throw new Error(`${mails} mails, not ${EVENTS + WARM_UP}`)
  beside.notifications += EVENTS
  beside.deliveries += EVENTS
  await itsOutcomes(beside)
  const counted = difference(meter, before)
  const perEventMs = beside.cpuMs / EVENTS
  const floorMs = await measureFloor(clients, EVENTS, WARM_UP)
  const { calls, writeUnits, indexWriteUnits, readUnits } = counted
  const each = (count: number) => Math.round((count / EVENTS) * 1000) / 1000
  return {
    toTheMail,
    withOutcomes: billOf(counted, beside),
    perEvent: {
      calls: Object.fromEntries(Object.entries(calls).map(([name, count]) => [name, each(count)])),
      writeUnits: each(writeUnits),
      indexWriteUnits: each(indexWriteUnits),
      readUnits: each(readUnits),
    },
    cpu: { perEventMs, floorMs, ratio: perEventMs / floorMs },
  }

  async function toTheMails(into: Beside): Promise<void> {
    await drain('react', into)
    await drain('send-email', into)
  }

  async function itsOutcomes(into: Beside): Promise<void> {
    await drain('react', into)
    await ports.queues.send('events', held.splice(0))
    await drain('react', into)
  }

  async function put(entries: BusLine[]): Promise<void> {
    const door = busAt({ name: bus.name, endpoint: parts.endpoints.events })
    await door.put(entries)
    door.close()
    if (door.taken() !== entries.length) throw new Error('the bus did not take all events')
  }

  /** Hands all that waits in its queue to a function, in its batches. */
  async function drain(name: Worker, into: Beside): Promise<void> {
    const { on, memoryMb } = functions[name]
    for (let batch = await take(on.queue, on.batchSize); batch.length > 0; batch = await take(on.queue, on.batchSize)) {
      const startedAt = performance.now()
      const cpuBefore = process.cpuUsage()
      await works[name](batch.map(({ MessageId, Body }) => ({ messageId: MessageId!, body: Body! })))
      const seconds = (performance.now() - startedAt) / 1000
      const { user, system } = process.cpuUsage(cpuBefore)
      into.cpuMs += (user + system) / 1000
      into.invocations += 1
      into.gbSeconds += Math.max(1, MB_OF_A_PROCESSOR / memoryMb) * seconds * (memoryMb / 1024)
      for (let i = 0; i < batch.length; i += PER_CALL) {
        const Entries = batch.slice(i, i + PER_CALL).map((message, n) => ({
          Id: String(n),
          ReceiptHandle: message.ReceiptHandle!,
        }))
        await clients.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: parts.queueUrls[on.queue], Entries }))
      }
    }
  }

  async function take(queue: QueueName, atMost: number) {
    const messages: SqsMessage[] = []
    while (messages.length < atMost && (await parts.depths())[queue].waiting > 0) {
      const command = new ReceiveMessageCommand({ QueueUrl: parts.queueUrls[queue], MaxNumberOfMessages: PER_CALL })
      messages.push(...((await clients.sqs.send(command)).Messages ?? []))
    }
    return messages
  }
}

/**
 * Counters as they stand in the midst of a million: of the first who move one all are remembered, of later ones few, and that is a write
 * each.
 */
async function countedBefore({ counters }: Pick<Ports, 'counters'>, { campaigns, audiences }: Rulebook): Promise<void> {
  const sets = [
    ...campaigns.map(journeySet),
    ...audiences.map(({ id }) => audienceSet(id)),
    ...happenedSets(NOON, NOON),
  ]
  for (const [set, { counts }] of await counters.read(sets)) {
    const more = Object.keys(counts).map((name) => ({ set, name, by: COUNTED_BEFORE }))
    for (let shard = 0; shard < COUNTER_SHARDS && more.length > 0; shard++) await counters.add(more, NOON)
  }
}

function billOf(meter: Meter, beside: Beside): Bill {
  const perMillion = (dollars: number) => (dollars / EVENTS) * 1e6
  const archived = (beside.busBytes / 1e9) * prices.archivedGb
  const parts = {
    bus: perMillion((meter.busEvents + beside.busEvents) * prices.busEvent + archived),
    queues: perMillion((meter.queueRequests + beside.deliveries) * prices.queueRequest),
    reads: perMillion(meter.readUnits * prices.readUnit),
    writes: perMillion(meter.writeUnits * prices.writeUnit),
    index: perMillion(meter.indexWriteUnits * prices.writeUnit),
    lambda: perMillion(beside.invocations * prices.invocation + beside.gbSeconds * prices.gbSecond),
    notifications: perMillion(beside.notifications * prices.notification),
  }
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) }
}

function difference(after: Meter, before: Meter): Meter {
  const { calls } = after
  return {
    calls: Object.fromEntries(Object.entries(calls).map(([name, count]) => [name, count - (before.calls[name] ?? 0)])),
    readUnits: after.readUnits - before.readUnits,
    writeUnits: after.writeUnits - before.writeUnits,
    indexWriteUnits: after.indexWriteUnits - before.indexWriteUnits,
    queueRequests: after.queueRequests - before.queueRequests,
    busEvents: after.busEvents - before.busEvents,
  }
}

function nothingBeside(): Beside {
  return { busBytes: 0, busEvents: 0, deliveries: 0, notifications: 0, invocations: 0, gbSeconds: 0, cpuMs: 0 }
}
