import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createSesClient } from '../../shared/adapters/aws/clients.ts'
import { createMailer, outcomeOf } from '../../shared/adapters/aws/mailer.ts'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import type { Mailer, OutgoingMail } from '../../shared/ports/index.ts'
import { openAws } from './stores.ts'

type Fault = 'throttled' | 'rejected' | 'lost' | 'answer-lost'

const mail: OutgoingMail = {
  to: 'anna@example.com',
  from: '"Wing Air, Inc." <hello@wing.example>',
  replyTo: 'care@wing.example',
  subject: '我们很抱歉',
  html: '<p>Sorry, 安娜</p>',
  text: 'Sorry, 安娜',
  headers: { 'List-Unsubscribe': '<https://wing.example/u/1>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  tags: { action: 'a1', campaign: 'say-sorry' },
}

interface Opened {
  mailer: Mailer
  failNext(fault: Fault): Promise<void>
  /** Mails that went out. */
  count(): Promise<number>
  close(): Promise<void>
}

const mailers: [string, () => Promise<Opened>][] = [
  ['memory', openMemory],
  ['SES', openSes],
]

async function openMemory(): Promise<Opened> {
  const { mailer } = createMemoryPorts()
  return {
    mailer,
    failNext: async (fault) => {
      const next = mailer.tries() + 1
      mailer.decideFate((_mail, attempt) => (attempt === next ? fault : 'taken'))
    },
    count: async () => mailer.mails.length,
    close: async () => {},
  }
}

async function openSes(): Promise<Opened> {
  const { mailer, parts, close } = await openAws()
  const before = await parts.mailCount()
  return {
    mailer,
    failNext: (fault) => parts.failNextMails([fault]),
    count: async () => (await parts.mailCount()) - before,
    close,
  }
}

describe.each(mailers)('the mailer in %s', (_name, open) => {
  test('sends one mail and says its id', async () => {
    const { mailer, count, close } = await open()
    const [first, second] = [await mailer.send(mail), await mailer.send(mail)]
    expect(first).toEqual({ sent: true, messageId: expect.any(String) })
    expect(second).toEqual({ sent: true, messageId: expect.any(String) })
    expect(second).not.toEqual(first)
    expect(await count()).toBe(2)
    await close()
  })

  test.each<[Fault, object, number]>([
    ['throttled', { why: 'later', lasting: false }, 0],
    ['rejected', { why: 'refused', code: 'MessageRejected' }, 0],
    ['lost', { why: 'unknown' }, 0],
    ['answer-lost', { why: 'unknown' }, 1],
  ])('%s: one try, and what is known of it', async (fault, outcome, sent) => {
    const { mailer, failNext, count, close } = await open()
    await failNext(fault)
    expect(await mailer.send(mail)).toMatchObject({ sent: false, reason: expect.any(String), ...outcome })
    expect(await count()).toBe(sent)
    expect(await mailer.send(mail)).toMatchObject({ sent: true })
    await close()
  })
})

describe.each(mailers)('addresses with the mailer in %s', (_name, open) => {
  test.each<[string, Partial<OutgoingMail>]>([
    [
      'a name in another script, a domain of its own',
      { from: '鹤翼航空 <care@例子.中国>', replyTo: '鹤翼 <a@例子.中国>' },
    ],
    ['a comma', { from: 'Your Airline, Inc. <care@example.com>' }],
    ['a long name', { from: `${'한국항공'.repeat(20)} <care@example.com>` }],
    ['a recipient with a domain of its own', { to: 'li@bücher.example' }],
  ])('%s: encoded', async (_, change) => {
    const { mailer, close } = await open()
    expect(await mailer.send({ ...mail, ...change })).toMatchObject({ sent: true })
    await close()
  })

  test.each<[string, Partial<OutgoingMail>]>([
    ['a dot too many', { to: 'a..b@example.com' }],
    ['letters before the @ that are not ASCII', { to: '张@example.com' }],
    ['no address', { from: 'Wing Air' }],
    ['a second header', { from: 'Wing Air <care@example.com>\r\nBcc: all@example.com' }],
    ['a second header in the name', { from: 'Wing\r\nBcc: all@example.com\r\n <care@example.com>' }],
    ['a second recipient', { replyTo: 'a@example.com, b@example.com' }],
  ])('%s: refused for good, and nothing goes out', async (_, change) => {
    const { mailer, count, close } = await open()
    const outcome = await mailer.send({ ...mail, ...change })
    expect(outcome).toMatchObject({ sent: false, why: 'refused', code: 'IllegalAddress' })
    expect(await count()).toBe(0)
    await close()
  })
})

test('SES gets the whole mail', async () => {
  const { send, requests, close } = await answering(200, {}, { MessageId: 'm1' })
  expect(await send()).toEqual({ sent: true, messageId: 'm1' })
  expect(requests).toEqual([
    {
      FromEmailAddress: mail.from,
      Destination: { ToAddresses: [mail.to] },
      ReplyToAddresses: [mail.replyTo],
      Content: {
        Simple: {
          Subject: { Data: mail.subject, Charset: 'UTF-8' },
          Body: { Html: { Data: mail.html, Charset: 'UTF-8' }, Text: { Data: mail.text, Charset: 'UTF-8' } },
          Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
        },
      },
      EmailTags: [
        { Name: 'action', Value: 'a1' },
        { Name: 'campaign', Value: 'say-sorry' },
      ],
      ConfigurationSetName: 'wingback',
    },
  ])
  await close()
})

test.each([
  [400, 'MailFromDomainNotVerifiedException', { why: 'refused', code: 'MailFromDomainNotVerifiedException' }],
  [400, 'BadRequestException', { why: 'refused' }],
  [404, 'NotFoundException', { why: 'refused' }],
  [400, 'SendingPausedException', { why: 'later', lasting: true }],
  [400, 'AccountSuspendedException', { why: 'later' }],
  [400, 'LimitExceededException', { why: 'later' }],
  [403, 'AccessDeniedException', { why: 'later', lasting: true }],
  [500, 'InternalServiceErrorException', { why: 'unknown' }],
  [503, 'ServiceUnavailable', { why: 'unknown' }],
])('SES answers %i %s', async (status, name, outcome) => {
  const { send, requests, close } = await answering(status, { 'x-amzn-errortype': name }, { message: 'no' })
  expect(await send()).toMatchObject({ sent: false, ...outcome })
  expect(requests).toHaveLength(1)
  await close()
})

test.each([
  ['ECONNREFUSED', 'later'],
  ['ENOTFOUND', 'later'],
  ['ECONNRESET', 'unknown'],
  ['ETIMEDOUT', 'unknown'],
  ['EPIPE', 'unknown'],
])('a network that says %s: %s', (code, why) => {
  expect(outcomeOf(Object.assign(new Error(`it says ${code}`), { code }))).toMatchObject({ sent: false, why })
})

/** An SES that answers always the same, and keeps what it was asked. */
async function answering(status: number, headers: Record<string, string>, body: object) {
  const requests: unknown[] = []
  const server = createServer(async (request, response) => {
    requests.push(JSON.parse((await request.toArray()).join('')))
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = createSesClient({ region: 'us-east-1', endpoint, credentials })
  const mailer = createMailer({ client, configurationSet: 'wingback' })
  return {
    requests,
    send: () => mailer.send(mail),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
