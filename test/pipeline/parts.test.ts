import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Parts, startParts } from '../../infra/local/parts/index.ts'
import { type SpawnedParts, spawnParts } from '../../infra/local/parts/spawn.ts'
import { announcementBus, bus, mail as mailWiring, type QueueName, queues } from '../../shared/pipeline.ts'
import type { Queue } from '../../shared/queue.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const region = 'us-east-1'
const NOW = Date.UTC(2026, 10, 24, 3, 1, 5, 678)

describe('mail', () => {
  let parts: Parts
  let ses: SESv2Client
  let sqs: SQSClient

  beforeAll(async () => {
    parts = await startParts()
    await parts.setClock(NOW)
    ses = new SESv2Client({ endpoint: parts.endpoints.mail, region, credentials, maxAttempts: 1 })
    sqs = sqsOf(parts)
  })
  afterAll(async () => {
    ses.destroy()
    sqs.destroy()
    await parts.close()
  })
  beforeEach(async () => {
    await fetch(`${parts.endpoints.mail}/clear-store`, { method: 'POST' })
  })

  test('a mail can be read in the viewer, headers included, and its delivery is reported', async () => {
    const { MessageId } = await ses.send(mailTo('"Li, Mei" <li@example.com>'))
    expect(await viewed()).toMatchObject([
      {
        messageId: MessageId,
        destination: { to: ['"Li, Mei" <li@example.com>'] },
        subject: 'Come back',
        headers: [{ name: 'List-Unsubscribe', value: '<https://air.example/u/1>' }],
        at: Math.floor(NOW / 1000),
      },
    ])
    expect(await (await fetch(parts.endpoints.mail)).text()).toContain('<html')

    const [event, ...others] = await feedback()
    expect(others).toEqual([])
    expect(event).toMatchObject({
      eventType: 'Delivery',
      delivery: { recipients: ['li@example.com'], timestamp: '2026-11-24T03:01:05.678Z' },
      mail: {
        messageId: MessageId,
        timestamp: '2026-11-24T03:01:05.678Z',
        source: 'Air <hello@air.example>',
        destination: ['li@example.com'],
        tags: { action: ['a-1'], campaign: ['win-back'], 'ses:configuration-set': [mailWiring.configurationSet] },
      },
    })
  })

  test.each([
    ['bounce@simulator.amazonses.com', ['Bounce'], 'General'],
    ['Bounce+42@Simulator.AmazonSES.com', ['Bounce'], 'General'],
    ['suppressionlist@simulator.amazonses.com', ['Bounce'], 'Suppressed'],
    ['complaint+x@simulator.amazonses.com', ['Delivery', 'Complaint'], undefined],
    ['success@simulator.amazonses.com', ['Delivery'], undefined],
    ['bounce@example.com', ['Delivery'], undefined],
    ['li+opens@example.com', ['Delivery', 'Open'], undefined],
    ['li+clicks@example.com', ['Delivery', 'Open', 'Click'], undefined],
  ])('what becomes of a mail to %s', async (address, types, subType) => {
    await ses.send(mailTo(address))
    const events = await feedback()
    expect(events.map((event) => event.eventType)).toEqual(types)
    const last = events.at(-1)!
    if (last.eventType === 'Bounce') {
      expect(last.bounce).toMatchObject({ bounceType: 'Permanent', bounceSubType: subType })
      expect(last.bounce).toMatchObject({ bouncedRecipients: [{ emailAddress: address }] })
    }
    if (last.eventType === 'Complaint')
      expect(last.complaint).toMatchObject({ complainedRecipients: [{ emailAddress: address }] })
    expect(last.mail).toMatchObject({ tags: { action: ['a-1'] } })
  })

  test('without its configuration set nothing is reported, as in SES', async () => {
    await ses.send(mailTo('li@example.com', { ConfigurationSetName: undefined }))
    expect(await viewed()).toHaveLength(1)
    expect(await feedback()).toEqual([])
    await expect(ses.send(mailTo('li@example.com', { ConfigurationSetName: 'another' }))).rejects.toMatchObject({
      name: 'NotFoundException',
    })
  })

  test.each<[string, Partial<SendEmailCommandInput>]>([
    ['51 recipients', { Destination: { ToAddresses: Array.from({ length: 51 }, (_, at) => `a${at}@example.com`) } }],
    ['no recipient', { Destination: {} }],
    ['no address', { Destination: { ToAddresses: ['nobody'] } }],
    ['an address SES cannot write to', { Destination: { ToAddresses: ['李@example.com'] } }],
    ['a dot too many', { Destination: { ToAddresses: ['a..b@example.com'] } }],
    ['a dot at the end', { Destination: { ToAddresses: ['a@example.com.'] } }],
    ['a domain not in Punycode', { Destination: { ToAddresses: ['li@bücher.example'] } }],
    ['a blank without width', { Destination: { ToAddresses: ['li@exa\u200bmple.com'] } }],
    ['a sender in plain Chinese', { FromEmailAddress: '鹤翼航空 <care@example.com>' }],
    ['a comma outside of quotes', { FromEmailAddress: 'Your Airline, Inc. <care@example.com>' }],
    ['a sender from a domain not in Punycode', { FromEmailAddress: 'care@例子.中国' }],
    ['no sender', { FromEmailAddress: undefined }],
    ['two addresses to reply to in one', { ReplyToAddresses: ['a@example.com, b@example.com'] }],
    ['a tag with a dot', { EmailTags: [{ Name: 'action', Value: 'a.1' }] }],
    ['a header that would be two', { Content: content([{ Name: 'X-Name', Value: 'a\r\nBcc: b@example.com' }]) }],
    ['no subject', { Content: { Simple: { Subject: { Data: '' }, Body: { Text: { Data: 'Hello' } } } } }],
  ])('%s: refused for good', async (_, change) => {
    await expect(ses.send(mailTo('li@example.com', change))).rejects.toMatchObject({
      name: 'BadRequestException',
      $metadata: { httpStatusCode: 400 },
    })
    expect(await viewed()).toEqual([])
    expect(await feedback()).toEqual([])
  })

  test.each([
    '"Your Airline, Inc." <care@example.com>',
    'Wing Air <care@example.com>',
    '=?UTF-8?B?6bmk57+8?= <care@xn--fsqu00a.xn--fiqs8s>',
  ])('a sender as SES takes it: %s', async (FromEmailAddress) => {
    await ses.send(mailTo("o'brien+a@example.com", { FromEmailAddress }))
    expect(await viewed()).toHaveLength(1)
    expect(await feedback()).toHaveLength(1)
  })

  test('faults come when asked for: throttled, rejected, lost on the way there or back', async () => {
    const before = await parts.mailCount()
    await parts.failNextMails(['throttled', 'rejected', 'lost', 'answer-lost'])
    const send = () => ses.send(mailTo('li@example.com')).then(() => 'sent')
    await expect(send()).rejects.toMatchObject({ name: 'TooManyRequestsException' })
    await expect(send()).rejects.toMatchObject({ name: 'MessageRejected' })
    await expect(send()).rejects.not.toHaveProperty('$metadata.httpStatusCode')
    expect(await parts.mailCount()).toBe(before)
    await expect(send()).rejects.not.toHaveProperty('$metadata.httpStatusCode')
    expect(await parts.mailCount()).toBe(before + 1)
    expect(await send()).toBe('sent')
    expect((await feedback()).map((event) => event.eventType)).toEqual(['Delivery', 'Delivery'])
  })

  async function viewed(): Promise<{ messageId: string }[]> {
    const store = (await (await fetch(`${parts.endpoints.mail}/store`)).json()) as { emails: { messageId: string }[] }
    return store.emails
  }

  async function feedback(): Promise<Record<string, unknown>[]> {
    const messages = await taken(sqs, parts.queueUrls.events)
    return messages.map((message) => JSON.parse(message.Body!))
  }
})

