import { canonical } from '../../audience/canonical.ts'
import { isMapping } from '../../cursor.ts'
import { conditionWords, conjuncts, conjunctWords } from './words.ts'

/** What changed in a condition, a line each: asked besides, no longer asked, or asked otherwise. */
export function diffConditions(before: unknown, after: unknown): string[] {
  const [was, is] = [conjuncts(before), conjuncts(after)]
  const gone = without(was, is)
  const fresh = without(is, was)
  if (gone.length === 0 && fresh.length === 0) return []
  if (was.length === 0 || is.length === 0) return [`${conditionWords(after)}, was ${conditionWords(before)}`]
  const lines: string[] = []
  for (const each of gone) {
    const index = fresh.findIndex((other) => keyOf(other) === keyOf(each))
    if (index < 0) lines.push(`no longer: ${conjunctWords(each)}`)
    else lines.push(...diffConjunct(each, fresh.splice(index, 1)[0]!))
  }
  return [...lines, ...fresh.map((each) => `also: ${conjunctWords(each)}`)]
}

/** Of one that holds where one of several does, those are compared; of one that is denied, what is denied. */
function diffConjunct(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const [was, is] = [before.any, after.any]
  if (!Array.isArray(was) || !Array.isArray(is)) return [`${conjunctWords(after)}, was ${conjunctWords(before)}`]
  return [
    ...without(was, is).map((each) => `no longer enough: ${conditionWords(each)}`),
    ...without(is, was).map((each) => `enough now: ${conditionWords(each)}`),
  ]
}

/** What is to be paired: the fact, or what is denied of it. */
function keyOf(condition: unknown): string {
  if (!isMapping(condition)) return ''
  const [key, value] = Object.entries(condition)[0] ?? ['', undefined]
  return key === 'not' ? `not ${keyOf(value)}` : key
}

function without<T>(all: readonly T[], others: readonly unknown[]): T[] {
  const known = new Set(others.map(canonical))
  return all.filter((each) => !known.has(canonical(each)))
}
