import type { BatchGetItemCommandInput, BatchWriteItemCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EventBridgeClient, PutEventsCommandInput } from '@aws-sdk/client-eventbridge'
import type { SendMessageBatchCommandInput, SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import { createBus } from '../../shared/adapters/aws/bus.ts'
import { createTablePorts } from '../../shared/adapters/aws/index.ts'
import { createQueues } from '../../shared/adapters/aws/queues.ts'
import type { Patience } from '../../shared/adapters/aws/retry.ts'
import type { Announcement } from '../../shared/contract/announcements.ts'
import type { ReactionRecord } from '../../shared/ports/index.ts'

/** What services leave undone without an error: it is done in the end, or it is an error. */

const TABLE = 't'

function patience(attempts = 6): Patience & { waits: number[] } {
  const waits: number[] = []
  return { attempts, firstDelayMs: 10, longestDelayMs: 60, waits, wait: async (ms) => void waits.push(ms) }
}

/** A client that answers by a function of what it is asked. */
function stub<C>(answer: (input: never) => object): C {
  return { send: async ({ input }: { input: never }) => answer(input) } as C
}

function recordOf(i: number): ReactionRecord {
  const at = { occurredAt: 1, reactedAt: 2, expiresAt: 3 }
  return { memberId: `m${i}`, id: `e${i}`, type: 'flight.completed', delivery: `d${i}`, body: '{}', ...at }
}

describe('DynamoDB takes a part of a batch at a time', () => {
  test('every record is written in the end, none after it was taken', async () => {
    const taken: string[] = []
    const client = stub<DynamoDBClient>(({ RequestItems }: BatchWriteItemCommandInput) => {
      const writes = RequestItems![TABLE]!
      expect(writes.length).toBeLessThanOrEqual(25)
      const half = Math.ceil(writes.length / 2)
      taken.push(...writes.slice(0, half).map(({ PutRequest }) => PutRequest!.Item!.pk!.S!))
      return { UnprocessedItems: writes.length > half ? { [TABLE]: writes.slice(half) } : {} }
    })
    const patient = patience()
    const { records } = createTablePorts(client, TABLE, patient)
    await records.put(Array.from({ length: 60 }, (_, i) => recordOf(i)))
    expect(taken.sort()).toEqual(Array.from({ length: 60 }, (_, i) => `M#m${i}`).sort())
    expect(Math.max(...patient.waits)).toBeLessThanOrEqual(60)
    expect(patient.waits.length).toBeGreaterThan(3)
  })

  test('what is never taken is an error that counts it', async () => {
    const client = stub<DynamoDBClient>(({ RequestItems }: BatchWriteItemCommandInput) => ({
      UnprocessedItems: { [TABLE]: RequestItems![TABLE]!.slice(-2) },
    }))
    const patient = patience(4)
    const { records } = createTablePorts(client, TABLE, patient)
    await expect(records.put([1, 2, 3].map(recordOf))).rejects.toThrow('2 of 3 not taken after 4 tries')
    expect(patient.waits).toHaveLength(3)
    expect(patient.waits[0]).toBeLessThanOrEqual(10)
  })

  test('every member is read in the end', async () => {
    const client = stub<DynamoDBClient>(({ RequestItems }: BatchGetItemCommandInput) => {
      const keys = RequestItems![TABLE]!.Keys!
      expect(keys.length).toBeLessThanOrEqual(100)
      const [now, later] = [keys.slice(0, 30), keys.slice(30)]
      return {
        Responses: { [TABLE]: now.map((key) => ({ ...key, v: { N: '1' }, state: { S: 'x' } })) },
        UnprocessedKeys: later.length > 0 ? { [TABLE]: { Keys: later } } : {},
      }
    })
    const { members } = createTablePorts(client, TABLE, patience())
    const ids = Array.from({ length: 250 }, (_, i) => `m${i}`)
    expect([...(await members.read(ids)).keys()].sort()).toEqual(ids.sort())
  })
})

describe('SQS takes a part of a batch at a time', () => {
  const queuesOf = (client: SQSClient, patient: Patience) =>
    createQueues({ client, urls: { events: 'http://q/events' }, patience: patient })

  test('every message is sent in the end, once', async () => {
    const taken: string[] = []
    const client = stub<SQSClient>(({ Entries }: SendMessageBatchCommandInput) => {
      const refused = Entries!.filter((_, i) => i % 2 === 1)
      taken.push(...Entries!.filter((_, i) => i % 2 === 0).map(({ MessageBody }) => MessageBody!))
      return { Failed: refused.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })) }
    })
    const bodies = Array.from({ length: 25 }, (_, i) => `b${i}`)
    await queuesOf(client, patience()).send('events', bodies)
    expect(taken.sort()).toEqual(bodies.sort())
  })

  test('what is never taken is an error, and what is refused is not tried again', async () => {
    let calls = 0
    const failing = (SenderFault: boolean) =>
      stub<SQSClient>(({ Entries }: SendMessageBatchCommandInput) => {
        calls++
        return { Failed: [{ Id: Entries![0]!.Id, Code: 'TooBad', SenderFault }] }
      })
    await expect(queuesOf(failing(false), patience(3)).send('events', ['a', 'b'])).rejects.toThrow('1 of 2 not taken')
    expect(calls).toBe(3)
    await expect(queuesOf(failing(true), patience(3)).send('events', ['a', 'b'])).rejects.toThrow('TooBad')
    expect(calls).toBe(4)
  })

  test('a batch is at most ten messages and 256 KB', async () => {
    const sizes: number[][] = []
    const client = stub<SQSClient>(({ Entries }: SendMessageBatchCommandInput) => {
      sizes.push(Entries!.map(({ MessageBody }) => Buffer.byteLength(MessageBody!)))
      return {}
    })
    const chinese = '航'.repeat(40_000)
    await queuesOf(client, patience()).send('events', [...Array(5).fill(chinese), ...Array(12).fill('x')])
    expect(sizes.flat()).toHaveLength(17)
    for (const batch of sizes) {
      expect(batch.length).toBeLessThanOrEqual(10)
      expect(batch.reduce((a, b) => a + b)).toBeLessThanOrEqual(256 * 1024)
    }
  })
})

test('EventBridge takes a part of a call at a time: every announcement is put in the end, once', async () => {
  const taken: string[] = []
  const client = stub<EventBridgeClient>(({ Entries }: PutEventsCommandInput) => {
    expect(Entries!.length).toBeLessThanOrEqual(10)
    const answers = Entries!.map((_, i) => (i === 0 ? { EventId: 'x' } : { ErrorCode: 'ThrottlingException' }))
    taken.push(JSON.parse(Entries![0]!.Detail!).id)
    return { FailedEntryCount: answers.length - 1, Entries: answers }
  })
  const announcements = Array.from(
    { length: 13 },
    (_, i): Announcement => ({
      type: 'offer.accepted',
      detail: { id: `a${i}`, occurredAt: '2026-10-01T00:00:00Z', memberId: 'anna', offerId: `offer-${i}` },
    }),
  )
  await createBus({ client, name: 'wingback', patience: patience(12) }).publish(announcements)
  expect(taken.sort()).toEqual(announcements.map(({ detail }) => detail.id).sort())
})
