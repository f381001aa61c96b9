import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, enrolled } from '../support/events.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Journeys that end before their steps are over: what brings it about, and what becomes of what was on its way. */

const start = '2026-06-01T04:00:00Z'
const later = (ms: number) => new Date(at(start) + ms).toISOString()

const campaign = (more: string, guardrails = '{ whileCaseOpen: true }') => `campaign: c
trigger: complaint.filed
guardrails: ${guardrails}
budget: care
${more}`

async function begin(source: string, settings = ''): Promise<Life> {
  return complained(await rulebookOf({ campaigns: [source], settings }))
}

function complained(rulebook: Rulebook): Life {
  const life = lifeOf(rulebook)
  life.tell(enrolled())
  life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
  return life
}

const segment = {
  carrier: 'CA',
  flightNumber: '1501',
  from: 'PEK',
  to: 'SHA',
  departsAt: '2026-12-01T00:00:00Z',
  cabin: 'Y',
}
const book = (life: Life, occurredAt: string) =>
  life.hear('booking.created', occurredAt, { pnr: 'AAAAAA', flights: [segment] })
const fly = (life: Life, occurredAt: string) =>
  life.hear('flight.completed', occurredAt, {
    ...segment,
    departsAt: undefined,
    scheduledDeparture: occurredAt,
    distanceKm: 1000,
  })
const exited = (life: Life) => life.receipts.find(({ outcome }) => outcome === 'exited')

describe('exitWhen', () => {
  const waiting = campaign('steps: [{ wait: 10d }, { email: sorry }]\nexitWhen: { happened: booking.created }')

  test('ends the journey with the event, wherever it stands', async () => {
    const life = await begin(waiting)
    book(life, later(DAY))
    expect(life.told('c')).toEqual(['entered', 'exited'])
    life.liveUntil(later(20 * DAY))
    expect(life.actions).toEqual([])
    expect(life.member.journeys).toEqual([])
  })

  test('and not without it', async () => {
    const life = await begin(waiting)
    life.hear('survey.answered', later(DAY))
    life.liveUntil(later(10 * DAY))
    expect(life.told('c')).toEqual(['entered', 'decided'])
  })

  test('goes before a wait for the same event', async () => {
    const life = await begin(
      campaign(`steps: [{ wait: { for: booking.created, atMost: 10d } }, { email: sorry }]
exitWhen: { happened: booking.created }`),
    )
    book(life, later(DAY))
    expect(life.told('c')).toEqual(['entered', 'exited'])
  })

  test('says by which facts', async () => {
    const life = await begin(campaign('steps: [{ wait: 10d }, { email: sorry }]\nexitWhen: { tier: platinum }'))
    life.hear('member.updated', later(DAY), { tier: 'platinum' })
    expect(exited(life)).toMatchObject({
      at: at(later(DAY)),
      facts: [{ fact: 'tier', value: 'platinum', holds: true }],
    })
  })

  test('becomes true by time alone: the member is woken for it', async () => {
    const life = lifeOf(
      await rulebookOf({
        campaigns: [campaign('steps: [{ wait: 60d }, { email: sorry }]\nexitWhen: { lastFlight: { atLeast: 20d } }')],
      }),
    )
    life.tell(enrolled())
    fly(life, later(-DAY))
    life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
    expect(life.member.wakeAt).toBeLessThan(at(later(20 * DAY)))
    life.liveUntil(later(30 * DAY))
    const days = (exited(life)!.at - at(later(-DAY))) / DAY
    expect(days).toBeGreaterThan(19)
    expect(days).toBeLessThan(21)
  })

  test('ends what is held too', async () => {
    const life = await begin(
      campaign(
        'steps: [{ email: sorry }]\nexitWhen: { happened: booking.created }',
        '{ whileCaseOpen: true, quietHours: 00:00-23:00 }',
      ),
    )
    expect(life.told('c')).toEqual(['entered', 'held'])
    book(life, later(HOUR))
    life.liveUntil(later(2 * DAY))
    expect(life.told('c')).toEqual(['entered', 'held', 'exited'])
    expect(life.actions).toEqual([])
  })

  test('a held-out journey ends the same way', async () => {
    const life = await begin(
      waiting.replace('true }', 'true, holdout: 100% }').replace('wait: 10d', 'email: hello }, { wait: 10d'),
    )
    book(life, later(DAY))
    expect(life.told('c')).toEqual(['entered', 'heldOut', 'exited'])
  })
})

