import { startParts } from '../../infra/local/parts/index.ts'
import { type AwsSettings, createAwsPorts, createClients } from '../../shared/adapters/aws/index.ts'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { keyedHashWith } from '../../shared/domain/keyed-hash.ts'
import { announcementBus, mail, table } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/index.ts'

export type Opened = Ports & { close(): Promise<void> }

/** What every suite of a port runs on: memory, and AWS's parts on this machine. Each opens empty. */
export const stores: [string, () => Promise<Opened>][] = [
  ['memory', async () => ({ ...createMemoryPorts(), close: async () => {} })],
  ['AWS parts', async () => openAws()],
]

const hash = keyedHashWith('the key of a test')

/** The ports on fresh parts, with those parts and the clients to look behind them. */
export async function openAws(more: Partial<AwsSettings> = {}) {
  const parts = await startParts()
  const clients = createClients({ region: 'us-east-1', credentials: parts.credentials }, parts.endpoints)
  const ports = createAwsPorts({
    clients,
    tableName: table.name,
    queueUrls: parts.queueUrls,
    deadLetterUrls: parts.deadUrls,
    busName: announcementBus.name,
    configurationSet: mail.configurationSet,
    hashes: async () => hash,
    ...more,
  })
  return {
    ...ports,
    parts,
    clients,
    async close() {
      for (const client of Object.values(clients)) client.destroy()
      await parts.close()
    },
  }
}
