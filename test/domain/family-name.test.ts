import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningFor, beginningsOf, mayBeName, plainName } from '../../shared/domain/member/family-name.ts'

describe('a family name is found', () => {
  test.each([
    ['Dunmoor', ['du', 'dun', 'dunm']],
    ["O'Brien-Šimek", ['ob', 'obr', 'obri']],
    ['Ng', ['ng']],
    ['E', ['e']],
    ['林', ['林']],
    ['欧阳', ['欧', '欧阳']],
    ['ＷＡＮＧ', ['wa', 'wan', 'wang']],
    ['김', ['김']],
    ['', []],
    [' - ', []],
  ])('%s by %j', (name, beginnings) => expect(beginningsOf(name)).toEqual(beginnings))

  const letter = fc.constantFrom(...'abéØłß林欧阳김Ж')
  test('by whatever it begins with, however that is spelt', () => {
    fc.assert(
      fc.property(fc.array(letter, { minLength: 2, maxLength: 8 }), fc.nat(), (letters, cut) => {
        const name = letters.join('')
        const asked = letters.slice(0, 2 + (cut % (letters.length - 1))).join('')
        for (const spelt of [asked, asked.toUpperCase(), ` ${asked.normalize('NFD')}`]) {
          expect(plainName(name).startsWith(plainName(asked))).toBe(true)
          // A beginning that is cut where one sign ends and letters go on is asked for as it stands.
          if (plainName(spelt) === plainName(asked)) expect(beginningsOf(name)).toContain(beginningFor(spelt))
        }
      }),
    )
  })
})

test.each([
  ['林', true],
  ['김', true],
  ['欧阳', true],
  ["O'Br", true],
  ['d', false],
  ['CW1', false],
  ['林1', false],
])('%s may be the beginning of a name: %s', (text, may) => expect(mayBeName(text)).toBe(may))
