import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { eraseBeside } from '../../shared/app/privacy/erase.ts'
import { type ReactDependencies, reactToBatch } from '../../shared/app/react/batch.ts'
import { idIn } from '../../shared/contract/identity.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { QueueName } from '../../shared/pipeline.ts'
import { nothingSpecial } from './life.ts'

/** `reactToBatch` over ports in memory, with a clock and a way to break things. */
export interface Reactor {
  ports: MemoryPorts
  now: number
  errors: unknown[]
  alerts: string[]
  /** SES's reports on emails that are not ours. */
  notOurs: number
  /** Another version is live from now on. */
  publish(rulebook: Rulebook): void
  /** Reacts to envelopes as one batch, with ports of one's own where something is to break. */
  take(envelopes: readonly Envelope[], broken?: Partial<ReactDependencies['ports']>): Promise<string[]>
  /** Erases and reacts to what waits on these queues until nothing does. */
  drain(broken?: Partial<MemoryPorts>): Promise<void>
  member(id?: string): Promise<Member>
  /** Bodies on a queue, taken off it. */
  taken(queue: QueueName): Record<string, string>[]
  /** Of a member's records, the ids as producers gave them. */
  recorded(id?: string): Promise<string[]>
}

/** @param shared of another reactor, where a rulebook is published to what that one has. */
export function reactorOf(rulebook: Rulebook | undefined, now: number, shared?: MemoryPorts): Reactor {
  const ports = shared ?? createMemoryPorts({ now: () => reactor.now })
  const versions = new Map(rulebook ? [[rulebook.version, rulebook]] : [])
  let live = rulebook?.version
  const load = async (version: string) => {
    const found = versions.get(version)
    if (!found) throw new Error(`rulebook ${version} is not in the table`)
    return found
  }
  const reactor: Reactor = {
    ports,
    now,
    errors: [],
    alerts: [],
    notOurs: 0,
    publish(another) {
      versions.set(another.version, another)
      live = another.version
    },
    take(envelopes, broken = {}) {
      const messages = envelopes.map((envelope, i) => ({ messageId: `m${i}`, body: JSON.stringify(envelope) }))
      return reactToBatch(messages, {
        ports: { ...ports, ...broken },
        rulebooks: { load, get: (version) => versions.get(version) },
        hints: nothingSpecial,
        rulebook: live,
        now: reactor.now,
        onError: (error) => reactor.errors.push(error),
        pause: async () => {},
        alert: (what) => reactor.alerts.push(what),
        notOurs: (count) => {
          reactor.notOurs += count
        },
      })
    },
    async drain(broken = {}) {
      for (let rounds = 0; rounds < 50; rounds++) {
        for (const order of reactor.taken('erasures')) {
          await eraseBeside(JSON.stringify(order), { ...ports, ...broken }, reactor.now)
        }
        const bodies = reactor.taken('events')
        if (bodies.length === 0) return
        await reactor.take(bodies as unknown as Envelope[])
      }
      throw new Error('the queue of events does not come to rest')
    },
    async member(id = 'M1') {
      const stored = (await ports.members.read([id])).get(id)
      if (!stored) throw new Error(`${id} is not stored`)
      return decodeMember(stored)
    },
    taken(queue) {
      const messages = ports.queues.take(queue, 10_000)
      ports.queues.acknowledge(
        queue,
        messages.map(({ messageId }) => messageId),
      )
      return messages.map(({ body }) => JSON.parse(body))
    },
    recorded: async (id = 'M1') => (await ports.records.list(id)).map((record) => idIn(record.id)).sort(),
  }
  return reactor
}

type Method<P> = { [K in keyof P]: P[K] extends (...args: never[]) => Promise<unknown> ? K : never }[keyof P]

/** A port of which one call of a method fails: before it did anything, or after it has done it. */
export function failing<P extends object>(port: P, method: Method<P>, when: 'before' | 'after', call = 1): P {
  let calls = 0
  const real = port[method] as (...args: unknown[]) => Promise<unknown>
  return {
    ...port,
    async [method](...args: unknown[]) {
      const isTheOne = ++calls === call
      if (isTheOne && when === 'before') throw new Error(`${String(method)} failed`)
      const answer = await real(...args)
      if (isTheOne) throw new Error(`the answer of ${String(method)} was lost`)
      return answer
    },
  }
}
