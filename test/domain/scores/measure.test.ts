import { describe, expect, test } from 'vitest'
import { fitLogistic, sigmoid } from '../../../shared/domain/scores/fit/logistic.ts'
import {
  betterBy,
  calibrationOf,
  type Foreseen,
  qualityIntervals,
  qualityOf,
} from '../../../shared/domain/scores/measure/ranking.ts'

const foreseen = (...pairs: [predicted: number, happened: 0 | 1][]): Foreseen[] =>
  pairs.map(([predicted, happened]) => ({ predicted, happened: happened === 1 }))

describe('how good a score is', () => {
  test('AUC counts pairs, ties half; log-loss is the mean surprise', () => {
    const all = foreseen([0.9, 1], [0.4, 1], [0.4, 0], [0.1, 0])
    // Of four pairs three are right and one is a tie.
    expect(qualityOf(all).auc).toBe(0.875)
    expect(qualityOf(all).logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.6) + Math.log(0.9)) / 4, 12)
    expect(qualityOf(foreseen([0.2, 0], [0.9, 0])).auc).toBeNull()
    expect(Number.isFinite(qualityOf(foreseen([0, 1], [1, 0])).logLoss)).toBe(true)
  })

  test('the interval of the AUC is that of DeLong', () => {
    // By hand: with 5/6 and 2/3 for those with the outcome, 1, 1/2, 1 and … for those without.
    const all = foreseen([0.8, 1], [0.5, 1], [0.6, 0], [0.4, 0], [0.2, 0])
    const [withIt, without] = [
      [1, 2 / 3],
      [0.5, 1, 1],
    ]
    const variance = (values: number[]) => {
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length
      return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1)
    }
    const error = Math.sqrt(variance(withIt) / 2 + variance(without) / 3)
    const auc = 5 / 6
    expect(qualityOf(all).auc).toBeCloseTo(auc, 12)
    const [low, high] = qualityIntervals(all).auc!
    expect(low).toBeCloseTo(auc - 1.959964 * error, 5)
    expect(high).toBeCloseTo(auc + 1.959964 * error, 5)
  })

  test('two scores of the same people are compared person by person', () => {
    const one = foreseen([0.9, 1], [0.8, 1], [0.3, 0], [0.1, 0])
    const same = betterBy(one, one)
    expect(same.auc).toEqual([0, 0])
    expect(same.logLoss).toEqual([0, 0])
    const worse = one.map(({ happened }) => ({ predicted: 0.5, happened }))
    const { logLoss } = betterBy(one, worse)
    expect(logLoss[0]).toBeGreaterThan(0)
    expect(betterBy(worse, one).logLoss[1]).toBeLessThan(0)
  })

  test('calibration goes by people, from the least foreseen to the most', () => {
    const all = Array.from({ length: 100 }, (_, i) => ({ predicted: i / 100, happened: i % 2 === 0 }))
    const table = calibrationOf(all, 4)
    expect(table.map(({ n }) => n)).toEqual([25, 25, 25, 25])
    expect(table[0]!.predicted).toBeCloseTo(0.12, 12)
    expect(table[3]!.predicted).toBeCloseTo(0.87, 12)
    expect(calibrationOf(all.slice(0, 3)).map(({ n }) => n)).toEqual([1, 1, 1])
  })
})

describe('logistic regression', () => {
  test('of one feature that is yes or no has the log odds of the table', () => {
    // 30 of 100 with it, 10 of 100 without.
    const samples = [0, 1].flatMap((x) =>
      Array.from({ length: 100 }, (_, i) => ({ x: [x], happened: i < (x === 1 ? 30 : 10) })),
    )
    const { intercept, weights } = fitLogistic(samples, { ridge: 0 })
    expect(intercept).toBeCloseTo(Math.log(10 / 90), 6)
    expect(weights[0]).toBeCloseTo(Math.log(30 / 70) - Math.log(10 / 90), 6)
    expect(fitLogistic(samples, { ridge: 1000 }).weights[0]).toBeLessThan(weights[0]! / 2)
  })

  test('leaves out what may not speak against, and what says nothing', () => {
    const samples = Array.from({ length: 200 }, (_, i) => ({
      x: [i % 2, 0, (i % 3) - 1],
      happened: i % 2 === 0 && i % 3 > 0,
    }))
    const { weights } = fitLogistic(samples, { ridge: 1, notNegative: [true, false, false] })
    expect(weights[0]).toBe(0)
    expect(weights[1]).toBe(0)
    expect(weights[2]).not.toBe(0)
  })

  test('stays finite where everybody is alike, or told apart for sure', () => {
    const alike = Array.from({ length: 50 }, () => ({ x: [1], happened: true }))
    const { intercept, weights } = fitLogistic(alike, { ridge: 1 })
    expect(sigmoid(intercept + weights[0]!)).toBeGreaterThan(0.99)
    const apart = Array.from({ length: 50 }, (_, i) => ({ x: [i < 25 ? -1 : 1], happened: i >= 25 }))
    expect(Number.isFinite(fitLogistic(apart, { ridge: 1 }).weights[0])).toBe(true)
  })
})
