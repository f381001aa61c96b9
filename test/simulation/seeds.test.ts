import { expect, test } from 'vitest'
import { runSeed } from './run.ts'
import { failedOnce } from './seeds.ts'

/** Few seeds, here: `npm run simulate` plays a thousand in processes of their own. */
const SOME = 25

test('some seeds keep every promise, and so do those that failed once', async () => {
  const seeds = [...Array.from({ length: SOME }, (_, i) => i + 1), ...Object.keys(failedOnce).map(Number)]
  for (const seed of seeds) expect([seed, (await runSeed(seed)).violations]).toEqual([seed, []])
}, 300_000)
