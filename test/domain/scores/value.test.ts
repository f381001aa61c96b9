import { describe, expect, test } from 'vitest'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import { addBookings } from '../../../shared/domain/member/bookings.ts'
import type { Flown, Member, OfferNote } from '../../../shared/domain/member/member.ts'
import { newMember } from '../../../shared/domain/member/new.ts'
import { SHIPPED_MODELS } from '../../../shared/domain/scores/models.ts'
import { learnUpgrade } from '../../../shared/domain/scores/upgrade/learn.ts'
import {
  faultOfUpgradeModel,
  SHIPPED_UPGRADE,
  upgradePropensity,
} from '../../../shared/domain/scores/upgrade/propensity.ts'
import { faultOfValueModel, SHIPPED_VALUE } from '../../../shared/domain/scores/value/group.ts'
import { ask, conditionOf, inAudience, memberWith, subjectAt } from '../../support/conditions.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-10-12T10:00:00+08:00')

const flown = (daysAgo: number, more: object = {}): Flown => ({
  ...{ at: NOW - daysAgo * DAY, eventId: `f${daysAgo}`, carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA' },
  ...{ date: calendarOf(ZONE).dateOf(NOW - daysAgo * DAY), cabin: 'Y', distanceKm: 1075 },
  ...more,
})
const every = (days: number, from: number, to: number, more: object = {}) =>
  Array.from({ length: Math.floor((to - from) / days) + 1 }, (_, i) => flown(from + i * days, more))
const observed = (source: object, member: Member, context = inAudience) =>
  conditionOf(source, context).observe(subjectAt(member, NOW, ZONE))[0]

describe('what a member is worth', () => {
  const group = (flights: Flown[], more: object = {}) =>
    observed({ valueGroup: { present: true } }, memberWith({}, { flights, ...more }))

  test('is high by how often they fly, or by what they pay', () => {
    expect(group(every(18, 5, 360))).toMatchObject({ value: 'high' })
    const paid = { fare: { amountMinor: 500_000, currency: 'CNY' } }
    // Four flights are 10 points, 20,000 yuan 50.
    expect(group([10, 100, 200, 300].map((days) => flown(days, paid)))).toMatchObject({ value: 'high' })
    expect(group([10, 100, 200, 300].map((days) => flown(days)))).toMatchObject({ value: 'ordinary' })
  })

  test('could be high: by the year before, or by the pace of late, and the receipt says by which', () => {
    const yearBefore = group(every(18, 370, 725))
    expect(yearBefore).toMatchObject({ value: 'potential', score: { model: 'shipped-1', asOf: '2026-10-12' } })
    expect(yearBefore!.score!.moved).toContainEqual(['yearBefore', 50])
    const pace = group(every(17, 3, 85))
    expect(pace).toMatchObject({ value: 'potential' })
    // Five flights in 90 days are 20.3 in a year.
    expect(pace!.score!.moved).toContainEqual(['pace', 50])
  })

  test('of thresholds that were edited is another question, also under the version of before', () => {
    const hash = (value: typeof SHIPPED_VALUE) =>
      conditionOf({ valueGroup: 'high' }, { ...inAudience, models: { ...SHIPPED_MODELS, value } }).hash
    expect(hash({ ...SHIPPED_VALUE, highFrom: 40 })).not.toBe(hash(SHIPPED_VALUE))
    expect(hash({ ...SHIPPED_VALUE })).toBe(hash(SHIPPED_VALUE))
  })

  test('changes on a day that is known', () => {
    const member = memberWith({}, { flights: every(17, 3, 85) })
    const condition = conditionOf({ valueGroup: 'potential' })
    const { answer, until } = ask(condition, member, NOW, ZONE)
    expect(answer).toBe(true)
    // The oldest of the five is of 71 days ago: it leaves the 90 days after 19 more, and 4 are too few.
    expect(calendarOf(ZONE).dateOf(until)).toBe('2026-11-01')
    expect(ask(condition, member, until, ZONE).answer).toBe(false)
  })

  test('is said of nobody who never flew or who objected', () => {
    expect(group([])).toMatchObject({ value: null })
    const objected = observed({ valueGroup: 'high' }, memberWith({ profiling: false }, { flights: every(10, 5, 360) }))
    expect(objected).toMatchObject({ value: null, score: { moved: [], unknown: 'objected' } })
  })

  test('goes by a model of one’s own, which is checked', () => {
    const value = { ...SHIPPED_VALUE, version: 'own', highFrom: 5 }
    const own = { ...inAudience, models: { ...SHIPPED_MODELS, value } }
    expect(
      observed({ valueGroup: 'high' }, memberWith({}, { flights: [5, 50].map((days) => flown(days)) }), own),
    ).toMatchObject({ value: 'high' })
    expect(faultOfValueModel(JSON.parse(JSON.stringify(value)))).toBeUndefined()
    expect(faultOfValueModel({ ...value, kind: 'tier' })).toContain('kind')
    expect(faultOfValueModel({ ...value, paceDays: 400 })).toContain('paceDays')
    expect(faultOfValueModel({ ...value, spend: { ...value.spend, currency: 'YUAN' } })).toContain('currency')
    expect(faultOfValueModel({ ...value, frequency: { weight: 50 } })).toContain('frequency')
  })
})

describe('who takes an upgrade', () => {
  const offer = (id: string, more: Partial<OfferNote>): OfferNote => ({
    ...{ offerId: id, campaign: 'c', cabin: 'C', issuedAt: NOW - 40 * DAY, expiresAt: NOW - 20 * DAY },
    ...more,
  })
  const offers = [offer('1', { acceptedAt: NOW - 30 * DAY }), offer('2', {}), offer('3', { expiresAt: NOW + DAY })]

  test('is not said before a model was learnt', () => {
    expect(observed({ upgradePropensity: { atLeast: 0 } }, memberWith({}, { offers }))).toMatchObject({ value: null })
  })

  test('goes by one’s own answers and by all members’, and changes when an offer ends', () => {
    const upgrade = { ...SHIPPED_UPGRADE, version: 'own', prior: { accepted: 1, declined: 9 } }
    const own = { ...inAudience, models: { ...SHIPPED_MODELS, upgrade } }
    const asked = { upgradePropensity: { atLeast: 0.16 } }
    expect(observed(asked, memberWith({}), own)).toMatchObject({ value: 0.1 })
    // One of two that are over: (1 + 1) / (10 + 2).
    expect(observed(asked, memberWith({}, { offers }), own)).toMatchObject({
      value: 0.1667,
      score: {
        model: 'own',
        moved: [
          ['offersTaken', 1],
          ['offersNotTaken', -1],
        ],
      },
    })
    expect(ask(conditionOf(asked, own), memberWith({}, { offers }), NOW, ZONE)).toEqual({
      answer: true,
      until: NOW + DAY,
    })
    expect(observed(asked, memberWith({ profiling: false }, { offers }), own)).toMatchObject({ value: null })
  })

  /** Members whose own chances are known: half of them 5 %, half 60 %, by a fixed sequence. */
  function answers(members: number, chances: readonly number[]) {
    let state = 42
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    return Array.from({ length: members }, (_, i) => ({
      memberId: `M${i}`,
      taken: Array.from({ length: 6 }, () => next() < chances[i % chances.length]!),
    }))
  }

  test('is learnt where members differ, and said to be of no use where they do not', () => {
    const differ = learnUpgrade(answers(600, [0.05, 0.6]))
    expect(differ.report.beatsConstant).toBe(true)
    expect(differ.report.logLoss).toBeLessThan(differ.report.constant)
    expect(faultOfUpgradeModel(differ.model)).toBeUndefined()
    const { prior } = differ.model
    const mean = upgradePropensity(prior!, { offers: 0, accepted: 0 })
    expect(mean).toBeGreaterThan(0.29)
    expect(mean).toBeLessThan(0.36)
    expect(upgradePropensity(prior!, { offers: 6, accepted: 0 })).toBeLessThan(mean / 2)
    expect(learnUpgrade(answers(600, [0.3])).report.beatsConstant).toBe(false)
    expect(faultOfUpgradeModel({ ...differ.model, prior: { accepted: 0 } })).toContain('prior')
  })
})

describe('habits', () => {
  test('the usual day of the week is that at the origin', () => {
    const flights = [flown(7), flown(14), flown(3)]
    expect(observed({ usualWeekday: 'monday' }, memberWith({}, { flights }))).toMatchObject({ value: 'monday' })
  })

  test('lead time and companions are the middle of three bookings or more', () => {
    const member = newMember('M1')
    const booking = (pnr: string, lead: number, travellers?: number) => {
      const at = NOW - 300 * DAY
      const segment = {
        carrier: 'CA',
        flightNumber: '1',
        from: 'PEK',
        to: 'SHA',
        departsAt: at + lead * DAY,
        cabin: 'Y' as const,
      }
      return { pnr, created: { at, eventId: pnr, flights: [segment], ...(travellers !== undefined && { travellers }) } }
    }
    addBookings(member, [booking('A', 2, 1), booking('B', 30, 3)])
    expect(observed({ usualLeadDays: { atMost: 5 } }, member)).toMatchObject({ value: null })
    addBookings(member, [booking('C', 4, 2), booking('D', 5)])
    expect(observed({ usualLeadDays: { atMost: 5 } }, member)).toMatchObject({ value: 4, holds: true })
    expect(observed({ usualCompanions: { atLeast: 1 } }, member)).toMatchObject({ value: 1, holds: true })
  })
})
