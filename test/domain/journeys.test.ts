import { beforeAll, describe, expect, test } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import { LIMITS } from '../../shared/domain/member/member.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, enrolled, event } from '../support/events.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

const start = '2026-06-01T04:00:00Z'
const later = (ms: number) => new Date(at(start) + ms).toISOString()

/** A member who can be written to, under these campaigns. */
async function begin(...campaigns: string[]): Promise<Life> {
  return arrive(await rulebookOf({ campaigns }))
}

function arrive(rulebook: Rulebook, profile: Record<string, unknown> = {}): Life {
  const life = lifeOf(rulebook)
  life.tell(enrolled(profile))
  return life
}

const complain = (life: Life, occurredAt = start, complaintId = 'C1', now?: string) =>
  life.hear('complaint.filed', occurredAt, { complaintId, category: 'baggage', severity: 3 }, now)
const segment = {
  carrier: 'CA',
  flightNumber: '1501',
  from: 'PEK',
  to: 'SHA',
  departsAt: '2026-12-01T00:00:00Z',
  cabin: 'Y',
}
const book = (life: Life, occurredAt: string, pnr = 'AAAAAA', now?: string) =>
  life.hear('booking.created', occurredAt, { pnr, flights: [segment] }, now)
const kinds = (life: Life) => life.actions.map(({ kind }) => kind)
const templates = (life: Life) =>
  life.actions.filter(({ handovers }) => handovers === 1).map(({ plan }) => plan.kind === 'email' && plan.template)
const journey = (life: Life) => life.member.journeys[0]!

const apology = (more: string) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
${more}`

describe('waits', () => {
  test('a wait ends at its time, not before, whatever else happens', async () => {
    const life = await begin(apology('steps: [{ wait: 2h }, { email: sorry }]'))
    complain(life)
    expect(life.member.wakeAt).toBe(at(start) + 2 * HOUR)
    book(life, later(HOUR))
    life.wake(later(2 * HOUR - 1))
    expect(life.actions).toEqual([])
    life.wake(later(2 * HOUR))
    expect(kinds(life)).toEqual(['email'])
  })

  const waiting = apology('steps: [{ email: sorry }, { wait: { for: booking.created, atMost: 14d } }, { email: news }]')

  test('a wait for an event ends with it', async () => {
    const life = await begin(waiting)
    complain(life)
    life.outcome('email.sent', later(60_000))
    expect(templates(life)).toEqual(['sorry'])
    book(life, later(3 * DAY))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('it ends at its limit where nothing comes', async () => {
    const life = await begin(waiting)
    complain(life)
    life.outcome('email.sent', later(60_000))
    life.wake(later(60_000 + 14 * DAY - 1))
    expect(templates(life)).toEqual(['sorry'])
    life.wake(later(60_000 + 14 * DAY))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('what happened after the entry and before the wait has been waited for', async () => {
    const life = await begin(waiting)
    complain(life)
    book(life, later(30_000))
    life.outcome('email.sent', later(60_000))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('what happened before the entry does not count, though it is told later', async () => {
    const life = await begin(waiting)
    book(life, later(-HOUR), 'AAAAAA')
    complain(life)
    life.outcome('email.sent', later(60_000))
    book(life, later(-60_000), 'BBBBBB', later(HOUR))
    expect(templates(life)).toEqual(['sorry'])
    expect(journey(life).happened).toEqual({})
  })

  test('what happens in the moments between the event that starts it and its entry counts', async () => {
    const life = await begin(waiting)
    complain(life, start, 'C1', later(10 * 60_000))
    book(life, later(5 * 60_000), 'AAAAAA', later(10 * 60_000))
    life.outcome('email.sent', later(11 * 60_000))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })
})

describe('branches', () => {
  const branching = apology(`steps:
  - wait: 1d
  - if: { happened: booking.created }
    then: [{ email: hello }]
    else: [{ email: sorry }, { wait: 1h }]
  - email: news`)

  test.each([
    [true, ['hello', 'news']],
    [false, ['sorry', 'news']],
  ])('booked: %p → %p', async (booked, expected) => {
    const life = await begin(branching)
    complain(life)
    if (booked) book(life, later(HOUR))
    life.wake(later(DAY))
    life.outcome('email.sent', later(DAY + 1))
    life.liveUntil(later(2 * DAY))
    expect(templates(life)).toEqual(expected)
  })

  test('a step may ask for fields of the event that began the journey, days later', async () => {
    const life = await begin(
      apology(`steps:
  - wait: 3d
  - if: { event: { severity: { atLeast: 3 } } }
    then: [{ serviceTask: { title: Call, detail: Now } }]
    else: [{ email: sorry }]`),
    )
    complain(life)
    life.wake(later(3 * DAY))
    expect(kinds(life)).toEqual(['serviceTask'])
  })
})

describe('compensation', () => {
  const paying = apology(`budget: care
steps:
  - compensation: { miles: 500, reason: service-recovery }
  - email: sorry