describe('queues', () => {
  let parts: Parts
  let sqs: SQSClient

  beforeAll(async () => {
    parts = await startParts()
    sqs = sqsOf(parts)
  })
  afterAll(async () => {
    sqs.destroy()
    await parts.close()
  })

  test('there is each of the pipeline, with its dead-letter queue and times', async () => {
    for (const [name, { receives, visibilitySeconds }] of Object.entries(queues) as [QueueName, Queue][]) {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: parts.queueUrls[name], AttributeNames: ['All'] }),
      )
      expect(Attributes.VisibilityTimeout).toBe(String(visibilitySeconds))
      const redrive = JSON.parse(Attributes.RedrivePolicy!)
      expect(redrive.maxReceiveCount).toBe(receives)
      expect(redrive.deadLetterTargetArn).toMatch(new RegExp(`:${name}-dead$`))
    }
  })

  test('depths tell what waits, is in work, comes later, and was given up', async () => {
    const QueueUrl = parts.queueUrls.offers
    await parts.enqueue('offers', ['a', 'b'])
    const later = { Id: 'later', MessageBody: 'c', DelaySeconds: 900 }
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [later] }))
    expect((await parts.depths()).offers).toEqual({ waiting: 2, inFlight: 0, delayed: 1, dead: 0 })

    for (let receive = 0; receive < queues.offers.receives; receive++) await receiveAndRelease(sqs, QueueUrl)
    expect((await parts.depths()).offers).toEqual({ waiting: 2, inFlight: 0, delayed: 1, dead: 0 })
    await receiveAndRelease(sqs, QueueUrl)
    expect((await parts.depths()).offers).toEqual({ waiting: 0, inFlight: 0, delayed: 1, dead: 2 })
    const dead = await taken(sqs, parts.deadUrls.offers)
    expect(dead.map((message) => message.Body)).toEqual(['a', 'b'])
  })
})

