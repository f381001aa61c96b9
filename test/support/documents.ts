import { expect, test } from 'vitest'
import { canonical } from '../../shared/domain/audience/canonical.ts'
import { copyItem, moveItem, plainOf, removeAt, setAt } from '../../shared/domain/document/edit.ts'
import { valueAt, withValue } from '../../shared/domain/document/plain.ts'
import type { Path } from '../../shared/domain/problem.ts'

/** That a form and a diagram change nothing of these texts but what was changed; each with the name of its file. */
export function changeNothingElse(texts: readonly (readonly [file: string, text: string])[]): void {
  test('what is read and written back at every path changes nothing', () => {
    for (const [file, text] of texts) {
      const value = plainOf(text)
      for (const path of some(pathsOf(value).slice(1), file))
        expect({ file, path, text: setAt(text, path, valueAt(value, path)) }).toEqual({ file, path, text })
    }
  })

  test('one value that is changed changes its line alone', () => {
    for (const [file, text] of texts) {
      const value = plainOf(text)
      const leaves = pathsOf(value).filter((path) => typeof valueAt(value, path) === 'string' && path.length > 0)
      const path = leaves[text.length % leaves.length]!
      const edited = setAt(text, path, 'something-else')!
      expect({ file, path, value: canonical(plainOf(edited)) }).toEqual({
        ...{ file, path },
        value: canonical(withValue(value, path, 'something-else')),
      })
      expect({ file, path, lines: linesBeside(edited, text).length <= 1 }).toEqual({ file, path, lines: true })
    }
  })
}

/** That steps of these campaigns are copied, moved and taken away whole, with their notes. */
export function moveStepsWhole(texts: readonly (readonly [file: string, text: string])[]): void {
  test('a step that is copied and taken away again leaves the text as it was; one that is moved on and back, too', () => {
    for (const [file, text] of texts.filter(([name]) => name.includes('campaigns/'))) {
      const steps = valueAt(plainOf(text), ['steps'])
      if (!Array.isArray(steps)) continue
      const copied = copyItem(text, ['steps'], 0)!
      expect({ file, count: (valueAt(plainOf(copied), ['steps']) as unknown[]).length }).toEqual({
        file,
        count: steps.length + 1,
      })
      expect({ file, text: removeAt(copied, ['steps', 1]) }).toEqual({ file, text })
      if (steps.length < 2) continue
      const moved = moveItem(text, ['steps', 0], ['steps'], 1)!
      expect(valueAt(plainOf(moved), ['steps', 1])).toEqual(steps[0])
      expect({ file, text: moveItem(moved, ['steps', 1], ['steps'], 0) }).toEqual({ file, text })
    }
  })
}

/** All paths of a value, the deepest last. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

/** A few of many, in turn: each takes a reading of its text. */
function some<T>(all: readonly T[], name: string): T[] {
  const [first, every] = [name.length % 7, Math.ceil(all.length / 5)]
  return all.filter((_, index) => index % every === first % every)
}

/** Lines of one that are not in the other: each as often as it is there. */
function linesBeside(one: string, other: string): string[] {
  const left = other.split('\n')
  return one.split('\n').filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
