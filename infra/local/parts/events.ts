import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { matches, takesAnnouncement } from '../../../shared/bus-rule.ts'
import type { Announcement } from '../../../shared/contract/announcements.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import { announcementBus, bus, type QueueName, queues } from '../../../shared/pipeline.ts'
import type { Queue } from '../../../shared/queue.ts'
import { awsError, isAwsError } from './aws-error.ts'
import { failed } from './failed.ts'
import { closeServer, isLocal, jsonOf, listen, portOf, readBody, refuseUnread, sendJson } from './http.ts'
import { type Entry, readCall } from './put-events.ts'
import type { Sqs } from './sqs.ts'

export interface Events {
  url: string
  /** Wingback's announcements, the last thousand, oldest first: also at `GET /announcements`. */
  announcements(): readonly object[]
  close(): Promise<void>
}

const JSON_TYPE = 'application/x-amz-json-1.1'
/** More than a full call can have with its details escaped. */
const BODY_BYTES_AT_MOST = 4 * 1024 * 1024
const ANNOUNCEMENTS_AT_MOST = 1_000
const ACCOUNT = '000000000000'
const REGION = 'us-east-1'

/**
 * EventBridge on this machine: accepts the real `PutEvents` call and routes by the rules of the pipeline. It answers once
 * the queues have what was accepted. `now` dates events without a time, epoch ms.
 */
export async function startEvents(options: {
  port: number
  now: () => number
  enqueue: Sqs['enqueue']
  /** Of Wingback's own functions. */
  accessKeyId: string
  /** Answers announcements, on the airline's bus. */
  gateway?: (announced: Announcement) => Envelope[]
}): Promise<Events> {
  const announcements: object[] = []
  const server = await listen((request, response) => void answer(request, response), options.port)
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    announcements: () => announcements,
    close: () => closeServer(server),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isLocal(request.headers)) throw awsError('AccessDeniedException', 'This part answers this machine only')
      if (request.method === 'GET' && request.url === '/announcements')
        return sendJson(response, 200, { announcements })
      const body = await readBody(request, BODY_BYTES_AT_MOST)
      if (!body)
        return refuseUnread(request, response, 413, {
          __type: 'RequestEntityTooLargeException',
          message: 'Total size of the entries in the request is over the limit.',
        })
      if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents')
        throw awsError('UnknownOperationException', 'This part knows PutEvents only')
      sendJson(response, 200, await putEvents(parse(body), isOwn(request)), JSON_TYPE)
    } catch (error) {
      if (request.destroyed && !request.complete) return
      if (isAwsError(error)) return sendJson(response, error.statusCode, error.body, JSON_TYPE)
      failed('EventBridge', error)
      sendJson(response, 500, { __type: 'InternalException', message: 'The local bus failed' }, JSON_TYPE)
    }
  }

  /** Whether one of Wingback's own functions calls: AWS recognises it by its role, this part by its key. */
  function isOwn({ headers }: IncomingMessage): boolean {
    return /\bCredential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] === options.accessKeyId
  }

  async function putEvents(call: unknown, own: boolean): Promise<object> {
    const messages = new Map<QueueName, string[]>()
    const entries = readCall(call)
    if (!own && entries.some((entry) => !('ErrorCode' in entry) && entry.bus === announcementBus.name)) throw NOT_YOURS
    const results = entries.map((entry) => {
      if ('ErrorCode' in entry) return entry
      const id = randomUUID()
      const envelope = envelopeOf(entry, id, options.now())
      if (entry.bus === bus.name) route(entry, envelope)
      if (entry.bus === announcementBus.name) {
        const announced = keep(envelope)
        for (const [name, row] of Object.entries(queues) as [QueueName, Queue][])
          if (takesAnnouncement(row, announced.type, announced.detail)) add(name, envelope)
        for (const answer of options.gateway?.(announced) ?? [])
          route({ source: answer.source, type: answer['detail-type'] }, JSON.stringify(answer))
      }
      return { EventId: id }
    })
    for (const [queue, bodies] of messages) await options.enqueue(queue, bodies)
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results }

    function route(entry: Pick<Entry, 'source' | 'type'>, envelope: string): void {
      for (const [name, { rule }] of Object.entries(queues) as [QueueName, Queue][]) {
        if (!rule || !matches(rule, entry.source, entry.type)) continue
        add(name, envelope)
      }
    }

    function add(name: QueueName, envelope: string): void {
      messages.set(name, [...(messages.get(name) ?? []), envelope])
    }
  }

  function keep(envelope: string): Announcement {
    const announced = JSON.parse(envelope)
    announcements.push(announced)
    if (announcements.length > ANNOUNCEMENTS_AT_MOST) announcements.shift()
    return { type: announced['detail-type'], detail: announced.detail } as Announcement
  }
}

/** The answer of AWS if the policy of the announcement bus denies a call (infra/aws): the whole call fails. */
const NOT_YOURS = awsError(
  'AccessDeniedException',
  `This caller is not authorized to perform: events:PutEvents on resource: arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${announcementBus.name} with an explicit deny in a resource-based policy`,
)

/** An event as EventBridge sends it to a target. The detail stays exactly as the producer wrote it. */
function envelopeOf(entry: Entry, id: string, now: number): string {
  const head = {
    version: '0',
    id,
    'detail-type': entry.type,
    source: entry.source,
    account: ACCOUNT,
    time: `${new Date(entry.time ?? now).toISOString().slice(0, -5)}Z`,
    region: REGION,
    resources: entry.resources,
  }
  return `${JSON.stringify(head).slice(0, -1)},"detail":${entry.detail}}`
}

function parse(body: Buffer): unknown {
  try {
    return jsonOf(body)
  } catch {
    throw awsError('SerializationException', 'The body is not JSON')
  }
}
