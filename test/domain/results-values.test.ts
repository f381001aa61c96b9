import { describe, expect, test } from 'vitest'
import { cohortsOf } from '../../shared/app/results/cohorts.ts'
import { recount } from '../../shared/app/results/recount.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { closesAt } from '../../shared/domain/results/cohort.ts'
import type { Outcome } from '../../shared/domain/results/outcome.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { countingIn, countReaction } from '../../shared/domain/targets/counted.ts'
import type { CountsByMonth } from '../../shared/domain/targets/counts.ts'
import { at, envelope, event } from '../support/events.ts'
import { arrive, complain, later, segment, start } from '../support/journeys.ts'
import type { Life } from '../support/life.ts'
import { reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What was counted is taken away as it was counted, whatever the rulebook says by then. */

const measure = (more: string) => `measure: { currency: CNY, ${more} }`
const values = 'rates: { EUR: 8 CNY }, mileValue: 0.07 CNY, mail: 0.30 CNY, upgrades: { C: 900 CNY }'
const otherValues = 'rates: { EUR: 7.5 CNY }, mileValue: 0.08 CNY, mail: 0.90 CNY, upgrades: { C: 700 CNY }'
const campaign = (steps: string, more = 'budget: care') => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: 0% }
goal: { event: booking.created, within: 30d }
${more}
steps: ${steps}`
const another = 'campaign: another\ntrigger: member.disrupted\nsteps: [email: sorry]'
const pays = '[compensation: { miles: 1001, reason: service-recovery }]'

const before = await rulebookOf({ campaigns: [campaign(pays)], settings: measure(values) })
const after: Record<string, Rulebook> = {
  'its campaign left': await rulebookOf({ campaigns: [another], settings: measure(values) }),
  'its campaign has no budget any more': await rulebookOf({
    campaigns: [campaign('[email: sorry]', '')],
    settings: measure(values),
  }),
  'a mile is worth something else': await rulebookOf({
    campaigns: [campaign(pays)],
    settings: measure(values),
    budget: 'mileValue: 0.09 CNY',
  }),
  'rates and values changed': await rulebookOf({ campaigns: [campaign(pays)], settings: measure(otherValues) }),
  'there are no rates and values any more': await rulebookOf({
    campaigns: [campaign(pays)],
    settings: measure('plannedMembers: 5000'),
  }),
  'revenue is made of flights': await rulebookOf({
    campaigns: [campaign(pays)],
    settings: measure(`${values}, revenueFrom: flights`),
  }),
}
const changes = Object.keys(after)

const begun = (rulebook: Rulebook = before): Life => {
  const life = arrive(rulebook)
  complain(life)
  return life
}
const outcome = ({ member }: Life): Outcome =>
  member.assigned.find(({ analysis }) => analysis.startsWith('c@'))!.outcome
/** As the item is stored between two events. */
const restored = (life: Life) => {
  const { memberId } = life.member
  life.become(decodeMember({ memberId, state: encodeMember(life.member) }))
}
const change = (life: Life, to: string) => {
  restored(life)
  life.rulebook = after[to]!
}
const own = (life: Life, type: string, ms: number, fields: Record<string, unknown>) =>
  life.tell(event(type, { id: `${type}-${ms}`, occurredAt: later(ms), memberId: 'M1', ...fields }, 'wingback'))
const grant = (life: Life, ms = HOUR, fields: Record<string, unknown> = {}) => {
  const { actionId } = life.member.pending[0]!
  const granted = { kind: 'miles', amount: 1001, basis: 'goodwill', cause: 'x', grantId: 'G1', campaign: 'c' }
  own(life, 'compensation.granted', ms, { actionId, ...granted, ...fields })
  return actionId
}
const reverse = (life: Life, actionId: string, ms = 2 * DAY) =>
  own(life, 'compensation.reversed', ms, { actionId, reason: { is: 'compensation.byHand', by: 'x' } })
const booking = (life: Life, ms: number, fare: Record<string, unknown>, pnr = 'AAAAAA') =>
  life.hear('booking.created', later(ms), { pnr, flights: [segment], fare })

describe.each(changes)('where %s', (to) => {
  test('a grant that is reversed costs nothing', () => {
    const life = begun()
    const actionId = grant(life)
    expect(outcome(life)).toEqual({ compensationMinor: 5005 })
    change(life, to)
    reverse(life, actionId)
    expect(outcome(life)).toEqual({})
  })

  test('a booking that is cancelled brought in nothing', () => {
    const life = begun()
    booking(life, DAY, { amount: 100, currency: 'EUR' })
    booking(life, DAY, { amount: 9, currency: 'USD' }, 'BBBBBB')
    booking(life, DAY, { amount: 50, currency: 'CNY' }, 'CCCCCC')
    expect(outcome(life)).toEqual({ goal: 1, bookings: 3, revenueMinor: 85000, leftOut: 1 })
    change(life, to)
    for (const pnr of ['AAAAAA', 'BBBBBB', 'CCCCCC']) life.hear('booking.cancelled', later(2 * DAY), { pnr })
    expect(outcome(life)).toEqual({})
  })

  test('one whose flight alone is changed brings in what it did', () => {
    const life = begun()
    booking(life, DAY, { amount: 100, currency: 'EUR' })
    change(life, to)
    const flights = [{ ...segment, departsAt: '2026-12-03T00:00:00Z' }]
    life.hear('booking.created', later(2 * DAY), { pnr: 'AAAAAA', flights })
    expect(outcome(life)).toEqual({ goal: 1, bookings: 1, revenueMinor: 80000 })
  })
})

test('an upgrade costs what it was worth when it was accepted', async () => {
  const steps = '[upgradeOffer: { cabin: C, validFor: 21d }]'
  const life = begun(await rulebookOf({ campaigns: [campaign(steps)], settings: measure(values) }))
  life.outcome('offer.issued', later(MINUTE), { offerId: 'O1', cabin: 'C', expiresAt: later(21 * DAY) })
  life.hear('offer.accepted', later(HOUR), { offerId: 'O1' })
  expect(outcome(life)).toEqual({ offersMinor: 90000 })
  change(life, 'rates and values changed')
  life.hear('offer.accepted', later(2 * HOUR), { offerId: 'O1' })
  booking(life, DAY, { amount: 1, currency: 'CNY' })
  expect(outcome(life)).toEqual({ goal: 1, bookings: 1, revenueMinor: 100, offersMinor: 90000 })
})

test('each mail costs what a mail cost when it was sent', async () => {
  const life = begun(
    await rulebookOf({ campaigns: [campaign('[email: sorry, email: hello]')], settings: measure(values) }),
  )
  life.outcome('email.sent', later(MINUTE), { messageId: 'm' })
  expect(outcome(life)).toEqual({ sent: 1, mailsMinor: 30 })
  change(life, 'rates and values changed')
  booking(life, DAY, { amount: 1, currency: 'CNY' })
  expect(outcome(life)).toMatchObject({ sent: 1, mailsMinor: 30 })
})

test('a fare that changes is counted by the rate of then, and the one before it as it was', () => {
  const life = begun()
  booking(life, DAY, { amount: 100, currency: 'EUR' })
  change(life, 'rates and values changed')
  booking(life, 2 * DAY, { amount: 120, currency: 'EUR' })
  expect(outcome(life)).toMatchObject({ revenueMinor: 90000 })
  change(life, 'there are no rates and values any more')
  booking(life, 3 * DAY, { amount: 130, currency: 'EUR' })
  expect(outcome(life)).toEqual({ goal: 1, bookings: 1, leftOut: 1 })
})

test('a grant costs what the ledger booked, whatever the rulebook made of it when it was told', () => {
  const life = begun()
  const actionId = grant(life, HOUR, { cost: { amountMinor: 4004, currency: 'CNY' } })
  expect(outcome(life)).toEqual({ compensationMinor: 4004 })
  reverse(life, actionId)
  expect(outcome(life)).toEqual({})
})

test.each(changes)('where %s, a month takes a grant away as it counted it', (to) => {
  const life = begun()
  const months: CountsByMonth = {}
  const { tell } = life
  life.tell = (told, now) => {
    const [member, { rulebook }] = [life.member, life]
    const reaction = tell(told, now)
    const counting = countingIn({ rulebook, rulebookOf: () => before, now: told.occurredAt })
    countReaction(months, member, reaction, told, counting)
    return reaction
  }
  const actionId = grant(life, HOUR, { cost: { amountMinor: 4004, currency: 'CNY' } })
  expect(months['2026-06']).toMatchObject({ 'granted.CNY': 4004 })
  change(life, to)
  reverse(life, actionId)
  expect(months['2026-06']!['granted.CNY'] ?? 0).toBe(0)
})

test('of items stored before, what is taken away is valued by the rulebook of then', () => {
  const life = begun()
  booking(life, DAY, { amount: 100, currency: 'EUR' })
  const { memberId } = life.member
  const { valued: _, ...stored } = JSON.parse(encodeMember(life.member))
  // Nor did they say of what revenue is made.
  stored.assigned[0][6] = 'CNY'
  life.become(decodeMember({ memberId, state: JSON.stringify(stored) }))
  expect(outcome(life)).toMatchObject({ revenueMinor: 80000 })
  life.hear('booking.cancelled', later(2 * DAY), { pnr: 'AAAAAA' })
  expect(outcome(life)).toEqual({})
})

test('no more is kept than what is kept of the things themselves', () => {
  const life = begun()
  for (let i = 0; i < 60; i++) booking(life, DAY, { amount: 100 + i, currency: 'EUR' }, `AAAA${10 + i}`)
  expect(Object.keys(life.member.valued)).toHaveLength(life.member.bookings.length)
  booking(life, DAY, { amount: 100, currency: 'CNY' }, 'CCCCCC')
  const kept = Object.keys(life.member.valued)
  expect(kept.length).toBeLessThanOrEqual(life.member.bookings.length)
  life.hear('member.erased', later(2 * DAY))
  expect(life.member.valued).toEqual({})
})

test('cards that were counted by different values are one, and nothing stays of what was taken back', async () => {
  const reactor = reactorOf(before, at(start))
  const take = async (type: string, memberId: string, ms: number, fields: Record<string, unknown> = {}) => {
    reactor.now = Math.max(reactor.now, at(later(ms)))
    await reactor.take([
      envelope(type, { id: `${type}-${memberId}-${ms}`, occurredAt: later(ms), memberId, ...fields }),
    ])
    await reactor.drain()
  }
  const euros = (amount: number, pnr: string) => ({ pnr, flights: [segment], fare: { amount, currency: 'EUR' } })
  for (const card of ['M1', 'M2']) {
    const consent = { email: true }
    await take('member.enrolled', card, -HOUR, { email: `${card.toLowerCase()}@example.com`, consent })
    await take('complaint.filed', card, card === 'M1' ? 0 : MINUTE, { complaintId: card, category: 'baggage' })
  }
  await take('booking.created', 'M1', HOUR, euros(100, 'AAAAAA'))
  await take('booking.created', 'M1', HOUR + 1, euros(200, 'BBBBBB'))
  reactor.publish(after['rates and values changed']!)
  await take('booking.created', 'M2', 2 * HOUR, euros(100, 'AAAAAA'))
  await take('booking.created', 'M2', 2 * HOUR + 1, euros(300, 'CCCCCC'))
  await take('member.merged', 'M1', DAY, { into: 'M2' })
  reactor.publish(after['its campaign left']!)
  for (const [i, pnr] of ['AAAAAA', 'BBBBBB', 'CCCCCC'].entries())
    await take('booking.cancelled', 'M2', 2 * DAY + i, { pnr })

  const [analysis] = await reactor.ports.results.analyses()
  const closed = closesAt('2026-06-02', analysis!) + HOUR
  const cohorts = await cohortsOf(analysis!, reactor.ports, { now: closed })
  const cells = cohorts.flatMap((cohort) => cohort.cells)
  expect(cells.map(({ members, revenue, counts }) => [members, revenue.outcome, counts.bookings])).toEqual([
    [1, 0n, 0n],
  ])
  expect((await recount(reactor.ports, { now: closed, repairs: false })).differences).toEqual([])
})
