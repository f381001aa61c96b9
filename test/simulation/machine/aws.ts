import { AsyncLocalStorage } from 'node:async_hooks'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { isAwsError } from '../../../infra/local/parts/aws-error.ts'
import type { DynamoDb } from '../../../infra/local/parts/dynamodb.ts'
import { createBus } from '../../../shared/adapters/aws/bus.ts'
import { createTablePorts } from '../../../shared/adapters/aws/index.ts'
import { createQueues } from '../../../shared/adapters/aws/queues.ts'
import type { Announcement } from '../../../shared/contract/announcements.ts'
import { keyedHashWith } from '../../../shared/domain/keyed-hash.ts'
import { announcementBus, type QueueName, queues, table } from '../../../shared/pipeline.ts'
import type { GrantRequest, Ports, StoredMember } from '../../../shared/ports/index.ts'
import type { Effect } from '../faults/index.ts'
import { aboutOf, gated, type Services, see } from './gate.ts'
import type { Invocation, Machine } from './machine.ts'

/** What a port was asked for: each call of a client on its behalf waits for its own turn. */
interface Asked {
  port: string
  method: string
  args: readonly unknown[]
}

type Fields = Record<string, unknown>

const asking = new AsyncLocalStorage<Asked>()

/** Gives a request its turn, with what strikes it. */
type Turn = (asked: Asked, name: string, deed: (effect: Effect | undefined) => Promise<Fields>) => Promise<Fields>

/**
 * The ports as they are in AWS: the real adapters, on clients that answer from a DynamoDB within this process and from the
 * queues and the bus in memory. Every request of a client waits for its turn and can be struck: batches come back with
 * some of them not done, as AWS gives them back.
 */
export function awsPortsOf(dynamodb: Database, machine: Machine, services: Services, invocation: Invocation): Ports {
  const turn: Turn = (asked, name, deed) => {
    const call = { ...asked, about: `${aboutOf(asked.args)} ${name}` }
    return machine.call(invocation, call, async (effect) => deed(effect))
  }
  const wait = () => {
    const call = { port: 'function', method: 'pause', args: [], about: '' }
    return machine.call(invocation, call, async () => {})
  }
  const noticed: Notice = (...given) => notice(machine, services, invocation, ...given)
  const ports = adaptersOn(dynamodb, services, turn, wait, noticed)
  return { ...ports, mailer: gated(machine, services, invocation).mailer }
}

/** What is stored, for who looks at it when nobody else is there any more. */
export function awsStoresOf(dynamodb: Database, services: Services) {
  return adaptersOn(
    dynamodb,
    services,
    (_asked, _name, deed) => deed(undefined),
    async () => {},
    () => {},
  )
}

type Database = Omit<DynamoDb, 'url'>
type Notice = (asked: Asked, name: string, input: Fields) => void

function adaptersOn(
  dynamodb: Database,
  services: Services,
  turn: Turn,
  wait: () => Promise<void>,
  noticed: Notice,
): Omit<Ports, 'mailer'> {
  const hash = keyedHashWith('the key of a simulation')
  const patience = { attempts: 8, firstDelayMs: 0, longestDelayMs: 0, wait }
  const clientOf = (perform: (name: string, input: Fields, effect: Effect | undefined) => Promise<Fields>) => ({
    send(command: { input: Fields; constructor: { name: string } }) {
      const asked = asking.getStore()!
      const name = command.constructor.name.replace(/Command$/, '')
      return turn(asked, name, async (effect) => {
        const answer = await perform(name, command.input, effect)
        noticed(asked, name, command.input)
        return answer
      })
    },
  })
  const client = clientOf((name, input, effect) => requestTable(dynamodb, name, input, effect))
  const sqs = clientOf((_, input, effect) => sendMessages(services, input, effect))
  const eventBridge = clientOf(async (_, input, effect) => takeEntries(input, effect))
  const urls = Object.fromEntries(Object.keys(queues).map((name) => [name, name])) as Record<QueueName, string>
  const ports = {
    ...createTablePorts(client as unknown as DynamoDBClient, table.name, patience, async () => hash),
    queues: createQueues({ client: sqs as unknown as SQSClient, urls, patience }),
    bus: createBus({ client: eventBridge as unknown as EventBridgeClient, name: announcementBus.name, patience }),
    raw: services.ports.raw,
    pictures: services.ports.pictures,
    inbound: services.ports.inbound,
    helpDesk: services.ports.helpDesk,
  }
  return knowingWhatIsAsked(ports)
}

type Methods = Record<string, (...args: unknown[]) => unknown>

/** The same ports, whose requests know on behalf of what they are made. */
function knowingWhatIsAsked<P extends object>(ports: P): P {
  const asked = Object.entries(ports as Record<string, Methods>).map(([port, methods]) => {
    const calls = Object.keys(methods).map((method) => [
      method,
      (...args: unknown[]) => asking.run({ port, method, args }, () => methods[method]!(...args)),
    ])
    return [port, Object.fromEntries(calls)]
  })
  return Object.fromEntries(asked) as P
}

