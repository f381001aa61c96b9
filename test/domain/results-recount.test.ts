import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { reconcile } from '../../shared/app/ledger/reconcile.ts'
import { cohortsOf } from '../../shared/app/results/cohorts.ts'
import { measure } from '../../shared/app/results/measure.ts'
import { recount } from '../../shared/app/results/recount.ts'
import { DAY, HOUR } from '../../shared/domain/calendar.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { analysisOf } from '../../shared/domain/results/analysis.ts'
import { type Assignment, HELD_OUT, TREATED } from '../../shared/domain/results/assignment.ts'
import { closesAt } from '../../shared/domain/results/cohort.ts'
import type { Outcome } from '../../shared/domain/results/outcome.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { rulebookOf } from '../support/rulebook.ts'

const start = Date.parse('2026-06-01T04:00:00Z')
const day = '2026-06-01'

const rulebook = async (harm = '') =>
  rulebookOf({
    settings: `measure: { currency: CNY, plannedMembers: 100${harm} }`,
    campaigns: ['campaign: c\ntrigger: complaint.filed\nguardrails: { holdout: 20% }\nsteps: [email: sorry]'],
  })

async function opened(rules: Rulebook) {
  const ports = createMemoryPorts()
  const analysis = analysisOf(rules.campaigns[0]!, rules)
  await ports.results.define([analysis])
  const alerts: string[] = []
  return {
    ports,
    analysis,
    alerts,
    closed: closesAt(day, analysis) + 2 * HOUR,
    /** A member with this outcome; `noted`: the index was told, too. */
    async is(memberId: string, arm: string, outcome: Outcome = {}, noted = true) {
      const assignment: Assignment = {
        analysis: analysis.id,
        arm,
        share: 0.2,
        at: start,
        until: start + analysis.windowMs,
        day,
        goalEvent: analysis.goalEvent,
        currency: 'CNY',
        before: { spendMinor: 0, flights: 0 },
        outcome,
      }
      const version = ((await ports.members.read([memberId])).get(memberId)?.version ?? 0) + 1
      const state = encodeMember({ ...newMember(memberId), assigned: [assignment] })
      await ports.members.write({ memberId, version, state })
      const harms = (['unsubscribed', 'spam', 'complained'] as const).filter((harm) => outcome[harm])
      const as = { arm, sharePpm: 200_000, ...(harms.length > 0 && { harms }) }
      if (noted) await ports.results.note([{ analysis: analysis.id, day, memberId, version, as }], start)
    },
    nightly: (now: number) =>
      measure({ ports, rulebook: rules, now, msPerLook: 60_000, alert: (what) => alerts.push(what) }),
  }
}

describe('ledger reconcile', () => {
  const reconciled = async ({ ports }: Awaited<ReturnType<typeof opened>>, now: number) =>
    reconcile({ ports, results: ports.results, now, msPerLook: 60_000, pause: async () => {} })

  test('reports sums that are not those of their members, and leaves them as they are', async () => {
    const run = await opened(await rulebook())
    await run.is('anna', TREATED, { goal: 1 })
    await cohortsOf(run.analysis, run.ports, { now: run.closed })
    expect(await reconciled(run, run.closed)).toMatchObject({ findings: [], members: 1, complete: true })
    await run.is('anna', TREATED, { goal: 2 })
    await run.is('wei', TREATED, {}, false)
    for (const _ of ['first', 'again'])
      expect(await reconciled(run, run.closed)).toMatchObject({
        differences: 1,
        findings: [
          {
            code: 'results',
            what: `results of ${run.analysis.id}, ${day}: members not in its index: 1; its sums are not those of its members`,
          },
        ],
      })
  })

  test('says that it did not come to the end, rather than that nothing differs', async () => {
    const run = await opened(await rulebook())
    await run.is('wei', TREATED, {}, false)
    const { ports } = run
    const ended = await reconcile({ ports, results: ports.results, now: start, msPerLook: -1, pause: async () => {} })
    expect(ended).toMatchObject({ complete: false, findings: [] })
  })
})