goal: { event: booking.created, within: 30d }`)

  test('is waited for, and the mail may tell what was granted', async () => {
    const life = await begin(paying)
    complain(life)
    expect(kinds(life)).toEqual(['compensation'])
    life.outcome('compensation.granted', later(1000), { grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 500 })
    expect(kinds(life)).toEqual(['compensation', 'email'])
    expect(journey(life).granted).toEqual({ kind: 'miles', amount: 500 })
    expect(life.member.compensations).toHaveLength(1)
  })

  test.each([
    [
      'compensation.refused',
      { code: 'budget-exhausted', reason: { is: 'ledger.alreadyCompensated', key: 'x' } },
      'refused',
    ],
    ['action.failed', { code: 'broken', reason: { is: 'mail.refused', said: 'broken' } }, 'failed'],
    ['action.skipped', { gate: 'paused', reason: { is: 'paused.yes' } }, 'skipped'],
  ])('%s: nothing is promised', async (type, fields, outcome) => {
    const life = await begin(paying)
    complain(life)
    life.outcome(type, later(1000), fields)
    life.liveUntil(later(40 * DAY))
    expect(kinds(life)).toEqual(['compensation'])
    expect(life.told('c')).toEqual(['entered', 'decided', outcome, 'ended'])
  })

  test('a spent budget ends it before the ledger is asked', async () => {
    const life = await begin(paying)
    life.world = { ...life.world, budgetLeft: { care: 0 } }
    complain(life)
    expect(life.actions).toEqual([])
    expect(life.told('c')).toEqual(['entered', 'skipped', 'ended'])
  })

  const kinder = paying.replace(
    '  - email: sorry\n',
    '    ifRefused: [{ wait: 1h }, { email: hello }, { serviceTask: { title: Call } }]\n  - email: sorry\n',
  )

  test.each([
    ['compensation.refused', { code: 'budget-exhausted', reason: { is: 'budget.spent', budget: 'care' } }],
    ['action.failed', { code: 'broken', reason: { is: 'mail.unrenderable', said: 'broken' } }],
    ['action.skipped', { gate: 'paused', reason: { is: 'paused.yes' } }],
  ])('%s: what is to be done then is done, and the journey ends', async (type, fields) => {
    const life = await begin(kinder)
    complain(life)
    life.outcome(type, later(1000), fields)
    life.liveUntil(later(2 * HOUR))
    expect(templates(life).filter(Boolean)).toEqual(['hello'])
    life.outcome('email.sent', later(3 * HOUR))
    life.outcome('task.opened', later(4 * HOUR), { taskId: 't' })
    expect(kinds(life).at(-1)).toBe('serviceTask')
    expect(life.told('c').at(-1)).toBe('ended')
    expect(templates(life)).not.toContain('sorry')
  })

  test('that, too, where the budget is known to be spent; not where it was granted', async () => {
    const spent = await begin(kinder)
    spent.world = { ...spent.world, budgetLeft: { care: 0 } }
    complain(spent)
    spent.liveUntil(later(HOUR))
    expect(templates(spent)).toEqual(['hello'])
    const granted = await begin(kinder)
    complain(granted)
    granted.outcome('compensation.granted', later(1000), {
      grantId: 'g',
      basis: 'goodwill',
      kind: 'miles',
      amount: 500,
    })
    expect(templates(granted).filter(Boolean)).toEqual(['sorry'])
    granted.outcome('email.sent', later(2000))
    expect(granted.told('c').at(-1)).toBe('ended')
  })

  test('who is held out walks on as if it had been granted', async () => {
    const life = await begin(kinder.replace('whileCaseOpen: true', 'whileCaseOpen: true, holdout: 100%'))
    complain(life)
    const mails = life.receipts.filter(({ outcome, kind }) => outcome === 'heldOut' && kind === 'email')
    expect(mails.map(({ step }) => step)).toEqual(['1'])
  })

  test('an outcome that is told twice is one', async () => {
    const life = await begin(paying)
    complain(life)
    const { actionId } = life.member.pending[0]!
    const granted = { actionId, grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 500 }
    life.outcome('compensation.granted', later(1000), granted)
    const { member } = life
    life.hear('survey.answered', later(2000))
    life.outcome('compensation.granted', later(3000), granted)
    expect(life.member.compensations).toHaveLength(1)
    expect(life.member.pending).toEqual(member.pending)
  })
})

describe('mails', () => {
  const two = apology('steps: [{ email: sorry }, { email: news }]')

  test.each([
    ['action.skipped', { gate: 'consent', reason: { is: 'consent.withheld' } }],
    ['action.failed', { code: 'MessageRejected', reason: { is: 'mail.refused', said: 'bad' } }],
    ['email.sent', {}],
    ['email.delivered', {}],
    ['email.bounced', { address: 'mei@example.com', permanent: false }],
  ])('after %s the journey goes on', async (type, fields) => {
    const life = await begin(two)
    complain(life)
    life.outcome(type, later(1000), fields)
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('one that is skipped by a gate is left out, and the journey goes on', async () => {
    const life = arrive(
      await rulebookOf({
        campaigns: [apology('steps: [{ email: sorry }, { serviceTask: { title: Call, detail: Now } }]')],
      }),
      {
        consent: { email: false },
      },
    )
    complain(life)
    expect(kinds(life)).toEqual(['serviceTask'])
  })

  test('one of unknown fate is parked: not handed over, not sent again, until SES reports on it', async () => {
    const life = await begin(two)
    complain(life)
    life.outcome('email.unknown', later(1000), { reason: { is: 'mail.senderStopped' } })
    life.liveUntil(later(10 * DAY))
    expect(life.actions).toHaveLength(1)
    expect(life.member.pending[0]!.state).toBe('unknown')
    life.outcome('email.delivered', later(11 * DAY))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test.each(['claimed', 'unknown'] as const)(
    'one that is %s is not decided anew by the word of an earlier hold',
    async (state) => {
      const life = await begin(two)
      complain(life)
      const [action] = life.member.pending
      life.become({ ...life.member, pending: [{ ...action!, state, claimedAt: at(start), claims: 1 }] })
      life.outcome('action.held', later(2000), {
        until: later(1000),
        gate: 'quietHours',
        reason: { is: 'quietHours.within', at: '23:00' },
      })
      expect(life.member.pending).toMatchObject([{ state, claims: 1 }])
    },
  )

  test('service mail whose campaign says so is handed over once more', async () => {
    const life = await begin(`campaign: c