describe('parts in a process of their own', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wingback-parts-'))
  let parts: SpawnedParts
  let sqs: SQSClient

  beforeAll(async () => {
    parts = await spawnParts({ dataDir })
    sqs = sqsOf(parts)
  })
  afterAll(async () => {
    sqs.destroy()
    await parts.close()
    rmSync(dataDir, { recursive: true })
  })

  async function crashAndRestart(): Promise<void> {
    await parts.crash()
    sqs.destroy()
    parts = await spawnParts({ dataDir })
    sqs = sqsOf(parts)
  }

  test('after a kill -9 every message that was taken is there: waiting, with a worker, later, or given up', async () => {
    const client = new EventBridgeClient({ endpoint: parts.endpoints.events, region, credentials })
    const entry = { Source: 'airline.test', DetailType: 'booking.created', EventBusName: bus.name }
    const Entries = Array.from({ length: 10 }, (_, at) => ({ ...entry, Detail: `{"id":"${at}"}` }))
    for (let call = 0; call < 3; call++) await client.send(new PutEventsCommand({ Entries }))
    client.destroy()
    const QueueUrl = parts.queueUrls.events
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    const [done, released] = Messages
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: done!.ReceiptHandle }))
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: released!.ReceiptHandle, VisibilityTimeout: 0 }),
    )
    await parts.enqueue('tasks', ['given up'])
    for (let receive = 0; receive <= queues.tasks.receives; receive++)
      await receiveAndRelease(sqs, parts.queueUrls.tasks)
    const later = { Id: 'later', MessageBody: 'later', DelaySeconds: 900 }
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: parts.queueUrls.sweeps, Entries: [later] }))

    await crashAndRestart()

    const depths = await parts.depths()
    expect(depths.events).toEqual({ waiting: 29, inFlight: 0, delayed: 0, dead: 0 })
    expect(depths.tasks).toEqual({ waiting: 0, inFlight: 0, delayed: 0, dead: 1 })
    expect(depths.sweeps).toEqual({ waiting: 0, inFlight: 0, delayed: 1, dead: 0 })
    const messages = await taken(sqs, parts.queueUrls.events)
    expect(new Set(messages.map((message) => message.MessageId)).size).toBe(29)
    expect(messages.map((message) => message.MessageId)).not.toContain(done!.MessageId)

    await crashAndRestart()
    expect((await parts.depths()).events.waiting).toBe(0)
  })

  test('mails and what became of them are there too', async () => {
    const ses = new SESv2Client({ endpoint: parts.endpoints.mail, region, credentials })
    const before = await parts.mailCount()
    await ses.send(mailTo('bounce@simulator.amazonses.com'))
    ses.destroy()
    await crashAndRestart()
    expect(await parts.mailCount()).toBe(before + 1)
    const store = (await (await fetch(`${parts.endpoints.mail}/store`)).json()) as { emails: { subject: string }[] }
    expect(store.emails.at(-1)?.subject).toBe('Come back')
    const [event] = await taken(sqs, parts.queueUrls.events)
    expect(JSON.parse(event!.Body!).eventType).toBe('Bounce')
  })

  test('the clock is moved over there', async () => {
    await parts.setClock(NOW)
    const client = new EventBridgeClient({ endpoint: parts.endpoints.events, region, credentials: parts.credentials })
    const { name: EventBusName, source: Source } = announcementBus
    const entry = { Source, DetailType: 'email.sent', EventBusName, Detail: '{"id":"1"}' }
    await client.send(new PutEventsCommand({ Entries: [entry] }))
    client.destroy()
    expect(await parts.announcements()).toMatchObject([{ time: '2026-11-24T03:01:05Z', detail: { id: '1' } }])
  })

  test('they end with the process that started them, however that ends', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'wingback-orphan-'))
    const module = new URL('../../infra/local/parts/spawn.ts', import.meta.url)
    const script = `const { spawnParts } = await import(${JSON.stringify(module.href)})
      const { pid } = await spawnParts({ dataDir: ${JSON.stringify(directory)} })
      console.log(pid)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script])
    const [line] = await once(parent.stdout, 'data')
    parent.kill('SIGKILL')
    await whenGone(Number(line))
    rmSync(directory, { recursive: true })
  })

  test('nothing that a page could ask of the mail viewer ends them', async () => {
    const paths = [
      '/get-emlContent?messageId=x',
      '/get-emlContent',
      '/get-emlContent?messageId[]=x&messageId=',
      '/%',
      '//',
    ]
    for (const path of [
      ...paths,
      '/store?since=x',
      '/store?since=1&since=2',
      '/v2/email/templates',
      '/../../package.json',
    ])
      expect((await fetch(parts.endpoints.mail + path)).status).toBe(404)
    expect((await fetch(parts.endpoints.mail, { method: 'POST', body: 'Action=SendRawEmail' })).status).toBe(404)
    expect((await parts.depths()).events.dead).toBe(0)
  })

  test('a port that is taken is said so, and what is asked of parts that are gone fails', async () => {
    const dynamodb = Number(new URL(parts.endpoints.dynamodb).port)
    await expect(spawnParts({ ports: { dynamodb } })).rejects.toThrow('EADDRINUSE')
    const others = await spawnParts()
    await others.crash()
    await expect(others.depths()).rejects.toThrow()
    await others.close()
  })
})

/** Until no process has this id. */
async function whenGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise(setImmediate)
  }
}

function sqsOf(parts: Parts): SQSClient {
  return new SQSClient({ endpoint: parts.endpoints.sqs, region, credentials })
}

/** Takes everything off a queue. */
async function taken(sqs: SQSClient, QueueUrl: string): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return all
    all.push(...Messages)
    for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
  }
}

/** Receives what waits and lets it go at once, as a worker that cannot do it. */
async function receiveAndRelease(sqs: SQSClient, QueueUrl: string): Promise<void> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
  for (const { ReceiptHandle } of Messages)
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
}

function mailTo(address: string, change: Partial<SendEmailCommandInput> = {}): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: 'Air <hello@air.example>',
    Destination: { ToAddresses: [address] },
    ConfigurationSetName: mailWiring.configurationSet,
    EmailTags: [
      { Name: 'action', Value: 'a-1' },
      { Name: 'campaign', Value: 'win-back' },
    ],
    Content: content([{ Name: 'List-Unsubscribe', Value: '<https://air.example/u/1>' }]),
    ...change,
  })
}

function content(Headers: { Name: string; Value: string }[]): SendEmailCommandInput['Content'] {
  const Body = { Html: { Data: '<p>Hello</p>' }, Text: { Data: 'Hello' } }
  return { Simple: { Subject: { Data: 'Come back' }, Body, Headers } }
}
