import type { LastTold, Learnt } from '../connectors/connector.ts'
import type { LegState } from '../connectors/legs/leg.ts'
import type { AirlineEventType } from '../contract/index.ts'

/** A message of another system, as it arrived. */
export interface RawMessage {
  bytes: Uint8Array
  /** When it was stored, epoch ms. */
  receivedAt: number
}

/** Messages of other systems, by key. The queue `raw` is notified of each that is stored. */
export interface RawStore {
  /** `known`: a message with this key exists already, and is not changed. */
  put(key: string, bytes: Uint8Array): Promise<'kept' | 'known'>
  /** Undefined if there is none (any more). `too-large` if it has more bytes than are read. */
  get(key: string, bytesAtMost: number): Promise<RawMessage | 'too-large' | undefined>
}

/** What earlier messages reported about legs and other things. Whatever does not differ from it is not news. */
export interface Told {
  /** The legs of a flight number that depart from `from` to `to`, both included, as dates at their origin. */
  legs(flight: { carrier: string; flightNumber: string; from: string; to: string }): Promise<LegState[]>
  /** By the connector's name for it. The name and what is told may identify a person, so both are stored as keyed hashes. */
  thing(name: string, says: string): Promise<LastTold | undefined>
  /** `conflict`: another message was processed in between; compare this one again. */
  learn(learnt: readonly Learnt[], now: number): Promise<'learnt' | 'conflict'>
}

/** An event of an airline system, as it is put on the bus. */
export interface InboundEvent {
  source: string
  type: AirlineEventType
  detail: object
}

/** The bus of airline systems, for events translated on their behalf. */
export interface Inbound {
  /** Throws if an event was not accepted after retries. */
  put(events: readonly InboundEvent[]): Promise<void>
}
