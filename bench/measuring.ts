import type { BusLine } from '../cli/replay/entry.ts'
import { type SpawnedParts, spawnParts } from '../infra/local/parts/spawn.ts'
import { createAwsPorts, createClients, createMeter, type Meter } from '../shared/adapters/aws/index.ts'
import { reactToBatch } from '../shared/app/react/batch.ts'
import { cohortsOf } from '../shared/app/results/cohorts.ts'
import { recount } from '../shared/app/results/recount.ts'
import { rulebookCache } from '../shared/app/rulebooks.ts'
import { DAY, HOUR } from '../shared/domain/calendar.ts'
import { keyedHashWith } from '../shared/domain/keyed-hash.ts'
import { decodeMember, encodeMember } from '../shared/domain/member/codec.ts'
import { analysisOf } from '../shared/domain/results/analysis.ts'
import { type Analysis, type Assignment, TREATED } from '../shared/domain/results/assignment.ts'
import { cellOf, closesAt } from '../shared/domain/results/cohort.ts'
import { unpackRulebook } from '../shared/domain/rulebook/bundle.ts'
import { pause } from '../shared/lambda/pause.ts'
import { bus, mail, table } from '../shared/pipeline.ts'
import { benchRulebook, bookings, complaints, enrolments, NOON } from './mails.ts'
import { prices } from './prices.ts'

/** What it costs that results are exact: the same reactions with and without it, in turns, in one run. */
export interface Measuring {
  /** A complaint whose campaign assigns the member, against one of a member who was assigned before. */
  assignment: Beside
  /** A booking of a member whose window is open, against one of a member who is in no analysis. */
  outcome: Beside
  /** Read units for each member of a cohort that closes, and for each when all are gone through at night. */
  countedReadUnits: number
  comparedReadUnits: number
  /** Write units of what was rejected: the member and the sums of their arm in one transaction. */
  transactionWriteUnits: number
}

export interface Beside {
  with: Work
  without: Work
  cpuRatio: number
}

/** Of one event. */
export interface Work {
  cpuMs: number
  requests: number
  writeUnits: number
  readUnits: number
  /** List price of a million of them, in US dollars. */
  dollars: number
}

const ROUNDS = 24
const BATCH = 50
/** Of each kind, so that the code is warm. */
const WARM_UP = 4
type React = (entries: readonly BusLine[]) => Promise<void>

/** Members in the order of their ids: who is assigned by a complaint, who was before, whose booking counts, whose does not. */
const PART = (ROUNDS + WARM_UP) * BATCH
const FROM = { assigned: 0, before: PART, counting: 2 * PART, out: 3 * PART }

export async function measureMeasuring(): Promise<Measuring> {
  const parts = await spawnParts()
  const clients = createClients({ region: 'us-east-1', credentials: parts.credentials }, parts.endpoints)
  try {
    await parts.setClock(NOON)
    return await measured(parts, clients)
  } finally {
    for (const client of Object.values(clients)) client.destroy()
    await parts.close()
  }
}

async function measured({ queueUrls }: SpawnedParts, clients: ReturnType<typeof createClients>): Promise<Measuring> {
  const meter = createMeter()
  const names = { tableName: table.name, busName: bus.name, configurationSet: mail.configurationSet }
  const hash = keyedHashWith('the key of a measurement')
  const ports = createAwsPorts({ clients, meter, queueUrls, hashes: async () => hash, ...names })
  const { rulebook, bundle } = await benchRulebook()
  await ports.rulebooks.write(rulebook.version, bundle)
  const rulebooks = rulebookCache(ports.rulebooks, unpackRulebook)
  await rulebooks.load(rulebook.version)
  const hints = { version: 0, paused: new Set<string>(), budgetLeft: {} }
  const react: React = async (entries) => {
    const messages = entries.map(({ source, type, detail }, i) => {
      const envelope = { id: String(i), source, 'detail-type': type, time: '', detail: JSON.parse(detail) }
      return { messageId: String(i), body: JSON.stringify(envelope) }
    })
    await reactToBatch(messages, {
      ...{ ports, rulebooks, hints, rulebook: rulebook.version, now: NOON, pause },
      ...{ onError: raise, alert: raise },
    })
  }
  const everybody = enrolments(4 * PART)
  for (let i = 0; i < everybody.length; i += BATCH) await react(everybody.slice(i, i + BATCH))
  if ((await ports.members.read(everybody.slice(-1).map(idOf))).size === 0) throw new Error('nobody is enrolled')
  const analysis = analysisOf(rulebook.campaigns.find(({ id }) => id === 'bench')!, rulebook)
  await ports.results.define([analysis])
  const assignFrom = (from: number, at: number) => assignAll(ports, analysis, everybody.slice(from, from + PART), at)
  // Whose window is over: nothing of the complaint counts for it.
  await assignFrom(FROM.before, NOON - 60 * DAY)
  await assignFrom(FROM.counting, NOON - DAY)

  const assignment = await inTurns(complaints, [FROM.assigned, FROM.before], react, meter)
  const outcome = await inTurns(bookings, [FROM.counting, FROM.out], react, meter)
  const later = closesAt(new Date(NOON + 8 * HOUR).toISOString().slice(0, 10), analysis) + DAY
  const counted = await readUnitsOf(meter, () => cohortsOf(analysis, ports, { now: later }))
  const compared = await readUnitsOf(meter, () => recount(ports, { now: later, repairs: false }))
  return {
    assignment,
    outcome,
    countedReadUnits: counted / PART,
    comparedReadUnits: compared / (4 * PART),
    transactionWriteUnits: await transactionOf(ports, analysis, everybody[0]!, meter),
  }
}

