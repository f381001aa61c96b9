import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'

/** What AWS would bill, counted at the clients. */
export interface Meter {
  /** Calls by name: `PutItem`, `SendMessageBatch` … */
  calls: Record<string, number>
  /** Of the table and of its index. */
  readUnits: number
  /** Of the table; transactions count double, as billed. */
  writeUnits: number
  /** Of the wake index: 1 to enter or leave, 2 to move within it. */
  indexWriteUnits: number
  /** SQS requests as billed: one per started 64 KB of a call. */
  queueRequests: number
  /** EventBridge events as billed: one per started 64 KB of an entry. */
  busEvents: number
}

export function createMeter(): Meter {
  return { calls: {}, readUnits: 0, writeUnits: 0, indexWriteUnits: 0, queueRequests: 0, busEvents: 0 }
}

const BILLED_BYTES = 64 * 1024
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'])

interface Capacity {
  CapacityUnits?: number
  Table?: { CapacityUnits?: number }
}

/** Asks DynamoDB to report what each call consumed. The index is calculated here, because local parts leave it out. */
export function meterTable(client: DynamoDBClient, meter: Meter): void {
  const wakes = new Map<string, string>()

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const name = callOf(context, meter)
      const input = { ...args.input, ReturnConsumedCapacity: 'INDEXES' as const }
      const result = await next({ ...args, input })
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Capacity | Capacity[] }
      for (const capacity of [ConsumedCapacity ?? []].flat()) {
        const { CapacityUnits: all = 0, Table: { CapacityUnits: ofTable = all } = {} } = capacity
        if (WRITES.has(name)) meter.writeUnits += ofTable
        else meter.readUnits += all
      }
      if ('Item' in input) meter.indexWriteUnits += moved(input.Item)
      return result
    },
    { step: 'initialize', name: 'meter' },
  )

  function moved(item: { pk?: { S?: string }; sk?: { S?: string }; wakeAt?: { N?: string } } | undefined): number {
    if (item?.sk?.S !== 'M') return 0
    const key = item.pk!.S!
    const [before, after] = [wakes.get(key), item.wakeAt?.N]
    if (after === undefined) wakes.delete(key)
    else wakes.set(key, after)
    if (before === after) return 0
    return (before === undefined ? 0 : 1) + (after === undefined ? 0 : 1)
  }
}

export function meterQueues(client: SQSClient, meter: Meter): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      callOf(context, meter)
      const entries = 'Entries' in args.input ? (args.input.Entries as { MessageBody?: string }[]) : []
      const bytes = entries.reduce((total, { MessageBody }) => total + Buffer.byteLength(MessageBody ?? ''), 0)
      meter.queueRequests += Math.max(1, Math.ceil(bytes / BILLED_BYTES))
      return next(args)
    },
    { step: 'initialize', name: 'meter' },
  )
}

export function meterBus(client: EventBridgeClient, meter: Meter): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      callOf(context, meter)
      const entries = 'Entries' in args.input ? (args.input.Entries as { Detail?: string }[]) : []
      for (const { Detail } of entries)
        meter.busEvents += Math.max(1, Math.ceil(Buffer.byteLength(Detail ?? '') / BILLED_BYTES))
      return next(args)
    },
    { step: 'initialize', name: 'meter' },
  )
}

export function meterMails(client: SESv2Client, meter: Meter): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      callOf(context, meter)
      return next(args)
    },
    { step: 'initialize', name: 'meter' },
  )
}

/** Counts the call, and returns its name. */
function callOf(context: { commandName?: string }, meter: Meter): string {
  const name = (context.commandName ?? 'unknown').replace(/Command$/, '')
  meter.calls[name] = (meter.calls[name] ?? 0) + 1
  return name
}
