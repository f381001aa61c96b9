import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '../infra/local/parts/dynalite-engine.ts'
import { startParts } from '../infra/local/parts/index.ts'
import { type SpawnedParts, spawnParts } from '../infra/local/parts/spawn.ts'
import { createAwsPorts, createClients, createMeter, type Meter } from '../shared/adapters/aws/index.ts'
import { itemOf } from '../shared/adapters/aws/members.ts'
import { reactToBatch } from '../shared/app/react/batch.ts'
import { rulebookCache } from '../shared/app/rulebooks.ts'
import { wakeDue } from '../shared/app/wake/wake.ts'
import { DAY } from '../shared/domain/calendar.ts'
import { encodeMember } from '../shared/domain/member/codec.ts'
import { newMember } from '../shared/domain/member/new.ts'
import { unpackRulebook } from '../shared/domain/rulebook/bundle.ts'
import { pause } from '../shared/lambda/pause.ts'
import { bus, functions, mail, table } from '../shared/pipeline.ts'
import type { StoredMember } from '../shared/ports/index.ts'
import { benchRulebook, NOON } from './mails.ts'

/** What it takes to find those who are due, to wake them and to have them react, on DynamoDB's stand-in. */
export interface Waking {
  members: number
  due: number
  /** Calls to the table and the queue. */
  requests: number
  readUnits: number
  writeUnits: number
  /** Finding and waking, the best of some rounds; then the reactions, once. */
  wakeMs: number
  reactMs: number
}

export interface Wakes {
  few: Waking
  many: Waking
  /** The greatest of the ratios of requests, read units and write units: many over few. */
  workRatio: number
  timeRatio: number
}

const DUE = 1_000
const FEW = 10_000
const MANY = 1_000_000
const ROUNDS = 15
const ITEMS_AT_ONCE = 500

/** A base of ten thousand and one of a million beside each other, of both as many due. */
export async function measureWakes(): Promise<Wakes> {
  const directory = mkdtempSync(join(tmpdir(), 'wingback-wakes-'))
  const bases: Base[] = []
  try {
    // The first one is for warming up.
    for (const members of [FEW, FEW, MANY]) bases.push(await openBase(join(directory, `${bases.length}`), members))
    const wakeMs = bases.map(() => Number.POSITIVE_INFINITY)
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, base] of bases.entries()) wakeMs[i] = Math.min(wakeMs[i]!, await timeOf(() => base.wake()))
    }
    const wakings: Waking[] = []
    for (const [i, base] of bases.entries()) wakings.push(await wakeAndReact(base, wakeMs[i]!))
    const [, few, many] = wakings as [Waking, Waking, Waking]
    const ratios = (['requests', 'readUnits', 'writeUnits'] as const).map((what) => many[what] / few[what])
    const timeRatio = (many.wakeMs + many.reactMs) / (few.wakeMs + few.reactMs)
    return { few, many, workRatio: Math.max(...ratios), timeRatio }
  } finally {
    for (const base of bases) await base.close()
    rmSync(directory, { recursive: true })
  }
}

interface Base {
  members: number
  meter: Meter
  /** Finds and wakes who is due; gives what came to the queue. */
  wake(): Promise<string[]>
  react(bodies: readonly string[]): Promise<void>
  close(): Promise<void>
}

async function openBase(dataDir: string, members: number): Promise<Base> {
  await (await startParts({ dataDir })).close()
  await fill(join(dataDir, 'table'), members)
  const parts: SpawnedParts = await spawnParts({ dataDir })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const clients = createClients({ region: 'us-east-1', credentials }, parts.endpoints)
  const meter = createMeter()
  const { configurationSet } = mail
  const { queueUrls } = parts
  const ports = createAwsPorts({
    clients,
    meter,
    tableName: table.name,
    queueUrls,
    busName: bus.name,
    configurationSet,
  })
  const { rulebook, bundle } = await benchRulebook()
  await ports.rulebooks.write(rulebook.version, bundle)
  const rulebooks = rulebookCache(ports.rulebooks, unpackRulebook)
  await rulebooks.load(rulebook.version)
  return {
    members,
    meter,
    async wake() {
      const woken: string[] = []
      const queues = {
        ...ports.queues,
        send: async (...args: Parameters<typeof ports.queues.send>) => {
          woken.push(...args[1])
          await ports.queues.send(...args)
        },
      }
      await wakeDue({ ports: { members: ports.members, queues }, now: NOON })
      return woken
    },
    async react(bodies) {
      const hints = { version: 0, paused: new Set<string>(), budgetLeft: {} }
      const { batchSize } = functions.react.on
      for (let i = 0; i < bodies.length; i += batchSize) {
        const messages = bodies.slice(i, i + batchSize).map((body, n) => ({ messageId: String(n), body }))
        const always = { ports, rulebooks, hints, rulebook: rulebook.version, now: NOON, pause }
        await reactToBatch(messages, { ...always, onError: raise, alert: raise })
      }
    },
    async close() {
      for (const client of Object.values(clients)) client.destroy()
      await parts.close()
    },
  }
}

async function wakeAndReact({ members, meter, wake, react }: Base, wakeMs: number): Promise<Waking> {
  const before = structuredClone(meter)
  const woken = await wake()
  const reactMs = await timeOf(() => react(woken))
  const { readUnits, writeUnits } = meter
  const requests = callsOf(meter) - callsOf(before)
  if (woken.length !== DUE || (await wake()).length > 0) throw new Error('not those were woken who are due')
  return {
    members,
    due: woken.length,
    requests,
    readUnits: readUnits - before.readUnits,
    writeUnits: writeUnits - before.writeUnits,
    wakeMs,
    reactMs,
  }
}

function callsOf({ calls }: Meter): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0)
}

/**
 * Members of whom every so manieth is due and the others are in the days to come, all of them in the index. They are put
 * by DynamoDB's stand-in itself, without its HTTP: some minutes over HTTP are one so.
 */
async function fill(path: string, members: number): Promise<void> {
  const engine = await openEngine(path)
  for (let from = 0; from < members; from += ITEMS_AT_ONCE) {
    const stage = engine.stage()
    for (let i = from; i < from + ITEMS_AT_ONCE; i++) {
      const Item = itemOf(memberOf(i, i % (members / DUE) === 0))
      await engine.run('PutItem', stage.store, engine.check('PutItem', { TableName: table.name, Item }))
    }
    await engine.commit(stage.changes)
  }
  await engine.store.db.close()
}

function memberOf(i: number, isDue: boolean): StoredMember {
  const memberId = `M${String(i).padStart(7, '0')}`
  const wakeAt = isDue ? NOON - (i % 1000) : NOON + DAY + i
  return { memberId, version: 1, state: encodeMember({ ...newMember(memberId), wakeAt }), wakeAt }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function raise(error: unknown): never {
  throw error
}
