import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { type MemoryPipeline, memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { unvaluedUpgrades } from '../../shared/domain/rulebook/measure.ts'
import { type TargetReport, targetReports } from '../../shared/domain/targets/report.ts'
import { answers, books, changesConsent, complains, enrols, flies, isErased, merges } from '../support/airline.ts'
import { at, envelope } from '../support/events.ts'
import type { Sent } from '../support/pipeline.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What the figures with targets come to, through the pipeline in memory and the API. */

const TARGETS = `targets:
  responseRate: { owner: Campaigns, atLeast: [{ from: 2026-06, value: 50% }] }
  reachable: { owner: Programme, atLeast: 60% }
  spendPerMember: { owner: Revenue, atLeast: 500 CNY }
  costPerMail: { owner: Campaigns, atMost: 20 CNY }
  costPerReturn: { owner: Campaigns, atMost: 40 CNY }
  nps: { owner: Care, atLeast: 30 }
  complaintsAnswered: { owner: Care, atLeast: 90% }
`

const MEASURE = 'measure: { currency: CNY, mail: 0.5 CNY, upgrades: { C: 100 CNY }, rates: { EUR: 8 CNY } }'

const CAMPAIGNS = [
  `campaign: sorry
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
budget: care
steps: [{ compensation: { miles: 1000, reason: care } }, { email: sorry }]
goal: { event: booking.created, within: 30d }`,
  `campaign: owed
class: service
trigger: survey.answered
steps: [{ email: hello }]`,
]

let clock: { now: number }
let ports: MemoryPorts
let pipeline: MemoryPipeline
let context: Parameters<typeof handleApi>[1]

beforeEach(async () => {
  clock = { now: at('2026-05-20T04:00:00Z') }
  ports = createMemoryPorts({ now: () => clock.now })
  const rulebook = await rulebookOf({ campaigns: CAMPAIGNS, targets: TARGETS, settings: MEASURE })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  pipeline = memoryPipeline({ ports, rulebooks, clock })
  context = { ports, now: () => clock.now, rulebooks, identify: bySaying }
  await publishTo(ports, rulebook, clock.now)
})

async function play(...sent: readonly Sent[]): Promise<void> {
  for (const { type, detail } of sent) {
    const { occurredAt } = detail as { occurredAt: string }
    await pipeline.advanceTo(Math.max(clock.now, at(occurredAt)))
    await pipeline.put(envelope(type, detail as Record<string, unknown>))
    await pipeline.settle()
  }
}

async function targets(query: Record<string, string> = {}): Promise<Map<string, TargetReport>> {
  const request = { method: 'GET', path: '/v1/targets', query, headers: {}, body: new Uint8Array() }
  const { status, body } = await handleApi(request, context)
  expect(status).toBe(200)
  const { targets: reports } = JSON.parse(body) as { targets: TargetReport[] }
  return new Map(reports.map((report) => [report.figure, report]))
}

/** The value of a figure in each month that has one. */
async function valuesOf(figure: string, query?: Record<string, string>): Promise<Record<string, number>> {
  const months = (await targets(query)).get(figure)!.months
  return Object.fromEntries(months.flatMap(({ month, value }) => (value === undefined ? [] : [[month, value]])))
}

const answered = (memberId: string, occurredAt: string, complaintId: string): Sent => ({
  type: 'complaint.answered',
  detail: { id: `a-${complaintId}-${occurredAt}`, memberId, occurredAt, complaintId },
})

const resolved = (memberId: string, occurredAt: string, complaintId: string): Sent => ({
  type: 'complaint.resolved',
  detail: { id: `r-${complaintId}`, memberId, occurredAt, complaintId, outcome: 'upheld' },
})

describe('members in reach', () => {
  test('are a share of all there are at the end of each month, whoever came, left or withdrew since', async () => {
    await play(enrols('M1', '2026-05-21T04:00:00Z'), enrols('M2', '2026-05-22T04:00:00Z', { consent: undefined }))
    await play(enrols('M3', '2026-06-02T04:00:00Z'), enrols('M4', '2026-06-03T04:00:00Z'))
    await play(changesConsent('M1', '2026-07-01T04:00:00Z', false), isErased('M3', '2026-07-02T04:00:00Z'))
    expect(await valuesOf('reachable')).toEqual({ '2026-05': 1 / 2, '2026-06': 3 / 4, '2026-07': 1 / 3 })
    expect(await valuesOf('reachable', { from: '2026-05', to: '2026-05' })).toEqual({ '2026-05': 1 / 2 })
  })

  test('two cards of one person are one', async () => {
    await play(enrols('M1', '2026-05-21T04:00:00Z'), enrols('M2', '2026-05-22T04:00:00Z', { consent: undefined }))
    await play(merges('M2', '2026-06-01T04:00:00Z', 'M1'))
    expect(await valuesOf('reachable')).toEqual({ '2026-05': 1 / 2, '2026-06': 1 })
  })
})

describe('complaints answered within a day', () => {
  test('count in the month in which they were filed, whether the answer or the solution came first', async () => {
    await play(
      enrols('M1', '2026-05-21T04:00:00Z'),
      complains('M1', '2026-05-31T10:00:00Z', 'C1'),
      answered('M1', '2026-06-01T09:59:00Z', 'C1'),
      complains('M1', '2026-06-02T10:00:00Z', 'C2'),
      resolved('M1', '2026-06-02T12:00:00Z', 'C2'),
      complains('M1', '2026-06-03T10:00:00Z', 'C3'),
      answered('M1', '2026-06-04T10:00:01Z', 'C3'),
      complains('M1', '2026-06-05T10:00:00Z', 'C4'),
    )
    expect(await valuesOf('complaintsAnswered')).toEqual({ '2026-05': 1, '2026-06': 1 / 3 })
  })

  test('one that is heard of late still counts as answered, and one is no two by being heard of twice', async () => {
    await play(enrols('M1', '2026-05-21T04:00:00Z'), complains('M1', '2026-05-22T10:00:00Z', 'C1'))
    const answer = answered('M1', '2026-05-22T11:00:00Z', 'C1')
    await pipeline.advanceTo(at('2026-07-05T00:00:00Z'))
    await play(answer, answer)
    expect(await valuesOf('complaintsAnswered')).toEqual({ '2026-05': 1 })
  })

  test('what a card counted is not counted again by the one that absorbs it', async () => {
    await play(
      enrols('M1', '2026-05-21T04:00:00Z'),
      enrols('M2', '2026-05-21T05:00:00Z'),
      complains('M2', '2026-05-22T10:00:00Z', 'C1'),
      merges('M2', '2026-05-23T04:00:00Z', 'M1'),
      answered('M1', '2026-05-22T20:00:00Z', 'C1'),
      complains('M1', '2026-05-24T10:00:00Z', 'C2'),
    )
    expect(await valuesOf('complaintsAnswered')).toEqual({ '2026-05': 1 / 2 })
  })
})

describe('money', () => {
  test('spend per member is what was flown in the month; other currencies are said', async () => {
    const fare = (amount: number, currency = 'CNY') => ({ fare: { amount, currency } })
    await play(enrols('M1', '2026-05-21T04:00:00Z'), enrols('M2', '2026-05-21T04:00:00Z'))
    await play(
      flies('M1', '2026-05-25T04:00:00Z', fare(1500.5)),
      flies('M2', '2026-06-01T04:00:00Z', fare(800)),
      flies('M2', '2026-06-02T04:00:00Z', fare(100, 'USD')),
      flies('M2', '2026-06-02T08:00:00Z', fare(10, 'EUR')),
    )
    // A correction of what the first one paid.
    await play({
      ...flies('M1', '2026-05-25T04:00:00Z'),
      detail: {
        ...flies('M1', '2026-05-25T04:00:00Z', fare(1000)).detail,
        occurredAt: '2026-06-03T04:00:00Z',
        scheduledDeparture: '2026-05-25T04:00:00Z',
      },
    })
    const spend = (await targets({ from: '2026-05' })).get('spendPerMember')!
    expect(spend).toMatchObject({ owner: 'Revenue', unit: 'money', currency: 'CNY', side: 'atLeast' })
    expect(spend.months).toEqual([
      { month: '2026-05', value: 50_000, target: 50_000, isMet: true, isOpen: false },
      { month: '2026-06', value: 44_000, target: 50_000, isMet: false, isOpen: true, leftOut: ['USD'] },
    ])
  })

  test('a mail and a return cost what marketing campaigns granted and sent; service mail is none of it', async () => {
    await play(
      enrols('M1', '2026-05-21T04:00:00Z'),
      complains('M1', '2026-05-22T10:00:00Z', 'C1'),
      complains('M1', '2026-05-23T10:00:00Z', 'C2'),
      answers('M1', '2026-05-24T10:00:00Z', { nps: 10 }),
      books('M1', '2026-06-10T10:00:00Z', 'PNR001'),
    )
    expect(ports.mailer.mails).toHaveLength(3)
    // Each 1,000 miles at 0.05 CNY, and half a yuan for the mail.
    expect(await valuesOf('costPerMail')).toEqual({ '2026-05': 5050 })
    // Both journeys reached their goal, in June: what they cost was in May.
    expect(await valuesOf('costPerReturn')).toEqual({ '2026-06': 0 })
    expect((await targets()).get('costPerMail')!.months.at(-2)).toMatchObject({ target: 2000, isMet: false })
  })
})

describe('upgrades without a value', () => {
  const OFFERS = ['C', 'F'].map(
    (cabin) => `campaign: up-${cabin.toLowerCase()}
trigger: complaint.filed
steps: [{ upgradeOffer: { cabin: ${cabin}, validFor: 7d } }, { email: offer }]`,
  )

  test('are named beside a cost that they are not in', async () => {
    const rulebook = await rulebookOf({ campaigns: OFFERS, targets: TARGETS, settings: MEASURE })
    const counts = { '2026-06': { sent: 10, 'upgrade.C': 2, 'upgrade.F': 1 } }
    const [cost] = targetReports(rulebook, { months: ['2026-06'], now: '2026-06', counts, levels: {} }).filter(
      ({ figure }) => figure === 'costPerMail',
    )
    expect(cost!.months).toMatchObject([{ value: (2 * 10_000 + 10 * 50) / 10, unvalued: ['F'] }])
  })

  test('are noted of a rulebook in which marketing offers them', async () => {
    const rulebook = await rulebookOf({ campaigns: OFFERS, settings: MEASURE })
    expect(unvaluedUpgrades(rulebook)).toEqual(['F'])
    expect(unvaluedUpgrades(await rulebookOf({ campaigns: OFFERS.slice(0, 1), settings: MEASURE }))).toEqual([])
    // Where results are counted in no currency at all, this is said of everything.
    expect(unvaluedUpgrades(await rulebookOf({ campaigns: OFFERS }))).toEqual([])
  })
})

describe('what members say', () => {
  test('a click counts once, in the month of its mail; a target may begin later', async () => {
    await play(enrols('M1', '2026-05-21T04:00:00Z'), complains('M1', '2026-05-31T04:00:00Z', 'C1'))
    await play(complains('M1', '2026-06-02T04:00:00Z', 'C2'))
    const { mail } = ports.mailer.mails[0]!
    for (const id of ['k1', 'k2']) {
      const clicked = { id, memberId: 'M1', occurredAt: '2026-06-03T04:00:00Z', actionId: mail.tags.action }
      await pipeline.advanceTo(at(clicked.occurredAt))
      await ports.queues.send('events', [JSON.stringify(envelope('email.clicked', clicked, 'wingback'))])
      await pipeline.settle()
    }
    expect((await targets({ from: '2026-05' })).get('responseRate')!.months).toEqual([
      { month: '2026-05', value: 1, isOpen: false },
      { month: '2026-06', value: 0, target: 0.5, isMet: false, isOpen: true },
    ])
  })

  test('the net promoter score is of all answers of the month', async () => {
    await play(enrols('M1', '2026-05-21T04:00:00Z'))
    const nps = [10, 9, 8, 0]
    for (const [i, each] of nps.entries()) await play(answers('M1', `2026-05-2${i + 2}T04:00:00Z`, { nps: each }))
    expect(await valuesOf('nps')).toEqual({ '2026-05': 25 })
  })
})

describe('whatever the order', () => {
  const at = (day: number, hour = 4) =>
    `2026-0${day > 31 ? 6 : 5}-${String(day > 31 ? day - 31 : day).padStart(2, '0')}T0${hour}:00:00Z`
  const fare = (amount: number) => ({ fare: { amount, currency: 'CNY' } })
  const corrected = flies('M1', at(25), fare(1000))
  const told: readonly Sent[] = [
    flies('M1', at(25), fare(1500)),
    { ...corrected, detail: { ...corrected.detail, occurredAt: at(33), scheduledDeparture: at(25) } },
    flies('M1', at(33), fare(800)),
    complains('M1', at(21), 'C1'),
    answered('M1', at(22, 3), 'C1'),
    answered('M1', at(29), 'C1'),
    complains('M1', at(23), 'C2'),
    resolved('M1', at(28), 'C2'),
    complains('M1', at(34), 'C3'),
    answers('M1', at(24), { nps: 10 }),
    answers('M1', at(26), { nps: 3 }),
  ]

  test('and however often events come, the months say the same', async () => {
    await play(enrols('M0', at(20)))
    await pipeline.advanceTo(Date.parse('2026-07-01T00:00:00Z'))
    let members = 0
    const counted = (counts: object = {}) =>
      (Object.entries(counts) as [string, number][])
        .filter(([name]) => /^(spend|nps|complaints|answered)/.test(name))
        .sort()
    const months = async (): Promise<Record<string, number>> => {
      const { '2026-05': may, '2026-06': june } = await ports.months.read(['2026-05', '2026-06'])
      return Object.fromEntries([
        ...counted(may).map(([name, n]) => [`may ${name}`, n] as const),
        ...counted(june).map(([name, n]) => [`june ${name}`, n] as const),
      ])
    }
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...told], { minLength: told.length }),
        fc.subarray([...told]),
        async (some, again) => {
          members += 1
          const before = await months()
          const ofMember = ({ type, detail }: Sent) => ({ type, detail: { ...detail, memberId: `P${members}` } })
          for (const { type, detail } of [...some, ...again].map(ofMember)) {
            await pipeline.put(envelope(type, detail))
            await pipeline.settle()
          }
          const after = await months()
          expect(Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]))).toEqual(
            {
              'may spend.CNY': 100_000,
              'may npsAnswers': 2,
              'may npsPromoters': 1,
              'may npsDetractors': 1,
              'may complaints': 2,
              'may answeredIn24h': 1,
              'june spend.CNY': 80_000,
              'june complaints': 1,
            },
          )
        },
      ),
      { numRuns: 25 },
    )
  })
})

test('months that make no sense are refused', async () => {
  const ask = async (query: Record<string, string>) =>
    (await handleApi({ method: 'GET', path: '/v1/targets', query, headers: {}, body: new Uint8Array() }, context))
      .status
  expect(await ask({ from: '2026-13' })).toBe(400)
  expect(await ask({ from: '2026-06', to: '2026-05' })).toBe(400)
  expect(await ask({ from: '2026-06', to: '2027-05' })).toBe(400)
})
