import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { type MemoryPipeline, memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { measure } from '../../shared/app/results/measure.ts'
import { recountMonths } from '../../shared/app/targets/recount.ts'
import { MINUTE } from '../../shared/domain/calendar.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { answers, changesConsent, complains, enrols, flies, isErased, merges } from '../support/airline.ts'
import { at, envelope } from '../support/events.ts'
import type { Sent } from '../support/pipeline.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Figures of months that a crash left short, counted again from the records. */

type Detail = Record<string, unknown>

const MONTHS = ['2026-05', '2026-06']
const LATER = at('2026-07-08T19:30:00Z')

let clock: { now: number }
let ports: MemoryPorts
let pipeline: MemoryPipeline
let rulebook: Rulebook

beforeEach(async () => {
  clock = { now: at('2026-05-20T04:00:00Z') }
  ports = createMemoryPorts({ now: () => clock.now })
  rulebook = await rulebookOf({
    campaigns: [
      'campaign: sorry\ntrigger: complaint.filed\nguardrails: { whileCaseOpen: true }\nsteps: [email: sorry]',
    ],
  })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  pipeline = memoryPipeline({ ports, rulebooks, clock })
  await publishTo(ports, rulebook, clock.now)
})

async function play(...sent: readonly Sent[]): Promise<void> {
  for (const { type, detail } of sent) {
    const { occurredAt } = detail as { occurredAt: string }
    await pipeline.advanceTo(Math.max(clock.now, at(occurredAt)))
    await pipeline.put(envelope(type, detail as Detail))
    await pipeline.settle()
  }
}

/** A life with everything that is counted: two members stay, one card is merged, one member is erased. */
const FARE = { fare: { amount: 800, currency: 'CNY' } }
const life = [
  ...['M1', 'M2', 'M3', 'M4'].map((id) => enrols(id, '2026-05-21T04:00:00Z')),
  complains('M1', '2026-05-22T10:00:00Z', 'C1'),
  complains('M4', '2026-05-22T10:00:00Z', 'C4'),
  answers('M1', '2026-05-24T10:00:00Z', { nps: 10 }),
  flies('M2', '2026-05-25T04:00:00Z', FARE),
  changesConsent('M2', '2026-06-01T04:00:00Z', false),
  merges('M3', '2026-06-02T04:00:00Z', 'M1'),
  isErased('M4', '2026-06-03T04:00:00Z'),
  complains('M2', '2026-06-04T10:00:00Z', 'C2'),
]
const COUNTED = {
  '2026-05': {
    ...{ members: 4, reachable: 4, sent: 2, complaints: 2, answeredIn24h: 0, 'spend.CNY': 80_000 },
    ...{ npsAnswers: 1, npsPromoters: 1 },
  },
  '2026-06': { members: -2, reachable: -3, complaints: 1 },
}
const { answeredIn24h: _, ...may } = COUNTED['2026-05']
const EXPECTED = { ...COUNTED, '2026-05': may }

describe('a recount of the months', () => {
  test('finds nothing to correct where nothing went wrong, also of those merged and erased', async () => {
    await play(...life)
    expect(await ports.months.read(MONTHS)).toEqual(EXPECTED)
    const found = await recountMonths(ports, { months: MONTHS, now: LATER })
    expect(found).toEqual({ corrected: [], busy: [], complete: true })
  })

  test('puts right what processes left uncounted, to the last cent', async () => {
    const { add } = ports.months
    let turns = 0
    // Every second one does not come to it; of an erasure no record would tell.
    ports.months.add = async (counts, ofErased = {}) => {
      if (turns++ % 2 === 0 && Object.keys(ofErased).length === 0) return
      await add(counts, ofErased)
    }
    await play(...life)
    ports.months.add = add
    expect(await ports.months.read(MONTHS)).not.toEqual(EXPECTED)
    const found = await recountMonths(ports, { months: MONTHS, now: LATER })
    expect(found.corrected).not.toEqual([])
    expect(await ports.months.read(MONTHS)).toEqual(EXPECTED)
    expect((await recountMonths(ports, { months: MONTHS, now: LATER })).corrected).toEqual([])
  })

  test('says nothing of a month in which somebody counts meanwhile, or did a moment ago', async () => {
    await play(...life)
    await ports.months.add({ '2026-05': { sent: 5 }, '2026-06': { sent: 5 } })
    const justNow = await recountMonths(ports, { months: MONTHS, now: at('2026-06-04T10:00:00Z') + MINUTE })
    expect(justNow).toMatchObject({ busy: ['2026-06'], corrected: [{ month: '2026-05', was: 7, is: 2 }] })
    const { page } = ports.records
    ports.records.page = async (cursor) => {
      await ports.months.add({ '2026-06': { sent: 1 } })
      return page(cursor)
    }
    expect(await recountMonths(ports, { months: MONTHS, now: LATER })).toMatchObject({
      busy: ['2026-06'],
      corrected: [],
    })
  })
})

describe('an event that is handed over again', () => {
  const told = (id: string) => envelope('complaint.filed', complains('M1', '2026-05-22T10:00:00Z', id).detail as Detail)
  const months = async ({ ports: stores }: Reactor) => (await stores.months.read(MONTHS))['2026-05']

  test('is counted then, where nothing had been counted before', async () => {
    const reactor = reactorOf(rulebook, LATER)
    const broken = { records: failing(reactor.ports.records, 'put', 'before') }
    const event = told('C1')
    expect(await reactor.take([event], broken)).toEqual(['m0'])
    expect(await months(reactor)).toBeUndefined()
    for (const _ of ['redelivered', 'again']) expect(await reactor.take([event])).toEqual([])
    expect(await months(reactor)).toEqual({ complaints: 1 })
  })

  test.each(['tally', 'months', 'reputation'] as const)(
    'is not handed over again for the sake of the %s',
    async (port) => {
      const reactor = reactorOf(rulebook, LATER)
      const add = async () => {
        throw new Error('throttled')
      }
      const two = [
        told('C1'),
        envelope('complaint.filed', complains('M2', '2026-05-22T10:00:00Z', 'C2').detail as Detail),
      ]
      expect(await reactor.take(two, { [port]: { ...reactor.ports[port], add } })).toEqual([])
      expect((await months(reactor))?.complaints).toBe(port === 'months' ? undefined : 2)
    },
  )
})

describe('at night', () => {
  const nightly = (now: number) => measure({ ports, rulebook, now, msPerLook: 60_000, alert: () => {} })

  test('the months before are counted again in the second week of a month, and no other time', async () => {
    await play(...life)
    await ports.months.add({ '2026-05': { sent: -1 } })
    expect((await nightly(at('2026-07-07T11:30:00Z'))).months).toBeUndefined()
    const { months } = await nightly(at('2026-07-08T11:30:00Z'))
    expect(months).toEqual({
      corrected: [{ month: '2026-05', count: 'sent', was: 1, is: 2 }],
      busy: [],
      complete: true,
    })
    expect((await nightly(at('2026-07-14T11:30:00Z'))).months).toMatchObject({ corrected: [] })
    expect((await nightly(at('2026-07-15T11:30:00Z'))).months).toBeUndefined()
  })
})
