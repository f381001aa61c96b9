import { describe, expect, test } from 'vitest'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import type { Flown, Member } from '../../../shared/domain/member/member.ts'
import {
  companyScore,
  faultOfCompanyModel,
  SHIPPED_COMPANIES,
} from '../../../shared/domain/scores/companies/companies.ts'
import { SHIPPED_MODELS } from '../../../shared/domain/scores/models.ts'
import { faultOfTierModel, SHIPPED_TIERS, tierOf, tierScoreOf } from '../../../shared/domain/scores/tier/tier.ts'
import { ask, conditionOf, inAudience, memberWith } from '../../support/conditions.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-10-12T10:00:00+08:00')
const FOREVER = Number.POSITIVE_INFINITY
const none = { F: 0, C: 0, W: 0, Y: 0 }

describe('the score of a tier', () => {
  test('is worked out by hand', () => {
    // 20 of 40 flights: 15. Ten in business and ten in economy count 10 of 20: 20. 40,000 of 80,000 km: 15.
    const flying = { flights: 20, distanceKm: 40_000, byCabin: { ...none, C: 10, Y: 10 } }
    expect(tierScoreOf(SHIPPED_TIERS, flying)).toBe(50)
    expect(tierOf(SHIPPED_TIERS, 50)).toBe('gold')
    expect(tierOf(SHIPPED_TIERS, 49.9)).toBe('silver')
    expect(tierScoreOf(SHIPPED_TIERS, { flights: 0, distanceKm: 0, byCabin: none })).toBe(0)
    expect(tierOf(SHIPPED_TIERS, 0)).toBe('member')
  })

  test('is full at some amount: one thing alone makes nobody platinum', () => {
    const flying = { flights: 500, distanceKm: 0, byCabin: none }
    expect(tierScoreOf(SHIPPED_TIERS, flying)).toBe(30)
    const all = { flights: 500, distanceKm: 1e6, byCabin: { ...none, F: 500 } }
    expect(tierScoreOf(SHIPPED_TIERS, all)).toBe(100)
  })

  test('a model of its own is checked', () => {
    expect(faultOfTierModel(JSON.parse(JSON.stringify(SHIPPED_TIERS)))).toBeUndefined()
    expect(faultOfTierModel({ ...SHIPPED_TIERS, kind: 'churn' })).toContain('kind')
    expect(faultOfTierModel({ ...SHIPPED_TIERS, flights: { weight: 30 } })).toContain('flights')
    expect(faultOfTierModel({ ...SHIPPED_TIERS, days: 1.5 })).toContain('days')
    expect(faultOfTierModel({ ...SHIPPED_TIERS, tiers: [{ name: 'gold', atLeast: 50 }] })).toContain('from 0 on')
    expect(faultOfTierModel(null)).toBeDefined()
  })
})

test('of a balance that has more flights of a cabin than are left in all, no more count than are left', () => {
  const opening = {
    ...{ asOf: '2026-09-30', flights: 5, distanceKm: 0, lastFlightOn: '2026-09-30', cabins: { ...none, Y: 5 } },
    spend: { amountMinor: 0, currency: 'CNY' },
  }
  const month = { month: '2026-09', flights: 4, distanceKm: 0, spendMinor: {}, cabins: { ...none, C: 4 } }
  const member = memberWith({ opening }, { flownByMonth: [month] })
  // Five flights: 3.75. Four in business and the one that is left in economy count 3.25 of 20: 6.5.
  expect(observed({ tierScore: { atLeast: 0 } }, member)).toMatchObject([{ value: 10.3 }])
})

test.each([
  [{ earnedTier: 'member' }, 'member'],
  [{ tierScore: { atLeast: 0 } }, 6.8],
])('a receipt of %j says the model, the day, and the points of each part', (who, value) => {
  const flight: Flown = {
    ...{ at: NOW - DAY, eventId: 'f', first: NOW - DAY, carrier: 'CA', flightNumber: '1501' },
    ...{ from: 'PEK', to: 'SHA', date: '2026-10-11', cabin: 'F', distanceKm: 10_667 },
  }
  const score = { model: 'shipped-1', asOf: '2026-10-12' }
  const moved = [
    ['distance', 4],
    ['cabins', 2],
    ['flights', 0.75],
  ]
  expect(observed(who, memberWith({}, { flights: [flight] }))).toMatchObject([{ value, score: { ...score, moved } }])
  const objected = { ...score, moved: [], unknown: 'objected' }
  expect(observed(who, memberWith({ profiling: false }, { flights: [flight] }))).toMatchObject([{ score: objected }])
})

