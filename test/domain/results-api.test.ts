import { beforeAll, describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { DAY } from '../../shared/domain/calendar.ts'
import type { ReportView } from '../../shared/domain/results/report/view.ts'
import { books, complains, enrols } from '../support/airline.ts'
import { at, envelope } from '../support/events.ts'
import type { Sent } from '../support/pipeline.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Results through the front door: events in, the pipeline in memory, the API's answer. */

const CAMPAIGNS = [
  `campaign: sorry
name: Apology
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: 50% }
budget: care
steps: [{ compensation: { miles: 100, reason: care } }, { email: sorry }]
goal: { event: booking.created, within: 10d }`,
  `campaign: rights
class: service
trigger: survey.answered
steps: [{ email: hello }]`,
]
const SETTINGS = `holdout: 10%
measure: { currency: CNY, plannedMembers: 500, mail: 0.02 CNY }`
const MEMBERS = 120

const clock = { now: at('2026-05-04T02:00:00Z') }
let context: Parameters<typeof handleApi>[1]
let pipeline: ReturnType<typeof memoryPipeline>
let mailed: ReadonlySet<string>

async function play(sent: readonly Sent[]): Promise<void> {
  for (const { type, detail } of sent) await pipeline.put(envelope(type, detail as Record<string, unknown>))
  await pipeline.settle()
}

beforeAll(async () => {
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebook = await rulebookOf({ campaigns: CAMPAIGNS, settings: SETTINGS })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  pipeline = memoryPipeline({ ports, rulebooks, clock })
  context = { ports, now: () => clock.now, rulebooks, identify: bySaying }
  await publishTo(ports, rulebook, clock.now)
  const ids = Array.from({ length: MEMBERS }, (_, n) => `M${n}`)
  const now = new Date(clock.now).toISOString()
  await play(ids.map((id) => enrols(id, now, { tier: 'gold' })))
  await play(ids.map((id) => complains(id, now, `C-${id}`)))
  await pipeline.advanceTo(clock.now + DAY)
  mailed = new Set(ports.mailer.mails.map(({ mail }) => mail.tags.member!))
  // Whoever was written to books, and nobody else.
  const later = new Date(clock.now).toISOString()
  const fare = (n: number) => ({ fare: { amount: 1000 + n, currency: 'CNY' } })
  await play([...mailed].map((id, n) => books(id, later, `PNR${id}`, fare(n))))
})

async function get(path: string, query: Record<string, string> = {}) {
  const { status, body } = await handleApi({ method: 'GET', path, query, headers: {}, body: new Uint8Array() }, context)
  return { status, body: JSON.parse(body) }
}

async function reports(path: string, query?: Record<string, string>): Promise<ReportView[]> {
  const { status, body } = await get(path, query)
  expect(status).toBe(200)
  return body.reports
}

describe('while nobody’s time is over', () => {
  test('members are shown as open, by arm, and nothing is compared', async () => {
    const [report] = await reports('/v1/results/sorry')
    const of = (arm: string) => report!.assigned.find((each) => each.arm === arm)!.members
    expect(of('treated')).toBe(mailed.size)
    expect(report).toMatchObject({ arms: [], open: { members: of('holdout') + of('treated'), days: 1 } })
    expect(report!.compared).toBeUndefined()
  })
})

describe('once it is', () => {
  beforeAll(() => pipeline.advanceTo(clock.now + 50 * DAY))

  test('each arm has what came of its members, and net is revenue less what it cost', async () => {
    const [report] = await reports('/v1/results/sorry')
    const treated = report!.arms.find(({ arm }) => arm === 'treated')!
    const revenueMinor = mailed.size * 100_000 + (mailed.size * (mailed.size - 1) * 100) / 2
    const heldOut = report!.arms.find(({ arm }) => arm === 'holdout')!
    expect(treated).toMatchObject({
      members: mailed.size,
      counts: {
        goal: mailed.size,
        revenueMinor,
        compensationMinor: mailed.size * 500,
        mailsMinor: mailed.size * 2,
        sent: mailed.size,
      },
    })
    expect(heldOut.counts).toMatchObject({ goal: 0, revenueMinor: 0, sent: 0 })
    expect(report!.open.members).toBe(0)
    const [net] = report!.compared!.net
    expect(net!.difference).toBeCloseTo(revenueMinor / mailed.size / 100 - 5 - 0.02, 8)
    // Nobody held out has booked: there are not 25 of them, however large the difference.
    expect(net!.verdict).toBe('tooSmall')
  })

  test('all of them are listed, the holdout of all marketing too, each with its name', async () => {
    const { body } = await get('/v1/results')
    const listed: ReportView[] = body.reports
    expect(listed.map(({ analysis }) => analysis.campaign)).toEqual(['*', 'sorry'])
    expect(body.names).toMatchObject({ sorry: 'Apology' })
    const [all] = await reports('/v1/results/all')
    expect(all!.analysis.id).toBe(listed[0]!.analysis.id)
    const sizes = (some: ReportView) => some.assigned.reduce((sum, { members }) => sum + members, 0)
    expect(sizes(all!)).toBe(MEMBERS)
  })

  test('the list reads nothing of analyses that are measured otherwise by now', async () => {
    const { results } = context.ports
    const live = (await results.analyses()).find(({ campaign }) => campaign === 'sorry')!
    const old = { ...live, id: 'sorry@before', windowMs: 5 * DAY }
    const read: string[] = []
    const ports = {
      ...context.ports,
      results: {
        ...results,
        analyses: async () => [old, ...(await results.analyses())],
        parts: async (id: string, days?: { from?: string; to?: string }) => {
          read.push(id)
          return results.parts(id, days)
        },
      },
    }
    const ask = async (query: Record<string, string>) => {
      const request = { method: 'GET', path: '/v1/results', query, headers: {}, body: new Uint8Array() }
      const { body } = await handleApi(request, { ...context, ports })
      return (JSON.parse(body).reports as ReportView[]).map(({ analysis }) => analysis.id)
    }
    expect(await ask({})).toContain(live.id)
    expect(read).not.toContain(old.id)
    // Of days before a change the analysis of that time is meant: the one that has any.
    expect(await ask({ to: '2026-05-04' })).toContain(live.id)
    expect(read).toContain(old.id)
  })

  test('days and parts can be asked for', async () => {
    expect((await reports('/v1/results/sorry', { from: '2026-05-05' }))[0]!.assigned).toEqual([])
    const [report] = await reports('/v1/results/sorry', { from: '2026-05-04', to: '2026-05-04', by: 'tier' })
    expect(report!.slices).toMatchObject({ by: 'tier', slices: [{ of: 'gold' }] })
    expect((await get('/v1/results/sorry', { by: 'moon' })).status).toBe(400)
    expect((await get('/v1/results', { from: '2026-05-05', to: '2026-05-04' })).status).toBe(400)
    expect((await get('/v1/results', { from: '2026-02-30' })).status).toBe(400)
  })

  test('a campaign that nobody entered has nothing to show, one that there is none of is refused with what was meant', async () => {
    expect(await reports('/v1/results/rights')).toEqual([])
    const { status, body } = await get('/v1/results/sory')
    expect([status, body.error.hint]).toEqual([404, 'did you mean "sorry"?'])
  })
})
