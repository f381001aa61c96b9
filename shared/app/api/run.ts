import * as z from 'zod'
import { airlineEvents } from '../../contract/index.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { RecordBody } from '../../domain/receipt.ts'
import { type Counts, levelsOf, outcomesOf, sumCounts } from '../react/tally.ts'
import { type ApiPorts, localRoute, ok, WAIT_AT_MOST_MS } from './http.ts'

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
export const recount = localRoute(z.object({}), async (_input, { ports, local }) =>
  ok(await local.atRest(() => corrected(ports))),
)

async function corrected(ports: ApiPorts): Promise<{ corrected: { count: string; was: number; is: number }[] }> {
  const before = await ports.tally.read()
  const after = { ...before, ...(await counted(ports, before)) }
  await ports.tally.set(after)
  const counts = Object.keys(after).filter((key) => (before[key] ?? 0) !== after[key])
  return { corrected: counts.map((key) => ({ count: key, was: before[key] ?? 0, is: after[key] ?? 0 })) }
}

async function counted(ports: ApiPorts, before: Counts): Promise<Counts> {
  const [records, setAside, levels] = await Promise.all([
    ports.records.count(outcomesIn),
    countSetAsides(ports),
    countLevels(ports),
  ])
  const counts: Counts = { duplicates: records.duplicates, setAside }
  for (const type of Object.keys(airlineEvents)) {
    const accepted = records.acceptedByType[type]
    if (accepted !== undefined) counts[`accepted.${type}`] = accepted
  }
  // What nobody stands at any more, and what no record tells of, is not found by counting.
  const gone = Object.keys(before).filter((key) => !/^(accepted|passengers)\./.test(key))
  return { ...Object.fromEntries(gone.map((key) => [key, 0])), ...counts, ...records.inBodies, ...levels }
}

function outcomesIn(body: string): Counts {
  return outcomesOf((JSON.parse(body) as RecordBody).receipts)
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
