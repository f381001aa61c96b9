import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { QueueName } from '../../../shared/pipeline.ts'
import { startDynamoDb } from './dynamodb.ts'
import { startEvents } from './events.ts'
import { openGateway } from './gateway.ts'
import { startHelpDesk } from './help-desk.ts'
import { type MailFault, startMail } from './mail.ts'
import { type Depths, type Sqs, startSqs } from './sqs.ts'
import { startStore } from './store.ts'
import { makeTable } from './table.ts'

export type { MailFault } from './mail.ts'
export type { Depths } from './sqs.ts'

/** The parts that stand for AWS on one machine, in this process or in one of their own (`spawn.ts`). */
export interface Parts {
  endpoints: Record<PartName, string>
  queueUrls: Sqs['queueUrls']
  deadUrls: Sqs['deadUrls']
  /** What Wingback's own functions sign with. Nobody else knows it, so they are recognised by it. */
  credentials: { accessKeyId: string; secretAccessKey: string }
  depths(): Promise<Depths>
  enqueue(queue: QueueName, bodies: readonly string[]): Promise<void>
  /** Wingback's announcements, the last thousand, oldest first. */
  announcements(): Promise<readonly object[]>
  /** Emails accepted. */
  mailCount(): Promise<number>
  /** Faults for the next emails, one each: for tests. */
  failNextMails(faults: readonly MailFault[]): Promise<void>
  /** The time for bus and email from now on, epoch ms. Undefined: the system clock. */
  setClock(now: number | undefined): Promise<void>
  close(): Promise<void>
}

export type PartName = 'dynamodb' | 'sqs' | 'events' | 'mail' | 'store' | 'helpDesk'

export interface PartsOptions {
  /** Everything is stored there, and found again however the process ended. If absent: in memory. */
  dataDir?: string | undefined
  /** 0 or absent: a free one. */
  ports?: Partial<Record<PartName, number>>
}

/** Starts all parts in this process. Throws if a port or the directory is taken. */
export async function startParts({ dataDir, ports = {} }: PartsOptions = {}): Promise<Parts> {
  let clock: number | undefined
  const now = () => clock ?? Date.now()
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true })
  const at = (name: string) => (dataDir === undefined ? undefined : join(dataDir, name))

  // The database first: while a dying process still holds it, nothing else is opened either.
  const dynamodb = await startDynamoDb({ port: ports.dynamodb ?? 0, path: at('table'), now: Date.now })
  await makeTable(dynamodb)
  const sqs = await startSqs({ port: ports.sqs ?? 0, directory: at('queues') })
  const { enqueue } = sqs
  const credentials = { accessKeyId: `WINGBACK${randomBytes(16).toString('hex')}`, secretAccessKey: 'local' }
  const { accessKeyId } = credentials
  const mail = await startMail({ port: ports.mail ?? 0, file: at('mails.jsonl'), now, enqueue })
  const gateway = openGateway(mail, now)
  const store = await startStore({ port: ports.store ?? 0, directory: at('raw'), now, enqueue })
  const helpDesk = await startHelpDesk(mail, now)
  const events = await startEvents({ port: ports.events ?? 0, now, enqueue, accessKeyId, gateway })

  return {
    endpoints: {
      ...{ dynamodb: dynamodb.url, sqs: sqs.url, events: events.url, mail: mail.url },
      ...{ store: store.url, helpDesk: helpDesk.url },
    },
    queueUrls: sqs.queueUrls,
    deadUrls: sqs.deadUrls,
    credentials,
    depths: async () => sqs.depths(),
    enqueue,
    announcements: async () => events.announcements(),
    mailCount: async () => mail.count(),
    failNextMails: async (faults) => mail.failNext(faults),
    async setClock(to) {
      clock = to
    },
    async close() {
      await Promise.all([events.close(), mail.close(), store.close(), helpDesk.close()])
      await Promise.all([sqs.close(), dynamodb.close()])
    },
  }
}
