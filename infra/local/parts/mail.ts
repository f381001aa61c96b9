import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import ses from 'aws-ses-v2-local'
import type { Email } from 'aws-ses-v2-local/dist/store.js'
import double from 'aws-ses-v2-local/dist/v2/sendEmail.js'
import { failed } from './failed.ts'
import { closeServer, isLocal, portOf, readBody, refuseUnread, sendJson } from './http.ts'
import { feedbackOf } from './mail-feedback.ts'
import { openMailbox, type ShownMessage } from './mailbox.ts'
import { badRequest, type Refusal, readSendEmail, recipientsOf, type SendEmailCall } from './send-email.ts'
import type { Sqs } from './sqs.ts'
import { sendViewer } from './viewer.ts'

/**
 * Faults of the next email, for tests: `throttled` and `rejected` are answered as SES does; a `lost` call never reached SES;
 * with a lost `answer` the email went out but nobody heard of it.
 */
export type MailFault = 'throttled' | 'rejected' | 'lost' | 'answer-lost'

export interface Mail {
  /** Of SES's API and of the viewer. */
  url: string
  /** Emails accepted. */
  count(): number
  /** Shows a message of another channel beside the emails. */
  show(message: ShownMessage): void
  /** Faults for the next calls, one each. */
  failNext(faults: readonly MailFault[]): void
  close(): Promise<void>
}

type Route = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => void | Promise<void>

const BODY_BYTES_AT_MOST = 10 * 1024 * 1024
const faults: Record<'throttled' | 'rejected', Refusal> = {
  throttled: { status: 429, type: 'TooManyRequestsException', message: 'Maximum sending rate exceeded.' },
  rejected: { status: 400, type: 'MessageRejected', message: 'Email address is not verified.' },
}

/**
 * SES v2 on this machine: aws-ses-v2-local, with its viewer, and the events that SES would publish, put on the
 * queue of events before a call is answered. `now` dates emails and events, epoch ms. It stores emails once per
 * process: two of it in one process share them.
 */
export async function startMail(options: {
  port: number
  file?: string | undefined
  now: () => number
  enqueue: Sqs['enqueue']
}): Promise<Mail> {
  // If it is set, the stand-in sends each email on, to a real mail server.
  delete process.env.SMTP_TRANSPORT
  const mailbox = openMailbox(options.file)
  const failing: MailFault[] = []
  const server = await ses.default({ host: '127.0.0.1', port: options.port })
  if (!server.listening) throw new Error(`Port ${options.port} for mail is taken`)
  const viewer = server.listeners('request')[0] as RequestListener
  // Only calls that are safe for any caller: with a wrong parameter, others throw in the stand-in and end the process.
  const routes = new Map<string, Route>([
    ['GET /', (_request, response) => sendViewer(response)],
    ['GET /health-check', viewer],
    ['GET /store', (request, response, query) => (isSince(query) ? viewer : notThere)(request, response)],
    ['GET /get-emlContent', (request, response, query) => (isOfMail(query) ? viewer : notThere)(request, response)],
    ['POST /clear-store', clear],
    ['POST /v2/email/outbound-emails', sendEmail],
  ])
  server.removeAllListeners('request').on('request', (request, response) => void answer(request, response))
  server.keepAliveTimeout = 75_000

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    count: mailbox.count,
    show: mailbox.show,
    failNext: (next) => void failing.push(...next),
    close: () => closeServer(server),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isLocal(request.headers)) return sendJson(response, 403, { message: 'This part answers this machine only' })
      const url = URL.parse(request.url ?? '/', 'http://127.0.0.1')
      const handle = routes.get(`${request.method} ${url?.pathname}`)
      if (!url || !handle) return sendJson(response, 404, { message: 'This part knows SendEmail and its viewer only' })
      await handle(request, response, url.searchParams)
    } catch (error) {
      if (request.destroyed && !request.complete) return
      failed('SES', error)
      sendJson(response, 500, { message: 'The local SES failed' })
    }
  }

  function clear(request: IncomingMessage, response: ServerResponse): void {
    mailbox.clear()
    viewer(request, response)
  }

  function isOfMail(query: URLSearchParams): boolean {
    const [messageId, ...others] = query.getAll('messageId')
    return messageId !== undefined && others.length === 0 && mailbox.holds(messageId)
  }

  async function sendEmail(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, BODY_BYTES_AT_MOST)
    if (!body) return refuseUnread(request, response, 413, { message: 'Message length is more than 10 MB.' })
    const fault = failing.shift()
    if (fault === 'lost') return void request.socket.destroy()
    if (fault === 'throttled' || fault === 'rejected') return refuse(response, faults[fault])

    const read = readSendEmail(body)
    if ('refusal' in read) return refuse(response, read.refusal)
    const taken = await hand(read.call)
    if (taken.status !== 200) return refuse(response, badRequest(String(taken.body.detail ?? taken.body.message)))

    const messageId = randomUUID()
    const at = options.now()
    const tags = Object.fromEntries(read.call.EmailTags.map(({ Name, Value }) => [Name, Value]))
    await report(read.call, mailbox.keep(taken.body.MessageId, { messageId, tags, at }), at)
    if (fault === 'answer-lost') request.socket.destroy()
    else sendJson(response, 200, { MessageId: messageId })
  }

  async function report(call: SendEmailCall, mail: Email, at: number): Promise<void> {
    if (call.ConfigurationSetName === undefined) return
    const tags = Map.groupBy(call.EmailTags, (tag) => tag.Name)
    const events = feedbackOf({
      messageId: mail.messageId,
      from: mail.from,
      to: recipientsOf(call),
      subject: mail.subject,
      headers: mail.headers ?? [],
      tags: Object.fromEntries([...tags].map(([name, of]) => [name, of.map((tag) => tag.Value)])),
      configurationSet: call.ConfigurationSetName,
      at,
    })
    await options.enqueue('events', events)
  }
}

function isSince(query: URLSearchParams): boolean {
  const since = query.getAll('since')
  return since.length === 0 || (since.length === 1 && /^\d+$/.test(since[0]!))
}

function notThere(_request: IncomingMessage, response: ServerResponse): void {
  sendJson(response, 404, { message: 'There is no such mail' })
}

/** Passes a call to the stand-in's own handler, which stores the email. */
function hand(call: SendEmailCall): Promise<{ status: number; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    let status = 200
    const reply = {
      status(code: number) {
        status = code
        return reply
      },
      send: (body: Record<string, unknown>) => resolve({ status, body }),
    }
    Promise.resolve(double.default({ body: call }, reply, reject)).catch(reject)
  })
}

function refuse(response: ServerResponse, { status, type, message }: Refusal): void {
  response.setHeader('x-amzn-errortype', type)
  sendJson(response, status, { message })
}
