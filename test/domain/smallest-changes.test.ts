import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, smallestChanges } from '../../shared/domain/audience/smallest-changes.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { conditionOf, memberWith, subjectAt } from '../support/conditions.ts'

const NOW = Date.parse('2026-10-15T10:00:00+08:00')
const ZONE = 'Asia/Shanghai'

/** Few facts with few values, so that brute force can try them all. */
interface Values {
  tier: string | null
  homeAirport: string | null
  consent: boolean | null
  surveys: number
  flights: number
}

const DOMAINS: { [K in keyof Values]: readonly Values[K][] } = {
  tier: ['gold', 'silver', 'zinc', null],
  homeAirport: ['PEK', 'SHA', 'CTU', null],
  consent: [true, false, null],
  surveys: [0],
  flights: [0, 1, 2, 3, 4, 5, 6],
}
const FACTS = ['tier', 'homeAirport', 'consent', 'flights'] as const

type Source = Record<string, unknown>

const leaves: fc.Arbitrary<Source> = fc.oneof(
  fc.constantFrom('gold', 'silver').map((tier) => ({ tier })),
  fc.constant({ tier: ['gold', 'silver'] }),
  fc.constantFrom('gold', 'silver').map((tier) => ({ tier: { isNot: tier } })),
  fc.constant({ tier: { present: true } }),
  fc.constantFrom('PEK', 'SHA').map((homeAirport) => ({ homeAirport })),
  fc.boolean().map((consent) => ({ consent })),
  fc.integer({ min: 1, max: 5 }).map((n) => ({ flights: { atLeast: n } })),
  fc.integer({ min: 0, max: 5 }).map((n) => ({ flights: { below: n + 1 } })),
  fc.integer({ min: 0, max: 3 }).map((n) => ({ flights: { between: [n, n + 2] } })),
  fc.integer({ min: 0, max: 4 }).map((n) => ({ flights: { isNot: n } })),
)

const conditions = fc.letrec<{ any: Source }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaves,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((part) => ({ not: part })),
  ),
})).any

const valuesOf: fc.Arbitrary<Values> = fc.record({
  tier: fc.constantFrom(...DOMAINS.tier),
  homeAirport: fc.constantFrom(...DOMAINS.homeAirport),
  consent: fc.constantFrom(...DOMAINS.consent),
  surveys: fc.constant(0),
  flights: fc.constantFrom(...DOMAINS.flights),
})

/** A member of whom these things are so. */
function memberOf({ tier, homeAirport, consent, flights }: Values): Member {
  const profile = {
    ...(tier !== null && { tier }),
    ...(homeAirport !== null && { homeAirport }),
    ...(consent !== null && { consentEmail: consent }),
  }
  return memberWith(profile, {
    flights: Array.from({ length: flights }, (_, i) => ({
      at: NOW - (i + 1) * 86_400_000,
      eventId: String(i),
      carrier: 'CA',
      flightNumber: '1',
      from: 'PEK',
      to: 'SHA',
      date: '2026-10-01',
      cabin: 'Y' as const,
      distanceKm: 1000,
    })),
  })
}

function holds(condition: ReturnType<typeof conditionOf>, values: Values): boolean {
  return condition.holds(subjectAt(memberOf(values), NOW, ZONE))
}

/** The values with the changes made, in each way that the changes allow. */
function changed(values: Values, way: readonly Change[]): Values {
  const after = { ...values }
  for (const { fact, value } of way) Object.assign(after, { [fact]: value === undefined ? 'zinc' : value })
  return after
}

function allWithin(values: Values, changes: number): Values[] {
  if (changes === 0) return [values]
  return allWithin(values, changes - 1).flatMap((each) =>
    FACTS.flatMap((fact) => DOMAINS[fact].map((value) => ({ ...each, [fact]: value }))),
  )
}

test('the changes that are told turn the answer, and no fewer do', () => {
  fc.assert(
    fc.property(conditions, valuesOf, (source, values) => {
      const condition = conditionOf(source)
      const subject = subjectAt(memberOf(values), NOW, ZONE)
      const answer = condition.holds(subject)
      const ways = smallestChanges(condition.shape, condition.observe(subject), !answer)!
      for (const way of ways) expect(holds(condition, changed(values, way))).toBe(!answer)
      const fewer = (ways[0]?.length ?? 3) - 1
      const turned = allWithin(values, Math.min(fewer, 2)).filter((each) => holds(condition, each) !== answer)
      expect(turned).toEqual([])
    }),
    { numRuns: 1_500 },
  )
})

