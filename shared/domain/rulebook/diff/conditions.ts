import { canonical } from '../../audience/canonical.ts'
import { isMapping } from '../../cursor.ts'
import { conditionWords, conjuncts, conjunctWords, type Say } from './words.ts'

/** What changed in a condition, one line each: added, removed, or changed parts. */
export function diffConditions(before: unknown, after: unknown, say: Say): string[] {
  const { plain, changed, noLonger, also } = say.line
  const [was, is] = [conjuncts(before), conjuncts(after)]
  const gone = without(was, is)
  const fresh = without(is, was)
  if (gone.length === 0 && fresh.length === 0) return []
  if (was.length === 0 || is.length === 0) return [changed(conditionWords(after, say), conditionWords(before, say))]
  const lines: string[] = []
  for (const each of gone) {
    const index = fresh.findIndex((other) => keyOf(other) === keyOf(each))
    if (index < 0) lines.push(plain(noLonger, conjunctWords(each, say)))
    else lines.push(...diffConjunct(each, fresh.splice(index, 1)[0]!, say))
  }
  return [...lines, ...fresh.map((each) => plain(also, conjunctWords(each, say)))]
}

/** Compares the parts of an `any`, or what is under a `not`. */
function diffConjunct(before: Record<string, unknown>, after: Record<string, unknown>, say: Say): string[] {
  const { plain, changed, notEnough, enough } = say.line
  const [was, is] = [before.any, after.any]
  if (!Array.isArray(was) || !Array.isArray(is)) return [changed(conjunctWords(after, say), conjunctWords(before, say))]
  return [
    ...without(was, is).map((each) => plain(notEnough, conditionWords(each, say))),
    ...without(is, was).map((each) => plain(enough, conditionWords(each, say))),
  ]
}

/** The key for pairing: the fact, or the fact under a `not`. */
function keyOf(condition: unknown): string {
  if (!isMapping(condition)) return ''
  const [key, value] = Object.entries(condition)[0] ?? ['', undefined]
  return key === 'not' ? `not ${keyOf(value)}` : key
}

function without<T>(all: readonly T[], others: readonly unknown[]): T[] {
  const known = new Set(others.map(canonical))
  return all.filter((each) => !known.has(canonical(each)))
}
