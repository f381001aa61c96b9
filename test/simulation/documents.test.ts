import { describe } from 'vitest'
import { stringify } from 'yaml'
import { changeNothingElse, moveStepsWhole } from '../support/documents.ts'
import { chanceOf } from './chance.ts'
import { rulebook } from './story/generators/rulebook.ts'

/** Rulebooks of the simulation, as people write them: on one line or on several, with notes. */
const GENERATED = Array.from({ length: 300 }, (_, seed) => {
  const chance = chanceOf(`document ${seed}`)
  const documents = Object.entries(rulebook(chance))
  return documents.map(([file, document]): [string, string] => {
    const own = chance.of(file)
    const style = { indentSeq: own.is(0.5), lineWidth: 0, collectionStyle: own.pick(['any', 'block', 'flow'] as const) }
    const lines = stringify(document, style).split('\n')
    const noted = lines.map((line) =>
      line !== '' && own.is(0.2) && style.collectionStyle !== 'flow' ? `${line}   # note` : line,
    )
    return [`${seed} ${file}`, noted.join('\n')]
  })
}).flat()

describe('of 300 generated rulebooks', () => {
  changeNothingElse(GENERATED)
  moveStepsWhole(GENERATED.filter((_, index) => index % 3 === 0))
})
