import { describe, expect, test } from 'vitest'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import type { Complaint, Flown, Member } from '../../../shared/domain/member/member.ts'
import { compileBundle } from '../../../shared/domain/rulebook/compile.ts'
import type { ChurnModel } from '../../../shared/domain/scores/churn/model.ts'
import { SHIPPED_CHURN } from '../../../shared/domain/scores/churn/shipped.ts'
import { SHIPPED_MODELS } from '../../../shared/domain/scores/models.ts'
import { ask, conditionOf, inAudience, memberWith, subjectAt } from '../../support/conditions.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-10-12T10:00:00+08:00')

/** A model in which everything counts. */
const FITTED: ChurnModel = {
  ...SHIPPED_CHURN,
  version: 'fitted',
  intercept: -0.5,
  features: {
    unlikely: { weight: 0.4, usual: 0.2, varies: 1 },
    silence: { weight: 0.3, usual: 1, varies: 0.8 },
    recency: { weight: 0.2, usual: 4, varies: 1 },
    seldom: { weight: 0.5, usual: 4.5, varies: 1 },
    badComplaints: { weight: 0.6, usual: 0.1, varies: 0.3 },
    disruptions: { weight: 0.4, usual: 0.2, varies: 0.5 },
    poorSurveys: { weight: 0.3, usual: 0.1, varies: 0.4 },
  },
}

const flown = (daysAgo: number): Flown => ({
  ...{
    at: NOW - daysAgo * DAY,
    eventId: `f${daysAgo}`,
    first: NOW - daysAgo * DAY,
    carrier: 'CA',
    flightNumber: '1501',
  },
  ...{ from: 'PEK', to: 'SHA', date: '2026-01-01', cabin: 'Y', distanceKm: 1000 },
})

const complaint = (daysAgo: number, id = `C${daysAgo}`): Complaint => ({
  complaintId: id,
  filed: { at: NOW - daysAgo * DAY, eventId: id, category: 'crew' },
})

function member(more: Partial<Member> = {}): Member {
  return memberWith({}, { flights: [20, 60, 100, 200, 300].map(flown), ...more })
}

const withModel = (churn: ChurnModel) => ({ ...inAudience, models: { ...SHIPPED_MODELS, churn } })