type Ports = ReturnType<typeof createAwsPorts>

/** As their items have them who were assigned then. */
async function assignAll(
  { members }: Ports,
  analysis: Analysis,
  entries: readonly BusLine[],
  at: number,
): Promise<void> {
  const day = new Date(at).toISOString().slice(0, 10)
  const { id, goalEvent, currency, windowMs } = analysis
  const assignment: Assignment = {
    ...{ analysis: id, arm: TREATED, share: 0, at, until: at + windowMs, day, goalEvent, currency },
    ...{ before: { spendMinor: 950_050, flights: 10 }, outcome: {} },
  }
  for (let i = 0; i < entries.length; i += BATCH) {
    const stored = await members.read(entries.slice(i, i + BATCH).map(idOf))
    for (const each of stored.values()) {
      const state = encodeMember({ ...decodeMember(each), assigned: [assignment] })
      await members.write({ ...each, version: each.version + 1, state })
    }
  }
}

function idOf({ detail }: BusLine): string {
  return (JSON.parse(detail) as { memberId: string }).memberId
}

/** A batch of one, a batch of the other: whatever else the machine does befalls both. */
async function inTurns(
  entriesOf: (from: number, to: number) => BusLine[],
  [withIt, without]: [number, number],
  react: React,
  meter: Meter,
): Promise<Beside> {
  const works: [Work[], Work[]] = [[], []]
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const sides = [withIt, without].map((from, side) => ({ from: from + round * BATCH, side }))
    for (const { from, side } of round % 2 === 0 ? sides : sides.reverse()) {
      const work = await workOf(() => react(entriesOf(from, from + BATCH)), meter)
      if (round >= WARM_UP) works[side]!.push(work)
    }
  }
  const [of, other] = works.map(typical) as [Work, Work]
  return { with: of, without: other, cpuRatio: of.cpuMs / other.cpuMs }
}

async function workOf(work: () => Promise<void>, meter: Meter): Promise<Work> {
  const before = structuredClone(meter)
  const cpuBefore = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpuBefore)
  const since = (count: (meter: Meter) => number) => (count(meter) - count(before)) / BATCH
  const cpuMs = (user + system) / 1000 / BATCH
  const writeUnits = since((each) => each.writeUnits)
  const readUnits = since((each) => each.readUnits)
  const rest =
    since((each) => each.indexWriteUnits) * prices.writeUnit + since((each) => each.queueRequests) * prices.queueRequest
  const lambda = (cpuMs / 1000) * GB_OF_A_PROCESSOR * prices.gbSecond
  const dollars = (writeUnits * prices.writeUnit + readUnits * prices.readUnit + rest + lambda) * 1e6
  return { cpuMs, requests: since(callsOf), writeUnits, readUnits, dollars }
}

/** Lambda gives a function of so many GB one whole processor. */
const GB_OF_A_PROCESSOR = 1769 / 1024

/** Of each figure the median, since a busy machine spoils single batches. */
function typical(works: readonly Work[]): Work {
  const median = (of: (work: Work) => number) => works.map(of).sort((a, b) => a - b)[Math.floor(works.length / 2)]!
  return {
    cpuMs: median((work) => work.cpuMs),
    requests: median((work) => work.requests),
    writeUnits: median((work) => work.writeUnits),
    readUnits: median((work) => work.readUnits),
    dollars: median((work) => work.dollars),
  }
}

function callsOf({ calls }: Meter): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0)
}

async function readUnitsOf(meter: Meter, work: () => Promise<unknown>): Promise<number> {
  const before = meter.readUnits
  await work()
  return meter.readUnits - before
}

/** Written as an erasure is: the item and the sums of one part, all or nothing. */
async function transactionOf(
  { members, results }: Ports,
  analysis: Analysis,
  entry: BusLine,
  meter: Meter,
): Promise<number> {
  const memberId = idOf(entry)
  const stored = (await members.read([memberId])).get(memberId)!
  const part = await results.partOf(analysis.id, '2026-10-15', memberId)
  const sums = cellOf({
    arm: TREATED,
    share: 0,
    before: { spendMinor: 950_050, flights: 10 },
    outcome: { goal: 1, revenueMinor: 120_000 },
  })
  const before = meter.writeUnits
  await results.leave({ ...stored, version: stored.version + 1 }, [{ part, remainder: [sums] }])
  return meter.writeUnits - before
}

function raise(error: unknown): never {
  throw error
}
