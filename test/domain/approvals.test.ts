import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import { at, enrolled, event } from '../support/events.ts'
import { type Life, lifeOf } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

const start = '2026-06-01T04:00:00Z'
const later = (ms: number) => new Date(at(start) + ms).toISOString()
const approvedBy = later(3 * DAY)

const paying = (approval: string, miles = 8000) => `campaign: c
trigger: complaint.filed
guardrails: { quietHours: none }
class: service
budget: care
${approval}
steps:
  - compensation: { miles: ${miles}, reason: service-recovery }
  - email: sorry
`

async function begin(campaign: string, budget?: string, tier = 'gold'): Promise<Life> {
  const life = lifeOf(await rulebookOf({ campaigns: [campaign], ...(budget && { budget }) }))
  life.tell(enrolled({ tier }))
  life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
  return life
}

/** An outcome of an action that may not be pending. */
function own(life: Life, type: string, occurredAt: string, fields: Record<string, unknown>): void {
  life.tell(event(type, { id: `${type}:${occurredAt}`, occurredAt, memberId: 'M1', ...fields }, 'wingback'))
}

const plan = (life: Life) => life.actions[0]!.plan
const cases = `approval:
  - { when: { tier: platinum }, above: 500 CNY }
  - { above: 100 CNY, within: 12h }`

describe('from what on somebody must approve, and how long it waits for them', () => {
  const THRESHOLD = { above: 10_000, within: 3 * DAY }

  test.each([
    ['the campaign says', 'approval: { above: 100 CNY }', undefined, THRESHOLD],
    ['the first case that holds says', cases, undefined, { above: 10_000, within: 12 * HOUR }],
    ['the budget says where the campaign does not', '', 'approval: { above: 1 CNY }', { above: 100, within: 3 * DAY }],
    ['in miles, at what they are worth', 'approval: { above: 2000 miles }', undefined, THRESHOLD],
    ['the campaign before the budget', 'approval: { above: 100 CNY }', 'approval: { above: 1 CNY }', THRESHOLD],
  ])('%s', async (_name, approval, budget, { above: aboveMinor, within }) => {
    const life = await begin(paying(approval), budget && `mileValue: 0.05 CNY, ${budget}`)
    expect(plan(life)).toMatchObject({ costMinor: 40_000, approval: { aboveMinor, within } })
  })

  test('by tier', async () => {
    const life = await begin(paying(cases), undefined, 'platinum')
    expect(plan(life)).toMatchObject({ approval: { aboveMinor: 50_000 } })
  })

  test('nobody where nothing is said', async () => {
    expect(plan(await begin(paying('')))).not.toHaveProperty('approval')
  })
})

describe('a mile costs what it is worth on the day', () => {
  const dated = 'mileValue: [{ from: "2026-01-01", value: 0.05 CNY }, { from: "2026-06-01", value: 0.06 CNY }]'

  test.each([
    [dated, 48_000],
    ['mileValue: [{ from: "2026-01-01", value: 0.05 CNY }, { from: "2026-06-02", value: 0.06 CNY }]', 40_000],
    ['mileValue: [{ from: "2026-07-01", value: 0.07 CNY }]', 56_000],
  ])('%s', async (budget, costMinor) => {
    expect(plan(await begin(paying(''), budget))).toMatchObject({ costMinor })
  })
})

describe('while a second person has it', () => {
  const pending = { grantId: 'g', until: approvedBy }

  test('nothing is told, and the ledger is asked again when the time is over at the latest', async () => {
    const life = await begin(paying('approval: { above: 1 CNY }'))
    life.outcome('compensation.pending', later(MINUTE), pending)
    expect(life.told('c')).toEqual(['entered', 'decided', 'waiting'])
    life.outcome('compensation.pending', later(2 * MINUTE), pending)
    expect(life.told('c')).toHaveLength(3)
    life.liveUntil(later(3 * DAY - 1))
    const before = life.actions.length
    life.liveUntil(approvedBy)
    expect(life.actions).toHaveLength(before + 1)
    expect(life.actions.every(({ kind }) => kind === 'compensation')).toBe(true)
  })

  test('no gate that closes meanwhile takes it from them', async () => {
    const life = await begin(paying('approval: { above: 1 CNY }'))
    const paused = { ...life.world, paused: new Set(['all']) }
    const asked = () =>
      claim(life.member, life.member.pending[0]!.actionId, {
        rulebook: life.rulebook,
        world: paused,
        now: at(later(HOUR)),
      })
    expect(asked().claim).toBe('hold')
    life.outcome('compensation.pending', later(MINUTE), pending)
    expect(asked().claim).toBe('go')
  })

  test.each([
    ['compensation.granted', { grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 8000 }, ['email']],
    ['compensation.refused', { code: 'approval-refused', reason: { is: 'approval.refused', by: 'li' } }, []],
  ])('then %s', async (type, fields, follows) => {
    const life = await begin(paying('approval: { above: 1 CNY }'))
    life.outcome('compensation.pending', later(MINUTE), pending)
    const before = life.actions.length
    life.outcome(type, later(DAY), fields)
    const after = life.actions.slice(before).map(({ kind }) => kind)
    expect(after.filter((kind) => kind !== 'compensation')).toEqual(follows)
  })
})

describe('what a person does by hand', () => {
  const byHand = { actionId: 'x', grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 100 }
  const about = { campaign: 'by hand', cause: 'complaint:C1+goodwill', rulebook: 'abc' }

  test('a grant is noted once, with a receipt, though no action waits for it', async () => {
    const life = await begin(paying(''))
    own(life, 'compensation.granted', later(HOUR), { ...byHand, ...about })
    own(life, 'compensation.granted', later(2 * HOUR), { ...byHand, ...about })
    expect(life.member.compensations).toMatchObject([{ actionId: 'x', campaign: 'by hand', amount: 100 }])
    expect(life.told('by hand')).toEqual(['granted'])
  })

  test('a reversal is noted: the compensation counts no more', async () => {
    const life = await begin(paying(''))
    life.outcome('compensation.granted', later(MINUTE), { ...byHand, actionId: life.actions[0]!.actionId })
    const { actionId } = life.actions[0]!
    const reversed = { actionId, campaign: 'c', reason: { is: 'approval.reversed', by: 'li: wrong member' } }
    own(life, 'compensation.reversed', later(HOUR), reversed)
    own(life, 'compensation.reversed', later(2 * HOUR), reversed)
    expect(life.member.compensations[0]).toMatchObject({ actionId, reversedAt: at(later(HOUR)) })
    expect(life.told('c').filter((outcome) => outcome === 'reversed')).toHaveLength(1)
  })
})