describe('a recount', () => {
  test('finds nothing where sums are those of the members, open or closed', async () => {
    const { ports, is, closed, analysis } = await opened(await rulebook())
    await is('anna', TREATED, { goal: 1, revenueMinor: 12345 })
    await is('wei', HELD_OUT)
    const none = { members: 2, assignments: 2, cohorts: 1, erased: 0, differences: [], complete: true }
    expect(await recount(ports, { now: start, repairs: false })).toEqual(none)
    await cohortsOf(analysis, ports, { now: closed })
    expect(await recount(ports, { now: closed, repairs: false })).toEqual(none)
  })

  test('finds a member whom the index does not have, and puts it right', async () => {
    const { ports, is, closed, analysis } = await opened(await rulebook())
    await is('anna', TREATED, { goal: 1 })
    await is('wei', TREATED, {}, false)
    await cohortsOf(analysis, ports, { now: closed })
    const { differences } = await recount(ports, { now: closed, repairs: true })
    expect(differences).toEqual([{ analysis: analysis.id, day, notNoted: 1, sums: true }])
    expect((await recount(ports, { now: closed, repairs: false })).differences).toEqual([])
    const [cohort] = await cohortsOf(analysis, ports, { now: closed })
    expect(cohort!.cells.map(({ members }) => members)).toEqual([2])
  })

  test('finds a change by a cent that nobody was told of', async () => {
    const { ports, is, closed, analysis } = await opened(await rulebook())
    await is('anna', TREATED, { revenueMinor: 100 })
    await cohortsOf(analysis, ports, { now: closed })
    await is('anna', TREATED, { revenueMinor: 101 })
    const { differences } = await recount(ports, { now: closed, repairs: false })
    expect(differences).toEqual([{ analysis: analysis.id, day, notNoted: 0, sums: true }])
  })
})