describe('churnRisk', () => {
  test('is answered until the day on which the answer changes, whichever way it goes', () => {
    const people = [
      member(),
      member({ complaints: [complaint(10), complaint(364)] }),
      member({
        complaints: [complaint(10)],
        surveys: [{ at: NOW - 300 * DAY, eventId: 's', nps: 2 }],
        disruptions: [
          {
            leg: 'CA1:PEK-SHA:2026-09-01',
            troubles: { delay: { at: NOW - 40 * DAY, eventId: 'd', first: NOW - 40 * DAY } },
            words: {},
          },
        ] as unknown as Member['disruptions'],
      }),
    ]
    let falls = 0
    for (const who of people) {
      for (const atLeast of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
        const condition = conditionOf({ churnRisk: { atLeast } }, withModel(FITTED))
        let now = NOW
        for (let turn = 0; turn < 4; turn++) {
          const { answer, until } = ask(condition, who, now, ZONE)
          if (until === Number.POSITIVE_INFINITY) break
          if (answer) falls += 1
          for (let at = now; at < until; at = Math.min(until, calendarOf(ZONE).addDays(at, 1))) {
            expect(ask(condition, who, at, ZONE).answer).toBe(answer)
          }
          expect(ask(condition, who, until - 1, ZONE).answer).toBe(answer)
          expect(ask(condition, who, until, ZONE).answer).toBe(!answer)
          now = until
        }
      }
    }
    // Complaints are forgotten after a year.
    expect(falls).toBeGreaterThan(0)
  })

  test('says in a receipt which model it is of, as of when, and what moved it', () => {
    const condition = conditionOf({ churnRisk: { atLeast: 0.5 } }, withModel(FITTED))
    const [use] = condition.observe(subjectAt(member({ complaints: [complaint(10)] }), NOW, ZONE))
    expect(use).toMatchObject({
      fact: 'churnRisk',
      asked: 'atLeast 0.5',
      score: { model: 'fitted', asOf: '2026-10-12' },
    })
    expect(use!.score!.moved[0]).toEqual(['badComplaints', 1.8])
    expect(use!.score!.moved).toHaveLength(3)
  })

  test('is not worked out of somebody who objected, and nobody is taken for at risk by it', () => {
    const objected = memberWith({ profiling: false }, { flights: [flown(300)] })
    for (const atLeast of [0, 0.5]) {
      expect(ask(conditionOf({ churnRisk: { atLeast } }), objected, NOW, ZONE).answer).toBe(false)
    }
    const condition = conditionOf({ churnRisk: { present: false } })
    expect(ask(condition, objected, NOW, ZONE).answer).toBe(true)
    expect(condition.observe(subjectAt(objected, NOW, ZONE))).toEqual([
      expect.objectContaining({ fact: 'churnRisk', value: null, asked: 'absent', holds: true }),
    ])
    expect(ask(condition, memberWith({ profiling: true }, { flights: [flown(300)] }), NOW, ZONE).answer).toBe(false)
    expect(ask(condition, memberWith({}), NOW, ZONE).answer).toBe(true)
  })

  test('of another model is another condition, also where nobody gave that another version', () => {
    const hash = (model: ChurnModel) => conditionOf({ churnRisk: { atLeast: 0.5 } }, withModel(model)).hash
    expect(hash(FITTED)).not.toBe(hash({ ...FITTED, intercept: 0.5 }))
    expect(hash(FITTED)).not.toBe(hash(SHIPPED_CHURN))
    expect(hash(FITTED)).toBe(hash({ ...FITTED }))
  })

  test('is not known of who objected or never flew, and a receipt says which', () => {
    const condition = conditionOf({ churnRisk: { atLeast: 0.5 } }, withModel(FITTED))
    const inReceipt = (who: Member) => condition.observe(subjectAt(who, NOW, ZONE))[0]
    const nothing = { value: null, score: { model: 'fitted', asOf: '2026-10-12', moved: [] } }
    const objected = memberWith({ profiling: false }, { flights: [flown(30)] })
    expect(inReceipt(objected)).toMatchObject({ ...nothing, score: { ...nothing.score, unknown: 'objected' } })
    expect(inReceipt(memberWith({}))).toMatchObject({ ...nothing, score: { ...nothing.score, unknown: 'neverFlown' } })
  })

  test('is no matter of who they are', () => {
    const condition = conditionOf({ churnRisk: { atLeast: 0 } }, withModel(FITTED))
    const riskOf = (profile: object) =>
      condition.observe(subjectAt(memberWith(profile, { flights: [flown(30)] }), NOW, ZONE))[0]!.value
    expect(riskOf({ gender: 'female', birthDate: '1950-01-01' })).toBe(
      riskOf({ gender: 'male', birthDate: '2000-01-01' }),
    )
  })
})

describe('a model in the rulebook', () => {
  const documents = {
    'wingback.yaml': {
      ...{ zone: ZONE, locale: 'en', mail: { from: 'a@example.com' }, holdoutSalt: 's', airline: { name: 'A' } },
    },
    'audiences/at-risk.yaml': { audience: 'at-risk', who: { churnRisk: { atLeast: 0.5 } } },
  }
  const bundle = (more: object) => ({ format: 1, documents: { ...documents, ...more }, templates: {} })
  const riskIn = (more: object) => {
    const compiled = compileBundle(bundle(more))
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
    return compiled.rulebook.audiences[0]!.condition.observe(subjectAt(member(), NOW, ZONE))[0]!
  }

  test('takes the place of the one that ships', () => {
    expect(riskIn({}).score!.model).toBe('shipped-1')
    const own = riskIn({ 'models/churn.json': FITTED })
    expect(own.score!.model).toBe('fitted')
    expect(own.value).not.toBe(riskIn({}).value)
  })

  test('that is none is told with its place', () => {
    const problems = (more: object) => {
      const compiled = compileBundle(bundle(more))
      return compiled.ok ? [] : compiled.problems.map(({ file, code, message }) => `${file} ${code} ${message}`)
    }
    expect(problems({ 'models/churn.json': { ...FITTED, alive: { r: 0 } } })).toEqual([
      'models/churn.json bad-value alive must have r, alpha, a and b, each above 0',
    ])
    expect(problems({ 'models/churn.json': { ...FITTED, horizonDays: 180.5 } })).toEqual([
      'models/churn.json bad-value horizonDays must be a whole number above 0',
    ])
    // It stands in each receipt.
    expect(problems({ 'models/churn.json': { ...FITTED, version: 'v'.repeat(65) } })).toEqual([
      'models/churn.json bad-value version must have at most 64 characters',
    ])
    expect(problems({ 'models/chrun.json': FITTED })).toEqual([
      'models/chrun.json misplaced-file not a model that conditions use',
    ])
  })
})
