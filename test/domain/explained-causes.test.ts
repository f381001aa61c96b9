import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Explanation, explain } from '../../shared/app/api/explain.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { gates } from '../../shared/domain/campaign/gates/index.ts'
import { subjectOf } from '../../shared/domain/campaign/turn.ts'
import type { Journey } from '../../shared/domain/member/member.ts'
import type { GateAnswer } from '../../shared/domain/receipt.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, enrolled } from '../support/events.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/**
 * Everything that an explanation names is the cause: it is held against asking every gate anew, of the member and the world
 * as they were at that moment.
 */

const campaign = (more: string) => `campaign: c
trigger: survey.answered
${more}
steps: [{ email: hello }]`

const settings = `quietHours: 21:00-08:00
openCaseMutes: 30d
atMost: [1 email in 7d]
blackouts: [{ name: Festival, on: 2026-06-03 }]
consentFor: marketing`

/** One life: what is true of the member, when it is, and what people at the airline have done. */
const lives = fc.record({
  consent: fc.constantFrom(true, false, undefined),
  email: fc.boolean(),
  complains: fc.boolean(),
  hadMail: fc.boolean(),
  hour: fc.integer({ min: 0, max: 71 }),
  paused: fc.constantFrom<readonly string[]>([], ['c'], ['all'], ['sender:bounces']),
  pausedLater: fc.constantFrom<readonly string[]>([], ['c'], ['sender:complaints']),
  waits: fc.integer({ min: 0, max: 60 }),
})
type Lived = typeof lives extends fc.Arbitrary<infer T> ? T : never

const start = '2026-06-01T16:00:00Z'
const hours = (count: number) => new Date(at(start) + count * 3_600_000).toISOString()

function live(rulebook: Rulebook, { consent, email, complains, hadMail, hour, paused }: Lived): Life {
  const life = lifeOf(rulebook)
  life.tell(
    enrolled({
      occurredAt: '2026-05-01T04:00:00Z',
      email: email ? 'mei@example.com' : undefined,
      consent: consent === undefined ? undefined : { email: consent },
    }),
  )
  if (complains) life.hear('complaint.filed', hours(-1), { complaintId: 'C1', category: 'baggage' })
  if (hadMail)
    life.become({
      ...life.member,
      mails: [{ actionId: 'before', campaign: 'x', class: 'marketing', claimedAt: at(hours(-24)) }],
    })
  life.world = { ...nothingSpecial, paused: new Set(paused) }
  life.hear('survey.answered', hours(hour), { nps: 9 })
  return life
}

/** Every gate that concerns the campaign's mail, asked by itself. */
function askedAnew({ member, rulebook, world }: Life, now: number): GateAnswer[] {
  const { campaigns, settings } = rulebook!
  const [campaign] = campaigns
  const [instruction] = campaign!.program
  if (instruction?.op !== 'action') throw new Error('the campaign begins with its mail')
  const known = member.journeys.find((each) => each.campaign === 'c')
  const journey: Journey = known ?? {
    campaign: 'c',
    rulebook: rulebook!.version,
    key: 'k',
    enteredAt: now,
    pc: 0,
    cause: { fields: {} },
    happened: {},
  }
  const context = {
    member,
    campaign: campaign!,
    settings,
    spec: instruction.action,
    journey,
    actionId: 'asked',
    subject: subjectOf({ draft: member, now, calendar: calendarOf(settings.zone) }, journey),
    world,
    now,
  }
  return gates.filter((gate) => gate.concerns(context)).map((gate) => ({ gate: gate.name, ...gate.ask(context) }))
}

function explained({ member, rulebook, receipts }: Life, now: number): Explanation {
  const told = { id: 'e', type: 'survey.answered', occurredAt: now, reactedAt: now, order: 0, detail: {}, receipts }
  const reactions = [{ ...told, audiences: { entered: [], left: [] } }]
  const [explanation] = explain({ member, reactions, rulebook, now, rulebookOf: () => rulebook })
  return explanation!
}

const stops = (answers: readonly GateAnswer[]) => answers.filter(({ answer }) => answer !== 'go')
const gatesNamed = ({ otherwise }: Explanation) => otherwise?.parts.map(({ gate }) => gate).sort()

