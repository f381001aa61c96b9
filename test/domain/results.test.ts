import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import { isOutOf } from '../../shared/domain/campaign/gates/holdout.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { analysisOf } from '../../shared/domain/results/analysis.ts'
import { type Assignment, HELD_OUT, TREATED } from '../../shared/domain/results/assignment.ts'
import { cellsOf } from '../../shared/domain/results/cohort.ts'
import type { Outcome } from '../../shared/domain/results/outcome.ts'
import { event } from '../support/events.ts'
import { arrive, complain, later, segment, start } from '../support/journeys.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Assignments, and what comes of them in the member's item. */

const measure = `measure:
  currency: CNY
  rates: { EUR: 8 CNY, JPY: [{ from: 2026-01-01, value: 0.05 CNY }] }
  mail: 0.30 CNY
  upgrades: { C: 900 CNY }`

const campaign = (
  more = 'holdout: 0%',
  steps = '[email: sorry]',
  goal = 'goal: { event: booking.created, within: 30d }',
) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, ${more} }
${goal}
budget: care
steps: ${steps}`

const underway = async (written = campaign(), settings = measure): Promise<Life> => {
  const life = arrive(await rulebookOf({ campaigns: [written], settings }))
  complain(life)
  return life
}

const assigned = ({ member }: Life, analysis = 'c@'): Assignment | undefined =>
  member.assigned.find((each) => each.analysis.startsWith(analysis))
const outcome = (life: Life, analysis = 'c@'): Outcome => assigned(life, analysis)!.outcome
const send = (life: Life, at: string) => {
  const { actionId, rulebook } = life.member.pending[0]!
  const version = life.rulebook!.version === rulebook ? life.rulebook : undefined
  const claimed = claim(life.member, actionId, { rulebook: version, world: nothingSpecial, now: Date.parse(at) })
  if (claimed.claim !== 'go') throw new Error(claimed.claim)
  life.become(claimed.member)
  life.outcome('email.sent', at, { messageId: 'm' })
  return actionId
}
const paid = (amount: number, currency = 'CNY') => ({ fare: { amount, currency } })
const booking = (life: Life, ms: number, pnr: string, more = {}, now?: string) =>
  life.hear('booking.created', later(ms), { pnr, flights: [segment], ...more }, now)

describe('assignment', () => {
  test('is by the arm of the moment at which the holdout was asked, once, with what was known then', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign()], settings: measure }), { tier: 'gold' })
    life.hear('flight.completed', later(-30 * DAY), { ...flight, ...paid(500.1) })
    life.hear('flight.completed', later(-400 * DAY), { ...flight, scheduledDeparture: later(-400 * DAY), ...paid(9) })
    complain(life)
    const analysis = analysisOf(life.rulebook!.campaigns[0]!, life.rulebook!)
    const first: Assignment = {
      analysis: analysis.id,
      arm: TREATED,
      share: 0,
      at: Date.parse(start),
      until: Date.parse(start) + 30 * DAY,
      day: '2026-06-01',
      goalEvent: 'booking.created',
      currency: 'CNY',
      revenueFrom: 'bookings',
      tier: 'gold',
      before: { spendMinor: 50010, flights: 1 },
      outcome: {},
    }
    expect(assigned(life)).toEqual(first)
    complain(life, later(DAY), 'C2')
    expect(life.member.assigned).toHaveLength(1)
    expect(assigned(life)).toEqual({ ...first, outcome: { complaints: 1, complained: 1 } })
    expect(decodeMember({ memberId: 'M1', state: encodeMember(life.member) })).toEqual(life.member)
  })

  test('is not before everything else lets pass', async () => {
    const night = await underway(campaign('holdout: 100%, quietHours: 11:00-13:00'))
    expect(night.told('c')).toEqual(['entered', 'held'])
    expect(night.member.assigned).toEqual([])
    night.liveUntil(later(2 * HOUR))
    expect(assigned(night)).toMatchObject({ arm: HELD_OUT, at: Date.parse('2026-06-01T05:00:00Z') })

    const life = arrive(await rulebookOf({ campaigns: [campaign()] }), { consent: { email: false } })
    complain(life)
    expect(life.told('c')).toEqual(['entered', 'skipped', 'ended'])
    expect(life.member.assigned).toEqual([])
  })

  test('stands though the mail is kept back at the claim, or bounces', async () => {
    const life = await underway()
    life.outcome('action.skipped', later(MINUTE), { gate: 'frequencyCap', reason: { is: 'frequencyCap.reached' } })
    expect(assigned(life)).toMatchObject({ arm: TREATED, outcome: {} })
    const other = await underway()
    const actionId = send(other, later(MINUTE))
    const bounce = (at: string) =>
      other.tell(
        event(
          'email.bounced',
          { id: `b-${at}`, occurredAt: at, memberId: 'M1', actionId, permanent: true },
          'wingback',
        ),
      )
    bounce(later(2 * MINUTE))
    bounce(later(3 * MINUTE))
    expect(outcome(other)).toEqual({ sent: 1, bounced: 1, mailsMinor: 30 })
  })

  test('of those held out is in the arm of the holdout, and a changed share moves nobody', async () => {
    const held = await underway(campaign('holdout: 100%'))
    expect(held.actions).toEqual([])
    expect(assigned(held)).toMatchObject({ arm: HELD_OUT, share: 1 })
    held.rulebook = await rulebookOf({ campaigns: [campaign('holdout: 0%')], settings: measure })
    complain(held, later(DAY), 'C2')
    expect(held.actions).toEqual([])
    const [live] = held.rulebook.campaigns
    expect(isOutOf(held.member, live!, held.rulebook.settings)).toBe(true)
    expect(isOutOf({ ...held.member, assigned: [] }, live!, held.rulebook.settings)).toBe(false)

    const treated = await underway()
    treated.rulebook = await rulebookOf({ campaigns: [campaign('holdout: 100%')], settings: measure })
    treated.outcome('email.sent', later(MINUTE), { messageId: 'm' })
    complain(treated, later(DAY), 'C2')
    expect(treated.actions).toHaveLength(2)
    expect(assigned(treated)).toMatchObject({ arm: TREATED, share: 0 })
  })

  test('is anew where what is measured changes, in the same arm', async () => {
    const life = await underway(campaign('holdout: 100%'))
    const goal = 'goal: { event: booking.created, within: 60d }'
    life.rulebook = await rulebookOf({ campaigns: [campaign('holdout: 0%', undefined, goal)], settings: measure })
    complain(life, later(DAY), 'C2')
    expect(life.member.assigned.map(({ arm, until, at }) => [arm, (until - at) / DAY])).toEqual([
      [HELD_OUT, 30],
      [HELD_OUT, 60],
    ])
  })

  test('takes the arm of a split, also of one that is not reached yet, for good', async () => {
    const split = (share: string) => `
  - email: sorry
  - wait: 1d
  - split: words
    arms: [{ arm: short, share: ${share}, steps: [email: hello] }, { arm: long, steps: [email: news] }]`
    const life = await underway(campaign('holdout: 0%', split('99.9999%')))
    expect(assigned(life)).toMatchObject({ arm: 'short', arms: { words: 'short' }, armShares: { short: 0.999999 } })
    life.rulebook = await rulebookOf({ campaigns: [campaign('holdout: 0%', split('0.0001%'))], settings: measure })
    life.outcome('email.sent', later(MINUTE), { messageId: 'm' })
    life.liveUntil(later(2 * DAY))
    complain(life, later(3 * DAY), 'C2')
    life.outcome('email.sent', later(3 * DAY), { messageId: 'm' }, 'email')
    life.liveUntil(later(6 * DAY))
    expect(new Set(life.receipts.flatMap(({ arms }) => arms?.words ?? []))).toEqual(new Set(['short']))
  })

  test('measured anew, an arm that stands is expected by the shares it was drawn with', async () => {
    const split = (share: string) => `
  - email: sorry
  - split: words
    arms: [{ arm: short, share: ${share}, steps: [email: hello] }, { arm: long, steps: [email: news] }]`
    const life = await underway(campaign('holdout: 0%', split('90%')))
    const drawn = assigned(life)!.armShares
    for (const which of ['first', 'second']) life.outcome('email.sent', later(MINUTE), { messageId: which })
    const goal = 'goal: { event: booking.created, within: 60d }'
    life.rulebook = await rulebookOf({
      campaigns: [campaign('holdout: 0%', split('20%'), goal)],
      settings: measure,
    })
    complain(life, later(DAY), 'C2')
    expect(drawn).toEqual({ short: 0.9, long: expect.closeTo(0.1, 9) })
    expect(life.member.assigned.map(({ armShares }) => armShares)).toEqual([drawn, drawn])
    expect(decodeMember({ memberId: 'M1', state: encodeMember(life.member) }).assigned).toEqual(life.member.assigned)
  })

  test('has the arms of all splits, each with the shares it was drawn with', async () => {
    const splits = (words: string) => `
  - email: sorry
  - split: words
    arms: [{ arm: short, share: ${words}, steps: [email: hello] }, { arm: long, steps: [email: news] }]
  - split: hour
    arms: [{ arm: morning, share: 70%, steps: [email: hello] }, { arm: evening, steps: [email: news] }]`
    const life = await underway(campaign('holdout: 0%', splits('60%')))
    const { arm, arms, moreShares } = assigned(life)!
    expect(arms).toEqual({ words: arm, hour: expect.stringMatching(/^(morning|evening)$/) })
    expect(moreShares).toEqual({ hour: { morning: 0.7, evening: expect.closeTo(0.3, 9) } })
    const of = analysisOf(life.rulebook!.campaigns[0]!, life.rulebook!)
    expect(of.splits).toEqual([
      { split: 'words', arms: [HELD_OUT, 'short', 'long'] },
      { split: 'hour', arms: [HELD_OUT, 'morning', 'evening'] },
    ])
    expect(cellsOf(assigned(life)!).map((cell) => [cell.split, cell.arm, cell.members])).toEqual([
      ['', arm, 1],
      ['hour', arms!.hour, 1],
    ])
    expect(cellsOf({ ...assigned(life)!, arm: HELD_OUT }).map((cell) => cell.arm)).toEqual([HELD_OUT, HELD_OUT])

    // Measured anew with the splits in another order and other shares: the arms stand, and so does what was expected of them.
    const turned = `
  - email: sorry
  - split: hour
    arms: [{ arm: morning, share: 10%, steps: [email: hello] }, { arm: evening, steps: [email: news] }]
  - split: words
    arms: [{ arm: short, share: 5%, steps: [email: hello] }, { arm: long, steps: [email: news] }]`
    life.rulebook = await rulebookOf({ campaigns: [campaign('holdout: 0%', turned)], settings: measure })
    for (const messageId of ['a', 'b', 'c']) life.outcome('email.sent', later(MINUTE), { messageId })
    complain(life, later(3 * DAY), 'C2')
    const anew = life.member.assigned.at(-1)!
    expect(life.member.assigned).toHaveLength(2)
    expect(anew).toMatchObject({
      arm: arms!.hour,
      arms,
      armShares: { morning: 0.7 },
      moreShares: { words: { short: 0.6 } },
    })
    expect(decodeMember({ memberId: 'M1', state: encodeMember(life.member) }).assigned).toEqual(life.member.assigned)
  })

  test('of all marketing is a comparison of its own, by quarter; who is held out of all is in no other', async () => {
    const all = (share: string) => `${measure}\nholdout: ${share}`
    const out = await underway(campaign('holdout: 0%'), all('100%'))
    expect(out.member.assigned.map(({ analysis, arm }) => [analysis.slice(0, 10), arm])).toEqual([
      ['*@2026-Q2@', HELD_OUT],
    ])
    const life = await underway(campaign('holdout: 0%'), all('0.0001%'))
    send(life, later(MINUTE))
    complain(life, later(60 * DAY), 'C2')
    expect(life.member.assigned.map(({ analysis, arm }) => [analysis.split('@').slice(0, -1).join('@'), arm])).toEqual([
      ['*@2026-Q2', TREATED],
      ['c', TREATED],
      ['*@2026-Q3', TREATED],
    ])
    booking(life, 61 * DAY, 'AAAAAA')
    expect([outcome(life, '*@2026-Q2').goal, outcome(life, '*@2026-Q3').goal]).toEqual([undefined, 1])
  })

  test('of a service campaign has no holdout', async () => {
    const life = await underway('campaign: c\nclass: service\ntrigger: complaint.filed\nsteps: [email: sorry]')
    expect(assigned(life)).toMatchObject({ arm: TREATED, share: 0 })
    expect(analysisOf(life.rulebook!.campaigns[0]!, life.rulebook!)).toMatchObject({ arms: [TREATED] })
  })

  test('draws companions on one booking together', async () => {
    const written = `campaign: c