describe('every night', () => {
  const well = { complete: true, notNoted: 0, wrong: [], harmful: [], losing: [] }

  test('cohorts that have closed are counted, and nothing is said where all is well', async () => {
    const { is, nightly, closed, alerts } = await opened(await rulebook())
    await is('anna', TREATED, { goal: 1 })
    expect(await nightly(closed - DAY)).toEqual({ ...well, closed: 0, compared: 0 })
    expect(await nightly(closed)).toEqual({ ...well, closed: 1, compared: 1 })
    expect(alerts).toEqual([])
  })

  test('sums that are not those of their members are told of, once, and counted anew', async () => {
    const { is, nightly, closed, alerts } = await opened(await rulebook())
    await is('anna', TREATED, { revenueMinor: 100 })
    await nightly(closed)
    await is('anna', TREATED, { revenueMinor: 101 })
    expect((await nightly(closed + DAY)).wrong).toHaveLength(1)
    expect((await nightly(closed + 2 * DAY)).wrong).toEqual([])
    expect(alerts).toEqual(['results-wrong'])
  })

  test('cohorts that closed long ago are compared too, and who is missing in the index is noted', async () => {
    const { is, nightly, closed, alerts, ports, analysis } = await opened(await rulebook())
    await is('anna', TREATED, { revenueMinor: 100 })
    await nightly(closed)
    await is('wei', TREATED, { goal: 1 }, false)
    const later = closed + 300 * DAY
    expect(await nightly(later)).toMatchObject({ compared: 0, notNoted: 1, wrong: [`${analysis.id} ${day}`] })
    expect(await nightly(later + DAY)).toMatchObject({ notNoted: 0, wrong: [] })
    expect(alerts).toEqual(['results-wrong'])
    const [cohort] = await cohortsOf(analysis, ports, { now: later })
    expect(cohort!.cells.map(({ members }) => members)).toEqual([2])
  })

  test('who was assigned within the last day is not missing yet, and whom an open cohort lacks is no wrong sum', async () => {
    const { is, nightly, alerts } = await opened(await rulebook())
    await is('anna', TREATED)
    await is('wei', TREATED, {}, false)
    expect(await nightly(start + DAY)).toMatchObject({ notNoted: 0 })
    expect(await nightly(start + 2 * DAY)).toMatchObject({ notNoted: 1, wrong: [] })
    expect(alerts).toEqual([])
  })

  test('where there is no time for all members, that is said', async () => {
    const { is, ports, closed } = await opened(await rulebook())
    await is('wei', TREATED, {}, false)
    const ended = await measure({ ports, rulebook: undefined, now: closed, msPerLook: -1, alert: () => {} })
    expect(ended).toMatchObject({ complete: false, notNoted: 0 })
  })

  test('a campaign that too many unsubscribe from is told of while its windows are open, and paused where that is said', async () => {
    const { ports, is, nightly, alerts } = await opened(await rulebook(', harm: { unsubscribed: 1%, pauses: true }'))
    await ports.world.write({ ...(await ports.world.read()), version: 1 }, { at: start, by: 'x', what: 'x' })
    for (let i = 0; i < 200; i++)
      await is(`m${i}`, i % 5 === 0 ? HELD_OUT : TREATED, i % 10 === 1 ? { unsubscribed: 1 } : {})
    const { harmful } = await nightly(start + DAY)
    expect(harmful).toMatchObject([
      { campaign: 'c', found: { harm: 'unsubscribed', count: 20, members: 160, limit: 0.01 } },
    ])
    expect(alerts).toEqual(['campaign-harms'])
    expect((await ports.world.read()).paused).toEqual({ c: { since: start + DAY, by: 'wingback' } })
    const { paused: _, ...resumed } = await ports.world.read()
    await ports.world.write(
      { ...resumed, paused: {}, version: resumed.version + 1 },
      { at: start + DAY, by: 'x', what: 'resumed c' },
    )
    await nightly(start + 2 * DAY)
    expect((await ports.world.read()).paused).toEqual({})
  })

  test('a campaign that loses money is told of once that is beyond chance, and paused where that is said, once', async () => {
    const { ports, is, nightly, alerts, closed } = await opened(await rulebook(', harm: { pauses: true }'))
    await ports.world.write({ ...(await ports.world.read()), version: 1 }, { at: start, by: 'x', what: 'x' })
    for (let i = 0; i < 400; i++) {
      const brings = i % 2 === 0 ? { goal: 1, revenueMinor: 10_000 + i } : {}
      const costs = { compensationMinor: 9_000 }
      await is(`m${i}`, i % 5 === 0 ? HELD_OUT : TREATED, { ...brings, ...(i % 5 !== 0 && costs) })
    }
    expect((await nightly(closed - DAY)).losing).toEqual([])
    expect(alerts).toEqual([])
    const { losing, harmful } = await nightly(closed)
    expect(harmful).toEqual([])
    expect(losing).toMatchObject([{ campaign: 'c', losses: [{ arm: TREATED }], isWhole: true }])
    expect(losing[0]!.losses[0]!.difference).toBeCloseTo(-90, 0)
    expect(alerts).toEqual(['campaign-harms'])
    expect((await ports.world.read()).paused).toEqual({ c: { since: closed, by: 'wingback' } })
    const { changes } = await ports.world.changes({ limit: 1 })
    expect(changes[0]!.what).toEqual({ is: 'pausedForLoss', campaign: 'c' })
  })

  test('the same among those held out is no harm of the campaign', async () => {
    const { is, nightly, alerts } = await opened(await rulebook())
    for (let i = 0; i < 200; i++) await is(`m${i}`, i % 5 === 0 ? HELD_OUT : TREATED, i % 5 === 0 ? { spam: 1 } : {})
    expect((await nightly(start + DAY)).harmful).toEqual([])
    expect(alerts).toEqual([])
  })
})
