import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  canonicalText,
  copyItem,
  insertAt,
  moveItem,
  plainOf,
  removeAt,
  setAt,
} from '../../shared/domain/document/edit.ts'
import { valueAt } from '../../shared/domain/document/plain.ts'
import { changeNothingElse, moveStepsWhole } from '../support/documents.ts'

/** One YAML text that a form, a diagram and an editor change: nothing changes but what was changed. */

const SHOWN = `# Who it is for
campaign: hello        # its name in files
trigger:
  audience: quiet   # they went quiet
  on: enter

# not too often
guardrails: { quietHours: 21:00-08:00, atMost: [2 emails in 7d] }   # as agreed
steps:
  # let them sleep on it
  - wait: 2h
  - compensation: { miles: 5000, reason: "service-recovery" }
    name: grant
  - if: { not: { happened: booking.created } }
    then:
      - email: come-back      # the short one
    else:
      - wait: 1d
`

describe('an edit', () => {
  test.each<[string, string, string]>([
    ['of a value', setAt(SHOWN, ['campaign'], 'hi') ?? '', SHOWN.replace('campaign: hello ', 'campaign: hi ')],
    [
      'of a value in a block',
      setAt(SHOWN, ['trigger', 'audience'], 'loud')!,
      SHOWN.replace('audience: quiet', 'audience: loud'),
    ],
    [
      'of a value within braces',
      setAt(SHOWN, ['guardrails', 'quietHours'], '22:00-07:00')!,
      SHOWN.replace('21:00-08:00', '22:00-07:00'),
    ],
    ['of a step', setAt(SHOWN, ['steps', 0, 'wait'], '3h')!, SHOWN.replace('wait: 2h', 'wait: 3h')],
    ['that adds a key at the end', setAt(SHOWN, ['budget'], 'care')!, `${SHOWN}budget: care\n`],
    [
      'that adds a key within braces',
      setAt(SHOWN, ['guardrails', 'holdout'], '10%')!,
      SHOWN.replace('in 7d] }', 'in 7d], holdout: 10% }'),
    ],
    [
      'that adds a key in a block',
      setAt(SHOWN, ['trigger', 'where'], { x: 1 })!,
      SHOWN.replace('  on: enter\n', '  on: enter\n  where: { x: 1 }\n'),
    ],
    [
      'that makes what it leads through',
      setAt(SHOWN, ['goal', 'event'], 'booking.created')!,
      `${SHOWN}goal: { event: booking.created }\n`,
    ],
    ['that takes a key away', removeAt(SHOWN, ['guardrails'])!, SHOWN.replace(/# not too often\nguardrails.*\n/, '')],
    [
      'that takes one of braces away',
      removeAt(SHOWN, ['guardrails', 'quietHours'])!,
      SHOWN.replace('quietHours: 21:00-08:00, ', ''),
    ],
    [
      'that takes the last of braces away',
      removeAt(SHOWN, ['guardrails', 'atMost'])!,
      SHOWN.replace(', atMost: [2 emails in 7d]', ''),
    ],
    [
      'that takes a step away, with the note above it',
      removeAt(SHOWN, ['steps', 0])!,
      SHOWN.replace(/ {2}# let.*\n.*2h\n/, ''),
    ],
    [
      'that takes a branch away',
      removeAt(SHOWN, ['steps', 2, 'else', 0])!,
      SHOWN.replace(/ {4}else:\n.*1d\n/, '    else: []\n'),
    ],
    [
      'that puts a step in',
      insertAt(SHOWN, ['steps'], 1, { wait: '1d' })!,
      SHOWN.replace('wait: 2h\n', 'wait: 2h\n  - wait: 1d\n'),
    ],
    [
      'that puts a step first, above the note of the next',
      insertAt(SHOWN, ['steps'], 0, { wait: '1d' })!,
      SHOWN.replace('steps:\n', 'steps:\n  - wait: 1d\n'),
    ],
    [
      'that puts a step last',
      insertAt(SHOWN, ['steps', 2, 'then'], 9, { wait: '1d' })!,
      SHOWN.replace('short one\n', 'short one\n      - wait: 1d\n'),
    ],
    [
      'that changes a list within brackets',
      insertAt(SHOWN, ['guardrails', 'atMost'], 1, '1 emails in 1d')!,
      SHOWN.replace('in 7d]', 'in 7d, 1 emails in 1d]'),
    ],
  ])('%s changes that alone', (_name, edited, wanted) => {
    expect(edited).toBe(wanted)
  })

  test('that moves a step takes its notes along', () => {
    const moved = moveItem(SHOWN, ['steps', 0], ['steps', 1, 'then'], 1)!
    expect(moved).toContain(
      '      - email: come-back      # the short one\n      # let them sleep on it\n      - wait: 2h\n    else:',
    )
    expect(moved.indexOf('compensation')).toBeLessThan(moved.indexOf('# let them'))
  })

  test('that copies a step copies how it is written', () => {
    expect(copyItem(SHOWN, ['steps'], 1)).toContain(
      '    name: grant\n  - compensation: { miles: 5000, reason: "service-recovery" }\n    name: grant\n',
    )
  })

  test('that says nothing new changes nothing; of a text with mistakes there is none', () => {
    expect(setAt(SHOWN, ['guardrails'], { atMost: ['2 emails in 7d'], quietHours: '21:00-08:00' })).toBe(SHOWN)
    expect(setAt('a: [1', ['a'], 2)).toBeUndefined()
    expect(setAt('', ['campaign'], 'x')).toBe('campaign: x\n')
  })

  test('of a long text writes it on lines of its own, and reads it back', () => {
    const text = 'first line\nsecond: line\n'
    const edited = setAt(SHOWN, ['description'], text)!
    expect(valueAt(plainOf(edited), ['description'])).toBe(text)
    expect(edited.startsWith(SHOWN)).toBe(true)
  })

  test('of a value that stands in two places is refused in one, and in the other sets it apart', () => {
    const text = 'a: &x { b: 1 } # kept\nc: *x\n'
    expect(setAt(text, ['a', 'b'], 2)).toBeUndefined()
    expect(setAt(text, ['c', 'b'], 2)).toBe('a: &x { b: 1 } # kept\nc: { b: 2 }\n')
    expect(setAt(text, ['d'], 2)).toBe(`${text}d: 2\n`)
  })
})

test('what is saved does not differ by line breaks or blanks at the ends of lines', () => {
  expect(canonicalText('a: 1  \r\nb: 2\n\n\n')).toBe(canonicalText('a: 1\nb: 2'))
  expect(canonicalText('a: 1 # x\n')).not.toBe(canonicalText('a: 1\n'))
})

const EXAMPLES = globSync('{campaigns,cli/starter}/**/*.yaml').map((file): [string, string] => [
  file,
  readFileSync(file, 'utf8'),
])

describe('of every example', () => {
  changeNothingElse(EXAMPLES)
  moveStepsWhole(EXAMPLES)
})
