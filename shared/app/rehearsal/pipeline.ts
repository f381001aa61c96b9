import type { MemoryPorts } from '../../adapters/memory/index.ts'
import { matches, takesAnnouncement } from '../../bus-rule.ts'
import type { Announcement } from '../../contract/announcements.ts'
import type { Envelope } from '../../contract/index.ts'
import { hintsOf } from '../../domain/campaign/world.ts'
import { announcementBus, functions, type QueueName, queues, type Wiring } from '../../pipeline.ts'
import type { Queue } from '../../queue.ts'
import { nextStep } from '../driven-clock.ts'
import { goRound } from '../rounds/go-round.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { wakeDue } from '../wake/wake.ts'
import { type Surroundings, works } from './functions.ts'
import { answersTo } from './gateway.ts'

/** Events as a replay puts them: those of one step of the clock, and the time it then is. */
export interface Step {
  entries: readonly Envelope[]
  /** Epoch ms; undefined: the clock stays. */
  now?: number | undefined
}

/**
 * The pipeline in one process on the memory adapters: the same reactions, claims and deliveries as in AWS, in virtual
 * time. What it decides is what the real one decides on the same events.
 */
export interface MemoryPipeline {
  now(): number
  /** Routes an event as the bus does. */
  put(envelope: Envelope): Promise<void>
  /** Works until nothing is queued and nobody is due. */
  settle(): Promise<void>
  /** Moves time on, in steps, everything done and everybody due woken before each. */
  advanceTo(instant: number): Promise<void>
}

export interface MemoryPipelineOptions {
  ports: MemoryPorts
  rulebooks: RulebookCache
  clock: { now: number }
}

/** When there is something to do next, though nothing happens; Infinity: never. */
interface Next {
  wakeAt: number
  roundAt: number
}

export function memoryPipeline({ ports, rulebooks, clock }: MemoryPipelineOptions): MemoryPipeline {
  const surroundings = async (): Promise<Surroundings> => {
    const world = await ports.world.read()
    return {
      ports,
      rulebooks,
      hints: hintsOf(world),
      live: world.rulebook,
      now: clock.now,
      onError: raise,
      alert: () => {},
      pause: async () => {},
    }
  }

  let heard = 0

  /** The airline's gateways stand in as if they worked: what they were given, they have sent. Gives whether it was anything. */
  async function answerMessages(): Promise<boolean> {
    const news = ports.bus.announcements.slice(heard)
    heard += news.length
    const answers = news.flatMap((each) => answersTo(each, ['message.sent'], clock.now))
    for (const answer of answers) await put(answer)
    for (const each of news) await route(each)
    return news.length > 0
  }

  /** What was translated goes on the airline's bus. Gives whether there was anything. */
  async function enterTranslated(): Promise<boolean> {
    const events = ports.inbound.take()
    for (const { source, type, detail } of events) {
      const time = new Date(clock.now).toISOString()
      await put({ id: `${type} ${(detail as { id: string }).id}`, source, 'detail-type': type, time, detail })
    }
    return events.length > 0
  }

  /** Gives whether there was anything to do. */
  async function workThrough(name: QueueName): Promise<boolean> {
    const messages = ports.queues.take(name, batchSizes[name])
    if (messages.length === 0) return false
    const failed = new Set(await works[name](messages, await surroundings()))
    ports.queues.release(name, [...failed])
    ports.queues.acknowledge(
      name,
      messages.map(({ messageId }) => messageId).filter((id) => !failed.has(id)),
    )
    return true
  }

  /** To the queues that take announcements, as their rules say. */
  async function route({ type, detail }: Announcement): Promise<void> {
    const { id, occurredAt: time } = detail
    const envelope = { id, source: announcementBus.source, 'detail-type': type, time, detail }
    for (const name of names) {
      const row: Queue = queues[name]
      if (takesAnnouncement(row, type, detail)) await ports.queues.send(name, [JSON.stringify(envelope)])
    }
  }

  async function put(envelope: Envelope): Promise<void> {
    for (const name of names) {
      const { rule }: Queue = queues[name]
      if (rule && matches(rule, envelope.source, envelope['detail-type'])) {
        await ports.queues.send(name, [JSON.stringify(envelope)])
      }
    }
  }

  async function settle(): Promise<Next> {
    for (;;) {
      let busy = false
      for (const name of names) busy = (await workThrough(name)) || busy
      busy = (await answerMessages()) || busy
      busy = (await enterTranslated()) || busy
      if (busy) continue
      const wakeAt = (await ports.members.nextWakeAt()) ?? Number.POSITIVE_INFINITY
      if (wakeAt <= clock.now) {
        await wakeDue({ ports, now: clock.now })
        continue
      }
      const world = await ports.world.read()
      const { handed, nextAt: roundAt } = await goRound({ ports, rulebooks, world, now: clock.now, alert: () => {} })
      if (handed === 0) return { wakeAt, roundAt }
    }
  }

  return {
    now: () => clock.now,
    put,
    async settle() {
      await settle()
    },
    async advanceTo(instant) {
      for (;;) {
        const { wakeAt, roundAt } = await settle()
        if (clock.now >= instant) return
        clock.now = nextStep(clock.now, instant, wakeAt, roundAt)
      }
    },
  }
}

const names = Object.keys(queues) as QueueName[]

const batchSizes = Object.fromEntries(
  Object.values<Wiring>(functions).flatMap(({ on }) => ('queue' in on ? [[on.queue, on.batchSize]] : [])),
) as Record<QueueName, number>

/** In a rehearsal nothing may go wrong: what does is a mistake of ours. */
function raise(error: unknown): never {
  throw error
}
