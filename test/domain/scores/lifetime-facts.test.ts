import { describe, expect, test } from 'vitest'
import { smallestChanges } from '../../../shared/domain/audience/smallest-changes.ts'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import type { Flown, Member } from '../../../shared/domain/member/member.ts'
import { compileBundle } from '../../../shared/domain/rulebook/compile.ts'
import { faultOfLifetimeModel, SHIPPED_LIFETIME } from '../../../shared/domain/scores/lifetime/model.ts'
import { SHIPPED_MODELS } from '../../../shared/domain/scores/models.ts'
import { ask, conditionOf, inAudience, memberWith, subjectAt } from '../../support/conditions.ts'
import { TAUGHT, taught } from '../../support/lifetime.ts'

/** Whether a member is still there, how often they will fly, what they will pay: in conditions. */

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-10-12T10:00:00+08:00')

const flown = (daysAgo: number, amountMinor?: number): Flown => ({
  ...{ at: NOW - daysAgo * DAY, eventId: `f${daysAgo}`, first: NOW, carrier: 'CA', flightNumber: '1501' },
  ...{ from: 'PEK', to: 'SHA', date: '2026-01-01', cabin: 'Y', distanceKm: 1000 },
  ...(amountMinor !== undefined && { fare: { amountMinor, currency: 'CNY' } }),
})

function member(more: Partial<Member> = {}, profile = {}): Member {
  return memberWith(profile, { flights: [20, 60, 100, 200, 300].map((ago) => flown(ago, 80_000)), ...more })
}

const worthOf = (fact: string, who: Member, now = NOW) => {
  const currency = fact === 'lifetimeValue' ? { currency: 'CNY' } : {}
  return conditionOf({ [fact]: { present: true, ...currency } }, taught).observe(subjectAt(who, now, ZONE))[0]!
}
const FACTS = ['alive', 'expectedFlights', 'lifetimeValue']

