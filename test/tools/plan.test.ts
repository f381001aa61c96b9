import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rehearsedCampaign } from '../../cli/plan/rehearsed.ts'
import { planLines } from '../../cli/plan/text.ts'
import type { Session } from '../../cli/session.ts'
import { assignedCounter } from '../../shared/app/rehearsal/assigned.ts'
import { DAY } from '../../shared/domain/calendar.ts'
import { holdoutPlan } from '../../shared/domain/measure/plan.ts'
import type { Receipt, ReceiptOutcome } from '../../shared/domain/receipt.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'

const texts = textsIn('en').plan

test('a member is counted once, from the first time that the holdout was asked, and by their own time', () => {
  const counter = assignedCounter({ goal: { event: 'booking.created', within: 10 * DAY, exit: false } })
  const take = (memberId: string, day: number, outcome: ReceiptOutcome) =>
    counter.take(memberId, { campaign: 'c', at: day * DAY, outcome } as Receipt)
  take('came back', 1, 'decided')
  take('came back', 3, 'decided')
  take('came back', 4, 'goal')
  take('held out', 2, 'entered')
  take('held out', 2, 'heldOut')
  take('too late for us', 15, 'decided')
  take('too late for us', 16, 'goal')
  take('kept from it', 1, 'skipped')
  take('kept from it', 2, 'goal')
  expect(counter.count(20 * DAY)).toEqual({ members: 3, over: 2, goals: 1 })
  expect(counter.count(11 * DAY)).toEqual({ members: 3, over: 1, goals: 1 })
  expect(assignedCounter({}).count(0)).toEqual({ members: 0, over: 0, goals: 0 })
})

test('a campaign that is rehearsed says how many enter and what they do by themselves', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wingback-plan-'))
  try {
    await cp('campaigns', folder, { recursive: true })
    const file = join(folder, 'campaigns/we-miss-you.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('within: 60d', 'within: 7d'))
    const files = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']
    const ask = (dir: string, campaign: string) =>
      rehearsedCampaign({ watched: false } as Session, dir, { files, campaign }, texts)
    const soon = await ask(folder, 'we-miss-you')
    expect(soon.members).toBeGreaterThan(0)
    expect(soon.over).toBeGreaterThan(0)
    expect(soon.goals).toBeLessThanOrEqual(soon.over)
    expect(soon.holdout).toBe(0.15)
    expect(soon.minimumEffect).toBe(0.02)
    // In September, of 30 days, as many as a month has.
    expect(Math.abs(soon.perMonth - soon.members)).toBeLessThanOrEqual(0.15 * soon.members + 1)
    const late = await ask('campaigns', 'we-miss-you')
    expect(late).toMatchObject({ members: soon.members, over: 0, goals: 0, window: 60 })
    expect(late.rate).toBeUndefined()
    await expect(ask('campaigns', 'we-mis-you')).rejects.toThrow('no campaign is called "we-mis-you"')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('what would take decades is said to take too long, and how many members it would take', () => {
  const asked = { rate: 0.08, horizon: 22 * 6, alpha: 0.05, effect: 0.02 }
  const holdouts = [0.05, 0.5].map((holdout) => holdoutPlan(holdout, asked))
  const lines = planLines({ perMonth: 22, months: 6, rate: 0.08, effect: 0.02, holdouts }, texts)
  expect(lines[3]).toMatch(/^5 % +not within 10 years \(6,250 members\) +too small to tell +not within 10 years/)
  expect(lines[4]).toMatch(/^50 % +month 29 \(625 members\)/)
  expect(lines.at(-1)).toMatch(/With a holdout of 50 % it would take about 2,\d{3} members a month\.$/)
})