test('of what did not come: the gate that stopped it, and everything else that would have', async () => {
  const rulebook = await rulebookOf({ settings, campaigns: [campaign('')] })
  fc.assert(
    fc.property(lives, (lived) => {
      const life = live(rulebook, lived)
      const now = at(hours(lived.hour))
      const explanation = explained(life, now)
      const stopping = life.member.pending.length > 0 ? [] : stops(askedAnew(life, now))
      if (stopping.length === 0) return
      expect(explanation.because.map(({ is }) => is)).toContain(stopping[0]!.reason.is)
      expect(explanation.otherwise?.needed).toBe('all')
      expect(gatesNamed(explanation)).toEqual(stopping.map(({ gate }) => gate).sort())
    }),
  )
})

test('of what is on its way: each gate that it passed, and that could have stopped it', async () => {
  const rulebook = await rulebookOf({ settings, campaigns: [campaign('')] })
  fc.assert(
    fc.property(lives, (lived) => {
      const life = live(rulebook, {
        ...lived,
        consent: true,
        email: true,
        complains: false,
        hadMail: false,
        paused: [],
      })
      const now = at(hours(lived.hour))
      if (life.member.pending.length === 0) return
      const explanation = explained(life, now)
      expect(explanation.otherwise?.needed).toBe('any')
      const asked = askedAnew({ ...life, member: { ...life.member, pending: [] } }, now).map(({ gate }) => gate)
      for (const gate of gatesNamed(explanation)!) expect(asked).toContain(gate)
    }),
  )
})

test('of what waits: what holds it then, not what held it first', async () => {
  const rulebook = await rulebookOf({ settings, campaigns: [campaign('')] })
  let changed = 0
  fc.assert(
    fc.property(lives, (lived) => {
      const life = live(rulebook, { ...lived, consent: true, email: true, hadMail: false, paused: [] })
      if (life.member.pending.length > 0) return
      life.world = { ...nothingSpecial, paused: new Set(lived.pausedLater) }
      const later = hours(lived.hour + lived.waits)
      life.liveUntil(later)
      if (explained(life, at(later)).verdict !== 'waits' || life.member.pending.length > 0) return
      const last = life.receipts.findLast(({ outcome }) => outcome === 'held')!
      // When it was asked last, or since: what it then waits for is what it is told to wait for.
      const due = life.member.journeys[0]!.wakeAt!
      const holding = stops(askedAnew(life, Math.min(at(later), due - 1)))
      expect(holding.map(({ gate }) => gate)).toContain(last.gates!.at(-1)!.gate)
      expect(explained(life, at(later)).because.map(({ is }) => is)).toContain(last.reason.is)
      if (life.receipts.filter(({ outcome }) => outcome === 'held').length > 1) changed++
    }),
    { numRuns: 300 },
  )
  expect(changed).toBeGreaterThan(5)
})

test('of what the ledger refused: that alone, and none of the gates that had let it pass', async () => {
  const rulebook = await rulebookOf({
    campaigns: [
      'campaign: c\ntrigger: survey.answered\nbudget: care\nguardrails: { whileCaseOpen: true }\nsteps: [{ compensation: { miles: 100, reason: sorry } }]',
    ],
  })
  const life = lifeOf(rulebook)
  life.tell(enrolled())
  life.hear('survey.answered', start, { nps: 1 })
  const reason = { is: 'ledger.yearlyCap', costs: 500, left: 100, limit: 1000, currency: 'CNY', year: 2026 }
  life.outcome('compensation.refused', hours(1), { code: 'yearly-cap', reason })
  const { because, otherwise } = explained(life, at(hours(1)))
  expect(because).toEqual([reason])
  expect(otherwise).toMatchObject({ needed: 'all', parts: [{ ways: [{ text: expect.stringContaining('4.00 CNY') }] }] })
  expect(otherwise!.parts).toHaveLength(1)
})

test('a trigger is told as what happens', async () => {
  const rulebook = await rulebookOf({
    campaigns: ['campaign: c\ntrigger: flight.disrupted\nsteps: [{ email: hello }]'],
  })
  const life = lifeOf(rulebook)
  life.tell(enrolled())
  expect(explained(life, at(start)).why).toContain('a flight was disrupted')
})

test('the time by which somebody must approve is that of the page', async () => {
  const rulebook = await rulebookOf({
    campaigns: [
      'campaign: c\ntrigger: survey.answered\nbudget: care\nguardrails: { whileCaseOpen: true }\nsteps: [{ compensation: { miles: 100, reason: sorry } }]',
    ],
  })
  const life = lifeOf(rulebook)
  life.tell(enrolled())
  life.hear('survey.answered', start, { nps: 1 })
  life.outcome('compensation.pending', hours(1), { until: '2026-06-04T16:00:00Z' })
  const { why } = explained(life, at(hours(2)))
  expect(why).toContain('2026-06-05 00:00')
  expect(why).not.toContain('UTC')
})
