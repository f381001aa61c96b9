import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadFolder } from '../cli/rulebook/folder.ts'
import { createMemoryPorts } from '../shared/adapters/memory/index.ts'
import { memoryPipeline } from '../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../shared/app/rehearsal/publish.ts'
import { rulebookCache } from '../shared/app/rulebooks.ts'
import { unpackRulebook } from '../shared/domain/rulebook/bundle.ts'
import type { InboundEvent } from '../shared/ports/index.ts'
import { prices } from './prices.ts'

export interface Connect {
  messages: number
  /** Time of a message that becomes a booking, over that of the same booking put on the bus directly. */
  ratio: number
  messagesPerSecond: number
  /** What a message costs more than its event, in US dollars a million, at list prices, by the calls that it makes. */
  dollarsMore: number
}

const MESSAGES = 1000
const ROUNDS = 5
const NOW = Date.UTC(2026, 8, 20, 6)
const CAMPAIGNS = fileURLToPath(new URL('../campaigns', import.meta.url))
/** A PUT and a GET in S3, us-east-1. https://aws.amazon.com/s3/pricing/ */
const STORED = (5 + 0.4) / 1e6
/** Of the function, for one message. */
const WORK_MS = 10
const BATCH = 10

type Ports = ReturnType<typeof createMemoryPorts>

/** Bookings of a reservation system, each of another member, as messages and as events, in memory, in turns. */
export async function measureConnect(): Promise<Connect> {
  const loaded = await loadFolder(CAMPAIGNS)
  if (!loaded.ok) throw new Error('the example rulebook is not valid')
  const text = readFileSync(`${CAMPAIGNS}/connectors/examples/reservations/booked.edi`, 'utf8')
  const byMessage: number[] = []
  const byEvent: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const translated = await play(loaded.bundle, ({ raw }, i) =>
      raw.put(
        `in/reservations/2026-09-20/${i}`,
        Buffer.from(text.replaceAll('CW100028', `CW2${10_000 + i}`).replaceAll('LRK7Q2', `B${10_000 + i}`)),
      ),
    )
    const direct = await play(loaded.bundle, ({ inbound }, i) => inbound.put([translated.bookings[i]!]))
    byMessage.push(translated.ms)
    byEvent.push(direct.ms)
  }
  const [ofMessages, ofEvents] = [Math.min(...byMessage), Math.min(...byEvent)]
  return {
    messages: MESSAGES,
    ratio: ofMessages / ofEvents,
    messagesPerSecond: (MESSAGES / ofMessages) * 1000,
    dollarsMore: costOf() * 1e6,
  }
}

async function play(bundle: Uint8Array, put: (ports: Ports, i: number) => Promise<unknown>) {
  const clock = { now: NOW }
  const ports = createMemoryPorts({ now: () => clock.now })
  const bookings: InboundEvent[] = []
  const { put: enter } = ports.inbound
  ports.inbound.put = async (events) => {
    bookings.push(...events)
    await enter(events)
  }
  const rulebook = unpackRulebook(bundle)
  await ports.rulebooks.write(rulebook.version, bundle)
  await publishTo(ports, rulebook, clock.now)
  const pipeline = memoryPipeline({ ports, rulebooks: rulebookCache(ports.rulebooks, unpackRulebook), clock })
  await pipeline.settle()
  for (let i = 0; i < MESSAGES; i++) await put(ports, i)
  const startedAt = performance.now()
  await pipeline.settle()
  const ms = performance.now() - startedAt
  const members = await ports.members.count()
  if (members !== MESSAGES) throw new Error(`${members} of ${MESSAGES} bookings came to a member`)
  return { ms, bookings }
}

/** Kept and read once; told to the queue, taken and deleted in tens; what was told, and who had the booking, read and written. */
function costOf(): number {
  const queue = prices.queueRequest * (1 + 2 / BATCH)
  const told = 2 * prices.readUnit + prices.writeUnit
  const work = prices.invocation / BATCH + prices.gbSecond * (WORK_MS / 1000)
  return STORED + queue + told + work
}
