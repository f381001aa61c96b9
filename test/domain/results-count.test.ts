import { expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { cohortsOf } from '../../shared/app/results/cohorts.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { type Analysis, type Assignment, HELD_OUT, TREATED } from '../../shared/domain/results/assignment.ts'
import { closesAt } from '../../shared/domain/results/cohort.ts'
import { type Outcome, plusOutcome } from '../../shared/domain/results/outcome.ts'

const day = '2026-10-01'
const T = Date.parse('2026-10-01T03:00:00Z')
const HOUR = 3600_000

const about: Analysis = {
  id: 'we-miss-you@1',
  campaign: 'we-miss-you',
  class: 'marketing',
  goalEvent: 'booking.created',
  zone: 'Asia/Shanghai',
  windowMs: 60 * 24 * HOUR,
  alpha: 0.05,
  plannedMembers: 5000,
  currency: 'CNY',
  arms: [HELD_OUT, TREATED],
}

const window = { until: T + about.windowMs, day, goalEvent: about.goalEvent, currency: about.currency }

async function opened() {
  const ports = createMemoryPorts()
  const versions = new Map<string, number>()
  return {
    ...ports,
    /** A member with this outcome so far, noted in the cohort of the first of October. */
    async is(memberId: string, arm: string, outcome: Outcome, more: Partial<Assignment> = {}) {
      const version = (versions.get(memberId) ?? 0) + 1
      versions.set(memberId, version)
      const before = { spendMinor: 1000, flights: 1 }
      const assigned = [{ analysis: about.id, arm, share: 0.1, at: T, ...window, before, outcome, ...more }]
      await ports.members.write({ memberId, version, state: encodeMember({ ...newMember(memberId), assigned }) })
      await ports.results.note([{ analysis: about.id, day, memberId, version, as: { arm, sharePpm: 100_000 } }], T)
    },
  }
}

const closed = closesAt(day, about) + 2 * HOUR

test('a cohort closes when the last window of its day and five days are over, in the airline’s zone', () => {
  expect(new Date(closesAt(day, about)).toISOString()).toBe('2026-12-05T16:00:00.000Z')
})

test('those of an open cohort are told, and nothing of what came of it', async () => {
  const ports = await opened()
  await ports.is('anna', TREATED, { goal: 1, revenueMinor: 500 })
  await ports.is('wei', HELD_OUT, {})
  const [cohort] = await cohortsOf(about, ports, { now: closed - 3 * HOUR })
  expect(cohort).toMatchObject({ day, isOpen: true })
  expect(cohort!.cells.map(({ arm, members, goal }) => [arm, members, goal.outcome])).toEqual([
    [HELD_OUT, 1, 0n],
    [TREATED, 1, 0n],
  ])
})

test('a closed cohort is counted from its members, once, and again when one of them changes', async () => {
  const ports = await opened()
  await ports.is('anna', TREATED, { goal: 1, revenueMinor: 500, mailsMinor: 3 })
  await ports.is('lena', TREATED, { goal: 1, revenueMinor: 700 })
  const told = async () => {
    const [cohort] = await cohortsOf(about, ports, { now: closed })
    const [cell] = cohort!.cells
    return { isOpen: cohort!.isOpen, members: cell!.members, goal: cell!.goal.outcome, net: cell!.net }
  }
  const first = await told()
  expect(first).toMatchObject({ isOpen: false, members: 2, goal: 2n })
  expect(first.net).toMatchObject({ outcome: 1197n, outcomeSquared: 497n * 497n + 490_000n, product: 1_197_000n })
  await ports.is('lena', TREATED, {})
  expect(await told()).toEqual(first)
  await ports.results.touch([{ analysis: about.id, day, memberId: 'lena' }])
  expect(await told()).toMatchObject({ members: 2, goal: 1n, net: { outcome: 497n, withOutcome: 1 } })
})

test('who is noted and is not in it by their item is left out', async () => {
  const ports = await opened()
  await ports.is('anna', TREATED, { goal: 1 })
  await ports.is('lena', TREATED, { goal: 1 }, { day: '2026-09-30' })
  await ports.is('wei', TREATED, { goal: 1 }, { analysis: 'another@1' })
  const [cohort] = await cohortsOf(about, ports, { now: closed })
  expect(cohort!.cells.map(({ members }) => members)).toEqual([1])
})

test('an outcome and its reversal leave nothing', () => {
  expect(plusOutcome({ goal: 1, revenueMinor: 500 }, { revenueMinor: -500, goal: -1, sent: 1 })).toEqual({ sent: 1 })
})
