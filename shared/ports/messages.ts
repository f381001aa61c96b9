import type { Announcement } from '../contract/announcements.ts'
import type { QueueName } from '../pipeline.ts'

/** Sends a batch of messages. Failed ones are retried; it throws if some are still left. Nothing is dropped silently. */
export interface Queues {
  send(queue: QueueName, bodies: readonly string[], options?: { delaySeconds?: number }): Promise<void>
  /** Messages waiting, in flight and dead, by queue. */
  depths(): Promise<Record<string, { waiting: number; inFlight: number; dead: number }>>
}

/** None of the announcements was accepted. They can be retried without coming twice. */
export class NotTaken extends Error {}

export interface Bus {
  /** Throws if an entry was not accepted after retries: {@link NotTaken} if that is certain of all of them. */
  publish(announcements: readonly Announcement[]): Promise<void>
}
