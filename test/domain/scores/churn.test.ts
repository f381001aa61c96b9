import { describe, expect, test } from 'vitest'
import { DAY } from '../../../shared/domain/calendar.ts'
import { CHURN_FEATURE_NAMES, returning } from '../../../shared/domain/scores/churn/features.ts'
import type { ChurnHistory } from '../../../shared/domain/scores/churn/history.ts'
import { basisOf, evaluateChurn, learnChurn, type Observed } from '../../../shared/domain/scores/churn/learn.ts'
import {
  type ChurnModel,
  churnReasons,
  churnRisk,
  faultOfChurnModel,
} from '../../../shared/domain/scores/churn/model.ts'

const CUTOFF = Date.UTC(2026, 6, 1)
const LOOKED = { cutoff: CUTOFF, horizonDays: 180 }

const quiet = { badComplaints: [], disruptions: [], downgrades: [], poorSurveys: [] }

function flew(
  repeats: number,
  firstDaysAgo: number,
  lastDaysAgo: number,
  more: Partial<ChurnHistory> = {},
): ChurnHistory {
  return { repeats, first: CUTOFF - firstDaysAgo * DAY, last: CUTOFF - lastDaysAgo * DAY, ...quiet, ...more }
}

/** Members of whom those with a complaint, and those who are silent for long, are lost more often; made by counting. */
function members(count: number): Observed[] {
  return Array.from({ length: count }, (_, i): Observed => {
    const silent = 10 + ((i * 37) % 300)
    const complained = i % 7 === 0
    const badComplaints = complained ? [CUTOFF - 30 * DAY] : []
    const lost = (i * 61) % 100 < (complained ? 45 : 0) + silent / 6
    return { memberId: `M${i}`, history: flew(1 + (i % 9), 700, silent, { badComplaints }), lost }
  })
}

const observed = members(1500)
const basis = basisOf(observed, LOOKED)
const model = learnChurn(observed, LOOKED, basis)

describe('the risk that a member does not fly again', () => {
  test('grows while they are silent, whatever was learned', () => {
    for (const history of [flew(0, 100, 100), flew(9, 700, 1), flew(40, 700, 200, { badComplaints: [CUTOFF] })]) {
      let before = 0
      for (let days = 0; days < 60; days++) {
        const risk = churnRisk(model, history, CUTOFF + days * DAY)
        expect(risk).toBeGreaterThanOrEqual(before)
        before = risk
      }
    }
    for (const name of CHURN_FEATURE_NAMES) {
      expect(model.features[name]?.weight ?? 0).toBeGreaterThanOrEqual(0)
    }
  })

  test('says what moved it, and forgets what is long ago', () => {
    const complained = flew(5, 700, 20, { badComplaints: [CUTOFF - 30 * DAY] })
    const without = { ...complained, badComplaints: [] }
    expect(churnRisk(model, complained, CUTOFF)).toBeGreaterThan(churnRisk(model, without, CUTOFF) + 0.1)
    expect(churnReasons(model, complained, CUTOFF)[0]).toMatchObject({ feature: 'badComplaints' })
    const later = CUTOFF + 400 * DAY
    expect(churnRisk(model, complained, later)).toBe(churnRisk(model, without, later))
    const sum = churnReasons(model, complained, CUTOFF).reduce((all, { by }) => all + by, model.intercept)
    expect(churnRisk(model, complained, CUTOFF)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 12)
  })

  test('by the lifetime model alone is one less the probability of a return', () => {
    const alone: ChurnModel = {
      ...model,
      ...{ intercept: 0, features: { unlikely: { weight: 1, usual: 0, varies: 1 } } },
    }
    const history = flew(5, 700, 60)
    expect(churnRisk(alone, history, CUTOFF)).toBeCloseTo(1 - returning(history, CUTOFF, basis), 12)
    const further = { ...basis, horizonDays: 365 }
    expect(returning(history, CUTOFF, further)).toBeGreaterThan(returning(history, CUTOFF, basis))
  })

  test('is plain data that a person can read, and is checked', () => {
    expect(model).toMatchObject({ kind: 'churn', trainedOn: { cutoff: '2026-07-01', members: 1500 }, horizonDays: 180 })
    expect(JSON.stringify(model).length).toBeLessThan(2000)
    expect(faultOfChurnModel(JSON.parse(JSON.stringify(model)))).toBeUndefined()
    expect(faultOfChurnModel({ ...model, kind: 'x' })).toContain('kind')
    expect(faultOfChurnModel({ ...model, features: { age: { weight: 1, usual: 0, varies: 1 } } })).toContain('"age"')
    expect(faultOfChurnModel({ ...model, features: { recency: { weight: -1, usual: 0, varies: 1 } } })).toContain(
      'fall',
    )
    expect(faultOfChurnModel({ ...model, alive: { r: 1 } })).toContain('alive')
    expect(faultOfChurnModel(undefined)).toBeDefined()
  })
})

describe('how good it is', () => {
  test('is judged on members that it did not learn from, and beats what is plainer where more is known', () => {
    const report = evaluateChurn(observed, LOOKED, basis)
    expect(report).toMatchObject({ n: 1500, positives: observed.filter(({ lost }) => lost).length })
    expect(report.auc).toBeGreaterThan(report.baselines.recency.auc!)
    expect(report.betterBy.recency.logLoss[0]).toBeGreaterThan(0)
    expect(report.baselines.constant.auc).toBe(0.5)
    expect(report.calibration.reduce((sum, { n }) => sum + n, 0)).toBe(1500)
    for (const { predicted, observed: seen } of report.calibration)
      expect(Math.abs(predicted - seen)).toBeLessThan(0.15)
  })

  test('does not depend on the order of members', () => {
    expect(evaluateChurn([...observed].reverse(), LOOKED, basis)).toEqual(evaluateChurn(observed, LOOKED, basis))
  })

  test('of chance is that of chance', () => {
    const chance = observed.map((each, i) => ({ ...each, lost: (i * 7919) % 13 < 4 }))
    const report = evaluateChurn(chance, LOOKED, basis)
    expect(report.betterBy.constant.logLoss[0]).toBeLessThan(0.002)
    expect(Math.abs(report.auc! - 0.5)).toBeLessThan(0.06)
  })

  test('of a handful of members, or of an outcome that nobody had, is told as far as it can be', () => {
    expect(evaluateChurn(observed.slice(0, 1), LOOKED, basis)).toMatchObject({ n: 1, auc: null })
    const stayed = observed.slice(0, 20).map((each) => ({ ...each, lost: false }))
    const report = evaluateChurn(stayed, LOOKED, basis)
    expect(report).toMatchObject({ n: 20, positives: 0, auc: null })
    expect(report.logLoss).toBeLessThan(0.01)
  })
})