describe('the facts of a lifetime', () => {
  test('fall while a member is silent, and are answered until the very day on which the answer changes', () => {
    const asked = [
      ...[0.9, 0.8, 0.6, 0.4, 0.2, 0.05].flatMap((x) => [{ alive: { atLeast: x } }, { alive: { atMost: x } }]),
      ...[5, 3, 1, 0.2, 0.01].map((x) => ({ expectedFlights: { atLeast: x } })),
      ...['4000 CNY', '2000 CNY', '500 CNY', '10 CNY'].map((x) => ({ lifetimeValue: { atLeast: x } })),
    ]
    let changes = 0
    for (const source of asked) {
      const condition = conditionOf(source, taught)
      const { answer, until } = ask(condition, member(), NOW, ZONE)
      const calendar = calendarOf(ZONE)
      let day = calendar.addDays(NOW, 1)
      for (; day < NOW + 2500 * DAY && ask(condition, member(), day, ZONE).answer === answer; )
        day = calendar.addDays(day, 1)
      if (until === Number.POSITIVE_INFINITY || until > NOW + 2500 * DAY) continue
      changes += 1
      expect(until).toBe(day)
      expect(ask(condition, member(), until - 1, ZONE).answer).toBe(answer)
      expect(ask(condition, member(), until, ZONE).answer).toBe(!answer)
    }
    expect(changes).toBeGreaterThan(10)
  })

  test('never rise in silence', () => {
    for (const fact of FACTS) {
      const seen = Array.from({ length: 60 }, (_, i) => worthOf(fact, member(), NOW + i * 30 * DAY).value)
      const numbers = seen.map((value) => Number.parseFloat(String(value)))
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
      expect(numbers[0]).toBeGreaterThan(numbers.at(-1)!)
    }
  })

  test('look at the 24 months up to the last flight, as an opening balance covers, and no further back', () => {
    const recent = [20, 60, 100].map((ago) => flown(ago, 80_000))
    const long = [...recent, ...[800, 900, 1000, 1400].map((ago) => flown(ago, 900_000))]
    for (const fact of FACTS) {
      expect(worthOf(fact, member({ flights: long })).value).toEqual(worthOf(fact, member({ flights: recent })).value)
    }
  })

  test('take a balance for what it is, flights of 24 months, where its first flight is the first of a life', () => {
    const brought = (firstFlightOn: string, asOf = '2026-10-01') => {
      const spend = { amountMinor: 1_600_000, currency: 'CNY' }
      const opening = { asOf, flights: 20, distanceKm: 20_000, spend, firstFlightOn, lastFlightOn: '2026-09-20' }
      return memberWith({ opening })
    }
    for (const fact of [...FACTS, 'churnRisk']) {
      const { value } = worthOf(fact, brought('2024-10-01'))
      expect(value).not.toBeNull()
      expect(worthOf(fact, brought('2006-11-02')).value).toEqual(value)
    }
    const during = conditionOf({ flights: { inLast: '365d', atLeast: 10 } })
    expect(ask(during, brought('2006-11-02'), NOW, ZONE).answer).toBe(true)
  })

  test('stay numbers however often and long ago a member flew', () => {
    const often = Array.from({ length: 64 }, (_, i) => flown(i, 80_000))
    const flownByMonth = Array.from({ length: 23 }, (_, i) => ({
      ...{ month: `202${i < 11 ? 4 : 5}-${String((i % 12) + 1).padStart(2, '0')}`, flights: 60, distanceKm: 6e4 },
      ...{ spendMinor: { CNY: 4_000_000 }, cabins: { F: 0, C: 0, W: 0, Y: 60 } },
    }))
    for (const later of [0, 1, 30, 400, 4000, 40_000]) {
      for (const fact of FACTS) {
        const { value } = worthOf(fact, member({ flights: often, flownByMonth }), NOW + later * DAY)
        expect(Number.isFinite(Number.parseFloat(String(value)))).toBe(true)
      }
    }
  })

  test('say in a receipt which model they are of, as of when, and what moved them', () => {
    const { score: alive } = worthOf('alive', member())
    expect(alive).toMatchObject({ model: 'taught', asOf: '2026-10-12' })
    const { value } = worthOf('alive', member())
    // The parts are the log odds.
    const odds = alive!.moved.reduce((sum, [, by]) => sum + by, 0)
    expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(value as number, 2)
    expect(Object.fromEntries(alive!.moved)).toMatchObject({ silentSince: expect.any(Number) })
    const { score: worth } = worthOf('lifetimeValue', member())
    expect(worth!.moved.map(([part]) => part).sort()).toEqual(['ownFare', 'ownPace', 'stillThere'])
  })

  test('are not known where there is no ground for them, and say why', () => {
    const why = (fact: string, who: Member) => {
      const { value, score } = worthOf(fact, who)
      return [value, score?.unknown]
    }
    for (const fact of FACTS) {
      expect(why(fact, member({}, { profiling: false }))).toEqual([null, 'objected'])
      expect(why(fact, memberWith({}))).toEqual([null, 'neverFlown'])
    }
    // BG/NBD takes everybody to be there who flew once.
    expect(why('alive', member({ flights: [flown(900)] }))).toEqual([null, 'flownOnce'])
    expect(why('expectedFlights', member({ flights: [flown(900)] }))).toEqual([expect.any(Number), undefined])
    expect(why('lifetimeValue', member({ flights: [flown(20), flown(60)] }))).toEqual([null, 'noFares'])
    const dollars = { ...flown(20), fare: { amountMinor: 90_000, currency: 'USD' } }
    expect(why('lifetimeValue', member({ flights: [dollars] }))).toEqual([null, 'noFares'])
  })

  test('are not known before an airline has learned its own: no parameters ship', () => {
    const condition = conditionOf({ alive: { present: false } })
    expect(ask(condition, member(), NOW, ZONE)).toEqual({ answer: true, until: Number.POSITIVE_INFINITY })
    expect(condition.observe(subjectAt(member(), NOW, ZONE))[0]).toMatchObject({
      value: null,
      score: { model: 'shipped-1', unknown: 'noModel' },
    })
    for (const atLeast of [0, 0.5])
      expect(ask(conditionOf({ alive: { atLeast } }), member(), NOW, ZONE).answer).toBe(false)
  })

  test('say what would have changed an answer', () => {
    const condition = conditionOf({ alive: { atMost: 0.5 } }, taught)
    const uses = condition.observe(subjectAt(member(), NOW, ZONE))
    const change = smallestChanges(condition.shape, uses, true)![0]![0]!
    expect(change).toMatchObject({ fact: 'alive', to: { atMost: 0.5 }, value: 0.5 })
    expect(change.by).toBeCloseTo((uses[0]!.value as number) - 0.5, 6)
  })

  test('of another model are other conditions', () => {
    const hash = (lifetime: typeof TAUGHT) =>
      conditionOf({ alive: { atMost: 0.5 } }, { ...inAudience, models: { ...SHIPPED_MODELS, lifetime } }).hash
    expect(hash(TAUGHT)).not.toBe(hash({ ...TAUGHT, version: 'other' }))
  })

  test('ask for money in the currency of the model alone', () => {
    expect(() => conditionOf({ lifetimeValue: { atLeast: '5000 EUR' } }, taught)).toThrow('wrong-unit')
    expect(() => conditionOf({ lifetimeValue: { present: true, currency: 'EUR' } }, taught)).toThrow('wrong-unit')
    expect(ask(conditionOf({ lifetimeValue: true }, taught), member(), NOW, ZONE).answer).toBe(true)
  })
})

