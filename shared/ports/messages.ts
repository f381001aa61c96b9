import type { Announcement } from '../contract/announcements.ts'
import type { QueueName } from '../pipeline.ts'

/** Sends a batch of messages. Throws only after what could be sent was retried; nothing is dropped silently. */
export interface Queues {
  send(queue: QueueName, bodies: readonly string[], options?: { delaySeconds?: number }): Promise<void>
  /** Messages waiting, in flight and dead, by queue. */
  depths(): Promise<Record<string, { waiting: number; inFlight: number; dead: number }>>
}

/** What was to be announced was certainly not taken: it may be tried again later, and is then not there twice. */
export class NotTaken extends Error {}

export interface Bus {
  /** Throws where an entry was not taken after retries: {@link NotTaken}, where that is certain of all of them. */
  publish(announcements: readonly Announcement[]): Promise<void>
}
