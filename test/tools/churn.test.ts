import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateFiles } from '../../cli/churn/evaluate.ts'
import { fitChurn } from '../../cli/churn/fit.ts'
import { readChurnModel } from '../../cli/churn/model-file.ts'
import { readChurn } from '../../cli/churn/read.ts'
import { reportLines } from '../../cli/churn/text.ts'
import type { Session } from '../../cli/session.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { SHARED_DATA } from '../support/shared-data.ts'

const texts = scoreTextsIn('en').churn
const CUTOFF = Date.UTC(2026, 6, 1)
const session = { json: true, language: 'en', watched: false, show: async () => {} } as unknown as Session
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-churn-'))
})
afterAll(() => rm(folder, { recursive: true }))

let ids = 0
const event = (DetailType: string, memberId: string, on: string, more: object = {}) => {
  ids += 1
  return {
    Source: 'airline.x',
    DetailType,
    Detail: { id: `e${ids}`, occurredAt: `${on}T12:00:00Z`, memberId, ...more },
  }
}
const called = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA' }
const flight = (memberId: string, on: string, departsOn = on) =>
  event('flight.completed', memberId, on, {
    ...called,
    scheduledDeparture: `${departsOn}T08:00:00Z`,
    cabin: 'Y',
    distanceKm: 1000,
  })
const enrolled = (memberId: string, more: object = {}) => event('member.enrolled', memberId, '2026-12-31', more)
const balance = (asOf: string, lastFlightOn: string) => ({
  opening: {
    asOf,
    flights: 5,
    distanceKm: 5000,
    spend: { amount: 1, currency: 'CNY' },
    firstFlightOn: '2025-01-01',
    lastFlightOn,
  },
})