class: service
trigger: complaint.filed
steps: [{ email: { template: sorry, resendIfUnknown: true } }]`)
    complain(life)
    const [action] = life.member.pending
    life.become({ ...life.member, pending: [{ ...action!, state: 'claimed', claimedAt: at(start), claims: 1 }] })
    expect(life.outcome('email.unknown', later(1000), { reason: { is: 'mail.senderStopped' } }).actions).toHaveLength(1)
    life.become({ ...life.member, pending: [{ ...life.member.pending[0]!, state: 'claimed', claims: 2 }] })
    expect(life.outcome('email.unknown', later(2000), { reason: { is: 'mail.senderStopped' } }).actions).toEqual([])
    expect(life.member.pending[0]!.state).toBe('unknown')
    expect(life.wake(later(HOUR)).actions).toEqual([])
  })

  test('its second try is handed over until it is made', async () => {
    const life = await begin(`campaign: c
class: service
trigger: complaint.filed
steps: [{ email: { template: sorry, resendIfUnknown: true } }]`)
    complain(life)
    life.become({ ...life.member, pending: [{ ...life.member.pending[0]!, state: 'claimed', claims: 1 }] })
    life.outcome('email.unknown', later(1000), { reason: { is: 'mail.senderStopped' } })
    expect(life.wake(later(HOUR)).actions.at(-1)).toMatchObject({ state: 'unknown', claims: 1 })
  })

  test('one without an outcome wakes nobody; whatever happens next hands it over again, ever more seldom', async () => {
    const life = await begin(apology('steps: [{ email: sorry }]'))
    complain(life)
    expect(life.member.wakeAt).toBeUndefined()
    for (let minutes = 1; minutes <= 120; minutes++) life.wake(later(minutes * MINUTE))
    expect(life.actions.map(({ handedAt }) => (handedAt - at(start)) / MINUTE)).toEqual([0, 5, 15, 35, 75])
    expect(new Set(life.actions.map(({ actionId }) => actionId)).size).toBe(1)
  })
})

test('a spam report is remembered through any number of bounces', async () => {
  const life = await begin(apology('steps: [{ email: sorry }]'))
  complain(life)
  const { actionId } = life.member.pending[0]!
  life.outcome('email.complained', later(1), { address: 'mei@example.com' })
  for (let i = 0; i < LIMITS.suppressions + 2; i++) {
    complain(life, later(HOUR + i), `C${i + 2}`)
    const fields = { address: `a${i}@example.com`, permanent: true, actionId }
    life.hear('member.updated', later(HOUR + i), { email: fields.address })
    const bounced = { id: `bounced-${i}`, memberId: 'M1', occurredAt: later(HOUR + i), ...fields }
    life.tell(event('email.bounced', bounced, 'wingback'))
  }
  expect(life.member.suppressions).toHaveLength(LIMITS.suppressions)
  expect(life.member.suppressions.map(({ why }) => why)).toContain('complaint')
  expect(life.actions).toHaveLength(1)
})

describe('held mails', () => {
  const offering = `campaign: c
trigger: survey.answered
steps: [{ email: offer }]`

  test('a hold at the claim is asked again at its end', async () => {
    const life = await begin(offering)
    life.hear('survey.answered', start)
    life.outcome('action.held', later(1000), {
      until: later(8 * HOUR),
      gate: 'quietHours',
      reason: { is: 'quietHours.within', at: '23:00' },
    })
    expect(life.member.pending).toEqual([])
    life.wake(later(8 * HOUR - 1))
    expect(life.actions).toHaveLength(1)
    life.wake(later(8 * HOUR))
    expect(life.actions).toHaveLength(2)
    expect(life.actions[1]!.actionId).toBe(life.actions[0]!.actionId)
  })

  test('on release everything is asked again', async () => {
    const life = arrive(await rulebookOf({ settings: 'quietHours: 21:00-08:00', campaigns: [offering] }))
    life.hear('survey.answered', '2026-06-01T22:00:00+08:00')
    life.hear('consent.changed', '2026-06-01T23:00:00+08:00', { channel: 'email', granted: false })
    life.liveUntil('2026-06-02T08:00:00+08:00')
    expect(life.actions).toEqual([])
    expect(life.told('c')).toEqual(['entered', 'held', 'skipped', 'ended'])
  })

  test('a hold that is prolonged is told once', async () => {
    const life = await begin(offering)
    life.world = { ...life.world, paused: new Set(['c']) }
    life.hear('survey.answered', start)
    life.liveUntil(later(DAY))
    expect(life.told('c')).toEqual(['entered', 'held'])
    life.world = { ...life.world, paused: new Set() }
    life.liveUntil(later(DAY + HOUR))
    expect(life.told('c')).toEqual(['entered', 'held', 'decided'])
  })

  test('what waits for an open case goes out when the case is closed, not when it would have been silent long enough', async () => {
    const life = await begin(offering)
    complain(life)
    life.hear('survey.answered', later(HOUR))
    expect(life.told('c')).toEqual(['entered', 'held'])
    life.hear('complaint.resolved', later(DAY), { complaintId: 'C1', outcome: 'upheld' })
    expect(life.told('c')).toEqual(['entered', 'held', 'decided'])
  })

  test('a case that is never closed mutes for a while only', async () => {
    const life = await begin(offering)
    complain(life)
    life.hear('survey.answered', later(HOUR))
    life.liveUntil(later(30 * DAY - 1))
    expect(life.actions).toEqual([])
    life.liveUntil(later(30 * DAY))
    expect(templates(life)).toEqual(['offer'])
  })
})

describe('once per', () => {
  const flight = (life: Life, occurredAt: string, flightNumber: string, id: string, pnr = 'AAAAAA') =>
    life.hear('flight.completed', occurredAt, {
      id,
      pnr,
      carrier: 'CA',
      flightNumber,
      from: 'PEK',
      to: 'SHA',
      scheduledDeparture: start,
      cabin: 'Y',
      distanceKm: 1000,
    })
  const entered = (life: Life) => life.told('c').filter((outcome) => outcome === 'entered').length
  const campaign = (trigger: string, oncePer: string) => `campaign: c