describe('an action that is on its way', () => {
  const mailing = campaign('steps: [{ email: sorry }, { email: news }]\nexitWhen: { happened: booking.created }')

  test('a mail that nobody has claimed is taken back, and its claim finds nothing', async () => {
    const life = await begin(mailing)
    const { actionId } = life.member.pending[0]!
    book(life, later(MINUTE))
    expect(life.told('c')).toEqual(['entered', 'decided', 'skipped', 'exited'])
    expect(life.receipts.find(({ outcome }) => outcome === 'skipped')).toMatchObject({
      actionId,
      gates: [{ gate: 'exit', answer: 'skip' }],
    })
    expect(life.member.pending).toEqual([])
    expect(
      claim(life.member, actionId, { rulebook: life.rulebook, world: nothingSpecial, now: at(later(2 * MINUTE)) }),
    ).toEqual({
      claim: 'gone',
    })
  })

  test('a mail that is claimed is waited for', async () => {
    const life = await begin(mailing)
    const claimed = claim(life.member, life.member.pending[0]!.actionId, {
      rulebook: life.rulebook,
      world: nothingSpecial,
      now: at(start),
    })
    if (claimed.claim !== 'go') throw new Error('it goes')
    life.become(claimed.member)
    book(life, later(1000))
    expect(life.told('c')).toEqual(['entered', 'decided'])
    life.outcome('email.sent', later(2000))
    expect(life.told('c')).toEqual(['entered', 'decided', 'sent', 'exited'])
  })

  test('a compensation may be granted already: its outcome is waited for and noted', async () => {
    const life = await begin(
      campaign(
        'steps: [{ compensation: { miles: 500, reason: care } }, { email: sorry }]\nexitWhen: { happened: booking.created }',
      ),
    )
    book(life, later(1000))
    expect(life.member.pending).toHaveLength(1)
    life.outcome('compensation.granted', later(2000), { grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 500 })
    expect(life.told('c')).toEqual(['entered', 'decided', 'granted', 'exited'])
    expect(life.member.compensations).toHaveLength(1)
    expect(life.member.pending).toEqual([])
  })

  test('the claim asks again: what time alone has ended is not sent', async () => {
    const life = lifeOf(
      await rulebookOf({
        campaigns: [campaign('steps: [{ email: sorry }]\nexitWhen: { lastFlight: { atLeast: 12h } }')],
      }),
    )
    life.tell(enrolled())
    fly(life, later(-11 * HOUR))
    life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
    const { actionId } = life.member.pending[0]!
    expect(
      claim(life.member, actionId, { rulebook: life.rulebook, world: nothingSpecial, now: at(later(2 * HOUR)) }),
    ).toMatchObject({
      claim: 'skip',
      gate: 'exit',
    })
    life.outcome('action.skipped', later(2 * HOUR), { gate: 'exit', reason: { is: 'exit.when' } })
    expect(life.told('c').at(-1)).toBe('exited')
    expect(life.member.pending).toEqual([])
  })
})

describe('the goal', () => {
  const goal = (exit: boolean) =>
    campaign(`steps: [{ wait: 5d }, { email: sorry }]\ngoal: { event: booking.created, within: 3d, exit: ${exit} }`)

  test('ends the journey where the campaign says so', async () => {
    const life = await begin(goal(true))
    book(life, later(DAY))
    expect(life.told('c')).toEqual(['entered', 'goal', 'exited'])
  })

  test('else it is noted, and the journey goes on', async () => {
    const life = await begin(goal(false))
    book(life, later(DAY))
    life.liveUntil(later(5 * DAY))
    expect(life.told('c')).toEqual(['entered', 'goal', 'decided'])
  })

  test('reached too late it ends nothing', async () => {
    const life = await begin(goal(true))
    book(life, later(4 * DAY))
    expect(life.told('c')).toEqual(['entered'])
  })

  test('is still looked for after an exit', async () => {
    const life = await begin(
      campaign(`steps: [{ wait: 5d }, { email: sorry }]
exitWhen: { tier: platinum }
goal: { event: booking.created, within: 30d }`),
    )
    life.hear('member.updated', later(DAY), { tier: 'platinum' })
    book(life, later(20 * DAY))
    expect(life.told('c')).toEqual(['entered', 'exited', 'goal'])
    expect(life.member.journeys).toEqual([])
  })
})

describe('a campaign that was stopped', () => {
  const source = campaign('steps: [{ email: sorry }, { wait: 10d }, { email: sorry }]')
  const stopped = (stop: object = {}) => ({
    ...nothingSpecial,
    stops: { c: { at: at(later(HOUR)), by: 'Li', ...stop } },
  })

  test('ends with the next thing that happens, and nobody begins it', async () => {
    const life = await begin(source)
    life.outcome('email.sent', later(MINUTE))
    life.world = stopped()
    life.wake(later(2 * HOUR))
    expect(exited(life)).toMatchObject({ reason: { is: 'exit.stopped' } })
    life.hear('complaint.filed', later(3 * HOUR), { complaintId: 'C2', category: 'baggage' })
    expect(life.receipts.at(-1)).toMatchObject({
      outcome: 'notEntered',
      reason: { is: 'paused.stopped' },
      gates: [{ gate: 'paused', answer: 'skip' }],
    })
    expect(life.member.journeys).toEqual([])
  })

  test('a mail of it that nobody has claimed is not claimed any more', async () => {
    const life = await begin(source)
    const { actionId } = life.member.pending[0]!
    const asked = (world: typeof nothingSpecial) =>
      claim(life.member, actionId, { rulebook: life.rulebook, world, now: at(later(2 * HOUR)) })
    expect(asked(nothingSpecial)).toMatchObject({ claim: 'go' })
    expect(asked(stopped())).toMatchObject({ claim: 'skip', gate: 'exit', reason: { is: 'exit.stopped' } })
  })

  test('begins again once it is resumed, without those who were on their way', async () => {
    const life = await begin(source)
    life.outcome('email.sent', later(MINUTE))
    life.world = stopped({ resumed: true })
    life.hear('complaint.filed', later(3 * HOUR), { complaintId: 'C2', category: 'baggage' })
    expect(exited(life)).toMatchObject({ reason: { is: 'exit.stopped' } })
    expect(life.member.journeys.map(({ cause }) => cause.complaintId)).toEqual(['C2'])
  })
})
