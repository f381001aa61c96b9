import type { EventBridgeClient, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import type { Inbound, InboundEvent } from '../../ports/index.ts'
import { callsOf, putAll } from './put-events.ts'
import type { Patience } from './retry.ts'

/** The bus of airline systems in EventBridge, for events translated on their behalf. */
export function createInbound(settings: { client: EventBridgeClient; name: string; patience: Patience }): Inbound {
  const { client, name, patience } = settings

  return {
    async put(events) {
      for (const call of callsOf(events.map((event) => entryOf(name, event))))
        await putAll(client, 'putting events on the bus', call, patience)
    },
  }
}

function entryOf(EventBusName: string, { source, type, detail }: InboundEvent): PutEventsRequestEntry {
  return { EventBusName, Source: source, DetailType: type, Detail: JSON.stringify(detail) }
}
