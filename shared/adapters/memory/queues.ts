import TinyQueue from 'tinyqueue'
import { type QueueName, queues as wiring } from '../../pipeline.ts'
import type { Queues } from '../../ports/index.ts'
import type { Queue } from '../../queue.ts'

export interface QueuedMessage {
  messageId: string
  body: string
  /** How often it was received, this time included. */
  receives: number
}

/**
 * Queues like those of SQS: a message that is received and not deleted comes back, and becomes a dead letter after too many
 * attempts.
 */
export interface MemoryQueues extends Queues {
  /** Receives up to `atMost` messages. They are hidden until acknowledged, released or their visibility timeout ends. */
  take(queue: QueueName, atMost: number): QueuedMessage[]
  /** Deletes received messages. */
  acknowledge(queue: QueueName, messageIds: readonly string[]): void
  /** Makes received messages visible again at once, behind the others. */
  release(queue: QueueName, messageIds: readonly string[]): void
  /** Bodies in the dead-letter queue. */
  dead(queue: QueueName): readonly string[]
  /** Redrives the dead-letter queue, as operators do once the cause is fixed. */
  redrive(queue: QueueName): void
  /** When a queue next has a message to receive, epoch ms: now, later (delayed or in flight), or never. */
  nextAt(queue: QueueName): number | undefined
}

/** Queues in memory. Time comes from `now`: nothing happens by itself. */
export function createMemoryQueues(now: () => number): MemoryQueues {
  const all = new Map(Object.entries(wiring).map(([name, queue]) => [name, createQueue(queue, name, now)]))
  const named = (name: QueueName) => all.get(name)!

  return {
    async send(queue, bodies, options) {
      for (const body of bodies) named(queue).send(body, options?.delaySeconds ?? 0)
    },
    async depths() {
      return Object.fromEntries([...all].map(([name, queue]) => [name, queue.depth()]))
    },
    take: (queue, atMost) => named(queue).take(atMost),
    acknowledge: (queue, ids) => named(queue).acknowledge(ids),
    release: (queue, ids) => named(queue).release(ids),
    dead: (queue) => named(queue).dead,
    redrive: (queue) => named(queue).redrive(),
    nextAt: (queue) => named(queue).nextAt(),
  }
}

/** A message that becomes visible at an instant, epoch ms. */
interface Later {
  at: number
  message: QueuedMessage
}

const earliest = (a: Later, b: Later) => a.at - b.at

function createQueue({ receives, visibilitySeconds }: Queue, name: string, now: () => number) {
  /** Visible messages, first in first out. A Map keeps the order and allows any to be removed. */
  const visible = new Map<string, QueuedMessage>()
  const hidden = new Map<string, QueuedMessage>()
  const delayed = new TinyQueue<Later>([], earliest)
  /** When received messages come back. Entries of deleted messages are dropped when they come up. */
  const returns = new TinyQueue<Later>([], earliest)
  const dead: string[] = []
  let sent = 0

  function settle(): void {
    const instant = now()
    while ((delayed.peek()?.at ?? Number.POSITIVE_INFINITY) <= instant) show(delayed.pop()!.message)
    while (isStale() || (returns.peek()?.at ?? Number.POSITIVE_INFINITY) <= instant) {
      const next = returns.pop()!
      if (next.at <= instant && isHidden(next)) {
        hidden.delete(next.message.messageId)
        show(next.message)
      }
    }
  }

  function isStale(): boolean {
    const next = returns.peek()
    return next !== undefined && !isHidden(next)
  }

  /** Whether it is still hidden by the same receive. */
  function isHidden({ message }: Later): boolean {
    return hidden.get(message.messageId)?.receives === message.receives
  }

  function show(message: QueuedMessage): void {
    if (message.receives >= receives) dead.push(message.body)
    else visible.set(message.messageId, message)
  }

  return {
    dead,
    send(body: string, delaySeconds: number): void {
      const message = { messageId: `${name}-${++sent}`, body, receives: 0 }
      if (delaySeconds > 0) delayed.push({ at: now() + delaySeconds * 1000, message })
      else show(message)
    },
    take(atMost: number): QueuedMessage[] {
      settle()
      const taken: QueuedMessage[] = []
      for (const message of visible.values()) {
        if (taken.length === atMost) break
        taken.push({ ...message, receives: message.receives + 1 })
      }
      for (const message of taken) {
        visible.delete(message.messageId)
        hidden.set(message.messageId, message)
        returns.push({ at: now() + visibilitySeconds * 1000, message })
      }
      return taken
    },
    acknowledge(messageIds: readonly string[]): void {
      for (const id of messageIds) hidden.delete(id)
    },
    release(messageIds: readonly string[]): void {
      for (const id of messageIds) {
        const message = hidden.get(id)
        if (hidden.delete(id)) show(message!)
      }
    },
    redrive(): void {
      for (const body of dead.splice(0)) this.send(body, 0)
    },
    depth() {
      settle()
      return { waiting: visible.size + delayed.length, inFlight: hidden.size, dead: dead.length }
    },
    nextAt(): number | undefined {
      settle()
      if (visible.size > 0) return now()
      const ahead = [delayed.peek()?.at, returns.peek()?.at].filter((at) => at !== undefined)
      return ahead.length > 0 ? Math.min(...ahead) : undefined
    },
  }
}