trigger: ${trigger}
guardrails: { oncePer: ${oncePer}, whileCaseOpen: true }
steps: [{ serviceTask: { title: Call, detail: Now } }]`

  test('event: every one, and the same one once', async () => {
    const life = await begin(campaign('complaint.filed', 'event'))
    complain(life, start, 'C1')
    complain(life, later(1), 'C1')
    expect(entered(life)).toBe(2)
  })

  test('complaint', async () => {
    const life = await begin(campaign('complaint.filed', 'complaint'))
    complain(life, start, 'C1')
    complain(life, later(1), 'C1')
    complain(life, later(2), 'C2')
    expect(entered(life)).toBe(2)
    expect(life.receipts.find(({ outcome }) => outcome === 'notEntered')!.gates![0]!.gate).toBe('oncePer')
  })

  test('flight: the leg, however often it is told of', async () => {
    const life = await begin(campaign('flight.completed', 'flight'))
    flight(life, later(1), '1501', 'f1')
    flight(life, later(2), '1501', 'f2')
    flight(life, later(3), '1502', 'f3')
    expect(entered(life)).toBe(2)
  })

  test('flight: the leg that a complaint and a survey speak of, however they write it', async () => {
    const spoken = { from: 'PEK', to: 'SHA', scheduledDeparture: start }
    const life = await begin(campaign('survey.answered', 'flight'))
    const answer = (occurredAt: string, id: string, of: object) =>
      life.hear('survey.answered', occurredAt, { id, nps: 2, flight: { ...spoken, ...of } })
    answer(later(1), 's1', { carrier: 'CA', flightNumber: '720' })
    answer(later(2), 's2', { carrier: 'CCA', flightNumber: '0720' })
    answer(later(3), 's3', { carrier: 'ca', flightNumber: 'CA720D', from: 'ｐｅｋ' })
    expect(entered(life)).toBe(1)
    answer(later(4), 's4', { carrier: 'CA', flightNumber: '721' })
    expect(entered(life)).toBe(2)
  })

  test('booking', async () => {
    const life = await begin(campaign('flight.completed', 'booking'))
    flight(life, later(1), '1501', 'f1')
    flight(life, later(2), '1502', 'f2')
    flight(life, later(3), '1503', 'f3', 'BBBBBB')
    expect(entered(life)).toBe(2)
  })

  test('booking: a PNR given out again is another one, and what was entered under the PNR alone is not entered again', async () => {
    const trip = (occurredAt: string, departsAt: string, id: string) => (life: Life) =>
      life.hear('booking.created', occurredAt, { id, pnr: 'AAAAAA', flights: [{ ...segment, departsAt }] })
    const life = await begin(campaign('booking.created', 'booking'))
    trip('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z', 'b1')(life)
    trip('2026-06-02T00:00:00Z', '2026-07-05T00:00:00Z', 'b2')(life)
    expect(entered(life)).toBe(1)
    trip('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z', 'b3')(life)
    expect(entered(life)).toBe(2)

    const before = await begin(campaign('flight.completed', 'booking'))
    flight(before, later(1), '1501', 'f1')
    trip(later(-2), later(3 * DAY), 'b1')(before)
    flight(before, later(2), '1502', 'f2')
    expect(entered(before)).toBe(1)
  })

  test('year: of the airline’s zone', async () => {
    const life = await begin(campaign('complaint.filed', 'year'))
    complain(life, '2026-06-01T00:00:00Z', 'C1')
    complain(life, '2026-12-31T23:59:59+08:00', 'C2')
    complain(life, '2027-01-01T00:00:00+08:00', 'C3')
    expect(entered(life)).toBe(2)
  })

  test('ever', async () => {
    const life = await begin(campaign('complaint.filed', 'ever'))
    complain(life, start, 'C1')
    complain(life, later(700 * DAY), 'C2')
    expect(entered(life)).toBe(1)
  })

  test('a time: not again within it, then again', async () => {
    const life = await begin(campaign('complaint.filed', '30d'))
    complain(life, start, 'C1')
    complain(life, later(30 * DAY - 1), 'C2')
    expect(entered(life)).toBe(1)
    complain(life, later(30 * DAY), 'C3')
    expect(entered(life)).toBe(2)
  })

  test('a time, on a birthday', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign('{ date: birthday }', '30d')] }), {
      birthDate: '1990-06-10',
    })
    life.liveUntil('2026-06-11T00:00:00Z')
    expect(entered(life)).toBe(1)
  })

  test('ever is remembered through more entries than are kept', async () => {
    const life = await begin(
      campaign('survey.answered', 'ever'),
      campaign('complaint.filed', 'event').replace('campaign: c', 'campaign: d'),
    )
    life.hear('survey.answered', start)
    for (let i = 1; i <= LIMITS.entries + 5; i++) {
      complain(life, later(i * HOUR), `C${i}`)
      life.outcome('task.opened', later(i * HOUR + 1), { taskId: 't' })
    }
    life.hear('survey.answered', later(100 * HOUR))
    expect(entered(life)).toBe(1)
  })
})

describe('beginning again', () => {
  const complaining = (guardrails: string) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, ${guardrails} }
steps: [{ wait: 2d }, { serviceTask: { title: Call } }]`
  const refused = (life: Life) => life.receipts.filter(({ outcome }) => outcome === 'notEntered')
  const entered = (life: Life) => life.told('c').filter((outcome) => outcome === 'entered').length

  test('each complaint has a journey of its own, unless the campaign says otherwise', async () => {
    for (const [guardrails, times] of [
      ['oncePer: complaint', 2],
      ['oncePer: complaint, overlap: false', 1],
    ] as const) {
      const life = await begin(complaining(guardrails))
      complain(life, start, 'C1')
      complain(life, later(HOUR), 'C2')
      expect(entered(life)).toBe(times)
      if (times === 1)
        expect(refused(life)[0]).toMatchObject({ gates: [{ gate: 'oncePer' }], reason: { is: 'oncePer.onTheWay' } })
      life.liveUntil(later(3 * DAY))
      while (life.member.pending.length > 0) life.outcome('task.opened', later(3 * DAY), { taskId: 't' })
      complain(life, later(4 * DAY), 'C3')
      expect(entered(life)).toBe(times + 1)
    }
  })

  test('who enters an audience again while still on the way does not begin again', async () => {
    const gold = 'audience: gold\nwho: { tier: gold }'
    const welcome = (more = '') =>
      `campaign: c\ntrigger: { audience: gold }\n${more}steps: [{ wait: 9d }, { serviceTask: { title: Call } }]`
    for (const [more, times] of [
      ['', 1],
      ['guardrails: { overlap: true }\n', 2],
    ] as const) {
      const life = arrive(await rulebookOf({ audiences: [gold], campaigns: [welcome(more)] }))
      for (const [day, tier] of ['gold', 'silver', 'gold'].entries())
        life.hear('member.updated', later(day * DAY), { tier })
      expect(entered(life)).toBe(times)
    }
  })

  test('so often within a time', async () => {
    const life = await begin(complaining('entries: 2 in 10d'))
    for (const [n, day] of [0, 3, 6, 10, 12, 13].entries()) complain(life, later(day * DAY), `C${n}`)
    expect(entered(life)).toBe(4)
    expect(refused(life).map(({ at: when, reason }) => [(when - at(start)) / DAY, reason])).toEqual([
      [6, { is: 'oncePer.entries', atMost: 2, window: 10 * DAY, frees: at(later(10 * DAY)) }],
      [12, { is: 'oncePer.entries', atMost: 2, window: 10 * DAY, frees: at(later(13 * DAY)) }],
    ])
  })

  test('is counted right though other campaigns are entered more often than is remembered', async () => {
    const other = complaining('').replace('campaign: c', 'campaign: d').replace('complaint.filed', 'survey.answered')
    const life = await begin(complaining('entries: 12 in 365d'), other.replace('{ wait: 2d }, ', ''))
    for (let n = 0; n < 12; n++) complain(life, later(n * HOUR), `C${n}`)
    for (let n = 0; n < LIMITS.entries + 9; n++) {
      life.hear('survey.answered', later(n * HOUR + 1))
      life.outcome('task.opened', later(n * HOUR + 2), { taskId: 't' }, 'serviceTask')
    }
    complain(life, later(200 * DAY), 'again')
    expect(entered(life)).toBe(12)
    expect(life.member.entries).toHaveLength(LIMITS.entries)
  })
})

