import { request } from 'node:http'
import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge'
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Parts, startParts } from '../../infra/local/parts/index.ts'
import { announcementBus, bus, type QueueName } from '../../shared/pipeline.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const NOW = Date.UTC(2026, 10, 24, 3, 1, 5, 678)

describe('the door', () => {
  let parts: Parts
  let client: EventBridgeClient
  let sqs: SQSClient

  beforeAll(async () => {
    parts = await startParts()
    await parts.setClock(NOW)
    client = new EventBridgeClient({ endpoint: parts.endpoints.events, region: 'us-east-1', credentials })
    sqs = new SQSClient({ endpoint: parts.endpoints.sqs, region: 'us-east-1', credentials })
  })
  afterAll(async () => {
    client.destroy()
    sqs.destroy()
    await parts.close()
  })

  test('an event arrives as EventBridge would hand it on, its detail to the letter', async () => {
    const Detail = '{ "id": "e1", "miles": 9007199254740993.10 , "name": "李" }'
    const [result] = await put([{ ...entry('booking.created'), Detail, Resources: ['arn:a'] }])
    const [body] = await taken('events')
    expect(body).toContain(Detail)
    expect(JSON.parse(body!)).toEqual({
      version: '0',
      id: result!.EventId,
      'detail-type': 'booking.created',
      source: 'airline.test',
      account: '000000000000',
      time: '2026-11-24T03:01:05Z',
      region: 'us-east-1',
      resources: ['arn:a'],
      detail: JSON.parse(Detail),
    })
  })

  test('routes by the rules of the pipeline, and nowhere what no rule wants', async () => {
    const results = await put([
      entry('flight.disrupted'),
      entry('booking.created'),
      entry('never.heard.of'),
      { ...entry('booking.created'), EventBusName: undefined },
      { ...entry('booking.created'), EventBusName: 'another' },
      { ...entry('booking.created'), EventBusName: `arn:aws:events:eu-west-1:123456789012:event-bus/${bus.name}` },
    ])
    expect(results.every((result) => result.EventId && !result.ErrorCode)).toBe(true)
    expect(new Set(results.map((result) => result.EventId)).size).toBe(results.length)
    expect(idsOf(await taken('flights'))).toEqual([results[0]!.EventId])
    expect(idsOf(await taken('events'))).toEqual([1, 2, 5].map((at) => results[at]!.EventId))
  })

  test('the time is the producer’s where there is one', async () => {
    await put([{ ...entry('booking.created'), Time: new Date('2026-05-01T12:00:00Z') }])
    expect(JSON.parse((await taken('events'))[0]!).time).toBe('2026-05-01T12:00:00Z')
  })

  test('each bad entry is refused for itself, as AWS does, and the others are taken', async () => {
    const good = entry('booking.created')
    const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`
    const results = await put([
      good,
      { ...good, Source: undefined },
      { ...good, DetailType: '' },
      { ...good, Detail: undefined },
      { ...good, Detail: '{"broken"' },
      { ...good, Detail: '[1]' },
      { ...good, Detail: deep },
      { ...good, Source: 'aws.ec2' },
      { ...good, DetailType: 'x'.repeat(129) },
      { ...good, EventBusName: 'no such/name' },
    ])
    expect(results.map((result) => result.ErrorCode)).toEqual([
      undefined,
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'MalformedDetail',
      'MalformedDetail',
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      'InvalidArgument',
      'InvalidArgument',
    ])
    expect(results[1]!.ErrorMessage).toBe('Parameter Source is not valid. Reason: Source is a required argument.')
    expect(results[4]!.ErrorMessage).toBe('Detail is malformed.')
    expect(idsOf(await taken('events'))).toEqual([results[0]!.EventId])
  })

  test.each([
    ['no entry', () => []],
    ['11 entries', () => Array.from({ length: 11 }, () => entry('booking.created'))],
    ['more than 1 MB together', () => Array.from({ length: 3 }, () => largeEntry(400_000))],
  ])('%s: all of the call is refused', async (_, entries) => {
    await expect(put(entries())).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    })
    expect(await taken('events')).toEqual([])
  })

  test('1 MB is taken, whatever its escaping takes up on the way', async () => {
    const [result] = await put([{ ...entry('complaint.filed'), Detail: JSON.stringify({ text: '"'.repeat(500_000) }) }])
    expect(idsOf(await taken('events'))).toEqual([result!.EventId])
  })

  test('10 MB are refused without being read', async () => {
    await expect(put([largeEntry(10_000_000)])).rejects.toMatchObject({ $metadata: { httpStatusCode: 413 } })
  })

  test('what is no PutEvents is refused', async () => {
    const target = { 'x-amz-target': 'AWSEvents.PutEvents' }
    expect(await post({}, '{}')).toMatchObject({ status: 400, type: 'UnknownOperationException' })
    const gbk = Buffer.concat([Buffer.from('{"Entries":["'), Buffer.from([0xcd, 0xf5]), Buffer.from('"]}')])
    expect(await post(target, gbk)).toMatchObject({ status: 400, type: 'SerializationException' })
    expect(await post(target, 'no JSON')).toMatchObject({ status: 400, type: 'SerializationException' })
    expect(await post(target, 'null')).toMatchObject({ status: 400, type: 'ValidationException' })
    expect(await post(target, '{"Entries":[null]}')).toMatchObject({ status: 400, type: 'SerializationException' })
    expect(await post(target, '{"Entries":[{"Source":{}}]}')).toMatchObject({
      status: 400,
      type: 'SerializationException',
    })
  })

  test('a web page reaches none of the parts, by a name of its own, from its own origin, nor by loading from them', async () => {
    const pages: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: '127.0.0.1.evil.example' },
      { origin: 'https://evil.example' },
      { origin: 'http://127.0.0.1:9' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ]
    const paths = { dynamodb: '', sqs: '/health', events: '/announcements', mail: '/store' }
    for (const [part, path] of Object.entries(paths))
      for (const page of pages)
        expect(await statusOf(parts.endpoints[part as keyof typeof paths] + path, page)).toBeGreaterThanOrEqual(400)
    for (const part of ['sqs', 'events', 'mail'] as const)
      expect(await statusOf(parts.endpoints[part] + paths[part], {})).toBe(200)
    const page = { host: 'evil.example', 'x-amz-target': 'AWSEvents.PutEvents' }
    expect(await post(page, JSON.stringify({ Entries: [entry('booking.created')] }))).toMatchObject({ status: 400 })
    expect(await taken('events')).toEqual([])
  })

  test('what comes from no airline system does not vanish, and harms nothing beside it', async () => {
    const sources = ['airline.ops', 'hotel.pms', 'wingback', 'airlines', 'AIRLINE.ops']
    const results = await put(sources.map((Source) => ({ ...entry('booking.created'), Source })))
    expect(idsOf(await taken('events'))).toEqual([results[0]!.EventId])
    expect(idsOf(await taken('strays'))).toEqual(results.slice(1).map(({ EventId }) => EventId))
  })

  test('nobody but Wingback announces anything', async () => {
    const forged = announcement('forged')
    const arn = `arn:aws:events:us-east-1:000000000000:event-bus/${announcementBus.name}`
    for (const EventBusName of [announcementBus.name, arn])
      await expect(put([entry('booking.created'), { ...forged, EventBusName }])).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining(`events:PutEvents on resource: ${arn} with an explicit deny`),
        $metadata: { httpStatusCode: 400 },
      })
    expect(await post({ 'x-amz-target': 'AWSEvents.PutEvents' }, JSON.stringify({ Entries: [forged] }))).toMatchObject({
      status: 400,
      type: 'AccessDeniedException',
    })
    const [onTheOther] = await put([{ ...forged, EventBusName: bus.name }])
    expect(idsOf(await taken('strays'))).toEqual([onTheOther!.EventId])
    expect(await parts.announcements()).toEqual([])
    expect(await taken('events')).toEqual([])
  })

  test('what Wingback announces can be looked at, the last thousand', async () => {
    const own = new EventBridgeClient({
      endpoint: parts.endpoints.events,
      region: 'us-east-1',
      credentials: parts.credentials,
    })
    for (let call = 0; call < 101; call++) {
      const Entries = Array.from({ length: 10 }, (_, at) => announcement(`a${call * 10 + at}`))
      expect(await own.send(new PutEventsCommand({ Entries }))).toMatchObject({ FailedEntryCount: 0 })
    }
    own.destroy()
    const { announcements } = (await (await fetch(`${parts.endpoints.events}/announcements`)).json()) as {
      announcements: { detail: { id: string }; source: string }[]
    }
    expect(announcements).toHaveLength(1000)
    expect(announcements[0]).toMatchObject({ source: 'wingback', detail: { id: 'a10' } })
    expect(announcements.at(-1)).toMatchObject({ detail: { id: 'a1009' } })
    expect(await parts.announcements()).toEqual(announcements)
    expect(await taken('events')).toEqual([])
  })

  async function put(Entries: PutEventsRequestEntry[]): Promise<PutEventsResultEntry[]> {
    const answer = await client.send(new PutEventsCommand({ Entries }))
    expect(answer.FailedEntryCount).toBe(answer.Entries!.filter((each) => each.ErrorCode).length)
    return answer.Entries!
  }

  /** Takes everything off a queue. */
  async function taken(queue: QueueName): Promise<string[]> {
    const QueueUrl = parts.queueUrls[queue]
    const bodies: string[] = []
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      if (Messages.length === 0) return bodies
      for (const { Body, ReceiptHandle } of Messages) {
        bodies.push(Body!)
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
      }
    }
  }

  async function post(
    headers: Record<string, string>,
    body: string | Buffer,
  ): Promise<{ status: number; type: string }> {
    const answer = await exchange(parts.endpoints.events, 'POST', headers, body)
    return { status: answer.status, type: String(JSON.parse(answer.body).__type).replace(/.*#/, '') }
  }

  async function statusOf(endpoint: string, headers: Record<string, string>): Promise<number> {
    return (await exchange(endpoint, 'GET', headers)).status
  }
})

/** A request with whatever `Host` it is told: `fetch` sets its own. */
function exchange(url: string, method: string, headers: Record<string, string>, body?: string | Buffer) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request(url, { method, headers }, async (response) => {
      const chunks = await response.toArray()
      resolve({ status: response.statusCode!, body: Buffer.concat(chunks).toString() })
    })
    asked.on('error', reject).end(body)
  })
}

function entry(DetailType: string): PutEventsRequestEntry {
  return { Source: 'airline.test', DetailType, Detail: '{"id":"e1"}', EventBusName: bus.name }
}

function largeEntry(bytes: number): PutEventsRequestEntry {
  return { ...entry('complaint.filed'), Detail: JSON.stringify({ text: 'x'.repeat(bytes) }) }
}

function announcement(id: string): PutEventsRequestEntry {
  const { name: EventBusName, source: Source } = announcementBus
  return { ...entry('email.sent'), EventBusName, Source, Detail: JSON.stringify({ id }) }
}

function idsOf(bodies: readonly string[]): string[] {
  return bodies.map((body) => JSON.parse(body).id)
}