async function fileOf(name: string, lines: readonly (object | string)[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

async function read(lines: readonly (object | string)[], withinDays?: number) {
  const events = [await fileOf('events.jsonl', lines)]
  return readChurn({ members: [], events, cutoff: CUTOFF, ...(withinDays && { withinDays }) }, texts, () => {})
}

describe('the files', () => {
  test('nothing that happened after the cut-off is known at it', async () => {
    const before = [flight('A', '2026-05-01'), flight('A', '2026-06-01'), flight('B', '2026-05-01')]
    const complaint = { complaintId: 'C1', category: 'crew' }
    const after = [
      flight('A', '2026-07-10'),
      event('complaint.filed', 'B', '2026-07-02', complaint),
      event('survey.answered', 'A', '2026-07-03', { nps: 1 }),
      {
        Source: 'airline.x',
        DetailType: 'flight.disrupted',
        Detail: {
          ...called,
          id: 'd',
          occurredAt: '2026-07-02T00:00:00Z',
          scheduledDeparture: '2026-07-02T00:00:00Z',
          kind: 'delay',
          cause: 'weather',
          extraordinary: true,
          carrierLicence: 'other',
          passengers: [{ memberId: 'B' }],
        },
      },
    ]
    const { observed, looked } = await read([...after, ...before])
    const [a, b] = ['A', 'B'].map((id) => observed.find(({ memberId }) => memberId === id))
    expect(a).toMatchObject({
      lost: false,
      history: { repeats: 1, last: Date.parse('2026-06-01T12:00:00Z'), poorSurveys: [] },
    })
    expect(b).toMatchObject({ lost: true, history: { repeats: 0, badComplaints: [], disruptions: [] } })
    expect(looked.horizonDays).toBe(10)
  })

  test('what was known at the cut-off is', async () => {
    const { observed } = await read([
      flight('A', '2026-05-01'),
      event('complaint.filed', 'A', '2026-05-02', { complaintId: 'C1', category: 'crew' }),
      event('complaint.resolved', 'A', '2026-05-05', { complaintId: 'C1', outcome: 'rejected' }),
      event('survey.answered', 'A', '2026-05-06', { nps: 3 }),
      {
        Source: 'airline.x',
        DetailType: 'flight.disrupted',
        Detail: {
          ...called,
          id: 'd',
          occurredAt: '2026-05-02T00:00:00Z',
          scheduledDeparture: '2026-05-02T00:00:00Z',
          kind: 'downgrade',
          cause: 'x',
          extraordinary: false,
          carrierLicence: 'other',
          passengers: [{ memberId: 'A' }],
        },
      },
      flight('B', '2026-08-01'),
    ])
    expect(observed).toHaveLength(1)
    expect(observed[0]!.history.badComplaints).toEqual([Date.parse('2026-05-05T12:00:00Z')])
    expect(observed[0]!.history.poorSurveys).toHaveLength(1)
    expect(observed[0]!.history.downgrades).toHaveLength(1)
  })

  test('a flight that is told of late, though it was flown before, is no return', async () => {
    const { observed } = await read([flight('A', '2026-05-01'), flight('A', '2026-07-05', '2026-06-30')])
    expect(observed[0]).toMatchObject({ lost: true, history: { repeats: 0 } })
  })

  test('a balance that was drawn up later would tell what came, and is left out', async () => {
    const answer = await read([
      enrolled('A', balance('2026-06-30', '2026-06-01')),
      enrolled('B', balance('2026-09-30', '2026-09-01')),
      flight('C', '2026-08-01'),
      'no event',
    ])
    expect(answer).toMatchObject({ balancesLeftOut: 1, neverFlew: 1, bad: 1 })
    expect(answer.observed.map(({ memberId }) => memberId)).toEqual(['A'])
  })

  test('only so many days ahead count, where it is said', async () => {
    const lines = [flight('A', '2026-05-01'), flight('A', '2026-09-01')]
    expect((await read(lines, 30)).observed[0]!.lost).toBe(true)
    expect((await read(lines)).observed[0]!.lost).toBe(false)
  })

  test('without any event after the cut-off are refused', async () => {
    await expect(read([flight('A', '2026-05-01')])).rejects.toThrow('no event is after the cut-off')
  })
})

/** 200 members, of whom those who had not flown for long do not fly again. */
const lived = Array.from({ length: 200 }, (_, i) => {
  const lastMonth = 1 + (i % 6)
  const id = `M${String(i).padStart(3, '0')}`
  const returns = (i * 31) % 100 < lastMonth * 15
  return [
    flight(id, `2025-0${1 + (i % 9)}-10`),
    flight(id, `2026-0${lastMonth}-15`),
    ...(returns ? [flight(id, '2026-08-20')] : []),
  ]
}).flat()

test('the whole of it has the form that is promised, and can be written down and judged again', async () => {
  const files = {
    members: [await fileOf('members.jsonl', [enrolled('M000')])],
    events: [await fileOf('lived.jsonl', lived)],
    cutoff: CUTOFF,
  }
  const evaluated = await evaluateFiles(session, files)
  const { report } = evaluated
  expect(report).toMatchObject({
    n: 200,
    positives: expect.any(Number),
    auc: expect.any(Number),
    logLoss: expect.any(Number),
    baselines: {
      recency: { auc: expect.any(Number), logLoss: expect.any(Number) },
      alive: { auc: expect.any(Number), logLoss: expect.any(Number) },
      constant: { auc: 0.5, logLoss: expect.any(Number) },
    },
  })
  expect(report.calibration[0]).toEqual({ predicted: expect.any(Number), observed: expect.any(Number), n: 20 })
  expect(report.auc).toBeGreaterThan(0.6)
  expect(reportLines(evaluated, texts).join('\n')).toContain('200 members who had flown before 2026-07-01')
  const out = join(folder, 'models', 'churn.json')
  await fitChurn(session, files, out)
  const model = await readChurnModel(out)
  expect(model.trainedOn).toMatchObject({ members: 200, lost: report.positives })
  const again = await evaluateFiles(session, { ...files, model: out })
  expect(again.report.baselines).toEqual(report.baselines)
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual(model)
})

test('too few of either kind teach nothing', async () => {
  const files = { members: [], events: [await fileOf('few.jsonl', lived.slice(0, 30))], cutoff: CUTOFF }
  await expect(fitChurn(session, files, join(folder, 'no.json'))).rejects.toThrow('at least 25 of each')
})

;(SHARED_DATA ? describe : describe.skip)('the customers of CDNOW, whose purchases are taken for flights', () => {
  test('on people apart the score beats recency, P(alive) and the constant', async () => {
    const rows = (await readFile(`${SHARED_DATA}/cdnow-sample.csv`, 'utf8')).trim().split('\n').slice(1)
    const days = new Set(rows.map((row) => row.split(',').slice(0, 3)).map(([id, , date]) => `${id},${date}`))
    const events = [...days].map((each) => {
      const [id, date] = each.split(',') as [string, string]
      return flight(`C${id}`, `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)
    })
    const files = { members: [], events: [await fileOf('cdnow.jsonl', events)], cutoff: Date.UTC(1997, 9, 1) }
    const { report } = await evaluateFiles(session, files)
    expect(report.n).toBe(2357)
    for (const { logLoss } of Object.values(report.betterBy)) expect(logLoss[0]).toBeGreaterThan(0)
    for (const { predicted, observed } of report.calibration) expect(Math.abs(predicted - observed)).toBeLessThan(0.08)
  })
})