trigger: booking.created
guardrails: { holdout: 50%, holdoutBy: booking }
steps: [email: hello]`
    const rulebook = await rulebookOf({ campaigns: [written], settings: measure })
    const armOf = (memberId: string, pnr: string) => {
      const life = lifeOf(rulebook, memberId)
      const profile = { memberId, email: 'mei@example.com', consent: { email: true } }
      life.hear('member.enrolled', later(-HOUR), profile)
      life.hear('booking.created', start, { pnr, flights: [segment] })
      return assigned(life)!.arm
    }
    const pnrs = Array.from({ length: 40 }, (_, i) => `AAAA${10 + i}`)
    const pairs = pnrs.map((pnr) => [armOf('M1', pnr), armOf('M2', pnr)])
    expect(pairs.every(([a, b]) => a === b)).toBe(true)
    expect(new Set(pairs.map(([a]) => a)).size).toBe(2)
  })
})

const flight = {
  carrier: 'CA',
  flightNumber: '1501',
  from: 'PEK',
  to: 'SHA',
  scheduledDeparture: '2026-05-01T00:00:00Z',
  cabin: 'Y',
  distanceKm: 1000,
}

describe('what comes of it', () => {
  test('a booking in the window, once however often it is changed, and not once it is cancelled', async () => {
    const life = await underway()
    booking(life, -MINUTE, 'BEFORE', paid(1))
    booking(life, DAY, 'AAAAAA', paid(500))
    expect(outcome(life)).toEqual({ goal: 1, bookings: 1, revenueMinor: 50000 })
    booking(life, 2 * DAY, 'AAAAAA', paid(700.5))
    booking(life, 3 * DAY, 'BEFORE', paid(9))
    expect(outcome(life)).toEqual({ goal: 1, bookings: 1, revenueMinor: 70050 })
    booking(life, 30 * DAY, 'AFTERW', paid(1))
    life.hear('booking.cancelled', later(4 * DAY), { pnr: 'AAAAAA' })
    expect(outcome(life)).toEqual({})
  })

  test('amounts in other currencies at the rate of the day; without one they are left out, and that is said', async () => {
    const life = await underway()
    booking(life, DAY, 'AAAAAA', paid(100, 'EUR'))
    booking(life, DAY, 'BBBBBB', paid(1001, 'JPY'))
    booking(life, DAY, 'CCCCCC', paid(5, 'USD'))
    booking(life, DAY, 'DDDDDD')
    expect(outcome(life)).toEqual({ goal: 1, bookings: 4, revenueMinor: 80000 + 5005, leftOut: 1 })
  })

  test('flights, and their fares where revenue is made of those', async () => {
    const life = await underway(campaign(), `${measure}\n  revenueFrom: flights`)
    booking(life, DAY, 'AAAAAA', paid(500))
    life.hear('flight.completed', later(2 * DAY), { ...flight, ...paid(300) })
    life.hear('flight.completed', later(2 * DAY), { ...flight, ...paid(310) })
    expect(outcome(life)).toEqual({ goal: 1, bookings: 1, flights: 1, revenueMinor: 31000 })
  })

  test('another goal than a booking', async () => {
    const life = await underway(campaign('holdout: 0%', undefined, 'goal: { event: survey.answered, within: 2d }'))
    life.hear('survey.answered', later(DAY), { nps: 9 })
    life.hear('survey.answered', later(DAY + HOUR), { nps: 3 })
    life.hear('survey.answered', later(DAY + 2 * HOUR), { nps: 3 })
    life.hear('survey.answered', later(3 * DAY), { nps: 3 })
    expect(outcome(life)).toEqual({ goal: 1, npsAnswers: 3, npsBalance: -1 })
  })

  test('mails and what became of them, and harm', async () => {
    const life = await underway()
    const actionId = send(life, later(MINUTE))
    const report = (type: string, ms: number) =>
      life.tell(event(type, { id: `${type}-${ms}`, occurredAt: later(ms), memberId: 'M1', actionId }, 'wingback'))
    for (const type of ['email.delivered', 'email.opened', 'email.opened', 'email.clicked', 'email.complained'])
      report(type, HOUR)
    life.hear('consent.changed', later(2 * HOUR), { channel: 'email', granted: false })
    expect(outcome(life)).toEqual({
      sent: 1,
      delivered: 1,
      opened: 1,
      clicked: 1,
      spam: 1,
      unsubscribed: 1,
      mailsMinor: 30,
    })
  })

  test('compensation at the value of its miles, and a reversal takes the cost away', async () => {
    const life = await underway(campaign('holdout: 0%', '[compensation: { miles: 1001, reason: service-recovery }]'))
    const { actionId } = life.member.pending[0]!
    const granted = { kind: 'miles', amount: 1001, basis: 'goodwill', cause: 'x', grantId: 'G1', campaign: 'c' }
    const say = (type: string, ms: number, fields: Record<string, unknown>) =>
      life.tell(event(type, { id: type, occurredAt: later(ms), memberId: 'M1', actionId, ...fields }, 'wingback'))
    say('compensation.granted', HOUR, granted)
    expect(outcome(life)).toEqual({ compensationMinor: 5005 })
    say('compensation.reversed', 2 * DAY, { reason: { is: 'compensation.byHand', by: 'x' } })
    expect(outcome(life)).toEqual({})
  })

  test('late events count by when they happened', async () => {
    const life = await underway()
    booking(life, 29 * DAY, 'AAAAAA', paid(1), later(90 * DAY))
    expect(outcome(life)).toMatchObject({ goal: 1 })
    booking(life, 31 * DAY, 'BBBBBB', paid(1), later(90 * DAY))
    expect(outcome(life)).toMatchObject({ bookings: 1 })
  })

  test('is the same in any order, told again, and in any batches', async () => {
    const rulebook = await rulebookOf({ campaigns: [campaign()], settings: measure })
    type Told = [type: string, ms: number, fields: Record<string, unknown>]
    const told: Told[] = [
      ...['AAAAAA', 'BBBBBB'].flatMap((pnr): Told[] => [
        ['booking.created', DAY, { pnr, flights: [segment], ...paid(100) }],
        ['booking.created', 3 * DAY, { pnr, flights: [segment], ...paid(120, 'EUR') }],
        ['booking.cancelled', 5 * DAY, { pnr }],
        ['booking.created', 40 * DAY, { pnr, flights: [segment] }],
      ]),
      ['booking.created', -DAY, { pnr: 'BBBBBB', flights: [segment], ...paid(1) }],
      ['flight.completed', 2 * DAY, { ...flight, ...paid(300) }],
      ['flight.completed', 50 * DAY, { ...flight, ...paid(400) }],
      ['complaint.filed', 6 * DAY, { complaintId: 'C9', category: 'baggage' }],
      ['survey.answered', 7 * DAY, { nps: 10 }],
    ]
    const events = told.map(([type, ms, fields], i) =>
      event(type, { id: `e${i}`, occurredAt: later(ms), memberId: 'M1', ...fields }),
    )
    const played = (order: typeof events) => {
      const life = arrive(rulebook)
      complain(life)
      for (const each of order) life.tell(each, later(60 * DAY))
      return outcome(life)
    }
    const expected = played(events)
    expect(expected).toMatchObject({ complaints: 1, flights: 1 })
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => {
        expect(played(order)).toEqual(expected)
      }),
      { numRuns: 50, seed: 12 },
    )
  })
})