function observed(who: object, member: Member) {
  return conditionOf(who).observe({ member, now: NOW, calendar: calendarOf(ZONE), until: NOW })
}

describe('a tier that is about to be lost', () => {
  const flown = (daysAgo: number): Flown => ({
    ...{ at: NOW - daysAgo * DAY, eventId: `f${daysAgo}`, first: NOW - daysAgo * DAY, carrier: 'CA' },
    ...{ flightNumber: '1501', from: 'PEK', to: 'SHA', date: '2026-01-01', cabin: 'C', distanceKm: 2000 },
  })
  const gold = memberWith({ tier: 'gold' }, { flights: Array.from({ length: 24 }, (_, i) => flown(10 + i * 14)) })
  const losing = { tier: 'gold', earnedTier: ['silver', 'member'] }

  test('is known on the day on which too many flights are a year ago', () => {
    const condition = conditionOf(losing)
    const { answer, until } = ask(condition, gold, NOW, ZONE)
    expect(answer).toBe(false)
    expect(ask(condition, gold, until - 1, ZONE).answer).toBe(false)
    expect(ask(condition, gold, until, ZONE).answer).toBe(true)
  })

  test('goes by the rulebook’s own model, and is of nobody who objected', () => {
    const easy = {
      ...SHIPPED_TIERS,
      version: 'easy',
      tiers: [
        { name: 'gold', atLeast: 1 },
        { name: 'member', atLeast: 0 },
      ],
    }
    const own = { ...inAudience, models: { ...SHIPPED_MODELS, tier: easy } }
    expect(ask(conditionOf({ earnedTier: 'gold' }, own), gold, NOW, ZONE)).toMatchObject({ answer: true })
    expect(conditionOf({ earnedTier: 'gold' }, own).hash).not.toBe(conditionOf({ earnedTier: 'gold' }).hash)
    const objected = memberWith({ tier: 'gold', profiling: false }, { flights: gold.flights })
    expect(ask(conditionOf(losing), objected, NOW, ZONE).answer).toBe(false)
    expect(ask(conditionOf({ tierScore: { atLeast: 0 } }), objected, NOW, ZONE).answer).toBe(false)
  })
})