describe('many journeys at once', () => {
  const waiting = (id: string, more = '') => `campaign: ${id}
trigger: survey.answered
steps: [{ wait: 9d }, { serviceTask: { title: Call } }]
${more}`

  test('are as many as the item has places for; then others are refused, with a receipt', async () => {
    const life = await begin(...Array.from({ length: LIMITS.journeys + 1 }, (_, n) => waiting(`c${n}`)))
    life.hear('survey.answered', start)
    expect(life.member.journeys).toHaveLength(LIMITS.journeys)
    expect(life.receipts.filter(({ outcome }) => outcome === 'notEntered')).toMatchObject([
      { gates: [{ gate: 'oncePer', answer: 'skip' }], reason: { is: 'oncePer.tooMany' } },
    ])
  })

  test('one that is over and only looked for its goal gives way, the oldest first', async () => {
    const over = `campaign: over
trigger: complaint.filed
steps: [{ wait: 1h }]
goal: { event: booking.created, within: 300d }`
    const life = await begin(over, ...Array.from({ length: LIMITS.journeys - 1 }, (_, n) => waiting(`c${n}`)))
    complain(life, start, 'C1')
    complain(life, later(HOUR), 'C2')
    life.liveUntil(later(3 * HOUR))
    life.hear('survey.answered', later(4 * HOUR))
    expect(life.member.journeys).toHaveLength(LIMITS.journeys)
    expect(life.member.journeys.filter(({ campaign }) => campaign === 'over')).toHaveLength(1)
    const givenUp = life.receipts.filter(({ reason }) => reason.is === 'journey.goalGivenUp')
    expect(givenUp).toMatchObject([{ campaign: 'over', outcome: 'ended', at: at(later(4 * HOUR)) }])
  })
})

describe('late events', () => {
  test('one that is older than the campaign cares for is folded and starts nothing', async () => {
    const life = await begin(apology('steps: [{ email: sorry }]'))
    complain(life, start, 'C1', later(DAY + 1))
    expect(life.actions).toEqual([])
    expect(life.member.complaints).toHaveLength(1)
    expect(life.receipts.at(-1)).toMatchObject({ outcome: 'notEntered', gates: [{ gate: 'fresh', answer: 'skip' }] })
    complain(life, later(DAY), 'C2', later(2 * DAY))
    expect(templates(life)).toEqual(['sorry'])
  })

  test('freshFor is the campaign’s own', async () => {
    const life = await begin(apology('steps: [{ email: sorry }]').replace('whileCaseOpen: true', 'freshFor: 2h'))
    complain(life, start, 'C1', later(2 * HOUR + 1))
    expect(life.told('c')).toEqual(['notEntered'])
  })
})

