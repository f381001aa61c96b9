import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bugs } from '../simulation/bugs/bugs.ts'
import { planted } from '../simulation/bugs/plant.ts'
import { play } from '../simulation/machine/play.ts'
import { writeStory } from '../simulation/story/write.ts'

test('the simulation is the same for the same seed, to the last byte', async () => {
  const seen = async () => {
    const { witness, members, records } = await play(writeStory(11))
    return JSON.stringify([witness.log, [...members], [...records]])
  }
  expect(await seen()).toBe(await seen())
})

test('every planted bug has its place in the code, once, and changes it', () => {
  for (const [name, bug] of Object.entries(bugs)) {
    const source = readFileSync(new URL(`../../${bug.file}`, import.meta.url), 'utf8')
    expect([name, planted(source, bug)]).not.toEqual([name, source])
  }
})
