import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import type { Announcement } from '../../contract/announcements.ts'
import { announcementBus } from '../../pipeline.ts'
import { type Bus, NotTaken } from '../../ports/index.ts'
import { packs } from '../batches.ts'
import { NotDone, type Patience, untilDone } from './retry.ts'

const ENTRIES_PER_CALL = 10
const BYTES_PER_CALL = 256 * 1024

/** The bus of announcements in EventBridge. */
export function createBus(settings: { client: EventBridgeClient; name: string; patience: Patience }): Bus {
  const { client, name, patience } = settings

  /** `PutEvents` answers 200 even where it took nothing: every entry's answer is looked at. */
  async function put(entries: PutEventsRequestEntry[]): Promise<PutEventsRequestEntry[]> {
    const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: entries }))
    return FailedEntryCount ? entries.filter((_, i) => Entries?.[i]?.ErrorCode) : []
  }

  return {
    async publish(announcements) {
      const entries = announcements.map((announcement) => entryOf(name, announcement))
      const calls = packs(entries, ENTRIES_PER_CALL, BYTES_PER_CALL, (entry) => Buffer.byteLength(entry.Detail!) + 256)
      const puts = calls.map((call) => untilDone('announcing on the bus', call, put, patience))
      await Promise.all(puts).catch((error) => {
        throw error instanceof NotDone && error.none && calls.length === 1 ? new NotTaken(error.message) : error
      })
    },
  }
}

function entryOf(EventBusName: string, { type, detail }: Announcement): PutEventsRequestEntry {
  return { EventBusName, Source: announcementBus.source, DetailType: type, Detail: JSON.stringify(detail) }
}
