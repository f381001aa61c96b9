import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateLifetimeFiles } from '../../cli/lifetime/evaluate.ts'
import { fitLifetime } from '../../cli/lifetime/fit.ts'
import { lifetimeLines } from '../../cli/lifetime/text.ts'
import type { Session } from '../../cli/session.ts'
import { faultOfLifetimeModel } from '../../shared/domain/scores/lifetime/model.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { SHARED_DATA } from '../support/shared-data.ts'

/** `wingback fit --score lifetime` and `wingback evaluate --score lifetime`, from files. */

const CUTOFF = Date.UTC(2026, 6, 1)
const session = { json: true, language: 'en', watched: false, show: async () => {} } as unknown as Session
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-lifetime-'))
})
afterAll(() => rm(folder, { recursive: true }))

let ids = 0
const event = (DetailType: string, memberId: string, occurredAt: string, more: object = {}) => {
  ids += 1
  return { Source: 'airline.x', DetailType, Detail: { id: `e${ids}`, occurredAt, memberId, ...more } }
}
const flight = (memberId: string, at: number, amount?: number, currency = 'EUR') => {
  const scheduledDeparture = new Date(at).toISOString()
  return event('flight.completed', memberId, scheduledDeparture, {
    ...{
      carrier: 'CA',
      flightNumber: '1501',
      from: 'PEK',
      to: 'SHA',
      cabin: 'Y',
      distanceKm: 1000,
      scheduledDeparture,
    },
    ...(amount !== undefined && { fare: { amount, currency } }),
  })
}

async function filesOf(name: string, lines: readonly object[], cutoff = CUTOFF) {
  const path = join(folder, `${name}.jsonl`)
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  return { members: [], events: [path], cutoff }
}

const days = (n: number) => CUTOFF + n * 86_400_000

/** Some fly on at their pace, some stopped a while ago; each has a fare of their own. */
const lived = Array.from({ length: 240 }, (_, i) => {
  const id = `M${i}`
  const every = 14 + ((i * 37) % 60)
  const gone = i % 3 === 0 ? 120 + ((i * 53) % 200) : 0
  const before = Array.from({ length: 12 }, (_, n) => days(-gone - 2 - every * n)).filter((at) => at > days(-600))
  const after =
    gone > 0 ? [] : [days(every - 3), days(2 * every - 3), days(3 * every - 3)].filter((at) => at < days(170))
  return [...before, ...after].map((at) => flight(id, at, 80 + ((i * 7) % 90)))
}).flat()

test('learns, says how good that is on what came after, writes the model, and judges it again', async () => {
  const files = await filesOf('lived', lived)
  const evaluated = await evaluateLifetimeFiles(session, files)
  const { report, learned, read } = evaluated
  expect(report.n).toBe(240)
  expect(read.looked.currency).toBe('EUR')
  for (const [low] of Object.values(report.betterBy)) expect(low).toBeGreaterThan(0)
  expect(report.calibration).toHaveLength(10)
  expect(report.observed.spend).toBeGreaterThan(0)
  const out = join(folder, 'models', 'lifetime.json')
  await fitLifetime(session, files, out)
  const model = JSON.parse(await readFile(out, 'utf8'))
  expect(faultOfLifetimeModel(model)).toBeUndefined()
  expect(model).toMatchObject({ ...learned.model, judged: { n: 240, deviance: report.deviance } })
  const again = await evaluateLifetimeFiles(session, { ...files, model: out })
  expect(again.report.deviance).toBeCloseTo(report.deviance, 9)
  for (const language of ['en', 'zh-CN'] as const) {
    const lines = lifetimeLines(evaluated, scoreTextsIn(language)).join('\n')
    expect(lines).toContain('BG/NBD')
    expect(lines).toContain('EUR')
  }
})

test('nothing that came later is learned from, and nobody who objected', async () => {
  const later = Array.from({ length: 240 }, (_, i) => flight(`M${i}`, days(30 + (i % 50)), 5000))
  const objected = event('member.updated', 'M1', '2026-08-01T00:00:00Z', { profiling: false })
  const [plain, more] = [
    await evaluateLifetimeFiles(session, await filesOf('lived-1', lived)),
    await evaluateLifetimeFiles(session, await filesOf('lived-2', [...lived, ...later.slice(0, 100)])),
  ]
  expect(more.learned.model.visits).toEqual(plain.learned.model.visits)
  expect(more.learned.model.spend).toEqual(plain.learned.model.spend)
  const { read, report } = await evaluateLifetimeFiles(session, await filesOf('lived-3', [...lived, objected]))
  expect([read.objected, report.n]).toEqual([1, 239])
})

test('too few members teach nothing', async () => {
  const files = await filesOf('few', lived.slice(0, 100))
  await expect(fitLifetime(session, files, join(folder, 'no.json'))).rejects.toThrow('too few members')
})

;(SHARED_DATA ? describe : describe.skip)('the customers of CDNOW, whose purchases are taken for flights', () => {
  test('come about as often as BG/NBD expects; of so few members, by their pace alone might be as good', async () => {
    const rows = (await readFile(`${SHARED_DATA}/cdnow-sample.csv`, 'utf8')).trim().split('\n').slice(1)
    const byDay = new Map<string, number>()
    for (const [, id, date, , dollars] of rows.map((row) => row.split(','))) {
      byDay.set(`${id},${date}`, (byDay.get(`${id},${date}`) ?? 0) + Number(dollars))
    }
    const events = [...byDay].map(([each, dollars]) => {
      const [id, date] = each.split(',') as [string, string]
      const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)))
      return flight(`C${id}`, day, Number(dollars.toFixed(2)), 'USD')
    })
    const files = await filesOf('cdnow', events, Date.UTC(1997, 9, 1))
    const { report, learned } = await evaluateLifetimeFiles(session, files)
    expect(report.n).toBe(2357)
    expect(report.betterBy.constant[0]).toBeGreaterThan(0)
    expect(report.deviance).toBeLessThan(report.baselines.pace)
    // As published by week (Fader, Hardie and Lee 2005): r 0.243, alpha 4.414, a 0.793, b 2.426.
    expect(learned.model.visits.r).toBeCloseTo(0.243, 2)
    expect(learned.model.visits.alpha / 7).toBeCloseTo(4.414, 0)
    expect(report.expected.flights / report.observed.flights).toBeGreaterThan(0.8)
    expect(report.expected.flights / report.observed.flights).toBeLessThan(1.2)
  })
})
