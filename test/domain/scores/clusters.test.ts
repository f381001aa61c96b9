import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { fitClusters, readRows } from '../../../cli/fit/clusters.ts'
import { assigned, clustersOf, scaled, scaleOf } from '../../../shared/domain/scores/value/clusters.ts'
import { scoreTextsIn } from '../../../shared/domain/texts/scores.ts'
import { SHARED_DATA } from '../../support/shared-data.ts'

describe('groups of members who are alike', () => {
  /** Three heaps, far from each other. */
  const rows = Array.from({ length: 90 }, (_, i) => [(i % 3) * 10 + (i % 5) / 10, i % 3 === 1 ? 5 : -5 + (i % 7) / 10])

  test('are found where there are some, the same each time, the largest first', () => {
    const more = [...rows, [20.1, -5]]
    const { sizes, centres, of } = clustersOf(more, 3)
    expect(sizes).toEqual([31, 30, 30])
    expect(centres[0]![0]).toBeCloseTo(20.2, 1)
    expect(of[90]).toBe(0)
    expect(clustersOf(more, 3)).toEqual(clustersOf(more, 3))
  })

  test('go by how much a column varies, and not by its unit', () => {
    const metres = rows.map(([x, y]) => [x! * 1000, y!])
    const groups = (of: number[][]) => [...clustersOf(scaled(of, scaleOf(of)), 3).of]
    expect(groups(metres)).toEqual(groups(rows))
    expect(scaled([[1], [1]], scaleOf([[1], [1]]))).toEqual([[0], [0]])
  })

  test('assigning by hand', () => {
    const { of, sizes, inertia } = assigned([[0], [1], [4]], [[0], [5]])
    expect([...of]).toEqual([0, 0, 1])
    expect(sizes).toEqual([2, 1])
    expect(inertia).toBe(2)
  })

  test('more groups than there are kinds of members do no harm', () => {
    expect(clustersOf([[1], [1], [1]], 2).sizes.reduce((sum, size) => sum + size, 0)).toBe(3)
  })
})

interface Published {
  scaler: { mean: Record<string, number>; sd: Record<string, number> }
  published: { order: string[]; clusters: { size: number; centre: number[] }[] }
}

;(SHARED_DATA ? describe : describe.skip)('the five groups that were published of a Chinese airline', () => {
  test('the published centres give the published shares, and our own search the same structure', async () => {
    const text = await readFile(`${SHARED_DATA}/air-lrfmc.csv`, 'utf8')
    const [header, ...lines] = text
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const cell = (line: string[], name: string) => line[header!.indexOf(name)]!
    const kept = lines.filter((line) => cell(line, 'kept_62044') === '1')
    const rows = kept.map((line) => [
      Number(cell(line, 'L_floor30')),
      Number(cell(line, 'R_days')) / 30,
      ...['F_flights', 'M_km', 'C_discount'].map((name) => Number(cell(line, name))),
    ])
    const { scaler, published } = JSON.parse(
      await readFile(`${SHARED_DATA}/air-lrfmc-clusters.json`, 'utf8'),
    ) as Published
    const ofAll = ['L', 'R', 'F', 'M', 'C'] as const
    const z = scaled(rows, {
      means: ofAll.map((name) => scaler.mean[name]!),
      deviations: ofAll.map((name) => scaler.sd[name]!),
    })
    const all = published.clusters.reduce((sum, { size }) => sum + size, 0)
    const { sizes } = assigned(
      z,
      published.clusters.map(({ centre }) => centre),
    )
    for (const [i, { size }] of published.clusters.entries()) {
      expect(Math.abs(sizes[i]! / rows.length - size / all)).toBeLessThan(0.005)
    }
    const own = clustersOf(z, 5)
    for (const { size, centre } of published.clusters) {
      const nearest = assigned([centre], own.centres)
      expect(nearest.inertia).toBeLessThan(0.01)
      expect(Math.abs(own.sizes[nearest.of[0]!]! / rows.length - size / all)).toBeLessThan(0.01)
    }
  }, 300_000)

  test('and so does the command, from the raw columns', async () => {
    const { rows, leftOut } = await readRows(`${SHARED_DATA}/air-lrfmc.csv`, scoreTextsIn('en').columns)
    expect(rows.length + leftOut).toBe(50_385)
    const { clusters } = fitClusters(rows.slice(0, 5000), 5)
    expect(clusters.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  }, 300_000)
})
