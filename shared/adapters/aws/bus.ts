import type { EventBridgeClient, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import type { Announcement } from '../../contract/announcements.ts'
import { announcementBus } from '../../pipeline.ts'
import { type Bus, NotTaken } from '../../ports/index.ts'
import { callsOf, putAll } from './put-events.ts'
import { NotDone, type Patience } from './retry.ts'

/** The bus of announcements in EventBridge. */
export function createBus(settings: { client: EventBridgeClient; name: string; patience: Patience }): Bus {
  const { client, name, patience } = settings

  return {
    async publish(announcements) {
      const calls = callsOf(announcements.map((announcement) => entryOf(name, announcement)))
      const puts = calls.map((call) => putAll(client, 'announcing on the bus', call, patience))
      await Promise.all(puts).catch((error) => {
        throw error instanceof NotDone && error.none && calls.length === 1 ? new NotTaken(error.message) : error
      })
    },
  }
}

function entryOf(EventBusName: string, { type, detail }: Announcement): PutEventsRequestEntry {
  return { EventBusName, Source: announcementBus.source, DetailType: type, Detail: JSON.stringify(detail) }
}
