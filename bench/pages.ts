import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '../infra/local/parts/dynalite-engine.ts'
import { startParts } from '../infra/local/parts/index.ts'
import { spawnParts } from '../infra/local/parts/spawn.ts'
import { itemOf as membershipItem } from '../shared/adapters/aws/audiences.ts'
import { createAwsPorts, createClients, createMeter, type Meter } from '../shared/adapters/aws/index.ts'
import { itemOf as memberItem } from '../shared/adapters/aws/members.ts'
import type { ApiContext } from '../shared/app/api/http.ts'
import { handleApi } from '../shared/app/api/index.ts'
import { bySaying } from '../shared/app/api/who.ts'
import { audienceSet, counter, journeySet } from '../shared/app/react/counted.ts'
import { rulebookCache } from '../shared/app/rulebooks.ts'
import { changeWorld } from '../shared/app/world/change-world.ts'
import { encodeMember } from '../shared/domain/member/codec.ts'
import { newMember } from '../shared/domain/member/new.ts'
import { unpackRulebook } from '../shared/domain/rulebook/bundle.ts'
import { bus, mail, table } from '../shared/pipeline.ts'
import type { CounterChange } from '../shared/ports/index.ts'
import { benchRulebook, NOON } from './mails.ts'

/** What a page of the console asks of the table: of few members and of many. */
export interface PageWork {
  path: string
  few: Work
  many: Work
}

interface Work {
  requests: number
  readUnits: number
}

export interface Pages {
  members: [few: number, many: number]
  pages: PageWork[]
  /** The greatest of the ratios of requests and of read units, many over few. */
  workRatio: number
}

const FEW = 10_000
const MANY = 1_000_000
const ITEMS_AT_ONCE = 500
/** Everybody is in the one, every other one in the other. */
const ALL = 'valued'
const HALF = 'gone-quiet'
const CAMPAIGN = 'we-miss-you'
const WAY = counter.way('begin.on')

const PATHS = [
  '/v1/campaigns',
  `/v1/campaigns/${CAMPAIGN}`,
  `/v1/campaigns/${CAMPAIGN}/journey`,
  `/v1/campaigns/${CAMPAIGN}/journey/members?counter=${WAY}`,
  '/v1/audiences',
  `/v1/audiences/${ALL}?limit=50`,
  `/v1/audiences/${ALL}?limit=100&facts=true`,
  `/v1/audiences/${ALL}/counts`,
  `/v1/audiences/${ALL}/moves?which=came`,
  `/v1/audiences/${ALL}/overlap?with=${HALF}`,
  '/v1/status',
  '/v1/history',
] as const

/** The same pages of a programme of ten thousand and of one of a million. */
export async function measurePages(): Promise<Pages> {
  const [few, many] = [await worksOf(FEW), await worksOf(MANY)]
  const pages = PATHS.map((path, i) => ({ path, few: few[i]!, many: many[i]! }))
  const ratios = pages.flatMap((page) =>
    (['requests', 'readUnits'] as const).map((what) => (page.few[what] === 0 ? 1 : page.many[what] / page.few[what])),
  )
  return { members: [FEW, MANY], pages, workRatio: Math.max(...ratios) }
}

async function worksOf(members: number): Promise<Work[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wingback-pages-'))
  try {
    await (await startParts({ dataDir })).close()
    await fill(join(dataDir, 'table'), members)
    return await measured(dataDir, members)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

async function measured(dataDir: string, members: number): Promise<Work[]> {
  const parts = await spawnParts({ dataDir })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const clients = createClients({ region: 'us-east-1', credentials }, parts.endpoints)
  const meter = createMeter()
  const more = { busName: bus.name, configurationSet: mail.configurationSet, queueUrls: parts.queueUrls }
  const ports = createAwsPorts({ clients, meter, tableName: table.name, ...more, deadLetterUrls: parts.deadUrls })
  try {
    const { rulebook, bundle } = await benchRulebook()
    await ports.rulebooks.write(rulebook.version, bundle)
    const rulebooks = rulebookCache(ports.rulebooks, unpackRulebook)
    const context: ApiContext = { ports, rulebooks, now: () => NOON, identify: bySaying }
    await changeWorld(
      ports.world,
      (before) => ({
        state: { ...before, rulebook: rulebook.version },
        what: { is: 'published', version: rulebook.version },
      }),
      {
        at: NOON,
        by: 'bench',
      },
    )
    const campaign = rulebook.campaigns.find(({ id }) => id === CAMPAIGN)!
    await count(ports, journeySet(campaign), WAY, members)
    await count(ports, audienceSet(ALL), counter.came, members)
    await ports.counters.add([{ set: audienceSet(ALL), name: counter.inIt, by: members }], NOON)
    await ports.counters.add([{ set: audienceSet(HALF), name: counter.inIt, by: members / 2 }], NOON)
    const works: Work[] = []
    for (const path of PATHS) {
      // Once before, so that the rulebook is at hand.
      await ask(path, context)
      const before = structuredClone(meter)
      await ask(path, context)
      works.push({ requests: callsOf(meter) - callsOf(before), readUnits: meter.readUnits - before.readUnits })
    }
    return works
  } finally {
    for (const client of Object.values(clients)) client.destroy()
    await parts.close()
  }
}

/** So many went there: the first thousands one by one, so that they are remembered as they would be, the others at once. */
async function count({ counters }: ApiContext['ports'], set: string, name: string, members: number): Promise<void> {
  for (let from = 0; from < FEW; from += 100) {
    const some = Array.from({ length: 100 }, (_, i): CounterChange => ({ set, name, by: 1, memberId: idOf(from + i) }))
    await counters.add(some, NOON)
  }
  if (members > FEW) await counters.add([{ set, name, by: members - FEW }], NOON)
}

async function ask(path: string, context: ApiContext): Promise<void> {
  const url = new URL(path, 'http://bench')
  const query = { by: 'bench', ...Object.fromEntries(url.searchParams) }
  const request = { method: 'GET', path: url.pathname, query, headers: {}, body: new Uint8Array() }
  const { status, body } = await handleApi(request, context)
  if (status !== 200) throw new Error(`${path}: ${body}`)
}

/** Members and who is in which audience, put by DynamoDB's stand-in itself, without its HTTP. */
async function fill(path: string, members: number): Promise<void> {
  const engine = await openEngine(path)
  for (let from = 0; from < members; from += ITEMS_AT_ONCE) {
    const stage = engine.stage()
    for (let i = from; i < Math.min(members, from + ITEMS_AT_ONCE); i++)
      for (const Item of itemsOf(i))
        await engine.run('PutItem', stage.store, engine.check('PutItem', { TableName: table.name, Item }))
    await engine.commit(stage.changes)
  }
  await engine.store.db.close()
}

function itemsOf(i: number) {
  const memberId = idOf(i)
  const audiences = i % 2 === 0 ? [ALL, HALF] : [ALL]
  const member = { ...newMember(memberId), audiences: Object.fromEntries(audiences.map((id) => [id, NOON])) }
  return [
    // A member is read by their key, whatever others there are, and pages read the first of an index.
    ...(i < FEW ? [memberItem({ memberId, version: 1, state: encodeMember(member), wakeAt: undefined })] : []),
    ...audiences.map((audience) => membershipItem({ audience, memberId, version: 1, since: NOON }, { N: '0' })),
  ]
}

function idOf(i: number): string {
  return `M${String(i).padStart(7, '0')}`
}

function callsOf({ calls }: Meter): number {
  return Object.values(calls).reduce((sum, each) => sum + each, 0)
}
