import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { moveStep, moveStepTo } from '../../shared/domain/document/moves.ts'
import type { Path } from '../../shared/domain/problem.ts'

const TEXT = `# how it begins
campaign: x
steps:
  - wait: 1d   # let them sleep
  - if: { happened: booking.created }
    then:
      - email: { template: thanks }
    else:
      - wait: 2d
      - email: { template: come-back }
  - split: letter
    arms:
      - arm: a
        share: 50%
        steps:
          - wait: 3d
      - arm: b
        steps:
          - wait: 4d
  - serviceTask: { title: Call, team: care }
`

/** The way of a step from its place to the last one, or to the first. */
function wayOf(from: Path, by: -1 | 1): string[] {
  const way: string[] = []
  let at = { text: TEXT, path: from }
  for (;;) {
    const moved = moveStep(at.text, at.path, by)
    if (!moved) return way
    way.push(moved.path.join('.'))
    at = moved
  }
}

describe('a step that is moved on', () => {
  test('goes through every branch as somebody reads them, and out at the end', () => {
    expect(wayOf(['steps', 0], 1)).toEqual([
      'steps.0.then.0',
      'steps.0.then.1',
      'steps.0.else.0',
      'steps.0.else.1',
      'steps.0.else.2',
      'steps.1',
      'steps.1.arms.0.steps.0',
      'steps.1.arms.0.steps.1',
      'steps.1.arms.1.steps.0',
      'steps.1.arms.1.steps.1',
      'steps.2',
      'steps.3',
    ])
  })

  test('goes back the same way, and comes to what it was', () => {
    const there = moveStep(TEXT, ['steps', 0], 1)!
    expect(there.text).toContain('let them sleep')
    const back = moveStep(there.text, there.path, -1)!
    expect(back.path).toEqual(['steps', 0])
    expect(parse(back.text)).toEqual(parse(TEXT))
    expect(moveStep(TEXT, ['steps', 0], -1)).toBeUndefined()
    expect(wayOf(['steps', 3], -1).slice(0, 3)).toEqual([
      'steps.2.arms.1.steps.1',
      'steps.2.arms.1.steps.0',
      'steps.2.arms.0.steps.1',
    ])
  })

  test('takes what is in it along, and makes the branch that is not written yet', () => {
    const text =
      'campaign: x\nsteps:\n  - if: { happened: booking.created }\n    then:\n      - wait: 1d\n  - wait: 2d\n'
    const moved = moveStep(text, ['steps', 1], -1)!
    expect(parse(moved.text).steps).toEqual([
      // biome-ignore lint/suspicious/noThenProperty: a key of the rules, no promise
      { if: { happened: 'booking.created' }, then: [{ wait: '1d' }], else: [{ wait: '2d' }] },
    ])
  })
})

describe('a step that is dropped', () => {
  test('stands before or behind the other, in whichever branch that is', () => {
    const into = moveStepTo(TEXT, ['steps', 0], ['steps', 1, 'else', 0], 'behind')!
    expect(into.path).toEqual(['steps', 0, 'else', 1])
    expect(parse(into.text).steps[0].else).toEqual([
      { wait: '2d' },
      { wait: '1d' },
      { email: { template: 'come-back' } },
    ])
    const before = moveStepTo(TEXT, ['steps', 3], ['steps', 0], 'before')!
    expect(before.path).toEqual(['steps', 0])
    const out = moveStepTo(TEXT, ['steps', 1, 'else', 1], ['steps', 3], 'before')!
    expect(out.path).toEqual(['steps', 3])
    expect(parse(out.text).steps[3]).toEqual({ email: { template: 'come-back' } })
    expect(out.text).toContain('# how it begins')
  })

  test('cannot stand within itself', () => {
    expect(moveStepTo(TEXT, ['steps', 1], ['steps', 1, 'then', 0], 'behind')).toBeUndefined()
    expect(moveStepTo(TEXT, ['steps', 1], ['steps', 1], 'behind')).toBeUndefined()
  })
})
