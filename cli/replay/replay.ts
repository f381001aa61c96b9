import { SingleBar } from 'cli-progress'
import { pace } from '../../shared/app/rehearsal/pace.ts'
import { type Saying, sayWith } from '../../shared/domain/texts/saying.ts'
import { bus as busWiring } from '../../shared/pipeline.ts'
import type { Client } from '../client.ts'
import { Refused, Unreachable } from '../errors.ts'
import { thousands } from '../print.ts'
import type { Session } from '../session.ts'
import { asideFor } from './aside.ts'
import { type BusAddress, busAt } from './bus.ts'
import { clockAt } from './clock.ts'
import { type BusLine, readLine } from './entry.ts'
import { linesOf, sizeOf } from './lines.ts'
import { countsOf, untilQuiet } from './quiet.ts'

export interface ReplayReport {
  /** Events the bus accepted. */
  sent: number
  accepted: number
  duplicates: number
  /** By the pipeline, together with lines that never reached the bus. */
  setAside: number
  seconds: number
  eventsPerSecond: number
  /** Lines no bus would accept; included in those set aside. */
  notSent: number
}

/**
 * Puts the files' events on the bus, with the clock following unless `live`, and waits until everything is processed. If it
 * fails or is stopped, the error says what was sent.
 */
export async function replay(
  session: Session,
  files: readonly string[],
  live: boolean,
  stop?: AbortSignal,
): Promise<ReplayReport> {
  const { client } = session
  if (!client.local && !live) {
    throw new Refused(({ usage }) => usage.clockInAws, { hint: ({ usage }) => usage.clockInAwsHint })
  }
  const total = await sizeOf(files)
  const before = await countsOf(client)
  const bus = busAt(await busOf(client))
  const aside = asideFor(client)
  const clock = live ? undefined : clockAt(client, session.note, stop)
  const bar = barFor(session, total)
  const startedAt = performance.now()
  try {
    for await (const { entries, now } of pace(readFiles(files, aside.add, bar.read), Date.now())) {
      if (now !== undefined) await clock?.follow(now)
      stop?.throwIfAborted()
      for (const bad of await bus.put(entries)) await aside.add(bad)
      bar.show(bus.taken(), clock?.now())
    }
    await aside.finish()
    bar.done()
    await untilQuiet(client, session.watched ? session.note : () => {}, stop)
  } catch (error) {
    await aside.finish().catch(() => {})
    await clock?.leave()
    throw brokenOff(error, bus.taken())
  } finally {
    bar.done()
    bus.close()
  }
  const seconds = (performance.now() - startedAt) / 1000
  const sent = bus.taken()
  const after = await countsOf(client)
  return {
    sent,
    accepted: after.accepted - before.accepted,
    duplicates: after.duplicates - before.duplicates,
    setAside: after.setAside - before.setAside,
    seconds: Math.round(seconds * 10) / 10,
    eventsPerSecond: Math.round(sent / seconds),
    notSent: aside.count(),
  }
}

/** The error, with what had been done by then. */
function brokenOff(error: unknown, sent: number): unknown {
  if (!(error instanceof Refused || error instanceof Unreachable)) return error
  const { said } = error
  const message: Saying = (texts) => texts.usage.sentBefore(sayWith(texts, said.message), thousands(sent), sent)
  const hint: Saying = (texts) => texts.usage.goesOn(said.hint && sayWith(texts, said.hint), sent > 0)
  return error instanceof Refused ? new Refused(message, { code: error.code, hint }) : new Unreachable(message, hint)
}

/** A local run names its address; otherwise it is EventBridge and the bus of the wiring. */
async function busOf(client: Client): Promise<BusAddress> {
  if (!client.local) return { name: busWiring.name }
  const { bus, events } = await client.call<{ bus: string; events: string }>('GET', '/v1/run')
  return { name: bus, endpoint: events }
}

async function* readFiles(
  files: readonly string[],
  setAside: ReturnType<typeof asideFor>['add'],
  read: (bytes: number) => void,
): AsyncGenerator<BusLine> {
  for (const file of files) {
    for await (const lines of linesOf(file, read)) {
      for (const line of lines) {
        const result = readLine(line)
        if (result.ok) yield result.entry
        else await setAside(result.bad)
      }
    }
  }
}

/** A progress bar over the bytes of the files, if a person watches. */
function barFor({ watched }: Session, total: number) {
  if (!watched) return { read() {}, show() {}, done() {} }
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {sent} sent | {clock}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
  })
  bar.start(total, 0, { sent: 0, clock: '' })
  return {
    read: (bytes: number) => bar.increment(bytes),
    show: (sent: number, now?: number) => {
      const clock = now === undefined ? '' : new Date(now).toISOString().slice(0, 16).replace('T', ' ')
      bar.update({ sent: thousands(sent), clock })
    },
    done: () => bar.stop(),
  }
}