describe('models/lifetime.json', () => {
  const documents = {
    'wingback.yaml': {
      ...{ zone: ZONE, locale: 'en', mail: { from: 'a@example.com' }, holdoutSalt: 's', airline: { name: 'A' } },
    },
    'audiences/gone.yaml': { audience: 'gone', who: { alive: { atMost: 0.5 } } },
  }
  const compiled = (more: object) =>
    compileBundle({ format: 1, documents: { ...documents, ...more }, templates: {} } as never)

  test('is part of the rulebook', () => {
    const with_ = compiled({ 'models/lifetime.json': TAUGHT })
    if (!with_.ok) throw new Error(JSON.stringify(with_.problems))
    const { condition } = with_.rulebook.audiences[0]!
    expect(condition.observe(subjectAt(member(), NOW, ZONE))[0]!.score!.model).toBe('taught')
    const without = compiled({})
    expect(without.ok).toBe(true)
  })

  test.each([
    [{ ...TAUGHT, kind: 'churn' }, 'kind must be "lifetime": is it a model of something else?'],
    [{ ...TAUGHT, version: undefined }, 'version is missing'],
    [{ ...TAUGHT, visits: { r: 1 } }, 'visits must be null, or have r, alpha, a and b, each above 0'],
    [{ ...TAUGHT, visits: { ...TAUGHT.visits, r: 601 } }, 'visits: r / alpha is how often members fly a day'],
    [{ ...TAUGHT, spend: { p: 1, q: 1, gamma: 2, currency: 'CNY' } }, 'spend: q must be above 1'],
    [{ ...TAUGHT, spend: { ...TAUGHT.spend, currency: 'yuan' } }, 'spend: currency must be one of ISO 4217'],
    [{ ...TAUGHT, discountRate: 1 }, 'discountRate must be a number from 0 to below 1'],
  ])('that is none is told with its place: %#', (model, fault) => {
    const result = compiled({ 'models/lifetime.json': model })
    const problems = result.ok ? [] : result.problems.map(({ file, message }) => `${file} ${message}`)
    expect(problems).toEqual([expect.stringContaining(`models/lifetime.json ${fault}`)])
  })

  test('that ships is a model, and says nothing', () => {
    expect(faultOfLifetimeModel(SHIPPED_LIFETIME)).toBeUndefined()
    expect(SHIPPED_LIFETIME.visits).toBeNull()
  })
})
