import { isMapping } from '../../cursor.ts'
import type { Say } from './words.ts'

/** The value of a key on one line, whatever it holds; keys within it as people call them. */
export function valueWords(key: string, value: unknown, say: Say): string {
  const { line, rule } = say
  if (value === undefined) return line.notSaid
  if (Array.isArray(value)) return value.map((each) => valueWords(key, each, say)).join(rule.comma)
  if (!isMapping(value)) return line.value(key, String(value))
  return Object.entries(value)
    .map(([inner, each]) => `${line.key(inner)} ${valueWords(inner, each, say)}`)
    .join(rule.comma)
}