describe('how far it is to a tier, and whether one will be lost', () => {
  const flown = (daysAgo: number): Flown => ({
    ...{ at: NOW - daysAgo * DAY, eventId: `f${daysAgo}`, first: NOW - daysAgo * DAY, carrier: 'CA' },
    ...{ flightNumber: '1501', from: 'PEK', to: 'SHA', date: '2026-01-01', cabin: 'C', distanceKm: 2000 },
  })
  // Each flight: 0.75 points for itself, 1.5 for its cabin, 0.75 for 2,000 km: 3 in all. 50 are gold.
  const flights = [10, 40, 70, 100, 130, 160, 190, 220, 250, 280, 310, 340, 350, 360].map(flown)
  const member = memberWith({ tier: 'silver' }, { flights })

  test('three flights are short of gold, and more as others leave the year until its end', () => {
    const asks = (more: object) => observed({ flightsToTier: { tier: 'gold', atLeast: 0, ...more } }, member)[0]
    // 14 flights are 42 points, 17 are 51.
    expect(asks({})).toMatchObject({ value: 3, score: { model: 'shipped-1', asOf: '2026-10-12' } })
    // By 31 December those of 310 days ago and earlier are a year old: 10 are left, 30 points.
    expect(asks({ during: 'this year' })).toMatchObject({ value: 7 })
    expect(asks({ inNext: '10d' })).toMatchObject({ value: 4 })
  })

  test('which no such flights reach is not known', () => {
    const economy = memberWith(
      {},
      { flights: flights.map((each) => ({ ...each, cabin: 'Y' as const, distanceKm: 0 })) },
    )
    expect(observed({ flightsToTier: { tier: 'platinum', atLeast: 0 } }, economy)).toMatchObject([{ value: null }])
    expect(observed({ flightsToTier: { tier: 'diamond', atLeast: 0 } }, member)).toMatchObject([{ value: null }])
  })

  test('is known to the day, though nothing happens', () => {
    const condition = conditionOf({ flightsToTier: { tier: 'gold', atLeast: 4 } })
    const { answer, until } = ask(condition, member, NOW, ZONE)
    expect(answer).toBe(false)
    // The flight of 360 days ago leaves the window after 365 days.
    expect(calendarOf(ZONE).dateOf(until)).toBe('2026-10-18')
    expect(ask(condition, member, until, ZONE).answer).toBe(true)
  })

  // Eight flights earn silver, at 24 points they do not: on the day on which the eighth-newest but one has left.
  const lost = { losesTier: { inNext: '60d', is: true } }
  test('silver is lost where too few flights will be left, and on the day of its validity where that is known', () => {
    const few = memberWith({ tier: 'silver' }, { flights: flights.slice(0, 9) })
    const condition = conditionOf(lost)
    const { answer, until } = ask(condition, few, NOW, ZONE)
    expect(answer).toBe(false)
    expect(ask(condition, few, until - 1, ZONE).answer).toBe(false)
    expect(ask(condition, few, until, ZONE).answer).toBe(true)
    const valid = (tierUntil: string) => memberWith({ tier: 'silver', tierUntil }, { flights: flights.slice(0, 9) })
    // On 31 December 2026 nine flights are there still: it is kept. On 30 November 2027 none is.
    expect(ask(condition, valid('2026-12-31'), NOW, ZONE)).toEqual({ answer: false, until: FOREVER })
    const later = ask(condition, valid('2027-11-30'), NOW, ZONE)
    expect(later.answer).toBe(false)
    expect(calendarOf(ZONE).dateOf(later.until)).toBe('2027-10-02')
  })

  test('by flying it goes by the validity of the standing', () => {
    const tier = { ...SHIPPED_TIERS, version: 'own', standing: { decides: 'flying' as const } }
    const own = { ...inAudience, models: { ...SHIPPED_MODELS, tier } }
    const until = calendarOf(ZONE).startOf('2026-12-01')
    const gold = memberWith({}, { flights, standing: { tier: 'gold', since: 0, until } })
    expect(ask(conditionOf(lost, own), gold, NOW, ZONE).answer).toBe(true)
    expect(ask(conditionOf({ tier: 'gold' }, own), gold, NOW, ZONE).answer).toBe(true)
    expect(conditionOf({ tier: 'gold' }, own).hash).not.toBe(conditionOf({ tier: 'gold' }).hash)
    expect(observed(lost, memberWith({ tier: 'gold', profiling: false }, { flights }))[0]).toMatchObject({
      value: null,
    })
  })
})

describe('what a company is', () => {
  const companies = { ...SHIPPED_COMPANIES, version: 'own', companies: { A: 50, B: 49.9 } }
  const own = { ...inAudience, models: { ...SHIPPED_MODELS, companies } }

  test('is half by central purchase, half by volume and miles', () => {
    const year = { companyId: 'A', centralPurchase: 0.8, trips: 500, distanceKm: 3_000_000 }
    // 40 of 50, 12.5 of 25, and the miles are full.
    expect(companyScore(SHIPPED_COMPANIES, year)).toBe(77.5)
  })

  test.each([
    ['A', 'keyAccount'],
    ['B', 'smallAndMedium'],
    ['C', null],
  ])('is known of the members of %s: %s', (companyId, value) => {
    const [use] = conditionOf({ companyClass: 'keyAccount' }, own).observe({
      member: memberWith({ companyId }),
      ...{ now: NOW, calendar: calendarOf(ZONE), until: NOW },
    })
    expect(use).toMatchObject({ value, holds: value === 'keyAccount' })
  })

  test('a model of its own is checked', () => {
    expect(faultOfCompanyModel(JSON.parse(JSON.stringify(companies)))).toBeUndefined()
    expect(faultOfCompanyModel({ ...companies, kind: 'tier' })).toContain('kind')
    expect(faultOfCompanyModel({ ...companies, full: { trips: 0, distanceKm: 1 } })).toContain('full')
    expect(faultOfCompanyModel({ ...companies, companies: { A: 'much' } })).toContain('companies')
  })
})
