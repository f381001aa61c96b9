import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import type { Peeking } from '../../bench/peeking.ts'

/** In a process of its own: jest makes what counts in tight loops twenty times as slow. */
async function node(...args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, args)).stdout
}

test('somebody who looks every day is told of nothing that is not there, and finds what is', async () => {
  const script = "import { measurePeeking } from './bench/peeking.ts'; console.log(JSON.stringify(measurePeeking(100)))"
  const { falseAlarms, planted, asPlanned } = JSON.parse(await node('--input-type=module', '-e', script)) as Peeking
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
