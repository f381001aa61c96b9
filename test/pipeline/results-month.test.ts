import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { everythingOf } from '../../shared/app/privacy/export.ts'
import { everybodyIn } from '../../shared/app/rehearsal/brought.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { cohortsOf } from '../../shared/app/results/cohorts.ts'
import { recount } from '../../shared/app/results/recount.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { DAY } from '../../shared/domain/calendar.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import type { Cell } from '../../shared/domain/results/cohort.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { SHARED_DATA } from '../support/shared-data.ts'

/** Results of a month of events, against what anybody could work out of `export` and the ledger. */

interface Line {
  Source: string
  DetailType: string
  Detail: { id: string; occurredAt: string; memberId?: string }
}

const linesOf = (path: string): Line[] => {
  const bytes = readFileSync(path)
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

const sample = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']
const month = ['members', 'events'].map((name) => `${SHARED_DATA}/month/${name}.jsonl.gz`)

/** Every twentieth member of the large month is enough. */
const isTaken = ({ Detail: { memberId } }: Line) => memberId !== undefined && Number(memberId.slice(-3)) % 20 === 7

async function played(lines: readonly Line[]) {
  const clock = { now: 0 }
  const ports = createMemoryPorts({ now: () => clock.now })
  const loaded = await loadFolder('campaigns')
  if (!loaded.ok) throw new Error('the example rulebook has problems')
  const rulebooks = rulebookCache({ ...ports.rulebooks, read: async () => loaded.bundle }, unpackRulebook)
  const rulebook = await rulebooks.load(loaded.version)
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  let delivery = 0
  for (const { Source: source, DetailType, Detail } of lines) {
    const at = Date.parse(Detail.occurredAt)
    if (clock.now === 0) {
      clock.now = at
      await publishTo(ports, rulebook, at)
    }
    if (at > clock.now) await pipeline.advanceTo(at)
    await pipeline.put({
      id: `d${++delivery}`,
      source,
      'detail-type': DetailType,
      time: Detail.occurredAt,
      detail: Detail,
    })
  }
  await pipeline.advanceTo(clock.now + 3 * DAY)
  return { ports, rulebook, end: clock.now }
}

type Ports = Awaited<ReturnType<typeof played>>['ports']
type Exported = NonNullable<Awaited<ReturnType<typeof everythingOf>>>['cards'][number]
type Sums = Record<
  string,
  { members: number; goal: number; bookings: number; revenueMinor: number; sent: number; costMinor: number }
>

const NOTHING = { members: 0, goal: 0, bookings: 0, revenueMinor: 0, sent: 0, costMinor: 0 }

const IN_CNY: Record<string, number> = { CNY: 1, EUR: 7.85, GBP: 9.1 }

/** The ten lines: of each campaign and arm, worked out of what `export` and the ledger say of each person. */
function workedOut(people: readonly Exported[][], { campaigns, settings }: Rulebook): Sums {
  const sums: Sums = {}
  for (const cards of people) {
    const records = cards.flatMap((card) => card.records).sort((a, b) => a.reactedAt - b.reactedAt)
    const receipts: Receipt[] = records.flatMap((record) => record.receipts)
    for (const { id, goal } of campaigns) {
      const first = receipts.find((each) => each.campaign === id && ['decided', 'heldOut'].includes(each.outcome))
      if (!first) continue
      const isIn = (at: number) => at >= first.at && at < first.at + (goal?.within ?? settings.measure.windowMs)
      const of = (type: string) => records.filter((record) => record.type === type)
      const cancelled = new Set(of('booking.cancelled').map(({ detail }) => detail.pnr))
      const made = new Map(
        of('booking.created').map(({ detail, occurredAt }) => [detail.pnr, [occurredAt, detail.fare.amountMinor]]),
      )
      const fares: number[] = [...made]
        .filter(([pnr, [at]]) => isIn(at) && !cancelled.has(pnr))
        .map(([, [, fare]]) => fare)
      const flown = of('flight.completed').some(({ occurredAt }) => isIn(occurredAt))
      const sent = receipts.filter((each) => each.campaign === id && each.outcome === 'sent' && isIn(each.at))
      const paid = cards
        .flatMap(({ ledger }) => ledger)
        .filter((entry) => entry.campaign === id && isIn(entry.at) && entry.what === 'granted')
      const costs = paid.map(({ costMinor, costCurrency }) => Math.round(costMinor * IN_CNY[costCurrency]!))
      add(sums, `${id} ${first.outcome === 'heldOut' ? 'holdout' : 'treated'}`, {
        members: 1,
        goal: Number(goal?.event === 'flight.completed' ? flown : fares.length > 0),
        bookings: fares.length,
        revenueMinor: total(fares),
        sent: sent.length,
        costMinor: total(costs),
      })
    }
  }
  return sums
}

const total = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)

function add(sums: Sums, key: string, more: Sums[string]): void {
  const sum = sums[key] ?? { ...NOTHING }
  sums[key] = sum
  for (const field of Object.keys(sum) as (keyof typeof sum)[]) sum[field] += more[field]
}

async function fromResults(ports: Ports, now: number): Promise<Sums> {
  const sums: Sums = {}
  for (const analysis of await ports.results.analyses())
    for (const { cells } of await cohortsOf(analysis, ports, { now }))
      for (const cell of cells) add(sums, `${analysis.campaign} ${cell.arm}`, figuresOf(cell))
  return sums
}

/** Of those who were erased neither export nor ledger says anything: their sums are all that is left. */
async function ofErased(ports: Ports): Promise<Sums> {
  const sums: Sums = {}
  for (const { id, campaign } of await ports.results.analyses())
    for (const { remainder } of await ports.results.parts(id))
      for (const cell of remainder) add(sums, `${campaign} ${cell.arm}`, figuresOf(cell))
  return sums
}

function figuresOf({ members, counts }: Cell): Sums[string] {
  const { goal, bookings, revenueMinor, sent, compensationMinor: costMinor } = counts
  const whole = Object.entries({ goal, bookings, revenueMinor, sent, costMinor }).map(([name, sum]) => [
    name,
    Number(sum),
  ])
  return { members, ...Object.fromEntries(whole) }
}

const files: [string, () => Line[]][] = [
  ['the month that comes along', () => sample.flatMap(linesOf)],
  ...(SHARED_DATA ? [['a large month', () => month.flatMap(linesOf).filter(isTaken)] as [string, () => Line[]]] : []),
]

test.each(files)(
  'results are what export and the ledger come to: %s',
  async (_, lines) => {
    const { ports, rulebook, end } = await played(lines())
    const people = new Map<string, Exported[]>()
    for (const { memberId } of await everybodyIn(ports)) {
      const everything = await everythingOf(memberId, ports)
      if (everything) people.set(everything.memberId, everything.cards)
    }
    const expected = workedOut([...people.values()], rulebook)
    for (const [key, sum] of Object.entries(await ofErased(ports))) add(expected, key, sum)
    expect(Object.keys(expected).length).toBeGreaterThan(3)
    expect(Object.values(expected).some(({ goal }) => goal > 0)).toBe(true)
    const closed = end + 200 * DAY
    expect(await fromResults(ports, closed)).toEqual(expected)
    expect((await recount(ports, { now: closed, repairs: false })).differences).toEqual([])
  },
  240_000,
)