describe('priority', () => {
  const campaign = (id: string, priority: number, more = 'steps: [{ email: news }]') => `campaign: ${id}
priority: ${priority}
trigger: survey.answered
${more}`

  test('of two campaigns on one event the higher goes first, the other when that is out', async () => {
    const life = await begin(campaign('low', 10), campaign('high', 90))
    life.hear('survey.answered', start)
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
    expect(life.told('low')).toEqual(['entered', 'held'])
    life.outcome('email.sent', later(60_000))
    life.liveUntil(later(10 * 60_000))
    expect(life.actions.map((action) => action.campaign)).toEqual(['high', 'low'])
  })

  test('a campaign that an event begins goes before one that waited for it, where it has the higher priority', async () => {
    const waiting = campaign('low', 10, 'steps: [{ wait: { for: booking.created, atMost: 9d } }, { email: news }]')
    const begun = campaign('high', 90).replace('survey.answered', 'booking.created')
    const life = await begin(waiting, begun)
    life.hear('survey.answered', start)
    book(life, later(HOUR))
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
    expect(life.told('low')).toEqual(['entered', 'held'])
  })

  test('one that goes on by time goes before one that an audience begins at that instant', async () => {
    const quiet = 'audience: quiet\nwho: { lastFlight: { atLeast: 48h } }'
    const entering = `campaign: low\npriority: 10\ntrigger: { audience: quiet }\nsteps: [{ email: news }]`
    const waiting = campaign('high', 90, 'steps: [{ wait: 2d }, { email: news }]')
    const life = arrive(await rulebookOf({ audiences: [quiet], campaigns: [entering, waiting] }))
    life.hear('flight.completed', start, { ...segment, departsAt: undefined, scheduledDeparture: start, distanceKm: 1 })
    life.hear('survey.answered', start)
    life.liveUntil(later(2 * DAY))
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
    expect(life.told('low')).toEqual(['entered', 'held'])
  })

  test('at the end of the quiet hours the higher goes first, whoever came first', async () => {
    const settings = 'quietHours: 21:00-08:00'
    const campaigns = [campaign('low', 10), campaign('high', 90).replace('survey.answered', 'complaint.filed')]
    campaigns[1] += '\nguardrails: { whileCaseOpen: true }'
    const life = arrive(await rulebookOf({ settings, campaigns }))
    life.hear('survey.answered', '2026-06-01T22:00:00+08:00')
    complain(life, '2026-06-01T23:00:00+08:00')
    life.hear('complaint.resolved', '2026-06-01T23:30:00+08:00', { complaintId: 'C1', outcome: 'upheld' })
    life.liveUntil('2026-06-02T08:00:00+08:00')
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
  })
})

describe('the goal', () => {
  const campaign = apology('steps: [{ email: sorry }]\ngoal: { event: booking.created, within: 30d }')

  test('is noted once, within its time, after the steps are over', async () => {
    const life = await begin(campaign)
    complain(life)
    life.outcome('email.sent', later(1000))
    expect(life.member.journeys).toHaveLength(1)
    book(life, later(30 * DAY), 'AAAAAA')
    book(life, later(30 * DAY), 'BBBBBB')
    expect(life.told('c').filter((outcome) => outcome === 'goal')).toHaveLength(1)
    expect(life.member.journeys).toEqual([])
  })

  test('is not reached afterwards, or before', async () => {
    const life = await begin(campaign)
    complain(life)
    life.outcome('email.sent', later(1000))
    book(life, later(-1), 'AAAAAA', later(HOUR))
    book(life, later(30 * DAY + 1), 'BBBBBB')
    expect(life.told('c')).not.toContain('goal')
    expect(life.member.journeys).toEqual([])
  })
})

