import { isMapping } from '../../cursor.ts'

/** Any other value on one line: `key value, key value`. */
export function plainWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainWords).join(', ')
  if (!isMapping(value)) return String(value)
  return Object.entries(value)
    .map(([key, each]) => `${key} ${plainWords(each)}`)
    .join(', ')
}
