import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import { packs } from '../batches.ts'
import { type Patience, untilDone } from './retry.ts'

const ENTRIES_PER_CALL = 10
const BYTES_PER_CALL = 256 * 1024

/** Splits entries into as few calls as possible. */
export function callsOf(entries: readonly PutEventsRequestEntry[]): PutEventsRequestEntry[][] {
  return packs(entries, ENTRIES_PER_CALL, BYTES_PER_CALL, (entry) => Buffer.byteLength(entry.Detail!) + 256)
}

/**
 * Puts all entries of a call, with retries. `PutEvents` answers 200 even if it accepted none, so each entry's answer is
 * checked.
 */
export function putAll(
  client: EventBridgeClient,
  what: string,
  call: PutEventsRequestEntry[],
  patience: Patience,
): Promise<void> {
  return untilDone(
    what,
    call,
    async (Entries) => {
      const answer = await client.send(new PutEventsCommand({ Entries }))
      return answer.FailedEntryCount ? Entries.filter((_, i) => answer.Entries?.[i]?.ErrorCode) : []
    },
    patience,
  )
}
