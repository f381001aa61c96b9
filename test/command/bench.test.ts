import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { measurePeeking } from '../../bench/peeking.ts'

async function node(...args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, args)).stdout
}

test('somebody who looks every day is told of nothing that is not there, and finds what is', () => {
  const { falseAlarms, planted, asPlanned } = measurePeeking(100)
  for (const { told, covered } of falseAlarms) {
    expect(told).toBeLessThanOrEqual(0.05)
    expect(covered.cautious).toBeGreaterThanOrEqual(0.95)
  }
  for (const { outcome, found, wrongWay, covered } of planted) {
    expect(wrongWay).toBe(0)
    expect(covered.cautious).toBeGreaterThanOrEqual(0.95)
    if (outcome === 'goal') expect(found).toBeGreaterThanOrEqual(0.95)
  }
  for (const { found } of asPlanned) expect(found).toBeGreaterThan(0.7)
  // What it is for: the usual test, asked every day, is wrong of a third of the campaigns or more.
  expect(Math.min(...falseAlarms.map(({ usualTest }) => usualTest))).toBeGreaterThan(0.3)
})

test('npm run bench says which measures there are', async () => {
  await expect(node('bench/all.ts', '--only', 'peking')).rejects.toThrow(
    'there is no measure "peking": there are throughput',
  )
})