async function requestTable(
  { call }: Database,
  name: string,
  input: Fields,
  effect: Effect | undefined,
): Promise<Fields> {
  const go = async (params: Fields) => fromWire(await call(name, toWire(params) as Fields)) as Fields
  try {
    if (effect?.is !== 'part') return await go(input)
    const items = Object.values((input.RequestItems as Fields | undefined) ?? {})[0]
    if (name === 'BatchWriteItem') return await writePart(go, items as unknown[], effect.share)
    if (name === 'BatchGetItem') return await readPart(go, items as { Keys: unknown[] }, effect.share)
    throw new Error('simulated: throttled')
  } catch (error) {
    if (!isAwsError(error)) throw error
    const { __type, ...more } = error.body
    throw Object.assign(error, { name: __type.split('#')[1], $metadata: { httpStatusCode: error.statusCode } }, more)
  }
}

type Go = (params: Fields) => Promise<Fields>

async function writePart(go: Go, items: readonly unknown[], share: number): Promise<Fields> {
  const [some, others] = cut(items, share)
  if (some.length > 0) await go({ RequestItems: { [table.name]: some } })
  return { UnprocessedItems: others.length > 0 ? { [table.name]: others } : {} }
}

async function readPart(go: Go, { Keys, ...request }: { Keys: unknown[] }, share: number): Promise<Fields> {
  const [some, others] = cut(Keys, share)
  const unread = others.length > 0 ? { [table.name]: { ...request, Keys: others } } : {}
  if (some.length === 0) return { Responses: {}, UnprocessedKeys: unread }
  return { ...(await go({ RequestItems: { [table.name]: { ...request, Keys: some } } })), UnprocessedKeys: unread }
}

function cut<T>(all: readonly T[], share: number): [T[], T[]] {
  const at = Math.floor(all.length * share)
  return [all.slice(0, at), all.slice(at)]
}

interface Sent {
  Id: string
  MessageBody: string
  DelaySeconds?: number
}

async function sendMessages(services: Services, input: Fields, effect: Effect | undefined): Promise<Fields> {
  const [some, others] = cut(input.Entries as Sent[], effect?.is === 'part' ? effect.share : 1)
  const { queues: memory } = services.ports
  const later = effect?.is === 'late' || effect?.is === 'twice' ? effect.ms / 1000 : 0
  for (const { MessageBody, DelaySeconds = 0 } of some) {
    const name = input.QueueUrl as QueueName
    if (effect?.is !== 'late') await memory.send(name, [MessageBody], { delaySeconds: DelaySeconds })
    if (later > 0) await memory.send(name, [MessageBody], { delaySeconds: DelaySeconds + later })
  }
  return { Failed: others.map(({ Id }) => ({ Id, SenderFault: false, Code: 'InternalError' })) }
}

/** What was taken is cut in the input, for who notices it. */
function takeEntries(input: Fields, effect: Effect | undefined): Fields {
  const entries = input.Entries as Fields[]
  const [some, others] = cut(entries, effect?.is === 'part' ? effect.share : 1)
  input.Taken = some
  const answers = [
    ...some.map(() => ({ EventId: 'taken' })),
    ...others.map(() => ({ ErrorCode: 'ThrottlingException' })),
  ]
  return { FailedEntryCount: others.length, Entries: answers }
}

/** What is seen from outside of a request that was done. */
function notice(
  machine: Machine,
  services: Services,
  invocation: Invocation,
  { port, method, args }: Asked,
  name: string,
  input: Fields,
): void {
  const tell = (told: readonly unknown[], result: unknown) =>
    see(machine, services, invocation, port, method, told, result)
  if (port === 'members' && name === 'PutItem') {
    const { memberId, wakeAt = Number.POSITIVE_INFINITY } = args[0] as StoredMember
    services.wakes.set(memberId, wakeAt)
    tell(args, 'written')
  } else if (port === 'departures' && method === 'note') {
    tell(args, undefined)
  } else if (port === 'world' && name === 'TransactWriteItems') {
    tell(args, 'written')
  } else if (port === 'ledger' && name === 'TransactWriteItems' && method === 'grant') {
    const { actionId } = args[0] as GrantRequest
    if (JSON.stringify(input).includes(actionId)) tell(args, { granted: true, again: false, grantId: actionId })
  } else if (port === 'bus') {
    const taken = (input.Taken as { DetailType: string; Detail: string }[]).map(({ DetailType, Detail }) => {
      return { type: DetailType, detail: JSON.parse(Detail) } as Announcement
    })
    if (taken.length > 0) tell([taken], undefined)
  }
}

/** Binary attributes as they go over the wire, and back. */
function toWire(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(toWire)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.map(([key, each]) => [key, toWire(each)]))
}

function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'B' && typeof each === 'string' ? Buffer.from(each, 'base64') : fromWire(each),
    ]),
  )
}
