import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { playYear } from '../../infra/local/year/play.ts'
import { yearToText } from '../../infra/local/year/stored.ts'

test('the made-up year is what the pipeline makes of it now: else `node infra/local/year/generate.ts`', async () => {
  const shipped = await readFile(new URL('../../infra/local/year/year.jsonl', import.meta.url), 'utf8')
  // Not told where they differ: that is half a megabyte of sums.
  expect(yearToText(await playYear()) === shipped).toBe(true)
}, 900_000)
