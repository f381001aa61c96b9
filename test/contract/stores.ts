import { startDynamoDb } from '../../infra/local/parts/dynamodb.ts'
import { makeTable } from '../../infra/local/parts/table.ts'
import { type AwsSettings, createAwsPorts, createClients } from '../../shared/adapters/aws/index.ts'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { keyedHashWith } from '../../shared/domain/keyed-hash.ts'
import { announcementBus, mail, table } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/index.ts'

export type Opened = Ports & { close(): Promise<void> }
type Store = [string, () => Promise<Opened>]

const memory: Store = ['memory', async () => ({ ...createMemoryPorts(), close: async () => {} })]

/** What the suite of a port that is stored in the table runs on: memory, and AWS's table on this machine. Each opens empty. */
export const stores: Store[] = [memory, ['AWS parts', async () => openTable()]]

/** The same for suites that need queues or the store of raw messages too: all of AWS's parts. */
export const wholeStores: Store[] = [memory, ['AWS parts', async () => openAws()]]

const hash = keyedHashWith('the key of a test')
const NOWHERE = 'http://127.0.0.1:1'

/** The ports on a fresh table, with its clients to look behind them. Nothing answers where another part is called. */
export async function openTable(more: Partial<AwsSettings> = {}) {
  const dynamodb = await startDynamoDb({ port: 0, now: Date.now })
  await makeTable(dynamodb)
  const elsewhere = { sqs: NOWHERE, events: NOWHERE, mail: NOWHERE, store: NOWHERE }
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const clients = createClients({ region: 'us-east-1', credentials }, { ...elsewhere, dynamodb: dynamodb.url })
  return portsOn(clients, { queueUrls: {}, ...more }, dynamodb.close)
}

/** The ports on fresh parts, with those parts and the clients to look behind them. */
export async function openAws(more: Partial<AwsSettings> = {}) {
  // Imported only here: most suites need the table alone, and start in a fraction of the time.
  const { startParts } = await import('../../infra/local/parts/index.ts')
  const parts = await startParts()
  const clients = createClients({ region: 'us-east-1', credentials: parts.credentials }, parts.endpoints)
  const urls = { queueUrls: parts.queueUrls, deadLetterUrls: parts.deadUrls }
  return { ...portsOn(clients, { ...urls, ...more }, parts.close), parts }
}

function portsOn(
  clients: AwsSettings['clients'],
  settings: Partial<AwsSettings> & Pick<AwsSettings, 'queueUrls'>,
  closeParts: () => Promise<void>,
) {
  const ports = createAwsPorts({
    clients,
    tableName: table.name,
    busName: announcementBus.name,
    configurationSet: mail.configurationSet,
    hashes: async () => hash,
    ...settings,
  })
  return {
    ...ports,
    clients,
    async close() {
      for (const client of Object.values(clients)) client.destroy()
      await closeParts()
    },
  }
}
