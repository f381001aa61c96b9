import { startParts } from '../infra/local/parts/index.ts'
import { createClients, createMeter } from '../shared/adapters/aws/index.ts'
import { createLedger } from '../shared/adapters/aws/ledger.ts'
import { meterTable } from '../shared/adapters/aws/meter.ts'
import { patient } from '../shared/adapters/aws/retry.ts'
import { keyedHashWith } from '../shared/domain/keyed-hash.ts'
import { table } from '../shared/pipeline.ts'
import { type Bears, modelGrants } from './ledger-model.ts'

/** What many writers on one budget meet, on the local parts. */
export interface Contention {
  writers: number
  grants: number
  triesPerGrant: number
  writeUnitsPerGrant: number
  readUnitsPerGrant: number
}

export interface LedgerFigures {
  contention: Contention[]
  /** By the limits of DynamoDB, at rising rates. */
  model: Bears[]
  /** The layout before: ten shards on one partition. */
  tenShards: Bears[]
  /** The highest of those rates that one budget bears: nothing given up, and under two tries a grant. */
  grantsPerSecond: number
}

const RATES = [100, 300, 1_000, 2_000, 3_000]
const WRITERS = [1, 4, 16, 64]
const GRANTS = 320

export async function measureLedger(): Promise<LedgerFigures> {
  const contention: Contention[] = []
  for (const writers of WRITERS) contention.push(await contend(writers))
  const model = RATES.map((rate) => modelGrants(rate))
  const tenShards = RATES.map((rate) => modelGrants(rate, { shards: 10, groups: 1 }))
  const borne = model.filter(({ givenUp, triesPerGrant }) => givenUp === 0 && triesPerGrant < 2)
  return { contention, model, tenShards, grantsPerSecond: Math.max(0, ...borne.map((each) => each.grantsPerSecond)) }
}

const hash = keyedHashWith('the key of a measurement')

/** Writers that grant one after the other, all from one budget, through the real client and adapter. */
async function contend(writers: number): Promise<Contention> {
  const parts = await startParts()
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const clients = createClients({ region: 'us-east-1', credentials }, parts.endpoints)
  const ledger = createLedger({ client: clients.dynamo, name: table.name, patience: patient }, async () => hash)
  const grant = async (memberId: string) => {
    const outcome = await ledger.grant({
      key: 'complaint:C1+goodwill',
      memberId,
      actionId: memberId,
      campaign: 'bench',
      rulebook: 'bench',
      reason: 'bench',
      basis: 'goodwill',
      kind: 'miles',
      amount: 1_000,
      costMinor: 50,
      requestedBy: 'bench',
      budget: { id: 'bench', currency: 'CNY', limitMinor: 100_000_000, asOf: 1 },
      yearlyCap: { year: 2026, limitMinor: 100_000 },
      now: Date.UTC(2026, 9, 1),
    })
    if (!outcome.granted) throw new Error(outcome.code)
  }
  await grant('the first one cuts the budget')
  const meter = createMeter()
  meterTable(clients.dynamo, meter)
  const each = GRANTS / writers
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; n < each; n++) await grant(`member ${writer} ${n}`)
    }),
  )
  for (const client of Object.values(clients)) client.destroy()
  await parts.close()
  return {
    writers,
    grants: GRANTS,
    triesPerGrant: (meter.calls.TransactWriteItems ?? 0) / GRANTS,
    writeUnitsPerGrant: meter.writeUnits / GRANTS,
    readUnitsPerGrant: meter.readUnits / GRANTS,
  }
}
