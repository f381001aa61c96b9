import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { bugs } from './bugs/bugs.ts'
import { planted } from './bugs/plant.ts'
import { play } from './machine/play.ts'
import { runSeed } from './run.ts'
import { failedOnce } from './seeds.ts'
import { writeStory } from './story/write.ts'

/** Few seeds, here: `npm run simulate` plays a thousand in processes of their own. */
const SOME = 25

describe('the simulation', () => {
  test('is the same for the same seed, to the last byte', async () => {
    const seen = async () => {
      const { witness, members, records } = await play(writeStory(11))
      return JSON.stringify([witness.log, [...members], [...records]])
    }
    expect(await seen()).toBe(await seen())
  })

  test('some seeds keep every promise, and so do those that failed once', async () => {
    const seeds = [...Array.from({ length: SOME }, (_, i) => i + 1), ...Object.keys(failedOnce).map(Number)]
    for (const seed of seeds) expect([seed, (await runSeed(seed)).violations]).toEqual([seed, []])
  })
})

test('every planted bug has its place in the code, once, and changes it', () => {
  for (const [name, bug] of Object.entries(bugs)) {
    const source = readFileSync(new URL(`../../${bug.file}`, import.meta.url), 'utf8')
    expect([name, planted(source, bug)]).not.toEqual([name, source])
  }
})
