import { clientFor } from '../cli/client.ts'
import type { BusLine } from '../cli/replay/entry.ts'
import { type Run, startRun } from '../infra/local/run.ts'
import { dataAtHand, firstEntries, moved } from './data.ts'
import { type Load, startLoad } from './load.ts'
import { benchRulebook, complaints, enrolments, NOON } from './mails.ts'

/** CPU is that of the process with the functions alone: what stands in for AWS and who sends the events are others. */
export interface Stretch {
  events: number
  mails: number
  cpuMsPerEvent: number
  /** Until the last mail was taken, or where there are none until all was quiet. */
  eventsPerSecond: number
  /** Until everything was quiet: outcomes folded, records put. */
  seconds: number
}

export interface Throughput {
  /** Each event ends in one mail, whose outcome and delivery come back as events too. */
  mails: Stretch
  enrolments: Stretch
  /** Events of a month as they come, with the mails they lead to. */
  month: Stretch
  data: string
}

const MEMBERS = 4_000
const WARM_UP = 1_000
const MONTH_EVENTS = 4_000
const LOOK_EVERY_MS = 20

/** Runs the pipeline of one machine and measures it: three loads, each after the other. */
export async function measureThroughput(): Promise<Throughput> {
  const run = await startRun({
    port: 0,
    onError: (error) => {
      throw error
    },
  })
  run.clock.moveTo(NOON)
  await run.parts.setClock(NOON)
  const load = await startLoad(run.info.events)
  try {
    const { bundle } = await benchRulebook()
    await clientFor(run.info.api).call('PUT', '/v1/rulebooks', { query: { by: 'bench' }, body: bundle })
    const { name, events, members } = dataAtHand()
    await measure(run, load, enrolments(WARM_UP), 0)
    const enrolled = await measure(run, load, enrolments(MEMBERS).slice(WARM_UP), 0)
    await measure(run, load, complaints(0, WARM_UP), WARM_UP)
    const mails = await measure(run, load, complaints(WARM_UP, MEMBERS), MEMBERS - WARM_UP)

    const someEvents = await firstEntries(events, MONTH_EVENTS)
    await measure(run, load, await theirMembers(members, someEvents))
    const month = await measure(run, load, broughtTo(NOON, someEvents))
    return { mails, enrolments: enrolled, month, data: name }
  } finally {
    load.end()
    await run.close()
  }
}

async function measure(run: Run, load: Load, entries: BusLine[], mails?: number): Promise<Stretch> {
  await load.prepare(entries)
  const mailsBefore = await run.parts.mailCount()
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  const put = load.put()
  let lastMailAt = startedAt
  let sent = 0
  for (let putAll = false; !putAll || !(await isQuiet(run)); ) {
    putAll = await Promise.race([put.then(() => true), pause(LOOK_EVERY_MS)])
    if (putAll) await pause(LOOK_EVERY_MS)
    const now = (await run.parts.mailCount()) - mailsBefore
    if (now > sent) lastMailAt = performance.now()
    sent = now
  }
  const endedAt = performance.now()
  const { user, system } = process.cpuUsage(cpuBefore)
  if (mails !== undefined && sent !== mails) throw new Error(`${sent} mails instead of ${mails}`)
  return {
    events: entries.length,
    mails: sent,
    cpuMsPerEvent: (user + system) / 1000 / entries.length,
    eventsPerSecond: (entries.length * 1000) / ((mails ? lastMailAt : endedAt) - startedAt),
    seconds: (endedAt - startedAt) / 1000,
  }
}

async function isQuiet({ parts }: Run): Promise<boolean> {
  const depths = Object.values(await parts.depths())
  return depths.every(({ waiting, inFlight, delayed }) => waiting + inFlight + delayed === 0)
}

/** The enrolments of those the events are about. */
async function theirMembers(file: string, events: readonly BusLine[]): Promise<BusLine[]> {
  const about = new Set(events.map(({ detail }) => JSON.parse(detail).memberId))
  const all = await firstEntries(file, Number.POSITIVE_INFINITY)
  return all.filter(({ detail }) => about.has(JSON.parse(detail).memberId))
}

/** The events in their order, as if they had all just happened: what they start is fresh. */
function broughtTo(now: number, events: readonly BusLine[]): BusLine[] {
  return events.map((each, i) => moved(each, now - (events.length - i)))
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false))
}