describe('what is told', () => {
  const turnsOf = (source: Source, values: Partial<Values> = {}) => {
    const condition = conditionOf(source)
    const all = { tier: null, homeAirport: null, consent: null, surveys: 0, flights: 0, ...values }
    const subject = subjectAt(memberOf(all), NOW, ZONE)
    const ways = smallestChanges(condition.shape, condition.observe(subject), !condition.holds(subject))
    return ways?.map((way) => way.map(({ fact, to, by }) => ({ fact, ...to, ...(by !== undefined && { by }) })))
  }

  test.each<[string, Source, Partial<Values>, unknown]>([
    [
      'one of a list',
      { tier: ['gold', 'platinum'] },
      { tier: 'silver' },
      [[{ fact: 'tier', oneOf: ['gold', 'platinum'] }]],
    ],
    [
      'none of a list',
      { tier: ['gold', 'platinum'] },
      { tier: 'gold' },
      [[{ fact: 'tier', noneOf: ['gold', 'platinum'] }]],
    ],
    [
      'so many more',
      { flights: { inLast: '365d', atLeast: 6 } },
      { flights: 4 },
      [[{ fact: 'flights inLast 365d', atLeast: 6, by: 2 }]],
    ],
    ['so many fewer', { flights: { atLeast: 3 } }, { flights: 5 }, [[{ fact: 'flights', atMost: 2, by: 3 }]]],
    [
      'both that fail',
      { tier: 'gold', consent: true, flights: { atLeast: 1 } },
      { flights: 2 },
      [
        [
          { fact: 'tier', oneOf: ['gold'] },
          { fact: 'consent', oneOf: [true] },
        ],
      ],
    ],
    [
      'either of what would do',
      { any: [{ tier: 'gold' }, { consent: true }] },
      {},
      [[{ fact: 'tier', oneOf: ['gold'] }], [{ fact: 'consent', oneOf: [true] }]],
    ],
    [
      'a range that two parts make, as one change',
      { all: [{ flights: { atLeast: 2 } }, { not: { flights: { atLeast: 4 } } }] },
      { flights: 6 },
      [[{ fact: 'flights', atLeast: 2, atMost: 3, by: 3 }]],
    ],
    ['nothing where nothing does', { all: [{ tier: 'gold' }, { tier: 'silver' }] }, {}, []],
    ['that there were none', { tier: { present: true } }, { tier: 'gold' }, [[{ fact: 'tier', present: false }]]],
  ])('%s', (_, source, values, expected) => {
    expect(turnsOf(source, values)).toEqual(expected)
  })

  test('a difference of fractions as people would write it', () => {
    for (const atLeast of [0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99]) {
      const [[risk]] = turnsOf({ churnRisk: { atLeast } }, { flights: 3 }) as unknown as [[{ by: number }]]
      expect(String(risk.by)).toMatch(/^0\.\d{1,6}$/)
    }
  })

  test('money, durations and dates as people write them', () => {
    expect(turnsOf({ spend: { atLeast: '500 CNY' } })).toEqual([
      [{ fact: 'spend', atLeast: '500.00 CNY', by: '500.00 CNY' }],
    ])
    expect(turnsOf({ lastFlight: { atLeast: '30d' } }, { flights: 1 })).toEqual([
      [{ fact: 'lastFlight', atLeast: '30d', by: '29d' }],
    ])
    expect(turnsOf({ surveyRating: { above: 3 } })).toEqual([[{ fact: 'surveyRating', above: 3 }]])
  })

  test('nothing of facts that were kept of another condition', () => {
    const [one, other] = [conditionOf({ tier: 'gold', consent: true }), conditionOf({ tier: 'gold' })]
    expect(smallestChanges(one.shape, other.observe(subjectAt(memberWith({}), NOW, ZONE)), true)).toBeUndefined()
  })
})
