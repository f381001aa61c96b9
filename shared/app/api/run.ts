import * as z from 'zod'
import { airlineEvents } from '../../contract/index.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { RecordBody } from '../../domain/receipt.ts'
import { addTo, type Counts, levelsOf, outcomesOf, sumCounts } from '../react/tally.ts'
import { monthsOfRecords, recountMonths } from '../targets/recount.ts'
import { type ApiContext, type ApiPorts, localRoute, ok, WAIT_AT_MOST_MS } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { correctCounters, shortOf } from './recount-counters.ts'

/** What only a run on one machine has: its addresses, its clock, waiting until it is quiet, counting everything. */

const instant = z
  .int()
  .min(Date.UTC(1900, 0, 1))
  .max(Date.UTC(2200, 0, 1))

export const showRun = localRoute(z.object({}), async (_input, { local }) => ok(local.info()))

export const showClock = localRoute(z.object({}), async (_input, { now }) => ok({ now: now() }))

export const moveClock = localRoute(
  z.union([z.object({ begin: instant }), z.object({ to: instant })], {
    error: 'must be {begin} or {to}, an instant in epoch milliseconds between the years 1900 and 2200',
  }),
  async (input, { local }) => {
    if ('begin' in input) return ok(await local.begin(input.begin))
    return ok(await local.advance(input.to, WAIT_AT_MOST_MS))
  },
)

export const drain = localRoute(
  z.object({ timeoutMs: z.int().min(0).max(WAIT_AT_MOST_MS).default(WAIT_AT_MOST_MS) }),
  async ({ timeoutMs }, { local }) => ok(await local.drain(timeoutMs)),
)

/**
 * Counts what is stored and corrects the tally: what a process that died between a write and its tally left behind.
 * Nothing is at work meanwhile, or it would be counted by halves.
 */
export const recount = localRoute(z.object({}), async (_input, { local, ...context }) =>
  ok(
    await local.atRest(async () => ({
      corrected: [...(await corrected(context)), ...(await correctedMonths(context))],
    })),
  ),
)

interface Corrected {
  count: string
  was: number
  is: number
}

type Recounting = Pick<ApiContext, 'ports' | 'rulebooks' | 'now'>

async function corrected(context: Recounting): Promise<Corrected[]> {
  const { ports } = context
  const [before, records] = await Promise.all([ports.tally.read(), ports.records.count(countsIn)])
  const [inShort, ways, outcomes] = [SHORT, WAY, OUTCOME].map((begins) => of(begins, records.inBodies)) as [
    Counts,
    Counts,
    Counts,
  ]
  const after = { ...before, ...(await counted({ ...records, inBodies: outcomes }, ports, before)) }
  await ports.tally.set(after)
  const counts = Object.keys(after).filter((key) => (before[key] ?? 0) !== after[key])
  return [
    ...counts.map((key) => ({ count: key, was: before[key] ?? 0, is: after[key] ?? 0 })),
    ...(await correctCounters(inShort, ways, context)),
  ]
}

async function correctedMonths(context: Recounting): Promise<Corrected[]> {
  const now = context.now()
  const zone = (await liveRulebook(context))?.settings.zone ?? 'UTC'
  const months = monthsOfRecords(calendarOf(zone).dateOf(now).slice(0, 7))
  const recounted = await recountMonths(context.ports, { months, now, atRest: true })
  return recounted.corrected.map(({ month, count, was, is }) => ({ count: `${month} ${count}`, was, is }))
}

type Counted = Awaited<ReturnType<ApiPorts['records']['count']>>

async function counted(records: Counted, ports: ApiPorts, before: Counts): Promise<Counts> {
  const [setAside, levels] = await Promise.all([countSetAsides(ports), countLevels(ports)])
  const counts: Counts = { duplicates: records.duplicates, setAside }
  for (const type of Object.keys(airlineEvents)) {
    const accepted = records.acceptedByType[type]
    if (accepted !== undefined) counts[`accepted.${type}`] = accepted
  }
  // What nobody stands at any more, and what no record tells of, is not found by counting. Messages of other systems have no
  // records: their counts stay.
  const gone = Object.keys(before).filter((key) => !/^(accepted|passengers|messages)\./.test(key))
  return { ...Object.fromEntries(gone.map((key) => [key, 0])), ...counts, ...records.inBodies, ...levels }
}

/** All are found in one pass over the records, and told apart by how they begin. */
const OUTCOME = 'outcome '
const SHORT = 'receipt '
const WAY = 'way '

function countsIn(body: string): Counts {
  const { receipts, ways = [] } = JSON.parse(body) as RecordBody
  const counts: Counts = {}
  for (const [name, count] of Object.entries(outcomesOf(receipts))) addTo(counts, OUTCOME + name, count)
  for (const receipt of receipts) addTo(counts, SHORT + shortOf(receipt), 1)
  for (const way of ways) addTo(counts, WAY + JSON.stringify(way), 1)
  return counts
}

function of(begins: string, counts: Readonly<Counts>): Counts {
  const some = Object.entries(counts).filter(([name]) => name.startsWith(begins))
  return Object.fromEntries(some.map(([name, count]) => [name.slice(begins.length), count]))
}

async function countSetAsides({ setAsides }: ApiPorts): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await setAsides.list({ cursor, limit: 500 })
    count += page.entries.length
    cursor = page.cursor
  } while (cursor)
  return count
}

/** Members, and what stands at a level in them: what is pending, held, parked, answered. */
async function countLevels({ members }: ApiPorts): Promise<Counts> {
  let levels: Counts = { members: 0, pending: 0 }
  let cursor: string | undefined
  do {
    const page = await members.page({ cursor, limit: 500 })
    levels = sumCounts([levels, ...page.members.map((stored) => levelsOf(decodeMember(stored)))])
    cursor = page.cursor
  } while (cursor)
  return levels
}