describe('the holdout', () => {
  const campaign = (holdout: string) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: ${holdout} }
budget: care
steps:
  - wait: 2h
  - compensation: { miles: 500, reason: care }
  - email: sorry
  - wait: { for: booking.created, atMost: 14d }
  - if: { happened: booking.created }
    then: [{ email: hello }]
    else: [{ upgradeOffer: { cabin: C, validFor: 7d } }, { email: offer }]
goal: { event: booking.created, within: 30d }`

  test.each([true, false])('walks the same way with nothing done; booked: %p', async (booked) => {
    const life = await begin(campaign('100%'))
    complain(life)
    life.liveUntil(later(3 * HOUR))
    if (booked) book(life, later(3 * DAY))
    life.liveUntil(later(20 * DAY))
    expect(life.actions).toEqual([])
    expect(life.member).toMatchObject({ pending: [], mails: [], offers: [], compensations: [] })
    const steps = life.receipts.filter(({ outcome }) => outcome === 'heldOut').map(({ kind }) => kind)
    expect(steps).toEqual(
      booked ? ['compensation', 'email', 'email'] : ['compensation', 'email', 'upgradeOffer', 'email'],
    )
    expect(life.told('c').filter((outcome) => outcome === 'goal')).toHaveLength(booked ? 1 : 0)
  })

  test('who would not have got it anyway is not counted among them', async () => {
    const life = await begin(campaign('100%'))
    life.hear('consent.changed', later(-1), { channel: 'email', granted: false })
    complain(life)
    life.liveUntil(later(3 * HOUR))
    expect(life.receipts.filter(({ kind }) => kind === 'email').map(({ outcome }) => outcome)).toEqual(['skipped'])
  })
})

describe('blackout days', () => {
  const campaign = apology('steps: [{ email: sorry }]')
  const dark = (more = '') => `blackouts: [{ name: a day of mourning, on: 2026-06-01${more} }]`

  test('hold a mail to their end, and then everything is asked again', async () => {
    for (const granted of [true, false]) {
      const life = arrive(await rulebookOf({ campaigns: [campaign], settings: dark() }))
      complain(life)
      life.hear('consent.changed', later(HOUR), { channel: 'email', granted })
      life.liveUntil('2026-06-01T23:59:00+08:00')
      expect(life.actions).toEqual([])
      life.liveUntil('2026-06-02T00:00:00+08:00')
      expect(life.told('c')).toEqual(granted ? ['entered', 'held', 'decided'] : ['entered', 'held', 'skipped', 'ended'])
    }
  })

  test('may leave it out instead', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign], settings: dark(', skip: true') }))
    complain(life)
    expect(life.told('c')).toEqual(['entered', 'skipped', 'ended'])
  })

  test('hold an offer with the mail that tells of it, which must not come after it has expired', async () => {
    const offered =
      'campaign: c\ntrigger: survey.answered\nsteps: [{ upgradeOffer: { cabin: C, validFor: 1d } }, { email: offer }]'
    const answered = (life: Life) => life.hear('survey.answered', start, { nps: 9 })
    const life = arrive(await rulebookOf({ campaigns: [offered], settings: dark() }))
    answered(life)
    expect(life.told('c')).toEqual(['entered', 'held'])
    life.liveUntil('2026-06-02T00:00:00+08:00')
    expect(life.member.pending).toMatchObject([
      { kind: 'upgradeOffer', plan: { expiresAt: at('2026-06-03T00:00:00+08:00') } },
    ])
    const alone = arrive(await rulebookOf({ campaigns: [offered.replace(', { email: offer }', '')], settings: dark() }))
    answered(alone)
    expect(alone.member.pending).toMatchObject([{ kind: 'upgradeOffer' }])
  })

  test('hold what they name beside', async () => {
    const paid = apology('budget: care\nsteps: [{ compensation: { miles: 5, reason: care } }]')
    for (const [more, told] of [
      ['', ['entered', 'decided']],
      [', holds: [compensation]', ['entered', 'held']],
      [', holds: [upgradeOffer]', ['entered', 'decided']],
    ] as const) {
      const life = arrive(await rulebookOf({ campaigns: [paid], settings: dark(more) }))
      complain(life)
      expect([more, life.told('c')]).toEqual([more, told])
    }
  })

  test('that are published later hold for those who are on their way, and at the claim', async () => {
    const before = await rulebookOf({ campaigns: [campaign] })
    const after = await rulebookOf({ campaigns: [campaign], settings: dark() })
    const waiting = arrive(await rulebookOf({ campaigns: [campaign.replace('[{ email', '[{ wait: 1h }, { email')] }))
    complain(waiting)
    waiting.rulebook = after
    waiting.liveUntil(later(HOUR))
    expect(waiting.told('c')).toEqual(['entered', 'held'])
    const decided = arrive(before)
    complain(decided)
    const [action] = decided.member.pending
    const claimed = (live: Rulebook) =>
      claim(decided.member, action!.actionId, before, nothingSpecial, at(later(HOUR)), live)
    expect(claimed(before)).toMatchObject({ claim: 'go' })
    expect(claimed(after)).toMatchObject({ claim: 'hold', gate: 'blackout', until: at('2026-06-02T00:00:00+08:00') })
  })
})

test('the holdout of all campaigns walks the same way with nothing done, its arm beside that of the campaign', async () => {
  const campaign = apology('budget: care\nsteps: [{ compensation: { miles: 5, reason: care } }, { email: sorry }]')
  const life = arrive(await rulebookOf({ campaigns: [campaign], settings: 'holdout: 100%' }))
  complain(life)
  expect(life.told('c')).toEqual(['entered', 'heldOut', 'heldOut', 'ended'])
  expect(life.actions).toEqual([])
  expect(life.receipts[1]!.gates!.at(-1)).toMatchObject({ gate: 'globalHoldout', answer: 'skip' })
})

describe('two versions of a rulebook', () => {
  let first: Rulebook
  let second: Rulebook
  beforeAll(async () => {
    first = await rulebookOf({ campaigns: [apology('steps: [{ wait: 1d }, { email: sorry }]')] })
    second = await rulebookOf({ campaigns: [apology('steps: [{ wait: 2d }, { email: news }]')] })
  })

  test('a journey ends on the version it began on; a new one begins on the new', () => {
    const life = arrive(first)
    complain(life, start, 'C1')
    life.rulebook = second
    complain(life, later(HOUR), 'C2')
    life.liveUntil(later(DAY))
    life.outcome('email.sent', later(DAY + 1))
    life.liveUntil(later(3 * DAY))
    expect(life.actions.filter(({ handovers }) => handovers === 1)).toMatchObject([
      { rulebook: first.version, plan: { template: 'sorry' } },
      { rulebook: second.version, plan: { template: 'news' } },
    ])
  })

  test('where the campaign is no more, its journeys still end', async () => {
    const life = arrive(first)
    complain(life)
    life.rulebook = await rulebookOf({})
    life.liveUntil(later(DAY))
    expect(templates(life)).toEqual(['sorry'])
  })
})

describe('audiences', () => {
  const regulars = 'audience: regulars\nwho: { flights: { inLast: 30d, atLeast: 2 } }'
  const campaign = (on: string, more = '') => `campaign: c
trigger: { audience: regulars, on: ${on}${more} }
steps: [{ email: hello }]`
  const fly = (life: Life, occurredAt: string) =>
    life.hear('flight.completed', occurredAt, {
      ...segment,
      departsAt: undefined,
      scheduledDeparture: occurredAt,
      distanceKm: 1000,
    })

  test('entering starts the campaign and is announced, leaving by time alone is noticed', async () => {
    const life = arrive(await rulebookOf({ audiences: [regulars], campaigns: [campaign('entered')] }))
    fly(life, start)
    const { announcements, entered } = fly(life, later(DAY))
    expect(entered).toEqual(['regulars'])
    expect(announcements).toMatchObject([
      { type: 'audience.entered', detail: { memberId: 'M1', audience: 'regulars' } },
    ])
    expect(templates(life)).toEqual(['hello'])
    life.outcome('email.sent', later(DAY + 1))
    life.liveUntil(later(40 * DAY))
    expect(life.member.audiences).toEqual({})
  })

  test('leaving starts a campaign too', async () => {
    const life = arrive(await rulebookOf({ audiences: [regulars], campaigns: [campaign('left')] }))
    fly(life, start)
    fly(life, later(DAY))
    expect(life.actions).toEqual([])
    life.liveUntil(later(35 * DAY))
    expect(templates(life)[0]).toBe('hello')
  })

  test('the first sight is a baseline: it starts nothing and announces nothing', async () => {
    const life = arrive(await rulebookOf({}))
    fly(life, start)
    fly(life, later(DAY))
    life.rulebook = await rulebookOf({ audiences: [regulars], campaigns: [campaign('entered')] })
    const { announcements } = life.wake(later(2 * DAY))
    expect(Object.keys(life.member.audiences)).toEqual(['regulars'])
    expect(announcements).toEqual([])
    expect(life.actions).toEqual([])
  })

  test('includeExisting takes those who are in, for that campaign alone', async () => {
    const life = arrive(await rulebookOf({}))
    fly(life, start)
    fly(life, later(DAY))
    const other = campaign('entered').replace('campaign: c', 'campaign: d')
    life.rulebook = await rulebookOf({
      audiences: [regulars],
      campaigns: [campaign('entered', ', includeExisting: true'), other],
    })
    life.wake(later(2 * DAY))
    expect(life.told('c')).toContain('entered')
    expect(life.told('d')).toEqual([])
  })
})

describe('birthdays', () => {
  const campaign = (more = '') => `campaign: c
trigger: { date: birthday${more} }
steps: [{ serviceTask: { title: Congratulate, detail: Now } }]`
  const entries = (life: Life) =>
    life.receipts.filter(({ outcome }) => outcome === 'entered').map((each) => new Date(each.at).toISOString())

  async function born(birthDate: string, until: string, more = '', profile: Record<string, unknown> = {}) {
    const life = arrive(await rulebookOf({ campaigns: [campaign(more)] }), { birthDate, ...profile })
    life.liveUntil(until)
    return entries(life)
  }

  test('at 09:00 of the member’s zone, once a year', async () => {
    const zoned = { timeZone: 'America/New_York' }
    expect(await born('1990-06-10', '2028-01-01T00:00:00Z', '', zoned)).toEqual([
      '2026-06-10T13:00:00.000Z',
      '2027-06-10T13:00:00.000Z',
    ])
  })

  test('without a zone, of the airline’s', async () => {
    expect(await born('1990-06-10', '2027-01-01T00:00:00Z', ', at: "10:30"', { timeZone: undefined })).toEqual([
      '2026-06-10T02:30:00.000Z',
    ])
  })

  test('who was born on 29 February has the 28th in other years', async () => {
    expect(await born('1992-02-29', '2029-01-01T00:00:00Z')).toEqual([
      '2026-02-28T01:00:00.000Z',
      '2027-02-28T01:00:00.000Z',
      '2028-02-29T01:00:00.000Z',
    ])
  })

  test('days before, over the turn of the year', async () => {
    expect(await born('1990-01-03', '2028-01-01T00:00:00Z', ', daysBefore: 7')).toEqual([
      '2026-12-27T01:00:00.000Z',
      '2027-12-27T01:00:00.000Z',
    ])
  })

  test('last year’s last day is still fresh in the first hours of the new one', async () => {
    const rulebook = await rulebookOf({ campaigns: [campaign(', at: "23:00"')] })
    const life = lifeOf(rulebook)
    life.tell(enrolled({ birthDate: '1990-12-31' }), '2027-01-01T10:00:00+08:00')
    expect(entries(life)).toHaveLength(1)
  })

  test('a move to another zone on the day itself brings no second one', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign()] }), { birthDate: '1990-06-10' })
    life.liveUntil('2026-06-10T02:00:00Z')
    life.hear('member.updated', '2026-06-10T03:00:00Z', { timeZone: 'America/New_York' })
    life.liveUntil('2026-06-12T00:00:00Z')
    expect(entries(life)).toHaveLength(1)
  })

  test('who is learnt of long after the day has to wait a year', async () => {
    const life = lifeOf(await rulebookOf({ campaigns: [campaign()] }))
    life.tell(enrolled({ birthDate: '1990-06-10' }), '2026-06-12T00:00:00Z')
    expect(entries(life)).toEqual([])
  })
})

describe('time that jumps', () => {
  const campaigns = [
    `campaign: a
trigger: complaint.filed
guardrails: { whileCaseOpen: true, quietHours: 21:00-08:00, holdout: 100% }
steps: [{ wait: 13h }, { email: sorry }, { wait: 5d }, { email: news }, { wait: 90m }, { email: hello }]`,
    `campaign: b
trigger: { audience: quiet, on: entered }
guardrails: { oncePer: 10d, holdout: 100% }
steps: [{ wait: 1d }, { email: offer }]`,
    `campaign: d
trigger: { date: birthday, daysBefore: 2 }
guardrails: { holdout: 100% }
steps: [{ email: hello }, { wait: { for: booking.created, atMost: 7d } }, { email: news }]`,
  ]
  campaigns.push(`campaign: e
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: 100% }
steps: [{ wait: 9d }, { email: sorry }, { wait: 50d }, { email: news }]
exitWhen: { lastFlight: { atLeast: 720h } }`)
  const audiences = ['audience: quiet\nwho: { lastFlight: { atLeast: 20d } }']

  test('forty days at once come to the same decisions as of the same instants as small steps', async () => {
    const rulebook = await rulebookOf({ campaigns, audiences })
    const lives = [0, 1, 2].map(() => {
      const life = arrive(rulebook, { birthDate: '1990-06-20' })
      life.hear('flight.completed', later(-DAY), {
        ...segment,
        departsAt: undefined,
        scheduledDeparture: start,
        distanceKm: 1000,
      })
      complain(life)
      return life
    })
    const [jump, steps, wakes] = lives as [Life, Life, Life]
    jump.wake(later(40 * DAY))
    for (let hour = 1; hour <= 40 * 24; hour += 7) steps.wake(later(hour * HOUR))
    steps.wake(later(40 * DAY))
    wakes.liveUntil(later(40 * DAY))
    expect(steps.receipts).toEqual(jump.receipts)
    expect(wakes.receipts).toEqual(jump.receipts)
    expect(jump.told('e')).toEqual(['entered', 'heldOut', 'exited'])
    expect(jump.receipts.length).toBeGreaterThan(12)
    expect(steps.member).toEqual(jump.member)
  })
})
